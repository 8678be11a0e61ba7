"""The desk as the program builds it, over a real room, for tests of handover and shift."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from dutydesk.app.start import build_window
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.messages import RecordingMessages
from dutydesk.ui.tasks import InlineRunner

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass
class OverRoom:
    """A window and the keys an officer presses in it."""

    room: object
    window: DeskWindow
    qtbot: object

    @property
    def desk(self):
        return self.window.desk

    @property
    def page(self):
        return self.window.panel("handover")

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier, times=1):
        """Press a key where the focus is."""
        for _ in range(times):
            window = QApplication.activeWindow() or self.window
            self.qtbot.keyClick(window.focusWidget() or window, key, modifier)
            QApplication.processEvents()

    def type(self, text):
        """Type where the focus is."""
        window = QApplication.activeWindow() or self.window
        self.qtbot.keyClicks(window.focusWidget(), text)
        QApplication.processEvents()

    def choose(self, box, name):
        """Go to a list of names and choose one by the arrow keys."""
        box.setFocus()
        at = box.findText(name)
        assert at >= 0, name
        steps = at - box.currentIndex()
        self.key(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up, times=abs(steps))
        assert box.currentText() == name

    def into(self, field, text):
        """Put the cursor into a field and type."""
        field.setFocus()
        self.type(text)

    def dialog(self, kind):
        """Return the window over the desk, which has the keys."""
        found = [one for one in self.window.findChildren(kind) if one.isVisible()]
        assert len(found) == 1
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is found[0])
        return found[0]

    def notices(self):
        return [notice.text for notice in self.desk.notices.notices()]

    def no_dialog(self):
        return not [one for one in self.window.findChildren(QDialog) if one.isVisible()]


def over_room(room, theme, qtbot):
    window = build_window(room, theme, InlineRunner(), RecordingMessages())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.enter("duty_desk")
    return OverRoom(room, window, qtbot)
