from PySide6.QtCore import Qt

from dutydesk.ui.help.window import HelpWindow
from tests.ui.looking import CTRL, press


def test_f6_goes_from_room_to_clocks_to_rooms_and_round(window, qtbot):
    panes = [window.room(), window.deadlines, window.bar]
    seen = []
    for _ in range(4):
        seen.append(next(p for p in panes if p.isAncestorOf(window.focusWidget())))
        press(qtbot, window, Qt.Key.Key_F6)
    assert seen == [panes[0], panes[1], panes[2], panes[0]]


def test_f9_in_a_room_without_a_paper_says_so(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F9)
    (said,) = window.desk.notices.notices()
    assert said.text.startswith("这一页没有可打印的")


def test_ctrl_plus_and_minus_change_the_type_size(window, qtbot):
    press(qtbot, window, Qt.Key.Key_Plus, CTRL)
    assert window.desk.theme.scale == 110
    press(qtbot, window, Qt.Key.Key_Equal, CTRL)
    assert window.desk.theme.scale == 125
    press(qtbot, window, Qt.Key.Key_Minus, CTRL)
    press(qtbot, window, Qt.Key.Key_0, CTRL)
    assert window.desk.theme.scale == 100


def test_f1_opens_the_page_of_the_room_and_works_on_a_locked_desk(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F1)
    shown = window.findChild(HelpWindow)
    assert shown.page_shown() == "index"
    shown.close()
    window.lock()
    press(qtbot, window, Qt.Key.Key_F1)
    assert shown.isVisible()
    assert shown.page_shown() == "lock"
