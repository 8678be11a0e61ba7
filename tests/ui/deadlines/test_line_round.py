from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.deadline import DeadlineWatch
from dutydesk.ui.deadlines import line_round
from dutydesk.ui.deadlines.clock_line import ClockLine
from dutydesk.ui.deadlines.line_round import LineRound
from dutydesk.ui.deadlines.lines import clock_lines
from tests.incident_builders import RECEIVED, file, grading, preset, report


class Incidents:
    """Files in memory; ``reads`` counts how often they were asked for."""

    def __init__(self, *files):
        self.files, self.reads, self.word = files, 0, "首报"

    def watch(self):
        self.reads += 1
        return DeadlineWatch(tuple(self.files), tuple(preset("district")))

    def first_report_word(self):
        return self.word


class Clock:
    at = RECEIVED + timedelta(minutes=1)

    def now(self):
        return self.at

    def tick(self):
        return 0


@pytest.fixture
def counted(monkeypatch):
    """Count how often the clocks of a file are counted."""
    times, due = [], DeadlineWatch.due
    monkeypatch.setattr(DeadlineWatch, "due", lambda *given: times.append(1) or due(*given))
    return times


def round_of(incidents, clock, others=lambda: ()):
    head = ["1"]
    made = LineRound(incidents, lambda: head[0], others, clock)
    made.head = head
    return made


def test_a_minute_in_which_nothing_happened_reads_and_counts_nothing(counted):
    incidents, clock = Incidents(file()), Clock()
    made = round_of(incidents, clock)
    first = made.read()
    assert (incidents.reads, len(counted)) == (1, 1)
    clock.at += timedelta(minutes=1)
    assert made.read() is first
    assert (incidents.reads, len(counted)) == (1, 1)


def test_after_a_write_only_what_changed_is_counted(counted):
    other = file()
    other = replace(other, incident=replace(other.incident, id="i2"))
    incidents, clock = Incidents(file(), other), Clock()
    made = round_of(incidents, clock)
    made.read()
    incidents.files = (replace(file(), reports=(report("first", "phone", RECEIVED),)), other)
    made.head[0] = "2"
    assert len(made.read()) != 0
    assert (incidents.reads, len(counted)) == (2, 3)


def test_other_rules_or_another_word_count_everything_anew(counted):
    incidents, clock = Incidents(file()), Clock()
    made = round_of(incidents, clock)
    made.read()
    incidents.word, made.head[0] = "初报", "2"
    assert made.read()[0].step.startswith("初报")
    assert len(counted) == 2


def test_it_says_at_every_minute_what_counting_everything_would_say():
    gradings = (
        grading("ordinary"),
        grading("serious", RECEIVED + timedelta(minutes=400), id="g2"),
    )
    told = report("first", "written", RECEIVED + timedelta(minutes=37))
    incidents, clock = Incidents(file(), replace(file(*gradings), reports=(told,))), Clock()
    made = round_of(incidents, clock)
    whole = incidents.watch()
    for minutes in range(0, 26 * 60, 7):
        clock.at = RECEIVED + timedelta(minutes=minutes)
        assert made.read() == clock_lines(whole.due(clock.at), []), minutes


def test_a_clock_put_back_counts_anew(counted):
    incidents, clock = Incidents(file()), Clock()
    made = round_of(incidents, clock)
    made.read()
    clock.at -= timedelta(minutes=30)
    made.read()
    assert len(counted) == 2


def test_everything_is_counted_again_after_an_hour(counted):
    incidents, clock = Incidents(file()), Clock()
    made = round_of(incidents, clock)
    made.read()
    clock.at += line_round.AGAIN_AFTER
    made.read()
    assert len(counted) == 2


def test_what_else_falls_due_is_asked_each_time():
    lines = [ClockLine("open_item:1", "未办结", "回电", RECEIVED)]
    made = round_of(Incidents(), Clock(), lambda: lines)
    assert made.read() == tuple(lines)
    lines.clear()
    assert made.read() == ()
