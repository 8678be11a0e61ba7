import pytest

from dutydesk.domain.alarm import AcknowledgedAlarm, AlarmState, Rung
from dutydesk.ui.deadlines.acknowledge_dialog import AcknowledgeDialog, Acknowledgement
from tests.incident_builders import at

STATES = {"k": AlarmState("k", at("2026-11-20 08:40"), Rung.DUE)}


@pytest.fixture
def matter(staffed):
    alarms = (AcknowledgedAlarm("k", "首报"),)
    return Acknowledgement(staffed.room.alarm, alarms, STATES, ["已到时限：首报"])


def test_without_officers_the_seat_acknowledges(live, matter):
    dialog = AcknowledgeDialog(live.desk, [], matter, live.window)
    with live.qtbot.waitSignal(dialog.heard) as caught:
        dialog.submit()
    assert caught.args == [("k",), "甲某"]


def test_who_sits_at_the_desk_is_chosen_already(live, matter, staffed):
    dialog = AcknowledgeDialog(
        live.desk, [staffed.lead, staffed.admin, staffed.officer], matter, live.window
    )
    assert dialog.who.currentText() == "甲某"
    assert dialog.who.count() == 3
