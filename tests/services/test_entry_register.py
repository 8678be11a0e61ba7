from datetime import date, timedelta

import pytest

from dutydesk.domain import withdrawal
from dutydesk.domain.duty_log import Correction, Recorder, Writing
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.entry_register import REGISTER_KINDS
from dutydesk.domain.instants import to_text
from dutydesk.domain.paper_entry_register import EntryRegister, RegisterRow
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.paper_log_sheet import EntryReference
from dutydesk.domain.paper_span import SpanReversed, month_of
from dutydesk.wording import when
from tests.builders import Staff, draft

DAY = date(2026, 11, 20)


def record(staffed: Staff, text: str, **changes: object) -> str:
    return staffed.room.duty_log.record(
        draft(staffed.room, text, **changes), by=staffed.by
    ).value.id


def correct(staffed: Staff, entry_id: str, **changes: object) -> None:
    fix = Correction(staffed.room.duty_log.new_id(), "听错", **changes)  # type: ignore[arg-type]  # fields by name
    staffed.room.duty_log.correct(entry_id, fix, by=staffed.by)


def read(
    staffed: Staff, kind: PaperKind = PaperKind.CALL_REGISTER, **asked: date
) -> EntryRegister:
    return staffed.room.entry_register.register(PaperRequest(kind, **asked))  # type: ignore[arg-type]  # days by name


def rows(register: EntryRegister) -> list[RegisterRow]:
    return [row for part in register.parts for row in part.rows]


def test_a_register_says_whose_it_is_and_of_which_days(staffed: Staff) -> None:
    register = read(staffed)
    assert (register.unit, register.is_practice) == ("安和街道办事处值班室", True)
    assert (register.span, register.count, rows(register)) == (month_of(DAY), 0, [])
    with pytest.raises(SpanReversed):
        read(staffed, since=DAY, until=DAY - timedelta(days=1))


def test_a_row_says_everything_in_words(staffed: Staff) -> None:
    now = staffed.room.clock.now()
    details = {"already_told": "119", "read_back": "yes", "reported_at": to_text(now)}
    record(staffed, "3号楼冒烟", source="安和一社区", person="刘某", phone="1", details=details)
    (row,) = rows(read(staffed))
    assert row.words == {
        "kind": "来电",
        "source": "安和一社区",
        "person": "刘某",
        "phone": "1",
        "text": "3号楼冒烟",
        "recorder": "甲某",
        "already_told": "119",
        "read_back": "是",
        "reported_at": when.clock(now),
    }
    assert (row.no, row.at, row.is_struck, row.is_late) == (1, now, False, False)


def test_a_corrected_row_stays_under_the_number_of_its_correction(staffed: Staff) -> None:
    first = record(staffed, "2号楼")
    record(staffed, "另一个")
    correct(staffed, first, text="3号楼")
    register = read(staffed)
    told = [(row.no, row.words["text"], row.struck_mark) for row in rows(register)]
    assert told == [(1, "2号楼", "〔已更正，见下〕"), (1, "3号楼", ""), (2, "另一个", "")]
    assert (register.count, register.struck_only) == (2, 0)
    assert rows(register)[1].correction_reason == "听错"
    assert rows(register)[1].corrected_at == staffed.room.clock.now()


def test_an_entry_moved_to_another_register_stands_in_both(staffed: Staff) -> None:
    first = record(staffed, "传真误记为来电")
    correct(staffed, first, kind=EntryKind.FAX)
    (left,) = rows(read(staffed))
    assert left.struck_mark.endswith("更正为传真〕")
    assert (read(staffed).count, read(staffed).struck_only) == (0, 1)
    (row,) = rows(read(staffed, PaperKind.DOCUMENT_REGISTER))
    assert (row.is_struck, row.correction_reason) == (False, "听错")


def withdraw(staffed: Staff, entry_id: str) -> None:
    """Take an entry back as the log does, whatever the way on the screen."""
    room = staffed.room
    with room.store.writing(actor="cli", action="duty_log.correct") as work:
        original = work.tables.duty_log.by_id(entry_id)
        shift = work.tables.shift.running()
        assert original is not None
        assert shift is not None
        no = work.tables.duty_log.next_no(shift.id)
        writing = Writing(no, room.clock.now(), Recorder("甲某", staffed.admin.id))
        taken = withdrawal.withdraw(
            original, withdrawal.Withdrawal(room.duty_log.new_id(), "重复登记"), shift, writing
        )
        work.tables.duty_log.append(taken)


def test_a_withdrawn_row_stays_struck_with_who_when_and_why(staffed: Staff) -> None:
    withdraw(staffed, record(staffed, "重复"))
    register = read(staffed)
    (row,) = rows(register)
    assert row.struck_mark.startswith("〔已撤回 11月20日")
    assert row.struck_mark.endswith(" 甲某：重复登记〕")
    assert (register.count, register.struck_only) == (0, 1)


def test_what_went_on_folds_into_its_row_and_says_only_what_is_new(staffed: Staff) -> None:
    first = record(
        staffed, "来文", kind=EntryKind.FAX, source="区防汛办", details={"urgency": "urgent"}
    )
    staffed.room.clock.forward(hours=2)  # type: ignore[attr-defined]  # FixedClock
    went_on = record(
        staffed,
        "已签收",
        kind=EntryKind.FAX,
        source="区防汛办",
        continuation_of=first,
        details={"signed_for_by": "张某", "urgency": "urgent"},
    )
    correct(staffed, went_on, text="已由张某签收")
    register = read(staffed, PaperKind.DOCUMENT_REGISTER)
    (row,) = rows(register)
    (later,) = row.additions
    assert later.words == {"text": "已由张某签收", "signed_for_by": "张某"}
    assert later.is_corrected
    assert later.at == staffed.room.clock.now()
    assert register.count == 1


def test_a_withdrawn_continuation_is_not_told_as_if_it_held(staffed: Staff) -> None:
    first = record(staffed, "来电")
    withdraw(staffed, record(staffed, "已办结", continuation_of=first))
    (row,) = rows(read(staffed))
    assert row.additions == ()


def test_a_call_that_went_on_with_one_made_a_fax_is_not_struck_with_it(staffed: Staff) -> None:
    first = record(staffed, "燃气异味")
    record(staffed, "已通知燃气公司", kind=EntryKind.OUTGOING_CALL, continuation_of=first)
    correct(staffed, first, kind=EntryKind.FAX)
    register = read(staffed)
    struck, call = rows(register)
    assert (struck.words["text"], struck.is_struck, struck.additions) == ("燃气异味", True, ())
    assert (call.words["text"], call.is_struck) == ("已通知燃气公司", False)
    assert call.continues == EntryReference(1, DAY)
    assert (register.count, register.struck_only) == (1, 1)


def test_a_call_that_went_on_with_a_withdrawn_one_still_counts(staffed: Staff) -> None:
    first = record(staffed, "记错的来电")
    went_on = record(staffed, "真的来电", continuation_of=first)
    record(staffed, "又来电", continuation_of=went_on)
    withdraw(staffed, first)
    told = [(row.words["text"], row.is_struck) for row in rows(read(staffed))]
    assert told == [("记错的来电", True), ("真的来电", False), ("又来电", False)]


def test_a_fault_that_went_on_with_a_check_in_order_is_no_secret(staffed: Staff) -> None:
    in_order, fault = ({"equipment_condition": word} for word in ("normal", "abnormal"))
    first = record(staffed, "传真机正常", kind=EntryKind.EQUIPMENT, details=in_order)
    record(staffed, "传真机卡纸", kind=EntryKind.EQUIPMENT, details=fault, continuation_of=first)
    (row,) = rows(read(staffed, PaperKind.FAULT_REGISTER))
    assert (row.words["text"], row.continues) == ("传真机卡纸", EntryReference(1, DAY))


def test_an_entry_that_goes_on_from_elsewhere_names_it(staffed: Staff) -> None:
    patrol = record(staffed, "发现漏水", kind=EntryKind.PATROL)
    record(staffed, "通知物业", kind=EntryKind.OUTGOING_CALL, continuation_of=patrol)
    (row,) = rows(read(staffed))
    assert row.continues == EntryReference(1, DAY)


def test_the_result_of_an_open_item_stands_beside_the_own_result(staffed: Staff) -> None:
    room = staffed.room
    entry = draft(room, "路面塌陷", details={"result": "已围挡"})
    room.duty_log.record(entry, by=staffed.by, open_item=True)
    (item,) = room.open_item.open_items()
    room.open_item.close(item.id, "已修复", by=staffed.by)
    (row,) = rows(read(staffed))
    assert row.words["result"] == "已围挡；已修复"


def test_checks_are_parted_by_direction_and_numbered_through(staffed: Staff) -> None:
    kind = EntryKind.DUTY_CHECK
    record(staffed, "查社区", kind=kind, details={"direction": "of_subordinate"})
    record(staffed, "区里查", kind=kind, details={"direction": "from_superior"})
    register = read(staffed, PaperKind.DUTY_CHECK_SHEET)
    assert [part.name for part in register.parts] == ["from_superior", "of_subordinate"]
    assert [(row.no, row.words["text"]) for row in rows(register)] == [
        (1, "区里查"),
        (2, "查社区"),
    ]
    assert all("direction" not in row.words for row in rows(register))
    record(staffed, "没说", kind=kind)
    assert [part.name for part in read(staffed, PaperKind.DUTY_CHECK_SHEET).parts][-1] == ""


def test_equipment_found_in_order_is_left_out_of_the_faults(staffed: Staff) -> None:
    kind = EntryKind.EQUIPMENT
    record(staffed, "均正常", kind=kind, details={"equipment_condition": "normal"})
    record(staffed, "打印机缺粉", kind=kind, details={"equipment_condition": "abnormal"})
    told = [row.words["text"] for row in rows(read(staffed, PaperKind.FAULT_REGISTER))]
    assert told == ["打印机缺粉"]


@pytest.mark.parametrize("kind", list(REGISTER_KINDS))
def test_every_register_can_be_composed_for_a_day(staffed: Staff, kind: PaperKind) -> None:
    record(staffed, "一条", kind=REGISTER_KINDS[kind][0])
    register = read(staffed, kind, duty_date=DAY)
    assert (register.span.is_day, register.count) == (True, 1)
    assert read(staffed, kind, duty_date=DAY - timedelta(days=1)).count == 0


def test_what_went_on_with_a_withdrawn_call_is_told_in_full(staffed: Staff) -> None:
    first = record(staffed, "有异味", source="安和一社区", person="刘某")
    gone_on = {"source": "安和一社区", "person": "刘某", "continuation_of": first}
    record(staffed, "已恢复", kind=EntryKind.OTHER, **gone_on)
    (row,) = rows(read(staffed))
    assert "source" not in row.additions[0].words
    room = staffed.room
    room.withdrawal.withdraw(
        first, withdrawal.Withdrawal(room.duty_log.new_id(), "重复"), by=staffed.by
    )
    (row,) = rows(read(staffed))
    assert row.is_struck
    assert row.additions[0].words["source"] == "安和一社区"
