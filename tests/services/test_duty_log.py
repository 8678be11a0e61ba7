from datetime import timedelta

import pytest

from dutydesk.cli.entry_document import entry_line
from dutydesk.domain.duty_log import Correction
from dutydesk.domain.duty_log_refusals import (
    CorrectionChangesNothing,
    CorrectionReasonMissing,
    EntryAlreadyCorrected,
    EntryInFuture,
    EntryTextMissing,
)
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.log_search import LogSearch
from dutydesk.domain.open_item import OpenItemDueInPast
from dutydesk.ui.duty_log.entry_look import marks
from tests.builders import Staff, draft, item_draft
from tests.handover_builders import hand_over


def test_an_entry_is_on_record_with_one_journal_row(staffed: Staff) -> None:
    room = staffed.room
    with room.store.reading() as tables:
        before = tables.journal.count()
    done = room.duty_log.record(draft(room, "3号楼燃气异味"), by=staffed.by)
    with room.store.reading() as tables:
        newest = tables.journal.newest()
        assert tables.journal.count() == before + 1
    assert newest is not None
    assert (newest.actor, newest.action) == (staffed.admin.id, "duty_log.record")
    assert done.changes.ids("log_entry") == {done.value.id}
    assert room.duty_log.entry(done.value.id).entry == done.value


def test_numbers_count_within_the_shift(staffed: Staff) -> None:
    room = staffed.room
    numbers = [room.duty_log.record(draft(room), by=staffed.by).value.no for _ in range(3)]
    assert numbers == [1, 2, 3]


def test_a_quarter_past_two_belongs_to_yesterdays_duty_day(staffed: Staff) -> None:
    staffed.room.clock.forward(hours=17, minutes=45)  # type: ignore[attr-defined]  # FixedClock
    done = staffed.room.duty_log.record(draft(staffed.room), by=staffed.by)
    assert staffed.room.duty_log.entry(done.value.id).duty_date.isoformat() == "2026-11-20"


def test_an_entry_before_the_first_shift_is_attached_to_it(room) -> None:
    from dutydesk.domain.officer import Actor, OfficerRole
    from dutydesk.domain.shift import Posts
    from tests.builders import PIN

    by = Actor("cli")
    early = room.duty_log.record(draft(room, "还没人接班时的来电"), by=by).value
    officer = room.officer.add("甲某", OfficerRole.ADMIN, PIN, by=by).value
    shift = room.shift.start(Posts(officer.id), PIN, by=by).value
    assert early.shift_id == shift.id
    assert early.recorder == "cli"
    _, entries = room.duty_log.entries_of_running_shift()
    assert [listed.entry.id for listed in entries] == [early.id]


def test_saving_the_same_draft_twice_writes_once(staffed: Staff) -> None:
    room, typed = staffed.room, draft(staffed.room)
    first = room.duty_log.record(typed, by=staffed.by)
    second = room.duty_log.record(typed, by=staffed.by)
    assert second.value == first.value
    assert not second.changes.names("log_entry")
    assert len(room.duty_log.entries_of_running_shift()[1]) == 1


@pytest.mark.parametrize(("minutes", "is_late"), [(10, False), (11, True)])
def test_an_entry_written_more_than_ten_minutes_after_the_event_marks_itself_late(
    staffed: Staff, minutes: int, is_late: bool
) -> None:
    room = staffed.room
    room.clock.forward(hours=2)  # type: ignore[attr-defined]  # FixedClock
    at = room.clock.now() - timedelta(minutes=minutes)
    assert room.duty_log.record(draft(room, at=at), by=staffed.by).value.is_late is is_late


def test_the_log_stands_in_order_of_the_event_then_of_the_number(staffed: Staff) -> None:
    room = staffed.room
    first = room.duty_log.record(draft(room, "先记"), by=staffed.by).value
    earlier = room.clock.now() - timedelta(minutes=5)
    second = room.duty_log.record(draft(room, "后记的早事", at=earlier), by=staffed.by).value
    third = room.duty_log.record(draft(room, "同时"), by=staffed.by).value
    _, entries = room.duty_log.entries_of_running_shift()
    assert [listed.entry.id for listed in entries] == [second.id, first.id, third.id]


@pytest.mark.parametrize("text", ["", "  \n\t"])
def test_an_entry_without_text_is_refused_and_nothing_is_written(
    staffed: Staff, text: str
) -> None:
    with pytest.raises(EntryTextMissing):
        staffed.room.duty_log.record(draft(staffed.room, text), by=staffed.by)
    assert staffed.room.duty_log.entries_of_running_shift()[1] == []


def test_a_time_ahead_of_the_clock_is_refused(staffed: Staff) -> None:
    room = staffed.room
    at = room.clock.now() + timedelta(minutes=11)
    with pytest.raises(EntryInFuture):
        room.duty_log.record(draft(room, at=at), by=staffed.by)


def test_a_correction_strikes_the_original_and_keeps_it(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "2号楼漏水"), by=staffed.by).value
    fix = Correction(room.duty_log.new_id(), reason="楼号听错", text="3号楼漏水")
    new = room.duty_log.correct(entry.id, fix, by=staffed.by).value
    _, entries = room.duty_log.entries_of_running_shift()
    assert [(one.entry.text, one.is_struck) for one in entries] == [
        ("2号楼漏水", True),
        ("3号楼漏水", False),
    ]
    assert (new.correction_of, new.correction_reason, new.is_late) == (entry.id, "楼号听错", False)
    assert [one.entry.id for one in room.duty_log.history(new.id)] == [entry.id, new.id]


def test_a_corrected_entry_is_not_corrected_again_but_its_correction_is(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "甲"), by=staffed.by).value
    first = Correction(room.duty_log.new_id(), reason="笔误", text="乙")
    middle = room.duty_log.correct(entry.id, first, by=staffed.by).value
    again = Correction(room.duty_log.new_id(), reason="笔误", text="丙")
    with pytest.raises(EntryAlreadyCorrected) as refusal:
        room.duty_log.correct(entry.id, again, by=staffed.by)
    assert refusal.value.by_id == middle.id
    last = room.duty_log.correct(middle.id, again, by=staffed.by).value
    texts = [one.entry.text for one in room.duty_log.history(entry.id)]
    assert texts == ["甲", "乙", "丙"]
    assert room.duty_log.entry(last.id).is_struck is False


def test_a_correction_needs_a_reason_and_a_change(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "甲"), by=staffed.by).value
    with pytest.raises(CorrectionReasonMissing):
        room.duty_log.correct(entry.id, Correction("x", reason=" ", text="乙"), by=staffed.by)
    with pytest.raises(CorrectionChangesNothing):
        room.duty_log.correct(entry.id, Correction("x", reason="笔误", text="甲"), by=staffed.by)
    with pytest.raises(RecordUnknown):
        room.duty_log.correct("没有", Correction("x", reason="笔误", text="乙"), by=staffed.by)


def test_an_open_item_begins_with_its_entry_in_one_transaction(staffed: Staff) -> None:
    room = staffed.room
    due = room.clock.now() + timedelta(hours=2)
    done = room.duty_log.record(
        draft(room, "路面塌陷\n市政处承办"), by=staffed.by, open_item=True, due_at=due
    )
    (item,) = room.open_item.open_items()
    assert (item.title, item.owner, item.due_at) == ("路面塌陷", "甲某", due)
    assert item.origin_entry_id == done.value.id
    assert done.changes.names("open_item")
    with pytest.raises(OpenItemDueInPast):
        room.duty_log.record(draft(room), by=staffed.by, open_item=True, due_at=room.clock.now())
    assert len(room.duty_log.entries_of_running_shift()[1]) == 1


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("燃气", 2),
        ("燃", 2),
        ("燃气异味", 1),
        ("燃气 7531", 1),
        ("３号楼", 1),
        ("ＡＢＣ", 1),
        ("abc", 1),
        ("气公", 1),
        ("没有", 0),
        ("，", 1),
    ],
)
def test_search_finds_short_chinese_words_full_width_and_numbers(
    staffed: Staff, words: str, hits: int
) -> None:
    room = staffed.room
    room.duty_log.record(
        draft(room, "3号楼燃气异味，已通知", source="安和三社区", phone="19900007531"),
        by=staffed.by,
    )
    room.duty_log.record(draft(room, "回电燃气公司abC"), by=staffed.by)
    assert room.duty_log.find(LogSearch(words)).total_at_least == hits


def test_search_filters_by_kind_and_duty_date_and_shows_newest_first(staffed: Staff) -> None:
    room = staffed.room
    one = room.duty_log.record(draft(room, "巡查一", kind=EntryKind.PATROL), by=staffed.by).value
    two = room.duty_log.record(draft(room, "巡查二"), by=staffed.by).value
    found = room.duty_log.find(LogSearch("巡查"))
    assert [listed.entry.id for listed in found.entries] == [two.id, one.id]
    assert room.duty_log.find(LogSearch("巡查", kinds=(EntryKind.PATROL,))).total_at_least == 1
    tomorrow = staffed.shift.duty_date + timedelta(days=1)
    assert room.duty_log.find(LogSearch("巡查", since=tomorrow)).total_at_least == 0
    assert room.duty_log.find(LogSearch("巡查", until=staffed.shift.duty_date)).total_at_least == 2


def test_the_journal_holds_every_state_of_a_record(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room), by=staffed.by, open_item=True).value
    (item,) = room.open_item.open_items()
    staffed.room.open_item.close(item.id, "已修好", by=staffed.by)
    steps = room.history.steps("open_item", item.id)
    assert [step.action for step in steps] == ["duty_log.record", "open_item.close"]
    assert [step.row["status"] for step in steps if step.row] == ["open", "closed"]
    (only,) = room.history.steps("log_entry", entry.id)
    assert only.row is not None
    assert only.row["text"] == entry.text


def test_an_open_item_follows_the_correction_of_its_entry(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "2号楼进水。"), by=staffed.by, open_item=True).value
    fix = Correction(room.duty_log.new_id(), reason="楼号听错", text="3号楼进水。")
    newer = room.duty_log.correct(entry.id, fix, by=staffed.by).value
    (item,) = room.open_item.open_items()
    assert (item.title, item.origin_entry_id) == ("3号楼进水", newer.id)


def test_a_title_somebody_wrote_stays_when_the_entry_is_corrected(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "2号楼进水。"), by=staffed.by, open_item=True).value
    (item,) = room.open_item.open_items()
    room.open_item.change(item_draft("物业排水", "物业", id=item.id), by=staffed.by)
    fix = Correction(room.duty_log.new_id(), reason="楼号听错", text="3号楼进水。")
    room.duty_log.correct(entry.id, fix, by=staffed.by)
    assert [one.title for one in room.open_item.open_items()] == ["物业排水"]


def test_a_call_of_the_shift_before_is_late_in_list_sheet_and_command_line(
    staffed: Staff,
) -> None:
    room = staffed.room
    room.clock.forward(hours=24)  # type: ignore[attr-defined]  # FixedClock
    hand_over(staffed)
    at = room.clock.now() - timedelta(minutes=2)
    entry = room.duty_log.record(draft(room, "交班前的来电", at=at), by=staffed.by).value
    assert entry.is_late
    assert [look.word for look in marks(room.duty_log.entry(entry.id), is_open=False)] == ["迟记"]
    assert "〔迟记〕" in entry_line(room.duty_log.entry(entry.id))
    _, (sheet,) = room.log_sheet.sheets(None)
    assert [one.is_late for one in sheet.entries if one.no == entry.no] == [True]
