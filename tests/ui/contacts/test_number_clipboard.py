from PySide6.QtGui import QGuiApplication

from dutydesk.ui.contacts.number_clipboard import NumberClipboard


def test_what_was_copied_since_is_not_cleared(qapp, qtbot):
    clipboard = NumberClipboard()
    clipboard.timer.setInterval(1)
    clipboard.copy("0000-6000013")
    QGuiApplication.clipboard().setText("别的")
    qtbot.waitUntil(lambda: not clipboard.timer.isActive())
    assert QGuiApplication.clipboard().text() == "别的"


def test_a_second_number_is_kept_a_whole_minute_again(qapp):
    clipboard = NumberClipboard()
    clipboard.copy("110")
    assert clipboard.timer.remainingTime() > 55_000
    assert "已复制 119" in clipboard.copy("119")
    assert QGuiApplication.clipboard().text() == "119"
