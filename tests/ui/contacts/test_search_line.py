import pytest
from PySide6.QtCore import Qt

from dutydesk.ui.contacts.search_line import SearchLine


@pytest.mark.parametrize(
    ("key", "rows"),
    [(Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1), (Qt.Key.Key_PageDown, 10)],
)
def test_arrows_go_to_the_list_and_the_cursor_stays(theme, qtbot, key, rows):
    line = SearchLine(theme)
    qtbot.addWidget(line)
    line.show()
    with qtbot.waitSignal(line.stepped) as caught:
        qtbot.keyClick(line.edit, key)
    assert caught.args == [rows]
