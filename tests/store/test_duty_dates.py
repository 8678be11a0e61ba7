from datetime import timedelta

from dutydesk.store import duty_dates
from tests.builders import Staff


def test_the_running_shift_says_which_duty_day_it_is(staffed: Staff) -> None:
    later = staffed.room.clock.now() + timedelta(days=2)
    with staffed.room.store.reading() as tables:
        assert duty_dates.running(tables, later) == staffed.shift.duty_date
        assert duty_dates.newest(tables, later) == staffed.shift.duty_date


def test_a_new_room_is_asked_for_the_day_that_would_be_taken_over(room) -> None:
    now = room.clock.now()
    with room.store.reading() as tables:
        assert duty_dates.newest(tables, now) == duty_dates.running(tables, now)
        assert duty_dates.running(tables, now + timedelta(days=1)) == duty_dates.running(
            tables, now
        ) + timedelta(days=1)
