"""值班日历: weeks and months of duty days with their gaps, and what came since one was on duty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.calendar_weeks import month_before, month_weeks, week_of
from dutydesk.domain.changes import Changes
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.day_view import (
    DutyDay,
    SinceLastDuty,
)
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.services.day_view import DayViewService
from dutydesk.services.duty_log import DutyLogService
from dutydesk.ui.day_view.day_list import DAY_ROLE, DayList
from dutydesk.ui.day_view.legend import Legend
from dutydesk.ui.day_view.month_grid import MonthGrid
from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.day_entries import DayEntries
from dutydesk.ui.duty_log.days_head import AFTER, BEFORE, KEYS, TODAY, DaysHead, DaysView
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import when
from dutydesk.wording.day_view import since_words

_WEEK = timedelta(days=7)

# Below this height of the room, at 100 % type, a month and entries do not stand together.
_LOW = 560
_TABLES = ("log_entry", "shift", "setting", "open_item", "incident")


@dataclass(frozen=True, slots=True)
class _Read:
    """What one view shows."""

    view: DaysView
    around: date
    today: date
    days: Sequence[DutyDay]
    since: SinceLastDuty | None = None


class DaysPanel(RoomPanel):
    """Shows duty days and below them the entries of the one chosen.

    ``sheet_wanted(date)`` for its log sheet, ``day_wanted(date)`` to go on in the whole log.
    """

    help_page = "day_view"
    sheet_wanted = Signal(object)
    day_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        service: DayViewService,
        log: DutyLogService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._service, self._log = service, log
        self.view = DaysView.WEEK
        self._around: date | None = None
        self._today: date | None = None
        self._chosen: date | None = None
        self._asked = 0
        self._is_showing = False
        self.head = DaysHead(desk.theme)
        self.day = self.head.day
        self._words = QLabel()
        self.weeks, self.months = DayList(desk.theme), MonthGrid(desk.theme)
        self._stack = QStackedWidget()
        self._legend = Legend(desk.theme)
        self.below = DayEntries(desk.theme)
        self.entries = self.below.model
        self._build()
        self._connect()
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.reload()

    def entered(self) -> None:
        """Go on among the days."""
        self._shown_view().setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> bool:
        """F3: the cursor into the field for a day."""
        self.day.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.day.selectAll()
        return True

    def print_view(self) -> bool:
        """F9: the log sheet of the chosen duty day."""
        if self._chosen is not None:
            self.sheet_wanted.emit(self._chosen)
        return self._chosen is not None

    def chosen_day(self) -> date | None:
        """Return the duty day that is pointed at."""
        return self._chosen

    def choose_view(self, view: DaysView) -> None:
        """Show weeks, a month, or what came since the officer's last duty."""
        self.view = view
        self.reload()

    def go(self, steps: int) -> None:
        """Go so many weeks or months on; back when negative."""
        around = self._around or self._today
        if around is None or self.view is DaysView.SINCE:
            return
        try:
            turned = (
                month_before(around, -steps)
                if self.view is DaysView.MONTH
                else around + steps * _WEEK
            )
        except (OverflowError, ValueError):
            return
        self._around = self._chosen = turned
        self.reload()

    def go_to(self, day: date | None) -> None:
        """Show a day; None is the running one."""
        self._around = self._chosen = day or self._today
        if self.view is DaysView.SINCE:
            self.view = DaysView.WEEK
        self.reload()

    def reload(self) -> None:
        """Read the days again; an older answer is dropped."""
        self._asked += 1
        officer = self.desk.session.seat.actor.officer_id or ""
        job = partial(self._read, self.view, self._around, officer)
        self.desk.runner.submit(job, done=partial(self._show, self._asked))

    def _read(self, view: DaysView, around: date | None, officer: str) -> _Read:
        today = self._service.running_day()
        around = around or today
        if view is DaysView.SINCE:
            since = self._service.since_last_duty(officer)
            return _Read(view, around, today, since.days, since)
        shown = (
            week_of(around)
            if view is DaysView.WEEK
            else [day for week in month_weeks(around) for day in week]
        )
        return _Read(view, around, today, self._service.days(shown[0], shown[-1]))

    def _show(self, asked: int, read: _Read) -> None:
        if asked != self._asked:
            return
        now = self.desk.clock.now()
        self._around, self._today = read.around, read.today
        # A view that comes up takes its first day for itself.
        self._is_showing = True
        is_month = read.view is DaysView.MONTH
        if is_month:
            self.months.show_days(read.days, read.around, read.today)
        else:
            self.weeks.show_days(read.days, now)
        self._stack.setCurrentWidget(self.months if is_month else self.weeks)
        self.head.show_view(read.view, _title(read))
        self._words.setText(since_words(read.since) if read.since else "")
        self._words.setVisible(read.since is not None)
        self._stack.setVisible(bool(read.days))
        self._make_room()
        self._choose_day(read)
        self._is_showing = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Give a month the whole room where its weeks would not fit above the entries."""
        is_low = self.height() < self.desk.theme.px(_LOW)
        is_month = self.view is DaysView.MONTH
        self.below.setVisible(not (is_low and is_month))

    def _choose_day(self, read: _Read) -> None:
        """Keep the chosen day when it is shown, else take the one asked for or the last."""
        days = [day.duty_date for day in read.days]
        wanted = next(
            (day for day in (self._chosen, read.around, read.today) if day in days), None
        )
        day = wanted or (days[-1] if days else None)
        if day is None:
            self._chosen = None
            self._show_entries(None, [])
            return
        index = (
            self.months.days.place_of(day)
            if read.view is DaysView.MONTH
            else self.weeks.days.index(self.weeks.days.row_of(day) or 0, 0)
        )
        view = self._shown_view()
        view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        view.scrollTo(index)
        self._read_entries(day)

    def _shown_view(self) -> DayList | MonthGrid:
        return self.months if self._stack.currentWidget() is self.months else self.weeks

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        day = index.data(DAY_ROLE)
        if not self._is_showing and isinstance(day, DutyDay) and day.duty_date != self._chosen:
            self._read_entries(day.duty_date)

    def _read_entries(self, day: date) -> None:
        self._chosen = day
        job = partial(self._log.entries_of_duty_date, day)
        self.desk.runner.submit(job, done=partial(self._show_entries, day))

    def _show_entries(self, day: date | None, entries: Sequence[ListedEntry]) -> None:
        if day != self._chosen:
            return
        self.below.show_day(day, entries)

    def _open_day(self, _index: QModelIndex) -> None:
        if self._chosen is not None:
            self.day_wanted.emit(self._chosen)

    def _on_typed(self) -> None:
        self.head.read_day(self.desk.clock.now())

    def _on_day(self, day: date | None) -> None:
        self.go_to(day)
        self.entered()

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names(*_TABLES):
            self.reload()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self._stack.addWidget(self.weeks)
        self._stack.addWidget(self.months)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.hide()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self._words)
        self._column.addWidget(self._stack, 2)
        self._column.addWidget(self._legend)
        self._column.addWidget(self.below, 1)

    def _connect(self) -> None:
        actions = self.desk.actions
        for view, spec in KEYS.items():
            actions.add(spec, partial(self.choose_view, view), self, local=True)
        actions.add(BEFORE, partial(self.go, -1), self, local=True)
        actions.add(AFTER, partial(self.go, 1), self, local=True)
        actions.add(TODAY, partial(self.go_to, None), self, local=True)
        self.head.view_wanted.connect(self.choose_view)
        self.head.steps_wanted.connect(self.go)
        self.head.day_wanted.connect(self._on_day)
        self.day.returnPressed.connect(self._on_typed)
        for shown in (self.weeks, self.months):
            shown.selectionModel().currentChanged.connect(self._on_current)
            shown.activated.connect(self._open_day)
        self.desk.hub.committed.connect(self._on_committed)
        self.desk.session.changed.connect(self.reload)

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(8))
        self._column.setSpacing(theme.px(8))
        # Where space is short the lists give way, not the words.
        for shown in (self.weeks, self.months):
            shown.setMinimumHeight(theme.px(24))


def _title(read: _Read) -> str:
    if read.view is DaysView.MONTH:
        return f"{read.around.year}年{read.around.month}月"
    if read.view is DaysView.SINCE:
        return "上次值班以来"
    first, last = read.days[0].duty_date, read.days[-1].duty_date
    return f"{when.whole_day(first)}至{when.day(last)}"
