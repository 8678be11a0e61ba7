"""值班日志, the whole log over all years: scroll, find, jump to a day, print its sheet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dutydesk.domain.changes import Changes
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.instants import china
from dutydesk.domain.log_search import LogSearch
from dutydesk.services.duty_log import DutyLogService
from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.correct_dialog import open_correction
from dutydesk.ui.duty_log.keys import STEPS
from dutydesk.ui.duty_log.log_columns import columns, full_text
from dutydesk.ui.duty_log.log_filters import LogFilters
from dutydesk.ui.duty_log.log_head import LogHead
from dutydesk.ui.duty_log.log_hits import HitText
from dutydesk.ui.duty_log.log_keys import CLEAR, EMPTY, FURTHER, IN_CONTEXT
from dutydesk.ui.duty_log.log_line import LogLine
from dutydesk.ui.duty_log.log_listing import Listing, LogLister
from dutydesk.ui.duty_log.log_table import LogTable
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.shell_actions import NEW
from dutydesk.ui.widgets.empty_state import EmptyState
from dutydesk.ui.widgets.paged_model import PagedModel
from dutydesk.ui.widgets.restyle import set_style

_PAUSE_MS = 120
_FULL_LINES, _LOW = 4, 320


class LogPanel(RoomPanel):
    """The whole log; ``sheet_wanted(date)``."""

    help_page = "duty_log"
    sheet_wanted = Signal(object)

    def __init__(self, desk: Desk, service: DutyLogService, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._service = service
        self._asked = 0
        self._shown: LogSearch | None = None
        self._listing = Listing((), "")
        # The hit whose day is shown around it, until Esc goes back to the hits.
        self._around: tuple[date, int] | None = None
        self._is_reading_on = False
        self._lister = LogLister(service, desk.clock.now)
        self.head, self.filters = LogHead(desk.theme), LogFilters(desk.theme)
        self.query, self.kind, self.day = self.head.query, self.head.kind, self.head.day
        self.line = LogLine(desk.theme)
        self._words = self.line.words
        self.model: PagedModel[ListedEntry] = PagedModel(
            desk.runner, self._page, columns(self._year), self
        )
        self.table = LogTable(desk.theme, self.model)
        self._full = HitText(desk.theme)
        self._empty = EmptyState(desk.theme, EMPTY)
        self._pause = QTimer(self)
        self._build()
        desk.hub.committed.connect(self._on_committed)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.reload()

    def search(self) -> bool:
        """F3: the cursor into the search field."""
        self.query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.query.selectAll()
        return True

    def entered(self) -> None:
        """Go on with the search."""
        self.search()

    def print_view(self) -> bool:
        """F9: the sheet of the selected entry's duty day."""
        listed = self.selected()
        if listed is not None:
            self.sheet_wanted.emit(listed.duty_date)
        return listed is not None

    def wanted(self) -> LogSearch:
        """Return what is asked for in the head and in the further conditions."""
        search = self.head.search(self.desk.clock.now())
        return self.filters.added_to(search, self.desk.session.seat.actor.officer_id)

    def listed(self) -> LogSearch:
        """Return what is listed now: what is asked for, or the day around a hit."""
        if self._around is None:
            return self.wanted()
        return LogSearch(since=self._around[0], until=self._around[0])

    def ask(self, search: LogSearch) -> None:
        """Ask for something else: every field shows it."""
        self.head.show_search(search)
        self.filters.show_search(search)
        self.head.further.setChecked(self.head.further.isChecked() or self.filters.is_used())
        self._pause.stop()
        self._search_anew()

    def clear(self) -> None:
        """Ctrl+D: ask for everything again."""
        self.ask(LogSearch())
        self.search()

    def ask_for_day(self, duty_date: date) -> None:
        """Ask for one duty day and for nothing else."""
        self.ask(LogSearch(since=duty_date, until=duty_date))

    def show_further(self) -> None:
        """Ctrl+F: unfold the further conditions and go there, or fold them away."""
        self.head.further.toggle()
        target = self.filters.fields["source"] if self.head.further.isChecked() else self.query
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_around(self) -> None:
        """Ctrl+J: the whole day of the selected entry, with the entry selected."""
        listed, rowid = self.selected(), self.table.selected_rowid()
        if listed is not None and rowid is not None and self._around is None:
            self._around = (listed.duty_date, rowid)
            self.reload()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def back_to_hits(self) -> bool:
        """Esc: from the day back to what was found, with the same hit selected."""
        if self._around is None:
            return False
        (_, rowid), self._around = self._around, None
        self._load(rowid)
        return True

    def reload(self) -> None:
        """List again what is asked for; an older answer is dropped."""
        self._load(None)

    def _load(self, chosen: int | None) -> None:
        self._asked += 1
        wanted = self.wanted()
        if self._around is None:
            job = partial(self._lister.listing, wanted)
        else:
            job = partial(self._lister.day, *self._around, self._listing.marked)
        self.desk.runner.submit(job, done=partial(self._show, self._asked, wanted, chosen))

    def _search_anew(self, _at: int = 0) -> None:
        self._around = None
        self.reload()

    def selected(self) -> ListedEntry | None:
        """Return the entry of the current row."""
        return self.table.selected()

    def correct_selected(self) -> None:
        """Open the correction of the selected entry."""
        listed = self.selected()
        if listed is not None:
            open_correction(self.desk, self._service, listed, self.window())

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self._column = QVBoxLayout(self)
        for widget in (self.head, self.filters, self.line):
            self._column.addWidget(widget)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self._empty, 1)
        self._column.addWidget(self._full)
        self._empty.hide()
        self.desk.actions.add(FURTHER, self.show_further, self, local=True)
        self.desk.actions.add(CLEAR, self.clear, self, local=True)
        self.desk.actions.add(IN_CONTEXT, self.show_around, self, local=True)
        self._connect()

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search_anew)
        for watched in (self.query, self.table):
            watched.installEventFilter(self)
        self.query.returnPressed.connect(self._to_table)
        for signal in (self.query.textChanged, self.day.textChanged, self.filters.changed):
            signal.connect(self._pause.start)
        self.kind.activated.connect(self._search_anew)
        self.head.further.toggled.connect(self.filters.setVisible)
        self.head.further.toggled.connect(self._fit)
        self.line.wanted.connect(self.desk.actions.trigger)
        self.head.correct.clicked.connect(self.correct_selected)
        self.head.print.clicked.connect(self.print_view)
        self._empty.begun.connect(self._begin)
        self.table.activated.connect(self.correct_selected)
        self.table.selectionModel().currentRowChanged.connect(self._show_full)
        self.table.verticalScrollBar().valueChanged.connect(self._read_on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.activate()
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                return self.back_to_hits()
            step = STEPS.get(Qt.Key(event.key())) if watched is self.query else None
            if step is not None:
                self.table.step(step)
                return True
        return super().eventFilter(watched, event)

    def _to_table(self) -> None:
        """Enter in the search field: the list asked for, with its first row."""
        if self._pause.isActive():
            self._pause.stop()
            self._search_anew()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self, rowids: tuple[int, ...]) -> Mapping[int, ListedEntry]:
        return self._service.page(list(rowids))

    def _year(self) -> int:
        return china(self.desk.clock.now()).year

    def _show(self, asked: int, wanted: LogSearch, chosen: int | None, listing: Listing) -> None:
        if asked != self._asked:
            return
        self._is_reading_on = False
        self._listing = listing
        self.line.show_line(listing.words, wanted)
        self._empty.setHidden(bool(listing.words))
        for widget in (self.line, self.table):
            widget.setVisible(bool(listing.words))
        self._fit()
        row, top = self.table.currentIndex().row(), self.table.verticalScrollBar().value()
        kept = self.model.row_id(row) if row >= 0 and wanted == self._shown else None
        self._shown = wanted
        self.table.show_words(listing.marked)
        self.model.set_ids(listing.rowids, listing.rows)
        goal = next((one for one in (chosen, listing.chosen, kept) if one is not None), None)
        at = self.model.position(goal) if goal is not None else None
        if listing.rowids:
            self.table.choose(at or 0)
        if at is not None and goal == kept:
            # The same list with something new above: what was in view stays in view.
            self.table.verticalScrollBar().setValue(top + at - row)
        elif at is not None:
            self.table.show_middle()
        self._show_full()

    def _read_on(self, _place: int) -> None:
        """Read the hits behind those that are shown, before the end of the list is reached."""
        listing = self._listing
        if not listing.has_more or self._is_reading_on or self._around is not None:
            return
        count = self.model.rowCount()
        if count and self._shown is not None and self.table.is_near_end():
            self._is_reading_on = True
            job = partial(self._lister.more, self._shown, self.model.row_id(count - 1))
            self.desk.runner.submit(job, done=partial(self._add, self._asked))

    def _add(self, asked: int, rows: Mapping[int, ListedEntry]) -> None:
        if asked == self._asked:
            self._is_reading_on = not rows
            self.model.append(rows)

    def _show_full(self) -> None:
        listed = self.selected()
        self._full.show_text(full_text(listed) if listed else "", self._listing.marked)
        self.head.correct.setEnabled(listed is not None and not listed.is_struck)
        self.head.print.setEnabled(listed is not None)

    def _begin(self) -> None:
        self.desk.actions.trigger(NEW.id)

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names("log_entry", "attachment"):
            self.reload()

    def _restyle(self) -> None:
        theme = self.desk.theme
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._full.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(8))
        self._fit()

    def _fit(self, _is_unfolded: bool = False) -> None:
        """Give lines of the full entry, or all of it, to the hits where more stands above."""
        theme = self.desk.theme
        self.line.fit(self.height())
        is_tall = self.filters.isVisibleTo(self)
        lines = max(2, _FULL_LINES - self.head.is_folded() - 2 * is_tall)
        high = QFontMetrics(theme.font()).lineSpacing() * lines + theme.px(18 if is_tall else 12)
        self._full.setFixedHeight(high)
        is_tight = is_tall and self.height() < theme.px(_LOW)
        self._full.setHidden(is_tight or not self._empty.isHidden())
