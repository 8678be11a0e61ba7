from datetime import timedelta

import pytest

from dutydesk.domain.clock_change import ClockChange
from dutydesk.domain.duty_log_refusals import EntryTextMissing
from dutydesk.domain.officer import Actor
from tests.builders import Staff, draft

BY = Actor("program")
YEARS = timedelta(days=24 * 365)


def texts(staffed: Staff) -> list[str]:
    _, entries = staffed.room.duty_log.entries_of_running_shift()
    return [listed.entry.text for listed in entries if listed.entry.is_automatic]


def put_clock(staffed: Staff, by: timedelta) -> None:
    staffed.room.clock.at += by  # type: ignore[attr-defined]  # FixedClock


def test_a_change_is_an_automatic_entry_of_who_is_on_duty(staffed: Staff) -> None:
    room, now = staffed.room, staffed.room.clock.now()
    put_clock(staffed, timedelta(hours=1))
    assert room.clock_change.note(ClockChange(now, room.clock.now()), by=BY).value
    (text,) = texts(staffed)
    assert text == (
        "机器时钟由2026年11月20日 08:30调整为2026年11月20日 09:30，相差1小时（拨快）。"
    )
    _, (listed,) = room.duty_log.entries_of_running_shift()
    assert listed.entry.recorder == staffed.admin.name
    assert not listed.entry.is_late


@pytest.mark.parametrize("back", [timedelta(hours=-1), -YEARS])
def test_a_clock_found_put_back_is_noted_once_with_the_first_write(
    staffed: Staff, back: timedelta
) -> None:
    room = staffed.room
    room.store.before_first_write = room.before_first_write
    put_clock(staffed, back)
    behind = room.clock_change.behind()
    assert behind is not None
    assert behind.by == back
    assert texts(staffed) == []
    for text in ("甲", "乙"):
        room.duty_log.record(draft(room, text), by=staffed.by)
    (only,) = texts(staffed)
    assert only.endswith("（拨慢）。")
    assert room.clock_change.behind() is None
    assert room.store.before_first_write is None


def test_what_was_refused_was_not_the_first_write(staffed: Staff) -> None:
    room = staffed.room
    room.store.before_first_write = room.before_first_write
    put_clock(staffed, timedelta(hours=-1))
    with pytest.raises(EntryTextMissing):
        room.duty_log.record(draft(room, " "), by=staffed.by)
    assert texts(staffed) == []
    room.duty_log.record(draft(room, "甲"), by=staffed.by)
    assert len(texts(staffed)) == 1


@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(seconds=-60), YEARS])
def test_a_clock_that_lies_after_the_record_says_nothing(staffed: Staff, ahead: timedelta) -> None:
    room = staffed.room
    room.store.before_first_write = room.before_first_write
    put_clock(staffed, ahead)
    room.duty_log.record(draft(room, "甲"), by=staffed.by)
    assert texts(staffed) == []


def test_the_watch_and_the_first_write_do_not_both_note_it(staffed: Staff) -> None:
    room, now = staffed.room, staffed.room.clock.now()
    room.store.before_first_write = room.before_first_write
    put_clock(staffed, timedelta(hours=-1))
    room.duty_log.record(draft(room, "甲"), by=staffed.by)
    put_clock(staffed, timedelta(seconds=10))
    seen = ClockChange(now + timedelta(seconds=10), room.clock.now())
    assert not room.clock_change.note(seen, by=BY).value
    assert len(texts(staffed)) == 1
    # The next change is one of its own.
    put_clock(staffed, timedelta(hours=-1))
    room.clock_change.note(ClockChange(now, room.clock.now()), by=BY)
    assert len(texts(staffed)) == 2


def test_when_the_watch_came_first_the_first_write_says_nothing(staffed: Staff) -> None:
    room, now = staffed.room, staffed.room.clock.now()
    room.store.before_first_write = room.before_first_write
    put_clock(staffed, timedelta(hours=-1))
    room.clock_change.note(ClockChange(now, room.clock.now()), by=BY)
    room.duty_log.record(draft(room, "甲"), by=staffed.by)
    assert len(texts(staffed)) == 1


def test_where_no_shift_runs_the_journal_has_it(room) -> None:
    now = room.clock.now()
    room.clock_change.note(ClockChange(now, now + timedelta(hours=1)), by=BY)
    with room.store.reading() as tables:
        assert tables.shift.running() is None
        newest = tables.journal.newest()
    assert newest.action == "clock_change.note"
    assert "clock_change" in newest.body


def test_the_limit_is_a_setting(staffed: Staff) -> None:
    room = staffed.room
    assert room.clock_change.limit() == timedelta(minutes=1)
    room.settings.put({"clock_jump_minutes": 5}, by=staffed.by)
    assert room.clock_change.limit() == timedelta(minutes=5)
