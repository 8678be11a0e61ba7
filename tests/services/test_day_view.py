from datetime import timedelta

import pytest

from dutydesk.domain.day_view import GapReason, mark_of
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import BadInput
from dutydesk.domain.settings import TWO_SHIFT_PATTERN
from tests.builders import Staff, draft, item_draft
from tests.handover_builders import fire, hand_over, stand_at


def record(staffed: Staff, text: str, kind: EntryKind = EntryKind.INCOMING_CALL) -> None:
    made = draft(staffed.room, text, kind=kind)
    staffed.room.duty_log.record(made, by=staffed.by)


def test_days_before_the_room_and_coming_ones_are_there_without_gaps(staffed: Staff) -> None:
    today = staffed.shift.duty_date
    days = staffed.room.day_view.days(today - timedelta(days=2), today + timedelta(days=2))
    assert [day.duty_date for day in days] == [
        today + timedelta(days=offset) for offset in range(-2, 3)
    ]
    assert [day.is_kept for day in days] == [False, False, True, False, False]
    assert [day.gaps for day in days] == [()] * 5
    assert (days[2].primary, days[2].lead) == (("甲某",), "丙某")


def test_the_units_own_span_of_silence_is_used(staffed: Staff) -> None:
    room, today = staffed.room, staffed.shift.duty_date
    room.clock.forward(hours=5)  # type: ignore[attr-defined]  # FixedClock
    assert room.day_view.days(today, today)[0].gaps == ()
    room.settings.put({"silent_after_hours": 4}, by=staffed.by)
    (gap,) = room.day_view.days(today, today)[0].gaps
    assert gap.reason is GapReason.SILENT
    for wrong in (0, 25, True, "6"):
        with pytest.raises(BadInput):
            room.settings.put({"silent_after_hours": wrong}, by=staffed.by)


def test_the_day_of_entries_at_hand_is_the_day_that_is_read(staffed: Staff) -> None:
    record(staffed, "甲")
    room, shift = staffed.room, staffed.shift
    marks = [mark_of(one) for one in room.duty_log.entries_of_duty_date(shift.duty_date)]
    made = room.day_view.of_shift(shift, marks)
    (read,) = room.day_view.days(shift.duty_date, shift.duty_date)
    assert made == read
    assert room.day_view.running_day() == shift.duty_date


def test_a_room_nobody_keeps_shows_the_day_that_would_be_taken_over(room) -> None:
    day = room.day_view.running_day()
    (shown,) = room.day_view.days(day, day)
    assert (shown.marks, shown.gaps, shown.is_kept) == ((), (), False)


def test_since_my_last_duty_names_what_came_and_what_is_still_open(staffed: Staff) -> None:
    room = staffed.room
    first_day = staffed.shift.duty_date
    record(staffed, "我那一班的")
    stand_at(staffed, f"{first_day + timedelta(days=1)}T08:30")
    hand_over(staffed)
    room.clock.forward(hours=1)  # type: ignore[attr-defined]  # FixedClock
    record(staffed, "后来的", EntryKind.FAX)
    fire(staffed, room.clock.now())
    room.open_item.open(item_draft("路灯", "市政"), by=staffed.by)
    since = room.day_view.since_last_duty(staffed.admin.id)
    assert (since.officer, since.duty_date) == ("甲某", first_day)
    assert [day.duty_date for day in since.days] == [first_day + timedelta(days=1)]
    assert since.counts[EntryKind.FAX] == 1
    assert (since.incidents, since.open_items) == (("东市场火灾1",), ("路灯",))
    assert "我那一班的" not in [mark.text for day in since.days for mark in day.marks]


def test_who_has_never_been_on_duty_has_nothing_to_catch_up_with(staffed: Staff) -> None:
    since = staffed.room.day_view.since_last_duty(staffed.officer.id)
    assert (since.officer, since.ended_at, since.days) == ("乙某", None, ())
    assert staffed.room.day_view.since_last_duty("没有").officer == ""


def test_who_kept_the_day_shift_sees_the_night_of_the_same_duty_day(staffed: Staff) -> None:
    room, day = staffed.room, staffed.shift.duty_date
    room.settings.put({"shift_pattern": TWO_SHIFT_PATTERN}, by=staffed.by)
    record(staffed, "我那一班的")
    stand_at(staffed, f"{day}T18:05")
    hand_over(staffed)
    room.clock.forward(hours=1)  # type: ignore[attr-defined]  # FixedClock
    record(staffed, "夜班的", EntryKind.FAX)
    since = room.day_view.since_last_duty(staffed.admin.id)
    assert [one.duty_date for one in since.days] == [day]
    assert [mark.text for mark in since.days[0].marks] == ["夜班的"]
    assert since.days[0].gaps == ()
    assert since.days[0].primary == (staffed.officer.name,)
