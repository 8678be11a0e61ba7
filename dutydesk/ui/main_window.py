"""The shell of the desk: strips, rooms, 时限, curtain; it knows no feature."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dutydesk.ui.deadlines.panel import DeadlinePanel
from dutydesk.ui.desk import Desk, DeskServices, Seat
from dutydesk.ui.lock import LockCurtain
from dutydesk.ui.over_desk import OverDesk
from dutydesk.ui.rooms import RoomPanel, RoomSpec
from dutydesk.ui.rooms_bar import RoomsBar
from dutydesk.ui.shell_actions import CALLS, EVERYWHERE, ShellActions
from dutydesk.ui.strip import TopStrip
from dutydesk.ui.widgets.enter_presses import EnterPresses
from dutydesk.ui.widgets.restyle import set_style


class DeskWindow(QWidget):
    """The one main window. Rooms are built when first entered and kept as they were left.

    ``closing`` is emitted once, when the officer closes the window; the application then closes
    the runner and the store. ``room_entered(id)`` after a room is shown.
    """

    closing = Signal()
    room_entered = Signal(str)
    locked = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        services: DeskServices,
        rooms: Sequence[RoomSpec],
        deadlines: DeadlinePanel,
    ) -> None:
        super().__init__()
        self.desk, self.services = desk, services
        self.rooms = {spec.id: spec for spec in rooms}
        self._panels: dict[str, RoomPanel] = {}
        self._room_id = ""
        self._is_compact = False
        self.is_locked = False
        self.strip = TopStrip(desk, services)
        self.bar = RoomsBar(desk.theme, rooms)
        self.deadlines = deadlines
        self.curtain = LockCurtain(desk, services)
        self._stack = QStackedWidget()
        self._build()
        EnterPresses(self)
        self.over = OverDesk(self, desk, EVERYWHERE, CALLS)
        self.shell_actions = ShellActions(self)
        desk.theme.changed.connect(self._restyle)
        desk.hub.minute.connect(self._on_minute)
        desk.session.changed.connect(self._show_title)
        self._restyle()

    def enter(self, room_id: str) -> None:
        """Show a room, building it the first time; raises KeyError for an unknown one."""
        if self.is_locked:
            return
        if room_id not in self._panels:
            self._panels[room_id] = self._build_room(self.rooms[room_id])
        self._room_id = room_id
        self._stack.setCurrentWidget(self._panels[room_id])
        self.bar.show_room(room_id)
        self._panels[room_id].entered()
        self.room_entered.emit(room_id)

    def room(self) -> RoomPanel | None:
        """Return the room shown, None before the first was entered."""
        return self._panels.get(self._room_id)

    def panel(self, room_id: str) -> RoomPanel | None:
        """Return a room's panel if it was built."""
        return self._panels.get(room_id)

    def lock(self) -> None:
        """Draw the curtain: rooms hidden, 时限 without content, alarms go on."""
        if self.is_locked:
            return
        # What is typed becomes a draft while whoever typed it still sits there.
        self.over.hide()
        self.is_locked = True
        self.desk.notices.set_quiet(is_quiet=True)
        self.desk.actions.set_locked(locked=True)
        self.bar.setEnabled(False)
        self._stack.setCurrentWidget(self.curtain)
        self.deadlines.set_masked(is_masked=True)
        self.strip.set_locked(is_locked=True)
        self.curtain.draw()
        self.locked.emit(True)

    def unlock(self, seat: Seat) -> None:
        """Open the curtain for the one whose PIN was right."""
        self.is_locked = False
        self.desk.session.sit_down(seat)
        self.desk.actions.set_locked(locked=False)
        self.bar.setEnabled(True)
        self.deadlines.set_masked(is_masked=False)
        self.strip.set_locked(is_locked=False)
        self.desk.notices.set_quiet(is_quiet=False)
        self.locked.emit(False)
        if self._room_id:
            self.enter(self._room_id)
        self.over.bring_back()

    def is_compact(self) -> bool:
        """Tell whether the window is in its narrow form."""
        return self._is_compact

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What nobody else had a use for: Esc then takes away the strip on top.
        if Qt.Key(event.key()) != Qt.Key.Key_Escape or not self.desk.notices.close_top():
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.services.practice:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self.desk.theme.colour("practice"))
            painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _build(self) -> None:
        # Rooms scroll when space is short; the window never outgrows the screen for their sake.
        self._stack.setMinimumSize(1, 1)
        self._stack.addWidget(self.curtain)
        waiting = QWidget()
        self._stack.addWidget(waiting)
        self._stack.setCurrentWidget(waiting)
        self._top_line, self._bar_line, self._deadline_line = QWidget(), QWidget(), QWidget()
        self._strip_line = QWidget()
        for line in (self._top_line, self._bar_line, self._deadline_line, self._strip_line):
            line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            set_style(line, ground="line")
        inside = QWidget()
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(inside, ground="window")
        column = QVBoxLayout(inside)
        self._middle = QVBoxLayout()
        self._strip_line.hide()
        self._middle.addWidget(self._strip_line)
        self._middle.addWidget(self._stack, 1)
        self._body = QHBoxLayout()
        self._body.addWidget(self.bar)
        self._body.addWidget(self._bar_line)
        self._body.addLayout(self._middle, 1)
        self._body.addWidget(self._deadline_line)
        self._body.addWidget(self.deadlines)
        for widget in (self.strip, self._top_line, self.desk.notices):
            column.addWidget(widget)
        column.addLayout(self._body, 1)
        outside = QVBoxLayout(self)
        outside.addWidget(inside)
        for layout in (column, self._middle, self._body, outside):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._outside = outside
        self.bar.chosen.connect(self.enter)
        self.curtain.unlocked.connect(self.unlock)

    def _build_room(self, spec: RoomSpec) -> RoomPanel:
        panel = spec.factory(self.desk)
        panel.setAccessibleName(spec.word)
        panel.count_changed.connect(partial(self.bar.show_count, spec.id))
        self._stack.addWidget(panel)
        return panel

    def _arrange(self) -> None:
        scaled = self.width() * 100 / self.desk.theme.scale
        is_compact = scaled < self.desk.theme.measure("compact_below")
        if is_compact == self._is_compact:
            return
        self._is_compact = is_compact
        self.bar.set_compact(is_compact=is_compact)
        self._body.removeWidget(self.deadlines)
        self._middle.removeWidget(self.deadlines)
        if is_compact:
            self._middle.insertWidget(0, self.deadlines)
        else:
            self._body.addWidget(self.deadlines)
        self.deadlines.set_strip(is_strip=is_compact)
        self._deadline_line.setVisible(not is_compact)
        self._strip_line.setVisible(is_compact)

    def _restyle(self) -> None:
        theme = self.desk.theme
        frame = theme.measure("practice_frame") if self.services.practice else 0
        self._outside.setContentsMargins(frame, frame, frame, frame)
        line = theme.measure("line")
        self._top_line.setFixedHeight(line)
        self._bar_line.setFixedWidth(line)
        self._deadline_line.setFixedWidth(line)
        self._strip_line.setFixedHeight(line)
        self._show_title()
        self._arrange()

    def _on_minute(self, now: datetime) -> None:
        self.desk.theme.follow(now)

    def _show_title(self) -> None:
        practice = "（演练）" if self.services.practice else ""
        self.setWindowTitle(f"值守台{practice}　{self.desk.session.seat.name}")
