import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.alarm import AcknowledgedAlarm, AlarmState
from dutydesk.domain.alarm_clock import Rung
from dutydesk.ui.deadlines.acknowledge_dialog import AcknowledgeDialog, Acknowledgement
from tests.incident_builders import at
from tests.ui.deadlines.test_alarm import open_incident
from tests.ui.held_runner import HeldRunner
from tests.ui.whole_desk import whole_desk

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


def test_esc_while_it_is_being_saved_does_not_let_the_tone_go_on(staffed, theme, qtbot):
    runner = HeldRunner()
    live = whole_desk(staffed.room, theme, qtbot, runner=runner)
    open_incident(live)
    live.go_on(minutes=30)
    live.press(Qt.Key.Key_F11)
    dialog = live.dialog(AcknowledgeDialog)
    runner.is_held = True
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    dialog.close()
    assert dialog.isVisible()
    runner.release()
    assert live.dialog(AcknowledgeDialog) is None
    assert live.alarm.standing() == ()
    live.go_on(seconds=40)
    assert live.heard.tones == ["due"]
    found = [text for text in live.titles() if text.startswith("确认报警")]
    assert len(found) == 1


def test_esc_before_it_is_saved_leaves_the_alarm_standing(live, matter):
    dialog = AcknowledgeDialog(live.desk, [], matter, live.window)
    dialog.open()
    live.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
