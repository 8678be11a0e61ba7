"""A table of records, one row each, to go through by arrows; the matter takes the width left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.selected_bar import show_bar

_MATTER_SIGNS = 22


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """The head of a column and the widest words that stand in it; the matter has none."""

    head: str
    sample: str = ""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One record: its id, its words, and the colour role of the first of them."""

    id: str
    cells: tuple[str, ...]
    tone: str = ""


class LedgerTable(QTableWidget):
    """Keeps the selected record over new rows; where width is short, later columns go first."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        columns: Sequence[LedgerColumn],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, len(columns), parent)
        self._theme, self._columns = theme, columns
        self.ids: list[str] = []
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels([column.head for column in columns])
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setProperty("bare", True)
        show_bar(self, theme)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for at, column in enumerate(columns):
            if not column.sample:
                head.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        theme.changed.connect(self._restyle)
        self._restyle()

    def selected_id(self) -> str:
        """Return the record of the current row, empty for none."""
        row = self.currentRow()
        return self.ids[row] if 0 <= row < len(self.ids) else ""

    def show_rows(self, rows: Sequence[LedgerRow], wanted: str = "") -> None:
        """Show other rows; the record wanted, else the one that was selected, stays selected."""
        kept = wanted or self.selected_id()
        self.blockSignals(True)
        self.ids = [row.id for row in rows]
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(row.cells):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                if column == 0 and row.tone:
                    cell.setForeground(self._theme.colour(row.tone))
                self.setItem(at, column, cell)
        if rows:
            self.selectRow(self.ids.index(kept) if kept in self.ids else 0)
        self.blockSignals(False)
        self.itemSelectionChanged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_columns()

    def _size_columns(self) -> None:
        """Give the matter the most; where space is short, what can be read elsewhere goes."""
        metrics = QFontMetrics(self._theme.font())
        free = self.width() - metrics.horizontalAdvance("国") * _MATTER_SIGNS
        for at, column in enumerate(self._columns):
            if not column.sample:
                continue
            wide = metrics.horizontalAdvance(column.sample) + self._theme.px(30)
            self.setColumnWidth(at, wide)
            self.setColumnHidden(at, at > 0 and free < wide)
            free -= wide

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.measure("row"))
        self._size_columns()
