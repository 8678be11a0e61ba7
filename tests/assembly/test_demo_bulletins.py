from dutydesk.assembly.demo_bulletins import issue_bulletin
from dutydesk.domain.bulletin import BulletinState
from tests.builders import Staff
from tests.services.test_incident_report import opened


def test_a_step_drafts_one_and_signs_it_where_it_says_so(staffed: Staff) -> None:
    room = staffed.room
    fire = opened(room)
    day = room.bulletin.sources().days[0]
    issue_bulletin(room, {"kind": "highlights", "to": ["甲"]}, (None, day), staffed.by)
    step = {"kind": "bulletin", "to": ["乙"], "body": "起火。", "signed": True}
    issue_bulletin(room, step, (fire.id, day), staffed.by)
    states = {one.kind.value: (one.state, one.report_to) for one in room.bulletin.bulletins()}
    assert states == {
        "highlights": (BulletinState.DRAFT, ("甲",)),
        "bulletin": (BulletinState.SIGNED, ("乙",)),
    }
