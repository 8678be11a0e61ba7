from PySide6.QtCore import Qt

from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from tests.ui import sample_desk as sample
from tests.ui.looking import clipped_texts, press


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


def test_an_alarm_over_large_type_does_not_squeeze_the_fields_of_a_locked_desk(window, qtbot):
    theme = window.desk.theme
    theme.set_scale(200)
    window.desk.notices.put(Notice("alarm.due", NoticeKind.ALARM, "有时限报警。", "确认报警  F11"))
    press(qtbot, window, Qt.Key.Key_F12)
    curtain = window.curtain
    qtbot.waitUntil(lambda: _gap(curtain) == theme.px(8))
    qtbot.keyClicks(window.focusWidget(), "111111")
    press(qtbot, window, Qt.Key.Key_Return)
    assert curtain._answer.isVisible()
    qtbot.waitUntil(lambda: _gap(curtain) == theme.px(8))
    assert clipped_texts(curtain) == []
    window.desk.notices.take_down("alarm.due")
    theme.set_scale(100)
    assert curtain._picture.isVisible()


def _gap(curtain):
    return curtain._pin.y() - curtain._who.y() - curtain._who.height()
