from dutydesk.domain.duty_log import Correction
from dutydesk.store.correcting import unseen_corrections
from tests.builders import Staff, draft
from tests.handover_builders import hand_over


def test_only_a_shift_that_was_handed_over_makes_a_correction_late(staffed: Staff) -> None:
    room = staffed.room
    first, second = (room.duty_log.record(draft(room, t), by=staffed.by).value for t in "甲乙")
    room.duty_log.correct(first.id, Correction("早", "听错", text="丙"), by=staffed.by)
    hand_over(staffed)
    room.duty_log.correct(second.id, Correction("晚", "听错", text="丁"), by=staffed.by)
    with room.store.reading() as tables:
        assert [late.entry_id for late in tables.late_correction.unseen()] == ["晚"]
        (told,) = unseen_corrections(tables)
    assert (told.original_no, told.reason, told.is_withdrawal) == (2, "听错", False)
