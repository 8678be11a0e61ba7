from dutydesk.domain.duty_log import Correction
from tests.builders import Staff
from tests.services.test_incident import opened
from tests.services.test_incident_handling import call, tick


def test_a_corrected_entry_leaves_the_call_on_the_sheet(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    done = room.incident_handling.notify(call(room, incident), by=staffed.by).value
    correction = Correction(room.duty_log.new_id(), "写错", text="通报119，已出动三车。")
    room.duty_log.correct(done.entry_id, correction, by=staffed.by)
    with room.store.reading() as tables:
        assert tables.incident_handling.notices_of(incident.id) == (done,)
        assert tables.incident_handling.notice(done.id) == done
        assert tables.incident_handling.notice("none") is None


def test_ticks_come_back_as_they_were_written(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    done = room.incident_handling.note_action(tick(room, incident), by=staffed.by).value
    with room.store.reading() as tables:
        assert tables.incident_handling.taken_of(incident.id) == (done,)
        assert tables.incident_handling.taken(done.id) == done
        assert tables.incident_handling.taken("none") is None
