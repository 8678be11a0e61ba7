"""The desk as the program builds it, over a real room, for tests of handover and shift."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from dutydesk.app.start import build_window
from dutydesk.ui.handover.reading import HandoverServices
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.messages import RecordingMessages
from dutydesk.ui.tasks import InlineRunner
from tests.builders import PIN

KEY = Qt.Key
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


def draft_of(morning):
    return morning.room.handover.draft()


def sign_out(morning):
    morning.into(morning.page.signs.outgoing.pin, PIN)
    morning.key(KEY.Key_Return)


def sign_in(morning, name, pin=PIN):
    card = morning.page.signs.incoming
    morning.choose(card.who, name)
    morning.into(card.pin, pin)
    morning.key(KEY.Key_Return)


def press(morning, button):
    button.setFocus()
    morning.key(KEY.Key_Space)


def fill_relief(morning, dialog, reason):
    morning.choose(dialog.incoming, "乙某")
    morning.into(dialog.pin, PIN)
    morning.choose(dialog.lead, "丙某")
    morning.into(dialog.lead_pin, PIN)
    dialog.reason.setPlainText(reason)


def services_of(room, show_paper=print):
    return HandoverServices(
        room.handover,
        room.relief,
        room.checklist,
        room.open_item,
        room.shift,
        room.officer,
        room.backup.automatic,
        show_paper,
    )


def open_shift(made, kind):
    made.key(KEY.Key_F8, SHIFT)
    return made.dialog(kind)
