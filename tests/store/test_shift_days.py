"""A shift that is kept on rest days follows the holiday calendar wherever the unit asks."""

from datetime import date

from dutydesk.assembly.clocks import FixedClock
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.instants import from_iso
from dutydesk.domain.settings import NIGHT_AND_WEEKEND_PATTERN
from dutydesk.domain.shift import ShiftKind
from dutydesk.store import duty_dates, logbook
from dutydesk.store.shift_days import unit_pattern


def kinds(room: DutyRoom, day: date) -> list[ShiftKind]:
    with room.store.reading() as tables:
        return [slot.kind for slot in unit_pattern(tables).slots_of(day)]


def choose_nights(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="settings.save") as work:
        work.tables.setting.put("shift_pattern", NIGHT_AND_WEEKEND_PATTERN)


def test_shifts_of_rest_days_begin_on_holidays_and_not_on_make_up_days(room: DutyRoom) -> None:
    choose_nights(room)
    assert kinds(room, date(2026, 10, 1)) == [ShiftKind.DAY, ShiftKind.NIGHT], "a Thursday"
    assert kinds(room, date(2026, 10, 10)) == [ShiftKind.NIGHT], "a Saturday that is worked"
    assert kinds(room, date(2026, 10, 17)) == [ShiftKind.DAY, ShiftKind.NIGHT]


def test_what_is_recorded_before_the_first_shift_goes_to_the_shift_of_the_holiday(
    room: DutyRoom, clock: FixedClock
) -> None:
    choose_nights(room)
    clock.at = from_iso("2026-10-01T10:00")
    assert room.shift.coming().kind is ShiftKind.DAY
    with room.store.reading() as tables:
        assert duty_dates.running(tables, clock.now()) == date(2026, 10, 1)
    with room.store.writing(actor="cli", action="duty_log.record") as work:
        shift = logbook.running_shift(work.tables, clock.now(), room.ids)
    assert (shift.duty_date, shift.kind) == (date(2026, 10, 1), ShiftKind.DAY)


def test_a_pattern_of_every_day_never_reads_the_calendar(room: DutyRoom) -> None:
    with room.store.reading() as tables:
        assert len(unit_pattern(tables).shifts) == 1
        assert "holiday" not in vars(tables)
