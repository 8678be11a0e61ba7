import pytest

from dutydesk.domain.call_round import CallResult
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.paper_issue import NothingToPrint, PaperKind, PaperRequest
from tests.builders import Staff
from tests.call_builders import open_incident, press, round_draft

R = CallResult
KIND = PaperKind.CALL_ROUND_SHEET


def test_every_attempt_stands_on_the_sheet_and_a_slip_is_struck(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    incident = open_incident(room, by)
    made = room.call_round.start(round_draft(3, incident_id=incident.id), by=by).value
    first, second, third = room.call_reading.sheet(made.id).targets
    slip = room.call_round.attempt(press(room, first.id, R.ANSWERED), by=by).value.attempt
    room.call_round.attempt(press(room, first.id, R.BUSY, corrects=slip.id), by=by)
    for _ in range(3):
        room.call_round.attempt(press(room, second.id, R.NO_ANSWER), by=by)
    room.call_round.attempt(press(room, second.id, R.ANSWERED, "已到 19900000001"), by=by)
    room.call_round.skip(third.id, "已在岗", by=by)
    room.call_round.end(made.id, "派人上门", by=by)
    _, sheet = room.call_round_sheet.sheet(PaperRequest(KIND, call_round_id=made.id))
    one, two, three = sheet.rows
    assert [(x.result, x.is_struck, x.mark[:2]) for x in one.lines] == [
        ("答了", True, ""),
        ("占线", False, "更正"),
    ]
    assert [x.try_no for x in two.lines] == ["1", "2", "3", "1"]
    assert two.lines[-1].name == "B角 王某2"
    assert (three.state, three.note, three.lines) == ("免叫", "已在岗", ())
    assert (sheet.about, sheet.missing) == (incident.title, "安和一社区 李某1")
    assert "应叫2人，应答1人（其中B角应答1人）" in sheet.summary
    assert "应答率50%" in sheet.summary
    newest, masked = room.call_round_sheet.sheet(PaperRequest(KIND, is_masked=True))
    assert newest == made.id
    assert masked.rows[1].lines[0].phone == "199****0002"
    assert masked.rows[1].lines[-1].words == "已到 199****0001"


def test_without_a_round_there_is_nothing_to_print(staffed: Staff) -> None:
    with pytest.raises(NothingToPrint):
        staffed.room.call_round_sheet.sheet(PaperRequest(KIND))
    with pytest.raises(RecordUnknown):
        staffed.room.call_round_sheet.sheet(PaperRequest(KIND, call_round_id="x"))
