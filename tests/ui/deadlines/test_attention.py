from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSystemTrayIcon

from dutydesk.ui.deadlines.attention import Attention


def test_the_window_comes_forward_without_becoming_active(window, qtbot):
    window.showMinimized()
    attention = Attention(window, window.desk.theme)
    attention.come_forward()
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert not window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_a_nudge_without_a_tray_does_no_harm(window, monkeypatch):
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    attention = Attention(window, window.desk.theme)
    attention.nudge("值守台", "已到时限")
    assert attention._tray is None


def test_with_a_tray_the_sentence_is_said_there(window, monkeypatch):
    said = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda self: None)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda self, *words: said.append(words[1]))
    Attention(window, window.desk.theme).nudge("值守台", "已到时限")
    assert said == ["已到时限"]
