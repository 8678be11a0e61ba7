from PySide6.QtCore import Qt

from dutydesk.domain.sound import SoundOutcome
from dutydesk.ui.settings.sound_test import SoundTest
from tests.ui.whole_desk import whole_desk


def test_both_tones_can_be_asked_for_by_keyboard(theme, qtbot):
    made = SoundTest()
    qtbot.addWidget(made)
    wanted = []
    made.wanted.connect(wanted.append)
    for button in made.buttons.values():
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert wanted == ["soon", "due"]


def test_a_machine_without_sound_says_so_in_the_settings(staffed, theme, qtbot, monkeypatch):
    live = whole_desk(staffed.room, theme, qtbot)
    panel = live.enter("settings")
    from dutydesk.app.matters import Matters

    sounder = live.window.findChild(Matters)._sounder
    monkeypatch.setattr(sounder, "_prepare", lambda: None)
    sounder._multimedia, sounder._players = None, []
    panel.sound.buttons["due"].click()
    assert "没有可用的声音输出" in panel.sound.answer.text()
    panel.sound.say(SoundOutcome.PLAYED)
    assert panel.sound.answer.text().startswith("已经放出")
