import pytest

from dutydesk.domain.duty_log import Correction
from dutydesk.domain.late_correction import NothingUnseen
from dutydesk.domain.officer import OfficerMayNot, PinWrong
from dutydesk.domain.withdrawal import Withdrawal
from tests.builders import PIN, Staff, draft
from tests.handover_builders import hand_over


def corrected_late(staffed: Staff):
    room = staffed.room
    entry = room.duty_log.record(draft(room, "2号楼进水"), by=staffed.by).value
    other = room.duty_log.record(draft(room, "记重"), by=staffed.by).value
    hand_over(staffed)
    fix = Correction("改", "楼号听错", text="3号楼进水")
    room.duty_log.correct(entry.id, fix, by=staffed.by)
    room.withdrawal.withdraw(other.id, Withdrawal("撤", "记重了"), by=staffed.by)


def test_within_the_running_shift_nobody_needs_to_be_told(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "2号楼进水"), by=staffed.by).value
    room.duty_log.correct(entry.id, Correction("改", "听错", text="3号楼进水"), by=staffed.by)
    assert room.late_correction.unseen() == []


def test_after_handover_a_leader_is_told_until_he_has_seen(staffed: Staff) -> None:
    room = staffed.room
    corrected_late(staffed)
    unseen = room.late_correction.unseen()
    assert [listed.entry.id for _, listed in unseen] == ["改", "撤"]
    ids = [late.id for late, _ in unseen]
    seen = room.late_correction.see(ids[:1], staffed.lead.id, PIN, by=staffed.by).value
    assert (seen[0].seen_by, seen[0].seen_at) == (staffed.lead.name, room.clock.now())
    assert [late.id for late, _ in room.late_correction.unseen()] == ids[1:]
    with pytest.raises(NothingUnseen):
        room.late_correction.see(ids[:1], staffed.lead.id, PIN, by=staffed.by)
    with room.store.reading() as tables:
        newest = tables.journal.newest()
    assert newest is not None


def test_only_a_leader_with_his_pin_acknowledges(staffed: Staff) -> None:
    room = staffed.room
    corrected_late(staffed)
    ids = [late.id for late, _ in room.late_correction.unseen()]
    with pytest.raises(PinWrong):
        room.late_correction.see(ids, staffed.lead.id, "000000", by=staffed.by)
    with pytest.raises(OfficerMayNot):
        room.late_correction.see(ids, staffed.officer.id, PIN, by=staffed.by)
    assert len(room.late_correction.unseen()) == 2


def test_what_no_leader_has_seen_stands_on_the_next_record_and_stays_there(
    staffed: Staff,
) -> None:
    room = staffed.room
    corrected_late(staffed)
    running, _ = room.duty_log.entries_of_running_shift()
    assert running is not None
    record = room.handover.record(running.id)
    lines = [line for line in record.remarks.splitlines() if line.startswith("交班后更正")]
    assert len(lines) == 2
    assert "11月20日第1条（更正" in lines[0]
    assert "原因：楼号听错" in lines[0]
    assert "第2条（撤回" in lines[1]
    room.late_correction.see(
        [late.id for late, _ in room.late_correction.unseen()], staffed.lead.id, PIN, by=staffed.by
    )
    assert "交班后更正" not in room.handover.record(running.id).remarks
