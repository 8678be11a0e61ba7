from collections import deque
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from dutydesk.domain.instants import china
from dutydesk.domain.roster import LEAD_POST, FindingKind
from dutydesk.ui.roster.month_reading import MonthReading
from dutydesk.ui.tasks import Queue
from tests.roster_office import member, put


class HeldRunner:
    """Keeps jobs by queue until they are let run, as a lane and a pool that are busy do."""

    def __init__(self):
        self.jobs = {Queue.LANE: deque(), Queue.POOL: deque()}

    def submit(self, job, *, done, failed=None, queue=Queue.LANE):
        self.jobs[queue].append((job, done, failed))

    def run(self, queue):
        job, done, failed = self.jobs[queue].popleft()
        try:
            result = job()
        except ZeroDivisionError as error:
            failed(error)
        else:
            done(result)


@pytest.fixture
def runner():
    return HeldRunner()


@pytest.fixture
def read(runner, room, qapp):
    owner = QObject()
    reading = MonthReading(runner, room.roster, owner)
    reading.owner, reading.views, reading.errors = owner, [], []
    reading.shown.connect(reading.views.append)
    reading.failed.connect(reading.errors.append)
    return reading


@pytest.fixture
def day(room):
    member(room, "丙某", LEAD_POST)
    tomorrow = china(room.clock.now()).date() + timedelta(days=1)
    put(room, tomorrow, LEAD_POST, "查无此人")
    return tomorrow


def kinds(view):
    return {one.kind for one in view.findings}


def test_an_entry_of_the_log_does_not_wait_behind_the_check_of_a_month(runner, read, day):
    read.ask(day)
    runner.run(Queue.LANE)
    (view,) = read.views
    assert view.slots
    assert (view.findings, view.is_checked) == ((), False)
    assert not runner.jobs[Queue.LANE]
    runner.run(Queue.POOL)
    assert read.views[-1].is_checked
    assert FindingKind.NOT_ON_FILE in kinds(read.views[-1])


def test_of_ten_cells_typed_in_a_row_only_the_last_state_is_checked(runner, read, day, room):
    for offset in range(10):
        put(room, day + timedelta(days=offset), LEAD_POST, "丙某")
        read.ask(day)
        runner.run(Queue.LANE)
    assert len(runner.jobs[Queue.POOL]) == 1
    runner.run(Queue.POOL)
    assert not read.views[-1].is_checked
    runner.run(Queue.POOL)
    assert read.views[-1].is_checked
    assert not runner.jobs[Queue.POOL]
    assert read.views[-1].findings == room.roster.month(day).findings


def test_marks_stay_while_a_changed_month_is_checked_and_go_with_another_month(runner, read, day):
    read.ask(day)
    runner.run(Queue.LANE)
    runner.run(Queue.POOL)
    read.ask(day)
    runner.run(Queue.LANE)
    assert kinds(read.views[-1]) == kinds(read.views[-2])
    read.ask(day + timedelta(days=31))
    runner.run(Queue.LANE)
    assert read.views[-1].findings == ()
    assert read.views[-1].is_checked


def test_a_month_asked_for_before_another_is_not_shown(runner, read, day):
    read.ask(day)
    read.ask(day + timedelta(days=31))
    runner.run(Queue.LANE)
    assert read.views == []
    runner.run(Queue.LANE)
    assert [view.month.id for view in read.views] == ["2026-12"]


def test_a_check_that_fails_is_told_and_the_next_one_runs(runner, read, day, room, monkeypatch):
    read.ask(day)
    runner.run(Queue.LANE)
    runner.jobs[Queue.POOL][0] = (lambda: 1 // 0, *runner.jobs[Queue.POOL][0][1:])
    runner.run(Queue.POOL)
    assert [type(error) for error in read.errors] == [ZeroDivisionError]
    read.ask(day)
    runner.run(Queue.LANE)
    runner.run(Queue.POOL)
    assert read.views[-1].is_checked
