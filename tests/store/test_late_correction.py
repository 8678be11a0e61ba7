from dataclasses import replace

from dutydesk.domain.late_correction import LateCorrection
from tests.builders import Staff, draft


def test_what_was_seen_waits_no_more(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room), by=staffed.by).value
    late = LateCorrection(id="1", entry_id=entry.id, corrected_at=room.clock.now())
    with room.store.writing(actor="cli", action="duty_log.correct") as work:
        work.tables.late_correction.put(late)
        assert work.tables.late_correction.unseen() == [late]
        seen = replace(late, seen_at=room.clock.now(), seen_by="甲某")
        work.tables.late_correction.put(seen)
        assert work.tables.late_correction.unseen() == []
