"""The further conditions of the whole log, folded away until they are wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from dutydesk.domain.log_search import LogSearch
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.folding_row import FoldingRow
from dutydesk.wording.log_search import MINE, STATES

# The least width of a field, in Chinese characters.
_LEAST = 7
_FIELDS = {"source": "来源单位", "person": "对方人员", "phone": "号码，几位都行"}


class LogFilters(QWidget):
    """A field for each part and a mark for each state; ``changed`` when somebody changed one."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.fields = {name: QLineEdit() for name in _FIELDS}
        self.is_mine = QCheckBox(MINE)
        self.states = {name: QCheckBox(word) for name, word in STATES.items()}
        self._typed, self._marks = QHBoxLayout(), QHBoxLayout()
        for name, field in self.fields.items():
            field.setPlaceholderText(_FIELDS[name])
            field.setAccessibleName(_FIELDS[name])
            field.textChanged.connect(self.changed)
            self._typed.addWidget(field)
        for box in (self.is_mine, *self.states.values()):
            box.toggled.connect(self.changed)
            self._marks.addWidget(box)
        self._row = FoldingRow(self._typed, self._marks)
        self.setLayout(self._row)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def added_to(self, search: LogSearch, officer_id: str | None) -> LogSearch:
        """Return a search with what is set here; an empty id asks for nobody's entries."""
        asked: dict[str, Any] = {name: field.text() for name, field in self.fields.items()}
        asked |= {name: box.isChecked() for name, box in self.states.items()}
        asked["officer_id"] = (officer_id or "") if self.is_mine.isChecked() else None
        return replace(search, **asked)

    def is_used(self) -> bool:
        """Tell whether anything is set here."""
        return self.added_to(LogSearch(), "") != LogSearch()

    def show_search(self, search: LogSearch) -> None:
        """Set everything as a search has it."""
        for name, field in self.fields.items():
            field.setText(getattr(search, name))
        self.is_mine.setChecked(search.officer_id is not None)
        for name, box in self.states.items():
            box.setChecked(getattr(search, name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.fold(self.width())

    def _restyle(self) -> None:
        side = self._theme.px(16)
        self._row.setContentsMargins(side, 0, side, 0)
        for row in (self._row, self._typed, self._marks):
            row.setSpacing(self._theme.px(8))
        least = QFontMetrics(self._theme.font()).horizontalAdvance("国") * _LEAST
        for field in self.fields.values():
            field.setMinimumWidth(least)
        self._row.fold(self.width())
