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
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from dutydesk.ui.deadlines.clock_line import ROLE_OF_SHAPE, ClockLine, ClockShape
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.selected_bar import paint_selected
from dutydesk.wording import when

AnyIndex = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIDE, _SCROLL_BAR = 12, 12


class ClockModel(QAbstractListModel):
    """Holds the lines and the instant they are judged at; masked while the desk is locked.

    Rows are handed out a page at a time, as the list is scrolled: of a thousand clocks only those
    near the window are measured.
    """

    PAGE = 30

    def __init__(self, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self.is_masked = False
        self.lines: tuple[ClockLine, ...] = ()
        self._made = 0

    def show_lines(self, lines: Sequence[ClockLine]) -> bool:
        """Show other lines; the same lines again change nothing. Tells whether they are others."""
        if lines is self.lines or tuple(lines) == self.lines:
            return False
        self.beginResetModel()
        self.lines = tuple(lines)
        # What was scrolled into sight stays there.
        self._made = min(len(self.lines), max(self.PAGE, self._made))
        self.endResetModel()
        return True

    def go_on(self, now: datetime, rows: range) -> None:
        """Judge the rows in sight at a later instant; repaints those whose minute changed."""
        before, self.now = self.now, now
        for row in rows:
            line = self.lines[row]
            if _face(line, before) != _face(line, now):
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._made

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and self._made < len(self.lines)

    def fetchMore(self, parent: AnyIndex) -> None:
        last = min(len(self.lines), self._made + self.PAGE)
        self.beginInsertRows(parent, self._made, last - 1)
        self._made = last
        self.endInsertRows()

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
    """Draws shape, countdown and step with the matter, below them its receiver.

    The matter takes a second line where one does not hold it: two fires in one street differ in
    their last words. ``is_masked`` leaves out the matter and the receiver: the desk is locked.
    ``is_flat`` draws one line for the narrow form.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_masked = False
        self.is_flat = False
        # How many rows a line takes; asked for each line at every refresh, and dear to find out.
        self._rows: dict[tuple[str, str, str, str], int] = {}

    def forget(self) -> None:
        """Measure anew: type size, masking or form have changed."""
        self._rows.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        line, model = index.data(LINE_ROLE), index.model()
        rows = 1
        if isinstance(line, ClockLine) and isinstance(model, ClockModel):
            face = (line.step, line.title, line.target, _due(line, model.now))
            if face not in self._rows:
                receiver = 1 if self._has_receiver(line) else 0
                self._rows[face] = len(self._matter(line, model.now)) + receiver
            rows = self._rows[face]
        return QSize(0, self._line_height() * rows + self._theme.px(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line, model = index.data(LINE_ROLE), index.model()
        if not isinstance(line, ClockLine) or not isinstance(model, ClockModel):
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
        painter.save()
        paint_selected(painter, self._theme, option)
        side, half = self._theme.px(_SIDE), self._theme.px(5)
        inner = rect.adjusted(side, half, -side, -half)
        row = QRect(inner.left(), inner.top(), inner.width(), self._line_height())
        self._draw_countdown(painter, row, line, model.now)
        row.setLeft(self._step_left(inner.left()))
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour("text"))
        has_receiver = self._has_receiver(line)
        at_right = "" if has_receiver else _due(line, model.now)
        for words in self._matter(line, model.now):
            self._draw_pair(painter, row, words, at_right)
            row.translate(0, row.height())
            at_right = ""
        if has_receiver:
            painter.setPen(self._theme.colour("muted"))
            self._draw_pair(painter, row, f"→ {line.target}", _due(line, model.now))
        painter.restore()

    def _has_receiver(self, line: ClockLine) -> bool:
        return bool(line.target) and not self.is_flat and not self.is_masked

    def _matter(self, line: ClockLine, now: datetime) -> list[str]:
        """Return what the clock is about in the lines it takes."""
        if self.is_masked:
            return [line.step]
        words = f"{line.step} {line.title}"
        if self.is_flat:
            return [words]
        # Counted from the column, not from the view: with and without a scroll bar alike.
        column = self._theme.measure("deadlines") - self._theme.px(_SIDE + _SCROLL_BAR)
        room = column - self._step_left(self._theme.px(_SIDE))
        if not self._has_receiver(line):
            room -= self._room_at_right(_due(line, now))
        return _wrapped(words, self._theme, room)

    def _line_height(self) -> int:
        return QFontMetrics(self._theme.font()).height()

    def _step_left(self, left: int) -> int:
        bold = QFontMetrics(self._theme.font(bold=True))
        return left + bold.horizontalAdvance("▲ +00:00") + self._theme.px(8)

    def _room_at_right(self, words: str) -> int:
        metrics = QFontMetrics(self._theme.font())
        return metrics.horizontalAdvance(words) + self._theme.px(8) if words else 0

    def _draw_countdown(
        self, painter: QPainter, rect: QRect, line: ClockLine, now: datetime
    ) -> None:
        shape = line.shape(now)
        painter.setPen(self._theme.colour(ROLE_OF_SHAPE[shape]))
        painter.setFont(self._theme.font(bold=True))
        painter.drawText(rect, _LEFT, f"{shape} {line.countdown(now)}")

    def _draw_pair(self, painter: QPainter, rect: QRect, words: str, at_right: str) -> None:
        """Draw a text that gives way, and one at the right edge that does not."""
        if at_right:
            painter.drawText(rect, _RIGHT, at_right)
        room = rect.width() - self._room_at_right(at_right)
        metrics = QFontMetrics(self._theme.font())
        painter.drawText(rect, _LEFT, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))


def _wrapped(words: str, theme: Theme, room: int) -> list[str]:
    """Return a text in at most two lines; the last one holds all the rest."""
    layout = QTextLayout(words, theme.font())
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(room)
    # Qt counts UTF-16 units: a rare character of a name is two of them.
    units = words.encode("utf-16-le")
    cut = len(units[: 2 * first.textLength()].decode("utf-16-le"))
    layout.endLayout()
    lines = [words[:cut].rstrip(), words[cut:].lstrip()]
    return [line for line in lines if line]


def _due(line: ClockLine, now: datetime) -> str:
    return "" if line.due_at is None else when.near(line.due_at, now)
