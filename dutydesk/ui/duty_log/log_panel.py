"""值班日志, the whole log over all years: scroll, find, jump to a day, print its sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Changes
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import china
from dutydesk.domain.log_search import LogSearch
from dutydesk.services.duty_log import DutyLogService
from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.correct_dialog import open_correction
from dutydesk.ui.duty_log.keys import STEPS
from dutydesk.ui.duty_log.log_columns import ColumnFit, columns, full_text
from dutydesk.ui.duty_log.log_head import LogHead
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.shell_actions import NEW
from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords
from dutydesk.ui.widgets.paged_model import ROW_ROLE, PagedModel
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.selected_bar import show_bar

_PAUSE_MS = 120
_HITS = 200
_FULL_LINES = 4

_EMPTY = EmptyWords(
    "scroll-text",
    "还没有值班记录",
    "各班记下的都在这里，可以按日期、类别和字句查找，一天一天打印。",
    "记第一条  F2",
)
_NO_HIT = "没有找到。换一个词，或清空条件。"

# The words, the kind and the day that are asked for.
_Wanted = tuple[str, str | None, date | None]


@dataclass(frozen=True, slots=True)
class _Listing:
    """The rows to show and the words above them."""

    rowids: Sequence[int]
    words: str
    rows: Mapping[int, ListedEntry] = field(default_factory=dict)


class LogPanel(RoomPanel):
    """The whole log; ``sheet_wanted(date)``."""

    help_page = "duty_log"
    sheet_wanted = Signal(object)

    def __init__(self, desk: Desk, service: DutyLogService, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._service = service
        self._asked = 0
        self._shown: _Wanted | None = None
        self.head = LogHead(desk.theme)
        self.query, self.kind, self.day = self.head.query, self.head.kind, self.head.day
        self._correct, self._print = self.head.correct, self.head.print
        self._words = QLabel()
        self.model: PagedModel[ListedEntry] = PagedModel(
            desk.runner, self._page, columns(self._year), self
        )
        self.table = QTableView()
        self._full = QLabel()
        self._empty = EmptyState(desk.theme, _EMPTY)
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

    def reload(self) -> None:
        """List again what is asked for; an older answer is dropped."""
        self._asked += 1
        day = self.head.typed_day(self.desk.clock.now())
        wanted = (self.query.text(), self.kind.currentData(), day)
        job = partial(self._listing, *wanted)
        self.desk.runner.submit(job, done=partial(self._show, self._asked, wanted))

    def selected(self) -> ListedEntry | None:
        """Return the entry of the current row."""
        row = self.table.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, ListedEntry) else None

    def correct_selected(self) -> None:
        """Open the correction of the selected entry."""
        listed = self.selected()
        if listed is not None:
            open_correction(self.desk, self._service, listed, self.window())

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self.table.setModel(self.model)
        self.table.setAccessibleName("值班日志")
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setProperty("bare", True)
        show_bar(self.table, self.desk.theme)
        # Fixed heights: sized to contents, a million rows would not open at all.
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        ColumnFit(self.table, self.desk.theme)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._full.setWordWrap(True)
        self._full.setTextFormat(Qt.TextFormat.PlainText)
        self._full.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._full.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_style(self._words, tone="muted")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self._words)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self._empty, 1)
        self._column.addWidget(self._full)
        self._empty.hide()

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.reload)
        self.query.installEventFilter(self)
        self.query.returnPressed.connect(self._to_table)
        for signal in (self.query.textChanged, self.day.textChanged):
            signal.connect(self._pause.start)
        self.kind.activated.connect(self._on_kind)
        self._correct.clicked.connect(self.correct_selected)
        self._print.clicked.connect(self.print_view)
        self._empty.begun.connect(self._begin)
        self.table.activated.connect(self._on_activated)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.activate()
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.query
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
        ):
            step = STEPS.get(Qt.Key(event.key()))
            if step is not None and self.model.rowCount():
                row = self.table.currentIndex().row() + step
                self._choose(max(0, min(row, self.model.rowCount() - 1)))
            return step is not None
        return super().eventFilter(watched, event)

    def _to_table(self) -> None:
        """Enter in the search field: the list asked for, with its first row."""
        if self._pause.isActive():
            self._pause.stop()
            self.reload()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self, rowids: tuple[int, ...]) -> Mapping[int, ListedEntry]:
        return self._service.page(list(rowids))

    def _year(self) -> int:
        return china(self.desk.clock.now()).year

    def _listing(self, text: str, kind: str | None, day: date | None) -> _Listing:
        wanted = EntryKind(kind) if kind else None
        if not text.strip() and day is None:
            rowids = self._service.all_rowids(wanted)
            nothing = _NO_HIT if wanted else ""
            words = f"共 {len(rowids)} 条" if rowids else nothing
            return _Listing(rowids[::-1], words)
        hits = self._service.find(
            LogSearch(text, day, day, (wanted,) if wanted else (), limit=_HITS)
        )
        more = "以上" if hits.is_capped else ""
        is_cut = hits.total_at_least > len(hits.rowids)
        shown = f"，列出最近 {len(hits.rowids)} 条" if is_cut else ""
        words = f"找到 {hits.total_at_least} 条{more}{shown}" if hits.rowids else _NO_HIT
        return _Listing(hits.rowids, words, dict(zip(hits.rowids, hits.entries, strict=True)))

    def _show(self, asked: int, wanted: _Wanted, listing: _Listing) -> None:
        if asked != self._asked:
            return
        self._words.setText(listing.words)
        is_empty = not listing.words
        self._empty.setVisible(is_empty)
        for widget in (self._words, self.table, self._full):
            widget.setVisible(not is_empty)
        row, top = self.table.currentIndex().row(), self.table.verticalScrollBar().value()
        kept = self.model.row_id(row) if row >= 0 and wanted == self._shown else None
        self._shown = wanted
        self.model.set_ids(listing.rowids, listing.rows)
        at = self.model.position(kept) if kept is not None else None
        if listing.rowids:
            self._choose(at or 0)
        if at is not None:
            # The same list with something new above: what was in view stays in view.
            self.table.verticalScrollBar().setValue(top + at - row)
        self._show_full()

    def _choose(self, row: int) -> None:
        self.table.selectionModel().setCurrentIndex(
            self.model.index(row, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def _show_full(self) -> None:
        listed = self.selected()
        self._full.setText(full_text(listed) if listed else "")
        self._correct.setEnabled(listed is not None and not listed.is_struck)
        self._print.setEnabled(listed is not None)

    def _begin(self) -> None:
        self.desk.actions.trigger(NEW.id)

    def _on_row(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_full()

    def _on_activated(self, _index: QModelIndex) -> None:
        self.correct_selected()

    def _on_kind(self, _at: int) -> None:
        self.reload()

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names("log_entry", "attachment"):
            self.reload()

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(16)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._words.setContentsMargins(side, 0, side, 0)
        self._words.setFont(theme.font("small"))
        self._full.setContentsMargins(side, theme.px(4), side, theme.px(8))
        self.table.verticalHeader().setDefaultSectionSize(theme.measure("row"))
        self._fit()

    def _fit(self) -> None:
        """Give a line of the full entry to the list where the head takes a second row."""
        theme = self.desk.theme
        lines = _FULL_LINES - 1 if self.head.is_folded() else _FULL_LINES
        line = QFontMetrics(theme.font()).lineSpacing()
        self._full.setFixedHeight(line * lines + theme.px(12))
