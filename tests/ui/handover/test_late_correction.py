import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from dutydesk.domain.duty_log import Correction
from dutydesk.ui.handover.late_correction import LateCorrectionDialog, LateCorrections
from tests.builders import PIN, draft
from tests.handover_builders import hand_over
from tests.ui.live_desk import CTRL, SHIFT, live_desk, settle

KEY = (Qt.Key.Key_Y, CTRL | SHIFT)


@pytest.fixture
def live(staffed, theme, qtbot):
    room = staffed.room
    entry = room.duty_log.record(draft(room, "2号楼进水"), by=staffed.by).value
    hand_over(staffed)
    made = live_desk(room, theme, qtbot)
    made.late = LateCorrections(made.desk, room.late_correction, room.officer, made.window)
    made.entry = entry
    return made


def correct(live, staffed):
    fix = Correction("改", "楼号听错", text="3号楼进水")
    done = live.room.duty_log.correct(live.entry.id, fix, by=staffed.by)
    live.desk.hub.announce(done.changes)
    settle()


def strips(live):
    return [one.text for one in live.desk.notices.notices() if one.key == "late_correction"]


def test_the_strip_stands_until_a_leader_has_seen_them(live, staffed, qtbot):
    assert strips(live) == []
    correct(live, staffed)
    assert strips(live) == ["交班后更正1条，请带班领导阅知。"]
    live.press(KEY)
    dialog = live.dialog(LateCorrectionDialog)
    dialog.lead.choose(staffed.lead.id)
    dialog.pin.setText(PIN)
    qtbot.keyClick(dialog.pin, Qt.Key.Key_Return)
    settle()
    assert live.dialog(LateCorrectionDialog) is None
    assert strips(live) == []
    assert live.room.late_correction.unseen() == []


def test_the_leader_reads_what_stood_there_and_what_stands_there_now(live, staffed):
    correct(live, staffed)
    live.press(KEY)
    said = "\n".join(one.text() for one in live.dialog(LateCorrectionDialog).findChildren(QLabel))
    assert "原为：2号楼进水\n更正为：3号楼进水" in said


def test_without_a_leader_or_with_a_wrong_pin_it_says_so(live, staffed):
    correct(live, staffed)
    live.late.open()
    dialog = live.dialog(LateCorrectionDialog)
    dialog.lead.choose(None)
    dialog.submit()
    assert "还没有选带班领导" in dialog.answer.text()
    dialog.lead.choose(staffed.lead.id)
    dialog.pin.setText("000000")
    dialog.submit()
    assert "口令不对" in dialog.answer.text()
    assert strips(live) != []


def test_with_nothing_to_see_the_key_says_so(live):
    live.press(KEY)
    assert strips(live) == ["没有待阅知的交班后更正。"]
