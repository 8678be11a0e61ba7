from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.deadline_task import DeadlineTask
from tests.builders import Staff
from tests.domain.test_task_clock import done
from tests.incident_builders import RECEIVED, incident


def test_what_was_done_is_kept_in_the_order_of_recording(staffed: Staff) -> None:
    room: DutyRoom = staffed.room
    later = done(DeadlineTask.NIL_REPORT, RECEIVED, id="t2", note="无新增")
    sooner = done(DeadlineTask.RELIEF, RECEIVED, id="t1")
    with room.store.writing(actor="cli", action="incident.open") as work:
        work.tables.incident.put(incident())
        work.tables.incident_task.append(later)
        work.tables.incident_task.append(sooner)
    with room.store.reading() as tables:
        assert tables.incident_task.of_incident("i1") == (later, sooner)
        assert tables.incident_task.by_id("t1") == sooner
        assert tables.incident_task.by_id("t3") is None
