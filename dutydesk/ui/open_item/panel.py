"""未办结, the room of open items: what is open, who has it, until when; closed with a result."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Changes
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.open_item import OpenItem
from dutydesk.services.open_item import OpenItemService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.desk import Desk
from dutydesk.ui.open_item.item_dialogs import CloseItemDialog, ItemDialog
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.selected_bar import show_bar
from dutydesk.wording import when

NEW = ActionSpec(
    "open_item.new", "列一件未办结事项", "Ctrl+N", ActionGroup.ENTRY, "plus", room="未办结"
)
CLOSE = ActionSpec("open_item.close", "办结选中的事项", "Ctrl+J", ActionGroup.ENTRY, "check")
VERBS = (NEW, CLOSE)
_HEADS = ("时限", "事项", "承办", "提醒下一班", "登记")
_SAMPLES = ("▲ 12月28日 23:15", "", "区市政管理处 某某", "等市政回电某某", "12月28日 23:15")
_TITLE = 1
_EMPTY = EmptyWords(
    "list-checks",
    "没有未办结事项",
    "还没办完、要交给下一班的事排在这里。值班台里选中一条记录按 Ctrl+T 就列进来。",
    "列一件  Ctrl+N",
)


class OpenItemPanel(RoomPanel):
    """Lists what is open, the first due first; ``count_changed`` says how many."""

    help_page = "open_item"

    def __init__(
        self, desk: Desk, service: OpenItemService, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._service = service
        self.items: list[OpenItem] = []
        self._wanted = ""
        self._title = QLabel("未办结事项")
        self.table = QTableWidget(0, len(_HEADS))
        self.add = QPushButton("列一件  Ctrl+N")
        self.change = QPushButton("修改  Enter")
        self.close_item = QPushButton("办结  Ctrl+J")
        self._empty = EmptyState(desk.theme, _EMPTY)
        self._build()
        desk.actions.add(NEW, self.begin, self)
        desk.actions.add(CLOSE, self.close_selected, self, local=True)
        desk.hub.committed.connect(self._on_committed)
        desk.hub.minute.connect(self._on_minute)
        desk.session.changed.connect(self._allow)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.reload()

    def entered(self) -> None:
        """Go on in the list."""
        if self.items:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().entered()

    def begin(self) -> bool:
        """Ask for a new item (Ctrl+N)."""
        if self.desk.session.seat.may_write:
            ItemDialog(self.desk, self._service, self.window()).open()
        return True

    def begin_from(self, entry: LogEntry) -> None:
        """Ask what is open about a log entry."""
        if self.desk.session.seat.may_write:
            ItemDialog(self.desk, self._service, self.window(), entry=entry).open()

    def show_item(self, item_id: str) -> None:
        """Select an item, as a click on its clock asks."""
        self._wanted = item_id
        self.reload()

    def selected(self) -> OpenItem | None:
        """Return the item of the current row."""
        row = self.table.currentRow()
        return self.items[row] if 0 <= row < len(self.items) else None

    def change_selected(self) -> None:
        """Change title, owner, time or attention."""
        item = self._ready()
        if item is not None:
            ItemDialog(self.desk, self._service, self.window(), item=item).open()

    def close_selected(self) -> None:
        """Close the selected item with its result."""
        item = self._ready()
        if item is not None:
            CloseItemDialog(self.desk, self._service, item, self.window()).open()

    def reload(self) -> None:
        """Read the items again."""
        self.desk.runner.submit(self._service.open_items, done=self._show)

    def _ready(self) -> OpenItem | None:
        may_write = self.desk.session.seat.may_write and self.isVisible()
        return self.selected() if may_write else None

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        table = self.table
        table.setHorizontalHeaderLabels(list(_HEADS))
        table.setAccessibleName("未办结事项")
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setProperty("bare", True)
        show_bar(table, self.desk.theme)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        self._row = QHBoxLayout()
        for button in (self.add, self.change, self.close_item):
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addLayout(self._row)
        self._column.addWidget(table, 1)
        self._column.addWidget(self._empty, 1)
        self.add.clicked.connect(self.begin)
        self.change.clicked.connect(self.change_selected)
        self.close_item.clicked.connect(self.close_selected)
        self._empty.begun.connect(self.begin)
        table.activated.connect(self._on_activated)
        table.itemSelectionChanged.connect(self._allow)

    def _show(self, items: Sequence[OpenItem]) -> None:
        chosen = self.selected()
        kept = self._wanted or (chosen.id if chosen else "")
        self._wanted = ""
        self.items = sorted(items, key=_due_first)
        self.count_changed.emit(len(self.items))
        now = self.desk.clock.now()
        self.table.setRowCount(len(self.items))
        for row, item in enumerate(self.items):
            for column, text in enumerate(_cells(item, now)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                if column == 0 and item.is_overdue(now):
                    cell.setForeground(self.desk.theme.colour("overdue"))
                self.table.setItem(row, column, cell)
        self.table.setVisible(bool(self.items))
        self._empty.setVisible(not self.items)
        ids = [item.id for item in self.items]
        if ids:
            self.table.selectRow(ids.index(kept) if kept in ids else 0)
        self._allow()

    def _allow(self) -> None:
        may_write = self.desk.session.seat.may_write
        self.add.setEnabled(may_write)
        for button in (self.change, self.close_item):
            button.setEnabled(may_write and self.selected() is not None)

    def _on_activated(self, _index: object) -> None:
        self.change_selected()

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names("open_item"):
            self.reload()

    def _on_minute(self, _now: datetime) -> None:
        self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_columns()

    def _size_columns(self) -> None:
        """Give the matter the most; where space is short, what can be read elsewhere goes."""
        metrics = QFontMetrics(self.desk.theme.font())
        wide = [metrics.horizontalAdvance(words) + self.desk.theme.px(30) for words in _SAMPLES]
        free = self.width() - wide[0] - metrics.horizontalAdvance("国") * 16
        for column in (2, 3, 4):
            self.table.setColumnWidth(column, wide[column])
            self.table.setColumnHidden(column, free < wide[column])
            free -= wide[column]
        self.table.setColumnWidth(0, wide[0])

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._column.setSpacing(theme.px(12))
        self._row.setSpacing(theme.px(8))
        self._title.setFont(theme.font("title", bold=True))
        self.table.verticalHeader().setDefaultSectionSize(theme.measure("row"))
        self._size_columns()
        self.reload()


def _due_first(item: OpenItem) -> tuple[bool, str]:
    return item.due_at is None, str(item.due_at)


def _cells(item: OpenItem, now: datetime) -> tuple[str, ...]:
    due = when.near(item.due_at, now) if item.due_at else "没有"
    mark = "▲ " if item.is_overdue(now) else ""
    return (
        f"{mark}{due}",
        item.title,
        item.owner,
        item.attention,
        when.near(item.created_at, now),
    )
