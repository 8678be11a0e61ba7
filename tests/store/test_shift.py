from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.shift import ShiftStatus
from dutydesk.store import driver
from tests.builders import Staff


def test_a_shift_is_found_as_running_newest_by_id_and_by_day(staffed: Staff) -> None:
    shift = staffed.shift
    with staffed.room.store.reading() as tables:
        assert tables.shift.running() == tables.shift.newest() == tables.shift.by_id(shift.id)
        assert tables.shift.of_duty_date(shift.duty_date) == [shift]
        assert tables.shift.of_duty_date(shift.duty_date - timedelta(days=1)) == []
        assert tables.shift.by_id("没有") is None


def test_after_a_handover_the_next_one_runs_and_the_last_stays_on_file(staffed: Staff) -> None:
    done = replace(staffed.shift, status=ShiftStatus.HANDED_OVER)
    after = replace(staffed.shift, id="下一班")
    with staffed.room.store.writing(actor="test", action="test.pass") as work:
        work.tables.shift.put(done)
        assert work.tables.shift.running() is None
        work.tables.shift.put(after)
    with staffed.room.store.reading() as tables:
        assert tables.shift.running() == after
        assert tables.shift.of_duty_date(after.duty_date) == [done, after]


def test_two_shifts_never_run_at_once(staffed: Staff) -> None:
    second = replace(staffed.shift, id="另一班")
    with (
        pytest.raises(driver.IntegrityError),
        staffed.room.store.writing(actor="test", action="test.two") as work,
    ):
        work.tables.shift.put(second)
    with staffed.room.store.reading() as tables:
        assert tables.shift.by_id("另一班") is None


def test_the_shifts_of_a_span_are_read_with_both_ends(staffed: Staff) -> None:
    day, one = staffed.shift.duty_date, timedelta(days=1)
    with staffed.room.store.reading() as tables:
        assert tables.shift.first_duty_date() == day
        assert tables.shift.between(day, day) == [staffed.shift]
        assert tables.shift.between(day - one, day + one) == [staffed.shift]
        assert tables.shift.between(day + one, day + one) == []


def test_a_room_without_shifts_has_no_first_duty_day(room) -> None:
    today = room.clock.now().date()
    with room.store.reading() as tables:
        assert tables.shift.first_duty_date() is None
        assert tables.shift.between(today, today) == []
