"""Somebody at the desk with ten fingers and no mouse; every key pressed is counted."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QComboBox

from dutydesk.domain.officer import Actor, OfficerRole
from dutydesk.ui.papers.paper_desk import PaperDesk
from dutydesk.ui.papers.preview import Outlets
from dutydesk.ui.shift.take_over_dialog import TakeOverDialog
from dutydesk.ui.tasks import InlineRunner, LaneRunner
from tests.builders import PIN, Staff
from tests.ui.conftest import desk_clock, screen_font, theme  # noqa: F401 - fixtures
from tests.ui.live_desk import fill_contacts, insert
from tests.ui.papers.conftest import Choice
from tests.ui.whole_desk import whole_desk

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass
class Officer:
    """Presses keys where the program and Tab have put the focus.

    ``pressed`` counts keys, one with its modifier as one; ``write`` is free text, not counted.
    """

    live: object
    qtbot: object
    printer: Choice
    pressed: int = 0

    @property
    def room(self):
        return self.live.room

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier, times=1):
        """Press a key in the window that has the keys."""
        for _ in range(times):
            QCoreApplication.processEvents()
            self.pressed += 1
            self.qtbot.keyClick(self.focus, key, modifier)
        QCoreApplication.processEvents()

    def type(self, text):
        """Type what is looked for: each sign is a key."""
        self.pressed += len(text)
        self.write(text)

    def write(self, text):
        """Write free text; Chinese comes as the input method delivers it."""
        for sign in text:
            if sign.isascii():
                self.qtbot.keyClicks(self.focus, sign)
            else:
                insert(self.focus, sign)

    @property
    def focus(self):
        window = QApplication.activeWindow() or self.live.window
        return window.focusWidget() or window

    def choose(self, name):
        """Choose a name in the list that has the focus."""
        box = self.focus
        assert isinstance(box, QComboBox)
        self.wait(lambda: box.findText(name) >= 0)
        steps = box.findText(name) - box.currentIndex()
        self.press(KEY.Key_Down if steps > 0 else KEY.Key_Up, times=abs(steps))
        assert box.currentText() == name

    def wait(self, holds):
        self.qtbot.waitUntil(holds)

    def window_of(self, kind):
        """Wait for a window over the desk that has the keys."""
        self.wait(lambda: isinstance(QApplication.activeWindow(), kind))
        return QApplication.activeWindow()

    def back_at_desk(self):
        self.wait(lambda: not self.live.window.findChildren(TakeOverDialog))
        self.live.window.activateWindow()
        self.wait(lambda: QApplication.activeWindow() is self.live.window)

    def room_shown(self, name):
        self.wait(lambda: self.live.window.room() is self.live.window.panel(name))
        return self.live.window.panel(name)

    def entries(self):
        return [one.entry for one in self.room.duty_log.entries_of_running_shift()[1]]


@pytest.fixture(params=["inline", "lane"])
def officer(request, room, theme, qtbot):  # noqa: F811 - the fixtures above
    """Sit down at a room with three officers, contacts, and nobody on duty."""
    by = Actor("cli")
    admin = room.officer.add("甲某", OfficerRole.ADMIN, PIN, phone="19900000001", by=by).value
    for name, role in (("乙某", OfficerRole.DUTY_OFFICER), ("丙某", OfficerRole.LEAD_OFFICER)):
        room.officer.add(name, role, PIN, by=by)
    fill_contacts(Staff(room, admin, admin, admin, None))
    # The store is written on one thread: here the lane's, as in the program.
    room.store.close()
    runner = LaneRunner() if request.param == "lane" else InlineRunner()
    live = whole_desk(room, theme, qtbot, runner=runner)
    printer = Choice()
    PaperDesk(live.desk, room.paper, Outlets(printer, lambda _: True), live.desk.notices)
    yield Officer(live, qtbot, printer)
    runner.submit(room.store.close, done=print)
    runner.close()


def take_over(officer):
    officer.press(KEY.Key_F8, SHIFT)
    officer.window_of(TakeOverDialog)
    officer.choose("甲某")
    officer.press(KEY.Key_Tab)
    officer.type(PIN)
    officer.press(KEY.Key_Tab)
    officer.choose("丙某")
    officer.press(KEY.Key_Return)
    officer.wait(lambda: officer.live.desk.session.seat.name == "甲某")
    officer.back_at_desk()


def take_call(officer, caller, text, kind_key=None):
    before = len(officer.entries())
    officer.press(KEY.Key_F2)
    officer.type(caller)
    picker = officer.room_shown("duty_desk").form.fields.caller
    officer.wait(picker.is_open)
    officer.press(KEY.Key_Return)
    if kind_key is not None:
        officer.press(kind_key, CTRL)
    officer.type(text)
    officer.press(KEY.Key_Return)
    officer.wait(lambda: len(officer.entries()) == before + 1)
    officer.wait(lambda: not officer.live.panel("duty_desk").form.is_saving)
