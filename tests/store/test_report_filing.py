from dataclasses import replace
from datetime import timedelta

from dutydesk.store import casebook
from dutydesk.store.report_filing import corrected_by, judged, newest
from tests.incident_builders import RECEIVED, report
from tests.services.test_incident_report import opened
from tests.services.test_incident_report import report as reported


def test_the_newest_is_the_one_sent_last():
    first = report("first", "written", RECEIVED)
    later = report("follow_up", "phone", RECEIVED + timedelta(minutes=1))
    assert newest([later, first]) is later
    assert newest([]) is None


def test_a_correction_is_not_judged(room, clock):
    incident = opened(room)
    made = reported(room, incident, "first")
    clock.forward(hours=9)
    again = replace(made, id="r2", sent_at=clock.now(), corrects_report_id=made.id)
    with room.store.reading() as tables:
        file = casebook.incident_file(tables, incident.id)
        assert corrected_by(file.reports, again) == made
        assert corrected_by(file.reports, made) is None
        assert judged(tables, file, replace(again, due_at=None, is_met=None), "") == replace(
            again, due_at=None, is_met=None
        )
        late = judged(tables, replace(file, reports=()), replace(made, sent_at=clock.now()), "堵")
    assert (late.is_met, late.late_reason) == (False, "堵")
