"""The table of the whole log: one line an entry, hits marked, any length."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.ui.duty_log.log_columns import ColumnFit
from dutydesk.ui.duty_log.log_hits import HitDelegate
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.paged_model import ROW_ROLE, PagedModel
from dutydesk.ui.widgets.selected_bar import show_bar

# Where people's words stand: who it came from, and what it says.
_MARKED_COLUMNS = (3, 5)
# So near to the end further rows are read.
_NEAR = 20


class LogTable(QTableView):
    """Shows a paged model; ``show_words`` marks what is looked for."""

    def __init__(
        self, theme: Theme, model: PagedModel[ListedEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows, self._theme = model, theme
        self.setModel(model)
        self.setAccessibleName("值班日志")
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setProperty("bare", True)
        show_bar(self, theme)
        self._hits = HitDelegate(theme, self)
        for column in _MARKED_COLUMNS:
            self.setItemDelegateForColumn(column, self._hits)
        # Fixed heights: sized to contents, a million rows would not open at all.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        ColumnFit(self, theme)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        row = self._theme.measure("row")
        self.verticalHeader().setDefaultSectionSize(row)
        # At large type the fields above need the height more.
        self.setMinimumHeight(row)

    def show_words(self, words: tuple[str, ...]) -> None:
        """Mark these folded words."""
        self._hits.words = words
        self.viewport().update()

    def selected(self) -> ListedEntry | None:
        """Return the entry of the current row."""
        row = self.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, ListedEntry) else None

    def selected_rowid(self) -> int | None:
        """Return the local number of the current row."""
        row = self.currentIndex().row()
        return self._rows.row_id(row) if row >= 0 else None

    def choose(self, row: int) -> None:
        """Go to a row."""
        self.selectionModel().setCurrentIndex(
            self._rows.index(row, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def show_middle(self) -> None:
        """Bring the current row into the middle, so that what is around it is seen."""
        self.scrollTo(self.currentIndex(), QTableView.ScrollHint.PositionAtCenter)

    def step(self, steps: int) -> None:
        """Go some rows down, or up when negative, as far as there are any."""
        if self._rows.rowCount():
            row = self.currentIndex().row() + steps
            self.choose(max(0, min(row, self._rows.rowCount() - 1)))

    def is_near_end(self) -> bool:
        """Tell whether the last rows come into view."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - _NEAR
