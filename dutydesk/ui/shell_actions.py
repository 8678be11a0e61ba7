"""The keys that work everywhere; rooms add their own through the same registry.

Windows that open later are imported when they open, so that the first paint waits for none.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from dutydesk import paths
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.rooms import first_field, room_of
from dutydesk.ui.tokens import LookChoice
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind

if TYPE_CHECKING:
    from dutydesk.ui.main_window import DeskWindow

ENTRY_ROOM = "duty_desk"
SEARCH_ROOM = "duty_log"

NEW = ActionSpec("desk.new", "记一条", "F2", ActionGroup.ENTRY, "plus")
TAKE_UP = ActionSpec(
    "desk.take_up", "接着写放下的那一份", "Shift+F2", ActionGroup.ENTRY, "file-text"
)
FIND = ActionSpec("desk.find", "查找", "F3", ActionGroup.ENTRY, "search")
PRINT = ActionSpec("desk.print", "预览和打印这一页", "F9", ActionGroup.ENTRY, "printer")
NEXT_PANE = ActionSpec("desk.next_pane", "到下一栏", "F6", ActionGroup.VIEW, "chevron-right")
LARGER = ActionSpec(
    "desk.larger", "字大一级", "Ctrl++", ActionGroup.VIEW, "zoom-in", also=("Ctrl+=",)
)
SMALLER = ActionSpec("desk.smaller", "字小一级", "Ctrl+-", ActionGroup.VIEW, "zoom-out")
NORMAL = ActionSpec("desk.normal", "字恢复原大小", "Ctrl+0", ActionGroup.VIEW, "search")
BY_CLOCK = ActionSpec("desk.by_clock", "按钟点分日夜", "", ActionGroup.VIEW, "clock")
DAY = ActionSpec("desk.day", "日间配色", "", ActionGroup.VIEW, "sun")
NIGHT = ActionSpec("desk.night", "夜间配色", "", ActionGroup.VIEW, "moon")
CONTRAST = ActionSpec("desk.contrast", "高对比配色", "", ActionGroup.VIEW, "contrast")
LOCK = ActionSpec("desk.lock", "锁屏", "F12", ActionGroup.DESK, "lock")
PALETTE = ActionSpec("desk.palette", "做什么…", "Ctrl+K", ActionGroup.DESK, "list-checks")
KEYS = ActionSpec("desk.keys", "按键一览", "Ctrl+/", ActionGroup.DESK, "keyboard")
HELP = ActionSpec(
    "desk.help", "这一页的帮助", "F1", ActionGroup.DESK, "circle-question-mark", while_locked=True
)
# Heard in every window over the desk as well; the third belongs to 时限.
EVERYWHERE = (LOCK.id, HELP.id, "alarm.acknowledge")
CALLS = (NEW.id, TAKE_UP.id)


class ShellActions(QObject):
    """Connects the keys of the shell to the window."""

    def __init__(self, window: DeskWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._add_rooms()
        for spec, handler in (
            (NEW, self.new),
            (TAKE_UP, self.take_up),
            (FIND, self.find),
            (PRINT, self.print_view),
            (NEXT_PANE, self.next_pane),
            (LARGER, self._desk.theme.larger),
            (SMALLER, self._desk.theme.smaller),
            (NORMAL, self.normal_size),
            (BY_CLOCK, self.by_clock),
            (DAY, self.day),
            (NIGHT, self.night),
            (CONTRAST, self.high_contrast),
            (LOCK, window.lock),
            (PALETTE, self.open_palette),
            (KEYS, self.open_keys),
            (HELP, self.open_help),
        ):
            self._desk.actions.add(spec, handler, window)

    def new(self) -> None:
        """Take down a call, whatever room or window one is in."""
        self._window.over.leave()
        if ENTRY_ROOM not in self._window.rooms:
            return
        front = self._window.room()
        if front is None or front is not self._window.panel(ENTRY_ROOM):
            self._window.enter(ENTRY_ROOM)
            front = self._window.room()
        if front is not None:
            front.begin()

    def take_up(self) -> None:
        """Go on with what was put aside last: a window, else a draft here, else a call."""
        room = self._window.room()
        if self._window.over.take_up() or (room is not None and room.take_up()):
            return
        if ENTRY_ROOM not in self._window.rooms:
            return
        self._window.enter(ENTRY_ROOM)
        front = self._window.room()
        if front is not None:
            front.take_up()

    def find(self) -> None:
        """Search in this room, or in the log when this room has no search."""
        room = self._window.room()
        if (room is None or not room.search()) and SEARCH_ROOM in self._window.rooms:
            self._window.enter(SEARCH_ROOM)
            log = self._window.room()
            if log is not None:
                log.search()

    def print_view(self) -> None:
        """Show the paper of the room, or say why there is none."""
        room = self._window.room()
        if room is not None and not room.print_view():
            notice = Notice("desk.print", NoticeKind.HINT, room.why_no_paper())
            self._desk.notices.put(notice)

    def next_pane(self) -> None:
        """Move the focus from room to 时限 to the rooms list and round."""
        window = self._window
        panes: list[QWidget] = [window.deadlines, window.bar]
        room = window.room()
        if room is not None:
            panes.insert(0, room)
        focus = QApplication.focusWidget()
        here = next((at for at, p in enumerate(panes) if focus and p.isAncestorOf(focus)), -1)
        for step in range(1, len(panes) + 1):
            first = first_field(panes[(here + step) % len(panes)])
            if first is not None:
                first.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def normal_size(self) -> None:
        """Go back to 100 % type."""
        self._desk.theme.set_scale(100)

    def by_clock(self) -> None:
        """Follow day and night."""
        self._choose(LookChoice.CLOCK)

    def day(self) -> None:
        """Keep the day palette."""
        self._choose(LookChoice.DAY)

    def night(self) -> None:
        """Keep the night palette."""
        self._choose(LookChoice.NIGHT)

    def high_contrast(self) -> None:
        """Keep the high-contrast palette."""
        self._choose(LookChoice.HIGH_CONTRAST)

    def open_palette(self) -> None:
        """Ask what to do."""
        from dutydesk.ui.palette import CommandPalette

        for room in self._window.rooms.values():
            self._desk.actions.announce(room.verbs())
        palette = CommandPalette(
            self._desk.theme, self._desk.actions, self._window, go=self._to_room_of
        )
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.open()

    def open_keys(self) -> None:
        """Show the key sheet."""
        from dutydesk.ui.key_sheet import KeySheet

        for room in self._window.rooms.values():
            self._desk.actions.announce(room.verbs())
        rooms = self._window.rooms
        KeySheet(self._desk.theme, self._desk.actions, self._window, rooms=rooms).open()

    def open_help(self) -> None:
        """Show the help page of the window over the desk, else of this room."""
        room = self._window.room()
        page = "lock" if self._window.is_locked else "index" if room is None else room.help_page
        self.open_page(self._window.over.help_page() or page)

    def open_page(self, page: str) -> None:
        """Show one help page by name, over the dialog that is open: it stops all below it."""
        from dutydesk.ui.help.pages import HelpShelf
        from dutydesk.ui.help.window import HelpWindow

        top = self._window.over.top()
        if isinstance(top, HelpWindow):
            return
        under = Qt.FindChildOption.FindDirectChildrenOnly
        shown = top.findChild(HelpWindow, "", under)
        if shown is None:
            shown = HelpWindow(self._desk.theme, HelpShelf(paths.resources_dir() / "help"), top)
        shown.open_page(page)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def _to_room_of(self, action_id: str) -> None:
        room = room_of(action_id, self._window.rooms)
        shown = self._window.room()
        if room is not None and (shown is None or shown is not self._window.panel(room.id)):
            self._window.enter(room.id)

    def _choose(self, choice: LookChoice) -> None:
        self._desk.theme.choose(choice, self._desk.clock.now())

    def _add_rooms(self) -> None:
        for spec in self._window.rooms.values():
            action = ActionSpec(
                f"room.{spec.id}", spec.word, spec.key, ActionGroup.ROOM, spec.icon
            )
            self._desk.actions.add(action, partial(self._window.enter, spec.id), self._window)
