from PySide6.QtCore import Qt

from tests.ui.looking import press


def test_a_room_is_the_same_one_when_one_comes_back(window, qtbot):
    first = window.panel("duty_desk")
    press(qtbot, window, Qt.Key.Key_F8)
    press(qtbot, window, Qt.Key.Key_F5)
    assert window.room() is first


def test_f2_takes_down_a_call_from_every_room(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F8)
    elsewhere = window.room()
    press(qtbot, window, Qt.Key.Key_F2)
    assert window.room() is window.panel("duty_desk")
    assert (window.room().begun, elsewhere.begun) == (1, 0)


def test_a_room_with_nothing_to_type_in_yet_hears_its_keys_and_gives_the_focus_to_the_field(
    window, qtbot
):
    press(qtbot, window, Qt.Key.Key_F8)
    room = window.room()
    room.empty.setEnabled(False)
    room.entered()
    assert room.hasFocus()
    assert room.last_field() is None
    room.empty.setEnabled(True)
    room.entered()
    assert room.empty.isAncestorOf(window.focusWidget())
    assert room.last_field() is window.focusWidget()
