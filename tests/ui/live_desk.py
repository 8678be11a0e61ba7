"""The shell over a real room: what tests of rooms press keys in."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt

from dutydesk import paths
from dutydesk.ui.actions import ActionRegistry
from dutydesk.ui.deadlines.panel import DeadlinePanel
from dutydesk.ui.desk import Desk, Session
from dutydesk.ui.duty_log.attachment_desk import AttachmentDesk
from dutydesk.ui.duty_log.callers import find_callers
from dutydesk.ui.duty_log.days_panel import DaysPanel
from dutydesk.ui.duty_log.desk_panel import DutyDeskPanel, DutyDeskServices
from dutydesk.ui.duty_log.filter_deeds import FilterDeeds
from dutydesk.ui.duty_log.log_panel import LogPanel
from dutydesk.ui.duty_log.phrase_desk import PhraseDesk, PhraseServices
from dutydesk.ui.hub import Hub
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.messages import RecordingMessages
from dutydesk.ui.officer.panel import OfficersPanel
from dutydesk.ui.rooms import RoomSpec
from dutydesk.ui.settings.panel import SettingsPanel
from dutydesk.ui.shell_services import ShellServices
from dutydesk.ui.tasks import InlineRunner
from dutydesk.ui.widgets.notice_strip import NoticeBoard
from tests.ui.looking import CTRL, press, tab_to

SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class LiveDesk:
    """One window over one room; ``press`` and ``type`` go where the focus is."""

    room: object
    window: DeskWindow
    qtbot: object

    @property
    def desk(self):
        return self.window.desk

    @property
    def focus(self):
        return self.window.focusWidget()

    @property
    def messages(self):
        return self.desk.messages

    def panel(self, name="duty_desk"):
        return self.window.panel(name)

    def enter(self, name):
        self.window.enter(name)
        settle()
        return self.window.panel(name)

    def press(self, *keys):
        """Press keys one after another; a pair is a key with its modifier."""
        for key in keys:
            one, modifier = key if isinstance(key, tuple) else (key, None)
            press(self.qtbot, self.window, one, modifier or Qt.KeyboardModifier.NoModifier)

    def tab_to(self, field):
        """Press Tab until a field has the focus."""
        tab_to(self.qtbot, self.window, field)

    def type(self, text):
        """Type letters where the focus is; Chinese comes as the input method delivers it."""
        for sign in text:
            if sign.isascii():
                self.qtbot.keyClicks(self.focus, sign)
            else:
                insert(self.focus, sign)

    def titles(self):
        """Return the texts of the entries of the running shift on record."""
        _, entries = self.room.duty_log.entries_of_running_shift()
        return [listed.entry.text for listed in entries]

    def dialog(self, kind):
        """Return the dialog of a kind that is open, None when there is none."""
        return next((one for one in self.window.findChildren(kind) if one.isVisible()), None)


def insert(field, text):
    """Put text in the way an input method commits it."""
    if hasattr(field, "insertPlainText"):
        field.insertPlainText(text)
    else:
        field.insert(text)
        field.textEdited.emit(field.text())


def settle():
    for _ in range(3):
        QCoreApplication.processEvents()


def live_desk(room, theme, qtbot, runner=None):
    """Show the desk of a room: front room, log, officers, settings; whoever is on duty sits."""
    shell = ShellServices(room.shift, room.officer, room.settings)
    desk = Desk(
        theme=theme,
        runner=runner or InlineRunner(),
        hub=Hub(room.clock),
        messages=RecordingMessages(),
        clock=room.clock,
        actions=ActionRegistry(),
        notices=NoticeBoard(theme),
        session=Session(shell.seat_on_duty()),
        drafts=room.draft,
    )
    deadlines = DeadlinePanel(desk, lambda: ())
    services = shell.as_desk_services(practice=False)
    window = DeskWindow(desk, services, _specs(room), deadlines)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made = LiveDesk(room, window, qtbot)
    made.enter("duty_desk")
    return made


def fill_contacts(staff):
    staff.room.contact_import.import_file(
        paths.resources_dir() / "demo" / "contacts.csv", by=staff.by
    )


def _front_room(room, desk, find):
    services = DutyDeskServices(room.duty_log, room.open_item, room.day_view)
    panel = DutyDeskPanel(desk, services, find)
    PhraseDesk(panel, lambda: PhraseServices(room.phrase, room.officer))
    _with_files(room, panel, panel.log.pointed_at, "duty_desk").serve(panel.form)
    return panel


def _log_room(room, desk):
    panel = LogPanel(desk, room.duty_log)
    FilterDeeds(panel, room.saved_filter)
    _with_files(room, panel, panel.selected, "duty_log")
    return panel


def _with_files(room, panel, chosen, room_id):
    return AttachmentDesk(panel, lambda: room.attachment, chosen, room_id)


def _specs(room):
    find = partial(find_callers, room.contacts)
    return [
        RoomSpec(
            "duty_desk",
            "值班台",
            "clipboard-list",
            "F5",
            lambda desk: _front_room(room, desk, find),
        ),
        RoomSpec(
            "duty_log",
            "值班日志",
            "scroll-text",
            "Ctrl+L",
            lambda desk: _log_room(room, desk),
        ),
        RoomSpec(
            "day_view",
            "值班日历",
            "calendar-days",
            "Shift+F5",
            lambda desk: DaysPanel(desk, room.day_view, room.duty_log),
        ),
        RoomSpec(
            "officer",
            "值班人员",
            "users",
            "Ctrl+G",
            lambda desk: OfficersPanel(desk, room.officer),
        ),
        RoomSpec(
            "settings",
            "设置",
            "settings",
            "F10",
            lambda desk: SettingsPanel(desk, room.settings, room.officer, room.workstation),
        ),
    ]


__all__ = ["CTRL", "SHIFT", "LiveDesk", "fill_contacts", "insert", "live_desk", "settle"]
