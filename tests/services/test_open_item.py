from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.errors import RecordUnknown, TextBroken
from dutydesk.domain.officer import Actor, OfficerMayNot, OfficerRole
from dutydesk.domain.open_item import (
    Importance,
    OpenItemClosed,
    OpenItemDueInPast,
    OpenItemRemindInPast,
    OpenItemResultMissing,
    OpenItemStatus,
    OpenItemTextTooLong,
    OpenItemTitleMissing,
)
from dutydesk.domain.open_item_progress import OpenItemStillOpen
from tests.builders import PIN, Staff, item_draft, progress_draft


def head(room: DutyRoom) -> str:
    with room.store.reading() as tables:
        return tables.journal.head()


def test_an_item_is_opened_by_hand_in_the_running_shift(staffed: Staff) -> None:
    room = staffed.room
    due = room.clock.now() + timedelta(seconds=1)
    drafted = item_draft("路面塌陷", "市政处", due, "夜间有车辆通行")
    done = room.open_item.open(drafted, by=staffed.by)
    assert room.open_item.open_items() == [done.value]
    item = done.value
    assert (item.title, item.owner, item.due_at, item.attention) == (
        "路面塌陷",
        "市政处",
        due,
        "夜间有车辆通行",
    )
    assert (item.created_shift_id, item.created_at) == (staffed.shift.id, room.clock.now())
    assert done.changes.ids("open_item") == {item.id}


def test_an_item_saved_twice_is_written_once(staffed: Staff) -> None:
    room, drafted = staffed.room, item_draft("路面塌陷", "市政处")
    first = room.open_item.open(drafted, by=staffed.by).value
    again = room.open_item.open(drafted, by=staffed.by)
    assert (again.value, again.changes.ids("open_item")) == (first, set())
    assert room.open_item.all_items() == [first]


def test_an_item_of_twenty_pages_is_refused_for_it_stands_on_every_handover(
    staffed: Staff,
) -> None:
    room, before = staffed.room, head(staffed.room)
    for drafted in (item_draft("题" * 2001, ""), item_draft("题", "人" * 2001)):
        with pytest.raises(OpenItemTextTooLong):
            room.open_item.open(drafted, by=staffed.by)
    assert (room.open_item.all_items(), head(room)) == ([], before)
    item = room.open_item.open(item_draft("路面塌陷", ""), by=staffed.by).value
    with pytest.raises(OpenItemTextTooLong):
        room.open_item.close(item.id, "果" * 2001, by=staffed.by)
    with pytest.raises(OpenItemTextTooLong):
        room.open_item.give_owner(item.id, "人" * 2001, by=staffed.by)
    room.open_item.close(item.id, "已修", by=staffed.by)
    with pytest.raises(OpenItemTextTooLong):
        room.open_item.reopen(item.id, "因" * 2001, by=staffed.by)


def test_half_a_character_in_an_item_is_refused_with_its_place(staffed: Staff) -> None:
    before = head(staffed.room)
    with pytest.raises(TextBroken) as refused:
        staffed.room.open_item.open(item_draft("塌陷\ud83d", ""), by=staffed.by)
    assert (refused.value.place, head(staffed.room)) == (3, before)


def test_an_item_needs_a_title_and_a_time_ahead(staffed: Staff) -> None:
    room, before = staffed.room, head(staffed.room)
    with pytest.raises(OpenItemTitleMissing):
        room.open_item.open(item_draft(" ", "市政处"), by=staffed.by)
    with pytest.raises(OpenItemDueInPast):
        room.open_item.open(item_draft("塌陷", "", room.clock.now()), by=staffed.by)
    assert (room.open_item.all_items(), head(room)) == ([], before)


def test_an_item_is_changed_and_an_unchanged_time_may_have_passed(staffed: Staff) -> None:
    room = staffed.room
    due = room.clock.now() + timedelta(hours=1)
    item = room.open_item.open(item_draft("塌陷", "", due), by=staffed.by).value
    room.clock.forward(hours=2)  # type: ignore[attr-defined]  # FixedClock
    changed = room.open_item.change(
        item_draft("路面塌陷", "市政处", due, id=item.id), by=staffed.by
    ).value
    assert (changed.title, changed.owner, changed.due_at) == ("路面塌陷", "市政处", due)
    assert changed.created_at == item.created_at
    assert changed.is_overdue(room.clock.now())
    past = item_draft("路面塌陷", "市政处", room.clock.now(), id=item.id)
    with pytest.raises(OpenItemDueInPast):
        room.open_item.change(past, by=staffed.by)


def test_a_title_is_never_changed_to_nothing(staffed: Staff) -> None:
    room = staffed.room
    item = room.open_item.open(item_draft("塌陷", ""), by=staffed.by).value
    for title in ("", " \u3000"):
        with pytest.raises(OpenItemTitleMissing):
            room.open_item.change(item_draft(title, "", id=item.id), by=staffed.by)
    assert room.open_item.open_items() == [item]


def test_closing_needs_a_result_and_happens_once(staffed: Staff) -> None:
    room = staffed.room
    item = room.open_item.open(item_draft("塌陷", ""), by=staffed.by).value
    before = head(room)
    with pytest.raises(OpenItemResultMissing):
        room.open_item.close(item.id, " ", by=staffed.by)
    with pytest.raises(RecordUnknown):
        room.open_item.close("没有", "已修好", by=staffed.by)
    assert head(room) == before
    closed = room.open_item.close(item.id, "已修好 ", by=staffed.by).value
    assert (closed.status, closed.result, closed.closed_by) == (
        OpenItemStatus.CLOSED,
        "已修好 ",
        "甲某",
    )
    assert closed.closed_at == room.clock.now()
    assert room.open_item.open_items() == []
    assert room.open_item.all_items() == [closed]
    with pytest.raises(OpenItemClosed) as refusal:
        room.open_item.close(item.id, "再办结", by=staffed.by)
    assert refusal.value.closed_at == closed.closed_at
    with pytest.raises(OpenItemClosed):
        room.open_item.change(item_draft("改", "", id=item.id), by=staffed.by)


def test_who_may_only_look_opens_changes_and_closes_nothing(staffed: Staff) -> None:
    room = staffed.room
    viewer = room.officer.add("查阅者", OfficerRole.VIEWER, PIN, by=staffed.by).value
    by = Actor(viewer.id, viewer.id)
    item = room.open_item.open(item_draft("塌陷", ""), by=staffed.by).value
    before = head(room)
    with pytest.raises(OfficerMayNot):
        room.open_item.open(item_draft("另一件", ""), by=by)
    with pytest.raises(OfficerMayNot):
        room.open_item.change(item_draft("改", "", id=item.id), by=by)
    with pytest.raises(OfficerMayNot):
        room.open_item.close(item.id, "已办", by=by)
    assert (room.open_item.open_items(), head(room)) == ([item], before)


def test_progress_is_noted_once_and_closing_and_reopening_are_steps_of_it(staffed: Staff) -> None:
    room = staffed.room
    item = room.open_item.open(item_draft("塌陷", "市政处"), by=staffed.by).value
    note = progress_draft(room, item.id, "市政已到场")
    first = room.open_item.note(note, by=staffed.by)
    assert first.changes.ids("open_item_progress") == {note.id}
    again = room.open_item.note(note, by=staffed.by)
    assert (again.value, again.changes.names("open_item_progress")) == (first.value, False)
    room.open_item.close(item.id, "已修好", by=staffed.by)
    with pytest.raises(OpenItemClosed):
        room.open_item.note(progress_draft(room, item.id, "再来"), by=staffed.by)
    reopened = room.open_item.reopen(item.id, "又塌了", by=staffed.by).value
    assert reopened == item
    with pytest.raises(OpenItemStillOpen):
        room.open_item.reopen(item.id, "又塌了", by=staffed.by)
    with pytest.raises(RecordUnknown):
        room.open_item.reopen("没有", "又塌了", by=staffed.by)
    with pytest.raises(RecordUnknown):
        room.open_item.note(progress_draft(room, "没有", "再来"), by=staffed.by)
    (followed,) = room.open_item.followed()
    assert [(one.kind.value, one.text, one.recorder) for one in followed.progress] == [
        ("note", "市政已到场", "甲某"),
        ("closed", "已修好", "甲某"),
        ("reopened", "又塌了", "甲某"),
    ]
    assert room.verification.verify().ok


def test_a_reminder_lies_ahead_and_is_taken_away_again(staffed: Staff) -> None:
    room, now = staffed.room, staffed.room.clock.now()
    item = room.open_item.open(
        item_draft("塌陷", "市政处", importance=Importance.IMPORTANT), by=staffed.by
    ).value
    for minutes in (0, -1):
        with pytest.raises(OpenItemRemindInPast):
            room.open_item.remind(item.id, now + timedelta(minutes=minutes), by=staffed.by)
    at = now + timedelta(seconds=1)
    assert room.open_item.remind(item.id, at, by=staffed.by).value.remind_at == at
    assert not room.open_item.remind(item.id, at, by=staffed.by).changes.names("open_item")
    assert room.open_item.give_owner(item.id, "燃气公司", by=staffed.by).value == replace(
        item, owner="燃气公司", remind_at=at
    )
    assert room.open_item.remind(item.id, None, by=staffed.by).value.remind_at is None
