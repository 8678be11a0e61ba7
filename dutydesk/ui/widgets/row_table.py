"""A table of records: one row each, chosen whole; columns give way where space is short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.whole_rows import show_whole_rows

LEAST_SIGNS, WIDE_TEXT = 14, 22
"""What the widest column keeps of its text before another one is hidden, in characters: a name
with a place, a matter."""


@dataclass(frozen=True, slots=True)
class RowColumn:
    """A column: its head, and a sample as wide as it should be; without one it takes the rest."""

    head: str
    sample: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One record: its id, its cells, the role of the colour of its first cell, and its mark."""

    id: str
    cells: tuple[str, ...]
    tone: str = ""
    icon: QIcon | None = None


class RowTable(QTableWidget):
    """``activated`` on Enter or double click; the choice stays on its record when rows change.

    ``itemSelectionChanged`` once for other rows, whether another record is chosen or not.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        columns: Sequence[RowColumn],
        parent: QWidget | None = None,
        *,
        least_signs: int = LEAST_SIGNS,
    ) -> None:
        super().__init__(0, len(columns), parent)
        self._theme, self._columns, self._least_signs = theme, tuple(columns), least_signs
        self._rows: tuple[TableRow, ...] = ()
        show_whole_rows(self, theme, name, [column.head for column in columns])
        self._build()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_rows(self, rows: Sequence[TableRow], chosen: str = "") -> None:
        """Show records; the one of ``chosen``, else the one chosen before, is chosen."""
        kept = chosen or self.chosen()
        self.blockSignals(True)
        self._rows = tuple(rows)
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(row.cells):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                if column == 0 and row.tone:
                    cell.setForeground(self._theme.colour(row.tone))
                if column == 0 and row.icon is not None:
                    cell.setIcon(row.icon)
                self.setItem(at, column, cell)
        ids = [row.id for row in rows]
        if ids:
            self.selectRow(ids.index(kept) if kept in ids else 0)
        self.blockSignals(False)
        self.itemSelectionChanged.emit()

    def chosen(self) -> str:
        """Return the id of the record chosen, empty for none."""
        at = self.currentRow()
        return self._rows[at].id if 0 <= at < len(self._rows) else ""

    def step(self, by: int) -> None:
        """Choose the record so many rows further on, the last one at the end."""
        if self._rows:
            self.selectRow(min(max(0, self.currentRow() + by), len(self._rows) - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()
        # A strip above or a larger type took height: the record in hand must not go with it.
        if event.size().height() != event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def _build(self) -> None:
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("bare", True)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for at, column in enumerate(self._columns):
            if not column.sample:
                head.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def _size(self) -> None:
        """Leave the text its room; the last columns go first, the tool tip still tells them."""
        metrics = QFontMetrics(self._theme.font())
        wide = [
            metrics.horizontalAdvance(column.sample) + self._theme.px(30) if column.sample else 0
            for column in self._columns
        ]
        free = self.width() - metrics.horizontalAdvance("国") * self._least_signs
        for at, width in enumerate(wide):
            if not width:
                continue
            is_hidden = at > 0 and free < width
            self.setColumnHidden(at, is_hidden)
            if not is_hidden:
                self.setColumnWidth(at, width)
                free -= width

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.measure("row"))
        self._size()
        self.show_rows(self._rows)
