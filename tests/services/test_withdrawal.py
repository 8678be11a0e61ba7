import pytest

from dutydesk.domain.duty_log import Correction
from dutydesk.domain.duty_log_refusals import (
    CorrectionReasonMissing,
    EntryAlreadyCorrected,
    EntryAlreadyWithdrawn,
    EntryBeganIncident,
)
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import DraftIncident, ExitReason, IncidentCategory
from dutydesk.domain.open_item import OpenItemStatus
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.withdrawal import Withdrawal
from tests.builders import Staff, draft, item_draft


def recorded(staffed: Staff, text: str = "3号楼燃气异味"):
    return staffed.room.duty_log.record(draft(staffed.room, text), by=staffed.by).value


def taken_back(staffed: Staff, entry_id: str, reason: str = "记重了", made: str = "撤"):
    withdrawal = Withdrawal(made, reason)
    return staffed.room.withdrawal.withdraw(entry_id, withdrawal, by=staffed.by)


def test_a_withdrawn_entry_stays_struck_with_who_when_and_why(staffed: Staff) -> None:
    room, entry = staffed.room, recorded(staffed)
    room.clock.forward(minutes=30)  # type: ignore[attr-defined]  # FixedClock
    made = taken_back(staffed, entry.id).value
    old = room.duty_log.entry(entry.id)
    assert (old.entry, old.is_struck, old.is_withdrawn) == (entry, True, True)
    assert old.struck_by is not None
    assert (old.struck_by.id, old.struck_by.no, old.struck_by.reason) == (made.id, 2, "记重了")
    assert old.struck_by.recorder == staffed.admin.name
    assert old.struck_by.recorded_at == room.clock.now()
    new = room.duty_log.entry(made.id)
    assert new.corrects is not None
    assert (new.corrects.id, new.corrects.no) == (entry.id, 1)
    with room.store.reading() as tables:
        newest = tables.journal.newest()
    assert newest is not None
    assert newest.action == "duty_log.withdraw"


def test_the_same_withdrawal_twice_is_written_once(staffed: Staff) -> None:
    entry = recorded(staffed)
    first = taken_back(staffed, entry.id)
    again = taken_back(staffed, entry.id)
    assert again.value == first.value
    assert not again.changes.touched


def test_what_holds_no_more_is_not_taken_back(staffed: Staff) -> None:
    room, entry, other = staffed.room, recorded(staffed), recorded(staffed, "另一条")
    room.duty_log.correct(other.id, Correction("改", "听错", text="另两条"), by=staffed.by)
    with pytest.raises(EntryAlreadyCorrected) as corrected:
        taken_back(staffed, other.id)
    assert corrected.value.by_no == 3
    taken_back(staffed, entry.id)
    with pytest.raises(EntryAlreadyWithdrawn) as withdrawn:
        taken_back(staffed, entry.id, made="又撤")
    assert withdrawn.value.by_no == 4
    with pytest.raises(EntryAlreadyWithdrawn):
        room.duty_log.correct(entry.id, Correction("再改", "听错", text="新"), by=staffed.by)
    with pytest.raises(CorrectionReasonMissing):
        taken_back(staffed, "改", reason=" ", made="三撤")
    with pytest.raises(RecordUnknown):
        taken_back(staffed, "没有")


def test_a_correction_may_be_taken_back_and_is_the_end_of_its_chain(staffed: Staff) -> None:
    room, entry = staffed.room, recorded(staffed)
    room.duty_log.correct(entry.id, Correction("改", "听错", text="5号楼"), by=staffed.by)
    made = taken_back(staffed, "改").value
    assert [one.entry.id for one in room.duty_log.history(entry.id)] == [entry.id, "改", made.id]


def incident_of(staffed: Staff, entry_id: str):
    draft = DraftIncident(
        id="事",
        title="安和三社区燃气泄漏",
        category=IncidentCategory.ACCIDENT,
        kind="燃气泄漏",
        place="安和三社区",
        received_at=staffed.room.clock.now(),
        origin_entry_id=entry_id,
    )
    return staffed.room.incident.open(draft, by=staffed.by).value


@pytest.mark.parametrize("is_corrected", [False, True])
def test_the_entry_an_incident_began_with_stays(staffed: Staff, is_corrected: bool) -> None:
    room, entry = staffed.room, recorded(staffed)
    incident = incident_of(staffed, entry.id)
    if is_corrected:
        room.duty_log.correct(entry.id, Correction("改", "听错", text="5号楼"), by=staffed.by)
    with pytest.raises(EntryBeganIncident) as refused:
        taken_back(staffed, "改" if is_corrected else entry.id)
    assert refused.value.incident_no == incident.incident_no
    reason = ExitReason.FALSE_ALARM
    room.incident.close(incident.id, exit_reason=reason, note="误报", by=staffed.by)
    with pytest.raises(EntryBeganIncident):
        taken_back(staffed, "改" if is_corrected else entry.id)


def test_an_open_item_of_a_withdrawn_entry_stays_open_and_says_so(staffed: Staff) -> None:
    room, entry = staffed.room, recorded(staffed)
    kept = item_draft("回电", "甲某", attention="先问物业", origin_entry_id=entry.id)
    room.open_item.open(kept, by=staffed.by)
    done = item_draft("已办的", "甲某", origin_entry_id=entry.id)
    room.open_item.open(done, by=staffed.by)
    room.open_item.close(done.id, "办了", by=staffed.by)
    taken_back(staffed, entry.id)
    items = {item.id: item for item in room.open_item.all_items()}
    assert items[kept.id].status is OpenItemStatus.OPEN
    assert items[kept.id].attention == "先问物业；原记录（11月20日第1条）已撤回"
    assert items[done.id].attention == ""
    record = room.handover.record(staffed.shift.id)
    assert "已撤回" in record.open_items[0].note


def test_a_directive_whose_entry_was_withdrawn_stays_in_the_ledger_and_says_so(
    staffed: Staff,
) -> None:
    room = staffed.room
    typed = draft(room, "排查隐患", kind=EntryKind.DIRECTIVE, person="区长")
    room.duty_log.record(typed, by=staffed.by)
    (before,) = room.directive.ledger(only_open=True)
    assert not before.is_withdrawn
    taken_back(staffed, typed.id)
    (line,) = room.directive.ledger(only_open=True)
    assert line.is_withdrawn
    record = room.handover.record(staffed.shift.id)
    assert record.open_items[0].progress.endswith("原记录已撤回")
    ledger = room.directive_ledger.ledger(PaperRequest(PaperKind.DIRECTIVE_LEDGER))
    assert ledger.rows[0].source == "11月20日日志第1条（原记录已撤回）"


def test_the_sheet_strikes_the_one_and_says_of_the_other_what_it_took_back(staffed: Staff) -> None:
    entry = recorded(staffed)
    taken_back(staffed, entry.id)
    _, (sheet,) = staffed.room.log_sheet.sheets(None)
    old, new = sheet.entries
    assert old.is_struck
    assert old.is_withdrawn
    assert not old.is_withdrawal
    assert new.is_withdrawal
    assert new.corrects is not None
    assert new.corrects.no == 1
