from PySide6.QtCore import Qt

from tests.ui import sample_desk as sample
from tests.ui.looking import press


def test_a_right_pin_opens_the_curtain_for_who_typed_it(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F12)
    assert window.focusWidget() is window.curtain._pin
    qtbot.keyClicks(window.focusWidget(), "111111")
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.is_locked
    assert window.curtain._answer.text()
    window.curtain._who.setCurrentIndex(1)
    qtbot.keyClicks(window.focusWidget(), sample.PIN)
    press(qtbot, window, Qt.Key.Key_Return)
    assert not window.is_locked
    assert window.desk.session.seat.name == "乙某"
    assert window.room().isVisible()
    assert "乙某" in window.windowTitle()
