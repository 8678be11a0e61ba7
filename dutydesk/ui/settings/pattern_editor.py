"""The shifts of the unit as rows: kind, begin, end, on which days."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from dutydesk.domain.settings import SHIFT_PATTERNS
from dutydesk.domain.shift import ShiftDays, ShiftKind
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.settings import SHIFT_DAYS, SHIFT_PATTERN
from dutydesk.wording.shift import SHIFT_KIND

_MOST = 4


class _ShiftRow(QWidget):
    """One shift; the parts stand in the grid of the editor."""

    def __init__(self, theme: Theme, values: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = ChoiceBox(theme, "班次", parent)
        for kind in ShiftKind:
            self.kind.addItem(SHIFT_KIND[kind], kind.value)
        self.kind.setCurrentIndex(self.kind.findData(values["kind"]))
        self.start, self.end = QLineEdit(values["start"], parent), QLineEdit(values["end"], parent)
        self.start.setAccessibleName("开始")
        self.end.setAccessibleName("结束")
        self.days = ChoiceBox(theme, "哪些天", parent)
        for days in ShiftDays:
            self.days.addItem(SHIFT_DAYS[days], days.value)
        self.days.setCurrentIndex(self.days.findData(values.get("days", "every")))
        self.drop = QPushButton("去掉", parent)

    def parts(self) -> tuple[QWidget, ...]:
        return (self.kind, self.start, self.end, self.days, self.drop)

    def value(self) -> dict[str, str]:
        return {
            "kind": str(self.kind.currentData()),
            "start": self.start.text().strip(),
            "end": self.end.text().strip(),
            "days": str(self.days.currentData()),
        }


class PatternEditor(QWidget):
    """Edits a shift pattern; a preset fills the rows, which stay editable. ``changed``."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.preset = ChoiceBox(theme, "常用安排")
        self.preset.addItem("选一种常用安排…", None)
        for key, word in SHIFT_PATTERN.items():
            self.preset.addItem(word, key)
        self.more = QPushButton("加一班")
        self._heads = [QLabel(word) for word in ("班次", "开始", "结束", "哪些天")]
        self._rows: list[_ShiftRow] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self.preset, 0, 0, 1, 4)
        self._grid.addWidget(self.more, 0, 4)
        for column, head in enumerate(self._heads):
            self._grid.addWidget(head, 1, column)
        self._grid.setColumnStretch(5, 1)
        self.preset.activated.connect(self._fill)
        self.more.clicked.connect(self._add)
        self.setFocusProxy(self.preset)
        theme.changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.height() < self.sizeHint().height():
            # While a new type size spreads, a long form goes by the height these rows had
            # before; told once more when it is through, it gives them theirs.
            QTimer.singleShot(0, self, self.updateGeometry)

    def set_value(self, rows: list[dict[str, str]]) -> None:
        """Show a pattern."""
        for row in self._rows:
            for part in row.parts():
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
            row.deleteLater()
        self._rows = [_ShiftRow(self._theme, values, self) for values in rows]
        for at, row in enumerate(self._rows):
            for column, part in enumerate(row.parts()):
                self._grid.addWidget(part, 2 + at, column)
                part.show()
            row.drop.clicked.connect(partial(self._drop, row))
            for field in (row.start, row.end):
                field.textEdited.connect(self.changed)
            for box in (row.kind, row.days):
                box.activated.connect(self.changed)
        self.more.setEnabled(len(self._rows) < _MOST)
        for row in self._rows:
            row.drop.setEnabled(len(self._rows) > 1)
        self._restyle()

    def value(self) -> list[dict[str, str]]:
        """Return what stands in the rows; times are checked when it is saved."""
        return [row.value() for row in self._rows]

    def _fill(self, _at: int) -> None:
        key = self.preset.currentData()
        if key is not None:
            self.set_value([dict(row) for row in SHIFT_PATTERNS[key] if isinstance(row, dict)])
            self.changed.emit()

    def _add(self) -> None:
        last = self.value()[-1]
        self.set_value([*self.value(), {**last, "start": last["end"], "end": last["start"]}])
        self.changed.emit()

    def _drop(self, row: _ShiftRow) -> None:
        rows = [one.value() for one in self._rows if one is not row]
        self.set_value(rows)
        self.changed.emit()

    def _restyle(self) -> None:
        theme = self._theme
        self._grid.setHorizontalSpacing(theme.px(6))
        self._grid.setVerticalSpacing(theme.px(4))
        width = QFontMetrics(theme.font()).horizontalAdvance("00:00") + theme.px(22)
        for head in self._heads:
            head.setFont(theme.font("small"))
        for row in self._rows:
            row.start.setFixedWidth(width)
            row.end.setFixedWidth(width)
