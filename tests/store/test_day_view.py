from dataclasses import replace
from datetime import timedelta

from dutydesk.domain.day_view import mark_of
from dutydesk.domain.duty_log import Correction
from dutydesk.domain.shift import ShiftStatus
from tests.builders import Staff, draft, item_draft


def test_marks_are_what_the_entries_are(staffed: Staff) -> None:
    room = staffed.room
    first = room.duty_log.record(draft(room, "甲" * 100, source="安和"), by=staffed.by).value
    fixed = Correction(room.duty_log.new_id(), "笔误", text="乙")
    room.duty_log.correct(first.id, fixed, by=staffed.by)
    listed = room.duty_log.entries_of_duty_date(staffed.shift.duty_date)
    with room.store.reading() as tables:
        found = tables.day_view.marks([staffed.shift.id, "没有"])
    marks = found[staffed.shift.id]
    assert marks == [mark_of(one) for one in listed]
    assert [(len(mark.text), mark.is_struck) for mark in marks] == [(80, True), (1, False)]
    assert "没有" not in found


def test_the_last_duty_is_one_that_is_over_with_the_officer_at_the_desk(staffed: Staff) -> None:
    room, running = staffed.room, staffed.shift
    over = replace(
        running,
        id="上",
        status=ShiftStatus.HANDED_OVER,
        ended_at=room.clock.now(),
        duty_date=running.duty_date - timedelta(days=1),
    )
    with room.store.writing(actor="test", action="test.pass") as work:
        work.tables.shift.put(over)
        find = work.tables.day_view.last_before
        assert find(staffed.admin.id, running.id) == over
        assert find(staffed.lead.id, None) == over
        assert find(staffed.admin.id, over.id) is None
        assert find(staffed.officer.id, running.id) is None


def test_what_began_and_what_was_closed_since_an_instant(staffed: Staff) -> None:
    room = staffed.room
    before = room.clock.now() - timedelta(seconds=1)
    for title in ("路面", "路灯"):
        room.open_item.open(item_draft(title, "市政"), by=staffed.by)
    first = room.open_item.open_items()[0]
    room.open_item.close(first.id, "已修好", by=staffed.by)
    later = room.clock.now() + timedelta(seconds=1)
    with room.store.reading() as tables:
        table = tables.day_view
        assert (table.open_items_since(before), table.closed_since(before)) == (["路灯"], 1)
        assert (table.open_items_since(later), table.closed_since(later)) == ([], 0)
        assert table.incidents_since(before) == []
