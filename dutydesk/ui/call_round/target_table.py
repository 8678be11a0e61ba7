"""The list of the running sheet: chosen whole, as wide as it is given."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from dutydesk.ui.call_round.target_model import TargetModel
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.selected_bar import show_bar

_STATE, _AT = "▲ B角已应 3次", "23:59"
_LEAST = 9


class TargetTable(QTableView):
    """``chosen(id)`` when another target is chosen, by keys, by mouse or by the program."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, model: TargetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._targets = theme, model
        self.setModel(model)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._build()
        theme.changed.connect(self._restyle)
        self._restyle()

    def choose(self, target_id: str) -> None:
        """Choose a target and bring it into sight; one that is not shown leaves none chosen."""
        row = self._targets.row_of(target_id)
        if row < 0:
            self.clearSelection()
            return
        index = self._targets.index(row, 0)
        if self.currentIndex().row() != row:
            self.setCurrentIndex(index)
        else:
            self.selectRow(row)
        self.scrollTo(index)

    def step(self, by: int) -> None:
        """Choose the target so many rows further on."""
        count = self._targets.rowCount()
        if count:
            row = min(max(0, self.currentIndex().row() + by), count - 1)
            self.setCurrentIndex(self._targets.index(row, 0))

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(self._targets.id_at(current.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def _build(self) -> None:
        self.setAccessibleName("要叫的人")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("bare", True)
        show_bar(self, self._theme)
        # The stub says there always is one.
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)

    def _size(self) -> None:
        metrics = QFontMetrics(self._theme.font())
        state = metrics.horizontalAdvance(_STATE) + self._theme.px(16)
        at = metrics.horizontalAdvance(_AT) + self._theme.px(32)
        name = metrics.horizontalAdvance("国") * _LEAST
        self.setColumnWidth(0, state)
        self.setColumnWidth(2, at)
        self.setColumnHidden(2, self.width() < state + at + name)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.measure("row"))
        self._size()
