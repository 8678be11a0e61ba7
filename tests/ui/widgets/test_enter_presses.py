"""Enter on a button of the desk presses it; Enter that only passes by does not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout

from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from tests.ui.looking import press


def test_enter_presses_the_button_that_has_the_focus(window, qtbot):
    window.bar.buttons["contacts"].setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.room() is window.panel("contacts")
    done = []
    window.desk.notices.put(
        Notice("a", NoticeKind.ERROR, "磁盘已满", "再试", lambda: done.append(1))
    )
    window.desk.notices._strips["a"]._verb.setFocus()
    press(qtbot, window, Qt.Key.Key_Enter)
    assert done == [1]


def test_enter_in_a_field_does_not_press_the_button_that_gets_the_focus_by_it(window, qtbot):
    room = window.room()
    field, button, pressed = QLineEdit(), QPushButton("打印"), []
    column = room.layout()
    assert isinstance(column, QVBoxLayout)
    column.addWidget(field)
    column.addWidget(button)
    button.clicked.connect(lambda: pressed.append(1))
    field.returnPressed.connect(button.setFocus)
    qtbot.waitUntil(button.isVisible)
    field.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert button.hasFocus()
    assert pressed == []
    press(qtbot, window, Qt.Key.Key_Return)
    assert pressed == [1]
