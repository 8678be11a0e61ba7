from PySide6.QtCore import Qt

from dutydesk.ui.widgets.steps_pane import StepsPane


def test_the_lines_are_read_not_written_and_tab_goes_on(theme, qtbot):
    pane = StepsPane(theme, "进展")
    qtbot.addWidget(pane)
    pane.show_steps("进展　提醒 06:15", ["一", "二"])
    assert (pane.head.text(), pane.lines.toPlainText()) == ("进展　提醒 06:15", "一\n二")
    pane.show()
    qtbot.keyClick(pane.lines, Qt.Key.Key_A)
    assert pane.lines.toPlainText() == "一\n二"
    assert pane.lines.tabChangesFocus()


def test_a_low_room_has_no_place_for_it(theme, qtbot):
    pane = StepsPane(theme, "进展")
    qtbot.addWidget(pane)
    assert pane.has_room(700)
    assert not pane.has_room(200)
