"""The list of clocks: a small model and the delegate that draws two lines for each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dutydesk.ui.deadlines.clock_line import ROLE_OF_SHAPE, ClockLine, ClockShape
from dutydesk.ui.theme import Theme
from dutydesk.wording import when

AnyIndex = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ClockModel(QAbstractListModel):
    """Holds the lines and the instant they are judged at; masked while the desk is locked."""

    def __init__(self, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self.is_masked = False
        self.lines: tuple[ClockLine, ...] = ()

    def show_lines(self, lines: Sequence[ClockLine]) -> None:
        """Show other lines; the same lines again change nothing."""
        if tuple(lines) == self.lines:
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def go_on(self, now: datetime) -> None:
        """Judge the lines at a later instant; repaints once a minute, not once a second."""
        before, self.now = self.now, now
        if self.lines and [_face(line, before) for line in self.lines] != [
            _face(line, now) for line in self.lines
        ]:
            self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return line.spoken(self.now, is_masked=self.is_masked)
        return None


def _face(line: ClockLine, now: datetime) -> tuple[ClockShape, str]:
    return line.shape(now), line.countdown(now)


class ClockDelegate(QStyledItemDelegate):
    """Draws shape, countdown and step above the matter and its receiver.

    ``is_masked`` leaves out the matter and the receiver: the desk is locked. ``is_flat`` draws
    one line for the narrow form.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_masked = False
        self.is_flat = False

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        line = QFontMetrics(self._theme.font()).height()
        rows = 2 if self._has_second(index.data(LINE_ROLE)) else 1
        return QSize(0, line * rows + self._theme.px(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line, model = index.data(LINE_ROLE), index.model()
        if not isinstance(line, ClockLine) or not isinstance(model, ClockModel):
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # missing in the stubs
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        side, half = self._theme.px(12), self._theme.px(5)
        inner = rect.adjusted(side, half, -side, -half)
        first = QRect(inner.left(), inner.top(), inner.width(), self._line_height())
        self._draw_first(painter, first, line, model.now)
        if self._has_second(line):
            left = self._step_left(inner.left())
            second = QRect(left, first.bottom() + 1, inner.right() - left + 1, first.height())
            painter.setPen(self._theme.colour("muted"))
            self._draw_pair(painter, second, f"→ {line.target}", _due(line, model.now))
        painter.restore()

    def _has_second(self, line: object) -> bool:
        is_single = self.is_flat or self.is_masked
        return isinstance(line, ClockLine) and bool(line.target) and not is_single

    def _line_height(self) -> int:
        return QFontMetrics(self._theme.font()).height()

    def _step_left(self, left: int) -> int:
        bold = QFontMetrics(self._theme.font(bold=True))
        return left + bold.horizontalAdvance("▲ +00:00") + self._theme.px(8)

    def _draw_first(self, painter: QPainter, rect: QRect, line: ClockLine, now: datetime) -> None:
        shape = line.shape(now)
        painter.setPen(self._theme.colour(ROLE_OF_SHAPE[shape]))
        painter.setFont(self._theme.font(bold=True))
        painter.drawText(rect, _LEFT, f"{shape} {line.countdown(now)}")
        painter.setPen(self._theme.colour("text"))
        painter.setFont(self._theme.font())
        words = line.step if self.is_masked else f"{line.step} {line.title}"
        rest = QRect(rect)
        rest.setLeft(self._step_left(rect.left()))
        self._draw_pair(painter, rest, words, "" if self._has_second(line) else _due(line, now))

    def _draw_pair(self, painter: QPainter, rect: QRect, words: str, at_right: str) -> None:
        """Draw a text that gives way, and one at the right edge that does not."""
        metrics = QFontMetrics(self._theme.font())
        painter.setFont(self._theme.font())
        room = rect.width()
        if at_right:
            painter.drawText(rect, _RIGHT, at_right)
            room -= metrics.horizontalAdvance(at_right) + self._theme.px(8)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, _LEFT, shown)


def _due(line: ClockLine, now: datetime) -> str:
    return "" if line.due_at is None else when.near(line.due_at, now)
