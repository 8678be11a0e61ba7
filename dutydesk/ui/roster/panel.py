"""值班表, the room of the roster: a month in a grid, what its check finds, how it was changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.instants import china
from dutydesk.domain.roster_edit import DraftSlot, RosterPerson
from dutydesk.domain.roster_masking import masked_month
from dutydesk.domain.roster_view import RosterView, SeatChange, SeatView
from dutydesk.services.roster import RosterService
from dutydesk.ui.desk import Desk
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.roster.finding_list import FindingList
from dutydesk.ui.roster.month_grid import MonthGrid
from dutydesk.ui.roster.month_head import MonthHead
from dutydesk.ui.roster.month_reading import MonthReading
from dutydesk.ui.roster.seat_editor import FindPeople, SeatEditor
from dutydesk.ui.roster.seat_line import SeatLine
from dutydesk.ui.roster.verbs import EARLIER, LATER, NEXT_FINDING, TODAY
from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import roster_room as words
from dutydesk.wording.sentences import sentence

_TABLES = (
    "roster_slot",
    "roster_month",
    "roster_swap",
    "roster_post",
    "roster_member",
    "roster_wish",
    "key_period",
    "holiday_year",
    "absence_notice",
    "setting",
)
_EMPTY = EmptyWords(
    "calendar-check",
    "这个月还没有排班",
    "先在“人员和意愿”里列出能值班的人，再自动排班；也可以导入现成的值班表，或直接在格子里输入姓名。",
    "自动排班  Ctrl+R",
)
_SIDE = 16
_MONTHS = 12
_SHORT = 460


class RosterPanel(RoomPanel):
    """``view`` is the month shown, None before it was read; deeds hang on it from outside."""

    generate_wanted = Signal()
    paper_wanted = Signal(object)
    help_page = "roster"

    def __init__(
        self,
        desk: Desk,
        service: RosterService,
        find_people: FindPeople,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._service = service
        self.month = china(desk.clock.now()).date().replace(day=1)
        self.view: RosterView | None = None
        self._reading = MonthReading(desk.runner, service, self)
        self._wanted_day: date | None = china(desk.clock.now()).date()
        self.head = MonthHead(desk.theme, desk.actions)
        self.grid = MonthGrid(desk.theme)
        self.editor = SeatEditor(desk.theme, desk.runner, find_people, self.grid)
        self.findings = FindingList(desk.theme)
        self.line = SeatLine(desk.theme)
        self._empty = EmptyState(desk.theme, _EMPTY)
        self._build()
        self._connect()
        self._restyle()
        self.reload()

    @property
    def today(self) -> date:
        """The China date now."""
        return china(self.desk.clock.now()).date()

    def entered(self) -> None:
        """Go on in the grid."""
        self.reload()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_view(self) -> bool:
        """F9: the sheet of this month, with numbers or to post up."""
        self.paper_wanted.emit(self.month)
        return True

    def show_record(self, record_id: str) -> None:
        """Go to a day, ``2026-11-21``, as a line elsewhere asks."""
        self.go_to(date.fromisoformat(record_id))

    def go_to(self, day: date) -> None:
        """Show a day, in whatever month it lies."""
        self._wanted_day = day
        self.show_month(day)

    def show_month(self, month: date) -> None:
        """Show the month of a day."""
        self.month = month.replace(day=1)
        self.editor.hide()
        self.reload()

    def reload(self) -> None:
        """Read the month again."""
        self._reading.ask(self.month)

    def selected(self) -> SeatView | None:
        """Return the seat of the current cell."""
        return self.grid.current_seat()

    def say(self, text: str) -> None:
        """Say why something was not done; empty takes it back."""
        self.line.say(text)

    def done(self, done: Done[Any]) -> None:
        """Tell all screens what a window of this room wrote."""
        self.say("")
        self.desk.hub.announce(done.changes, None)

    def earlier(self) -> None:
        """Show the month before."""
        self._step(-1)

    def later(self) -> None:
        """Show the month after."""
        self._step(1)

    def to_today(self) -> None:
        """Show today."""
        self.go_to(self.today)

    def next_finding(self) -> None:
        """Go to the next finding below the current cell, from the first again at the end."""
        if self.view is None or not self.view.findings:
            self.say(words.found_words(self.view) if self.view else "")
            return
        self.findings.step(self.grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where height is short the grid keeps it: verbs go into a menu, findings into a line."""
        is_short = self.height() < self.desk.theme.px(_SHORT)
        self.head.fold(is_folded=is_short)
        self.findings.fold(is_folded=is_short)

    def _step(self, by: int) -> None:
        months = self.month.year * _MONTHS + self.month.month - 1 + by
        self.show_month(date(months // _MONTHS, months % _MONTHS + 1, 1))

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self._empty, 1)
        self._column.addWidget(self.grid, 1)
        self._column.addWidget(self.line)
        self._column.addWidget(self.findings)
        self._empty.hide()

    def _connect(self) -> None:
        desk = self.desk
        self._reading.shown.connect(self._show)
        self._reading.failed.connect(self._refused)
        for spec, deed in (
            (EARLIER, self.earlier),
            (LATER, self.later),
            (TODAY, self.to_today),
            (NEXT_FINDING, self.next_finding),
        ):
            desk.actions.add(spec, deed, self, local=True)
        self.head.earlier.clicked.connect(self.earlier)
        self.head.later.clicked.connect(self.later)
        self.grid.typed.connect(self._edit)
        self.grid.chosen.connect(self._edit_anew)
        self.grid.cleared.connect(self._clear)
        self.grid.moved.connect(self._on_moved)
        self.editor.taken.connect(self._put)
        self.findings.wanted.connect(self.go_to)
        self._empty.begun.connect(self.generate_wanted)
        desk.hub.committed.connect(self._on_committed)
        desk.hub.minute.connect(self._on_minute)
        desk.session.changed.connect(self.reload)
        desk.theme.changed.connect(self._restyle)

    def _show(self, view: RosterView) -> None:
        if not self.desk.session.seat.sees_mobiles:
            view = masked_month(view)
        before, self.view = self.view, view
        self.head.show_month(self.month, view, self.desk.clock.now())
        if view.is_checked and before == replace(view, is_checked=False):
            # The check found what is shown already.
            return
        self.grid.show_month(view, self.today)
        self.findings.show_month(view)
        self._empty.setVisible(not view.slots)
        wanted, self._wanted_day = self._wanted_day, None
        is_there = wanted is not None and self.grid.go_to_day(wanted)
        if not is_there and not self.grid.currentIndex().isValid():
            self.grid.go(0, 0)
        self._on_moved()

    def _edit_anew(self) -> None:
        self._edit("")

    def _edit(self, text: str) -> None:
        seat = self._ready(SeatChange.FREE, SeatChange.FILL)
        if seat is not None:
            self.grid.scrollTo(self.grid.currentIndex())
            cell = self.grid.visualRect(self.grid.currentIndex())
            cell.translate(self.grid.viewport().pos())
            self.editor.begin(cell, seat.post.id, text)

    def _ready(self, *changes: SeatChange) -> SeatView | None:
        """Return the current seat where it may change like that, else say why not."""
        seat = self.selected()
        if seat is None or not self.desk.session.seat.may_write:
            return None
        if seat.change not in changes:
            self.say(words.NOT_FREE[seat.change])
            return None
        self.say("")
        return seat

    def _put(self, person: RosterPerson) -> None:
        seat, row = self.selected(), self.grid.current_row()
        if seat is None or row is None:
            return
        draft = DraftSlot(
            self._service.new_id(),
            row.day.day,
            row.shift.shift,
            seat.post.id,
            seat.seat,
            person,
            seat.slot.note if seat.slot else "",
        )
        job = partial(self._service.put, draft, by=self.desk.session.seat.actor)
        self.desk.runner.submit(job, done=self._on_put, failed=self._refused)

    def _on_put(self, done: Done[Any]) -> None:
        self.done(done)
        # The next day of the same post: a column is filled by typing on.
        at = self.grid.currentIndex()
        if at.row() + 1 < self.grid.month.rowCount():
            self.grid.go(at.row() + 1, at.column())

    def _clear(self) -> None:
        seat = self.selected()
        if seat is None or seat.slot is None:
            return
        if self._ready(SeatChange.FREE) is not None:
            by = self.desk.session.seat.actor
            job = partial(self._service.clear, seat.slot.id, by=by)
            self.desk.runner.submit(job, done=self.done, failed=self._refused)

    def _on_moved(self) -> None:
        self.line.show_seat(self.view, self.grid.current_row(), self.selected())

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self.say(sentence(error))

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names(*_TABLES):
            self.reload()

    def _on_minute(self, _now: datetime) -> None:
        if self.view is not None and self.grid.month.today != self.today:
            self.reload()

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(_SIDE)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._column.setSpacing(theme.px(8))
        self._fit()
