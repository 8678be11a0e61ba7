"""How a shift is named, and who sits down after it was taken over."""

from datetime import date

from dutydesk.domain.instants import china_instant
from dutydesk.domain.shift import ShiftKind, ShiftSlot
from dutydesk.ui.shift.reading import ShiftServices, is_kept, seat_of, slot_words


def slot(start, end, day=20, to=20):
    begins = china_instant(date(2026, 11, day), start, 0)
    return ShiftSlot(
        date(2026, 11, day), ShiftKind.DAY, begins, china_instant(date(2026, 11, to), end, 0)
    )


def test_a_shift_over_midnight_ends_the_next_day_by_the_clock_in_china():
    assert slot_words(slot(6, 14)) == "11月20日 周五 白班 06:00–14:00"
    assert slot_words(slot(18, 8, to=21)) == "11月20日 周五 白班 18:00–次日08:00"


def test_only_a_shift_somebody_took_over_is_kept(staffed, room):
    assert is_kept(staffed.shift)
    assert not is_kept(None)


def test_the_seat_writes_in_the_officers_name(staffed):
    seat = seat_of(staffed.officer)
    assert (seat.actor.officer_id, seat.name, seat.may_write) == (
        staffed.officer.id,
        "乙某",
        True,
    )


def test_officers_taken_off_are_not_offered(staffed):
    room = staffed.room
    room.officer.deactivate(staffed.officer.id, by=staffed.by)
    read = ShiftServices(room.shift, room.officer).read()
    assert [one.name for one in read.writers] == ["甲某", "丙某"]
    assert [one.name for one in read.leads] == ["甲某", "丙某"]
