import pytest

from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.paper_issue import NothingToPrint
from dutydesk.domain.reporting_unit import ReachResult
from tests.builders import Staff
from tests.reporting_builders import list_units, result_draft, roll_call_draft


def test_a_roll_call_is_told_with_every_unit(staffed: Staff) -> None:
    room = staffed.room
    with pytest.raises(NothingToPrint):
        room.roll_call_result.sheet()
    with pytest.raises(RecordUnknown):
        room.roll_call_result.sheet("没有")
    list_units(staffed)
    draft = roll_call_draft()
    lines = room.roll_call.start(draft, by=staffed.by).value.lines
    wrong = result_draft(
        lines[0].target.id, officer_on_post=False, finding="脱岗", action="通报", ring_count=4
    )
    room.roll_call.record(wrong, by=staffed.by)
    silent = result_draft(lines[1].target.id, result=ReachResult.NO_ANSWER)
    room.roll_call.record(silent, by=staffed.by)
    subject, sheet = room.roll_call_result.sheet()
    assert (subject, sheet.method, sheet.ended_at) == (draft.id, "电话", None)
    first, second, third = sheet.rows
    assert (first.officer_on_post, first.finding, first.rings) == ("否", "脱岗；通报", "响4声")
    assert (second.result, second.lead_on_post, second.is_wrong) == ("无人接听", "", True)
    assert (third.result, third.at, third.is_wrong) == ("未点", None, False)
    assert room.roll_call_result.sheet(draft.id)[1] == sheet
