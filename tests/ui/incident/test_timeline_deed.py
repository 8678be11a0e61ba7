from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.ui.incident.timeline_deed import TimelineDeed, TimelineDialog
from tests.ui.incident.test_handling_deed import notify
from tests.ui.incident.test_panel import start
from tests.ui.live_desk import CTRL, SHIFT, settle

KEY = Qt.Key


def test_the_pane_has_the_picture_and_it_follows_what_happens(live):
    incident = start(live)
    deed = live.enter("incident").findChild(TimelineDeed)
    heard = []
    deed.view.pointed.connect(heard.append)
    live.go_on(minutes=1)
    notify(live, incident)
    for at in range(9):
        deed.view.choose(at)
    assert any("通报　119" in words for words in heard)
    assert deed.words.text() == heard[-1]


def test_large_by_one_key_with_a_list_that_follows_the_picture(live, tmp_path):
    incident = start(live)
    live.enter("incident")
    notify(live, incident)
    live.press((KEY.Key_L, CTRL | SHIFT))
    dialog = live.dialog(TimelineDialog)
    dialog.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    settle()
    assert dialog.view.hasFocus()
    live.qtbot.keyClick(dialog.view, KEY.Key_End)
    row = dialog.list.currentRow()
    assert dialog.words.text() == dialog.list.item(row).text()
    dialog.list.setCurrentRow(0)
    assert dialog.words.text() == dialog.list.item(0).text()
    assert any("119" in dialog.list.item(at).text() for at in range(dialog.list.count()))
    file = tmp_path / "脉络.png"
    live.messages.answers.append(file)
    dialog.save.click()
    assert file.is_file()
    assert str(file) in dialog.words.text()
    dialog.save_to(tmp_path / "none" / "x")
    assert "没有存下" in dialog.words.text()
