from datetime import date, timedelta

from dutydesk.domain.duty_log import Correction
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.entry_matter import Matter
from dutydesk.domain.paper_span import PaperSpan, month_of
from dutydesk.store import entry_matter
from tests.builders import Staff, draft

DAY = date(2026, 11, 20)
CALLS = (EntryKind.INCOMING_CALL, EntryKind.OUTGOING_CALL)


def read(
    staffed: Staff, kinds: tuple[EntryKind, ...] = CALLS, span: PaperSpan | None = None
) -> list[Matter]:
    with staffed.room.store.reading() as tables:
        return tables.entry_matter.matters(kinds, span or month_of(DAY))


def record(staffed: Staff, text: str, **changes: object) -> str:
    return staffed.room.duty_log.record(
        draft(staffed.room, text, **changes), by=staffed.by
    ).value.id


def correct(staffed: Staff, entry_id: str, **changes: object) -> str:
    fix = Correction(staffed.room.duty_log.new_id(), "听错", **changes)  # type: ignore[arg-type]  # fields by name
    return staffed.room.duty_log.correct(entry_id, fix, by=staffed.by).value.id


def texts(matters: list[Matter]) -> list[list[str]]:
    return [[one.entry.text for one in matter.versions] for matter in matters]


def test_only_the_kinds_and_days_asked_for_are_read(staffed: Staff) -> None:
    record(staffed, "来电")
    record(staffed, "来访", kind=EntryKind.VISIT)
    record(staffed, "去电", kind=EntryKind.OUTGOING_CALL)
    assert texts(read(staffed)) == [["来电"], ["去电"]]
    assert read(staffed, span=PaperSpan(DAY + timedelta(days=1), DAY + timedelta(days=9))) == []
    assert len(read(staffed, span=PaperSpan(DAY, DAY))) == 2


def test_corrections_and_what_went_on_come_with_their_entry(staffed: Staff) -> None:
    first = record(staffed, "2号楼")
    fixed = correct(staffed, first, text="3号楼")
    record(staffed, "已到场", kind=EntryKind.OUTGOING_CALL, continuation_of=fixed)
    other = record(staffed, "已签收", kind=EntryKind.OTHER, continuation_of=first)
    correct(staffed, other, text="张某签收")
    (matter,) = read(staffed)
    assert texts([matter]) == [["2号楼", "3号楼"]]
    assert texts(list(matter.continuations)) == [["已到场"], ["已签收", "张某签收"]]


def test_an_entry_made_a_call_by_its_correction_is_read_with_the_calls(staffed: Staff) -> None:
    first = record(staffed, "记错了类别", kind=EntryKind.VISIT)
    correct(staffed, first, kind=EntryKind.INCOMING_CALL)
    (matter,) = read(staffed)
    assert [one.entry.kind for one in matter.versions] == [
        EntryKind.VISIT,
        EntryKind.INCOMING_CALL,
    ]
    assert len(read(staffed, (EntryKind.VISIT,))) == 1


def test_what_goes_on_with_another_kind_names_it(staffed: Staff) -> None:
    patrol = record(staffed, "发现漏水", kind=EntryKind.PATROL)
    record(staffed, "通知物业", kind=EntryKind.OUTGOING_CALL, continuation_of=patrol)
    (matter,) = read(staffed)
    assert matter.continues is not None
    assert matter.continues.entry.text == "发现漏水"


def test_more_entries_than_one_question_holds_are_read_whole(
    staffed: Staff, monkeypatch: object
) -> None:
    monkeypatch.setattr(entry_matter, "_BATCH", 2)  # type: ignore[attr-defined]  # pytest's own
    made = [record(staffed, f"第{number}个") for number in range(5)]
    for entry_id in made:
        correct(staffed, entry_id, text="改")
    assert [len(matter.versions) for matter in read(staffed)] == [2] * 5


def test_what_follows_a_call_that_follows_a_call_stands_in_the_register_once(
    staffed: Staff,
) -> None:
    first = record(staffed, "报修")
    second = record(staffed, "再来电", continuation_of=first)
    record(staffed, "第三次来电", continuation_of=second)
    (matter,) = read(staffed)
    assert texts(list(matter.continuations)) == [["再来电"], ["第三次来电"]]
