from PySide6.QtWidgets import QPushButton

from dutydesk.ui.widgets.verb_buttons import VerbButtons
from tests.ui.live_desk import settle


def test_the_second_group_goes_below_where_one_row_is_too_narrow(theme, qtbot):
    first, second = QPushButton("正常  Ctrl+1"), QPushButton("其余正常  Ctrl+Shift+N")
    buttons = VerbButtons(theme, [first], [second])
    qtbot.addWidget(buttons)
    buttons.resize(800, 60)
    buttons.show()
    assert second.x() > first.x()
    buttons.resize(second.sizeHint().width() + 10, 120)
    settle()
    assert second.y() > first.y()
