"""The month as a grid: days and shifts down, posts across; letters on a cell look somebody up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dutydesk.domain.roster_view import RosterView, SeatChange, SeatView
from dutydesk.ui.roster.month_rows import (
    GridRow,
    SeatColumn,
    columns_of,
    day_text,
    finding_text,
    has_shifts,
    rows_of,
    seat_hint,
    seat_text,
    shift_text,
    wrong_with,
)
from dutydesk.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROLE = Qt.ItemDataRole
_DAY_SAMPLE, _FINDING_SAMPLE = "● 30日 周六 调休上班 重点时段", "▲ 无带班领导"
_LEAST_DAY, _LEAST_FINDING = "● 30日 周六 国庆节", "▲ 缺岗"
_LEAST_SEAT = "甲某某某"
_SHIFT_SAMPLE = "全天班"
_BEFORE = 2
"""Columns before the seats: the day, and the shift, which is hidden where a day is one shift."""


class MonthModel(QAbstractTableModel):
    """A month; what a cell shows is made by ``month_rows``."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.columns: tuple[SeatColumn, ...] = ()
        self.rows: tuple[GridRow, ...] = ()
        self.today = date.min

    def show_month(self, view: RosterView, today: date) -> None:
        """Show another state of a month, or another month."""
        self.beginResetModel()
        self.columns, self.today = columns_of(view), today
        self.rows = rows_of(view, self.columns)
        self.endResetModel()

    def seat_at(self, index: AnyIndex) -> SeatView | None:
        """Return the seat of a cell, None where the cell is none."""
        at = index.column() - _BEFORE
        if not index.isValid() or not 0 <= at < len(self.columns):
            return None
        return self.rows[index.row()].seats[at]

    def row_at(self, index: AnyIndex) -> GridRow | None:
        """Return the row of a cell."""
        return self.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else _BEFORE + len(self.columns) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != _ROLE.DisplayRole:
            return None
        heads = ("日期", "班次", *(column.head for column in self.columns), "检查")
        return heads[section]

    def data(self, index: AnyIndex, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, seat = self.rows[index.row()], self.seat_at(index)
        if role == _ROLE.DisplayRole:
            return self._text(row, index.column(), seat)
        if role in {_ROLE.ToolTipRole, _ROLE.AccessibleTextRole}:
            text = seat_hint(row, seat) if seat else self._text(row, index.column(), seat)
            return text or None
        if role == _ROLE.ForegroundRole:
            return self._ink(row, index.column(), seat)
        if role == _ROLE.FontRole and row.day.day == self.today:
            return self._theme.font(bold=True)
        return None

    def _text(self, row: GridRow, column: int, seat: SeatView | None) -> str:
        if seat is not None:
            return seat_text(row, seat)
        if column == 0:
            return day_text(row, self.today)
        if column == 1:
            return shift_text(row)
        return finding_text(row) if column == self.columnCount() - 1 else ""

    def _ink(self, row: GridRow, column: int, seat: SeatView | None) -> object:
        if seat is not None and wrong_with(row, seat):
            return self._theme.colour("overdue")
        if column == self.columnCount() - 1:
            return self._theme.colour("overdue")
        is_past = seat is not None and seat.change is SeatChange.FROZEN
        return self._theme.colour("muted") if is_past else None


class MonthDelegate(QStyledItemDelegate):
    """Lays the tint of a day off under its row and a frame round the chosen cell."""

    def __init__(self, theme: Theme, model: MonthModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, row = self._theme, self._model.rows[index.row()]
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stub lacks Qt's field
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # as above
        if row.is_rest_day:
            painter.fillRect(rect, theme.colour("window"))
        if row.day.day == self._model.today:
            painter.fillRect(rect, theme.colour("accent_soft"))
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(QPen(theme.colour("line"), theme.measure("line")))
        if row.is_first:
            painter.drawLine(rect.topLeft(), rect.topRight())
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.colour("accent"), theme.measure("focus")))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()


class MonthGrid(QTableView):
    """``typed(text)`` for letters on a seat, ``chosen`` on Enter, ``cleared`` on Del.

    ``moved`` when another cell is current.
    """

    typed = Signal(str)
    chosen = Signal()
    cleared = Signal()
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.month = MonthModel(theme, self)
        self.setModel(self.month)
        self.setItemDelegate(MonthDelegate(theme, self.month, self))
        self.setAccessibleName("值班表")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setProperty("bare", True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._double)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_month(self, view: RosterView, today: date) -> None:
        """Show a month and stay on the cell that was current, as far as it is there."""
        at = self.currentIndex()
        place = (at.row(), at.column()) if at.isValid() else None
        self.month.show_month(view, today)
        self._size()
        if place is not None:
            self.go(*place)

    def go(self, row: int, column: int) -> None:
        """Make a cell current, the nearest where it is not there."""
        rows, columns = self.month.rowCount(), self.month.columnCount()
        if rows:
            row, column = min(max(row, 0), rows - 1), min(max(column, _BEFORE), columns - 2)
            self.setCurrentIndex(self.month.index(row, column))

    def go_seat(self, row: int, seat: int) -> None:
        """Make a cell current by the number of its seat's column."""
        self.go(row, _BEFORE + seat)

    def go_to_day(self, day: date) -> bool:
        """Make the first seat of a day current; False when the month has no such day."""
        for number, row in enumerate(self.month.rows):
            if row.day.day == day:
                column = max(self.currentIndex().column(), _BEFORE)
                self.go(number, column)
                self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
                return True
        return False

    def current_seat(self) -> SeatView | None:
        """Return the seat of the current cell."""
        return self.month.seat_at(self.currentIndex())

    def current_row(self) -> GridRow | None:
        """Return the row of the current cell."""
        return self.month.row_at(self.currentIndex())

    def seat_columns(self) -> Sequence[SeatColumn]:
        """Return the seats that are columns, from the third column on."""
        return self.month.columns

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        is_plain = not modifiers & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if is_plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit()
        elif is_plain and key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.cleared.emit()
        elif is_plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def _on_current(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.moved.emit()

    def _double(self, _index: QModelIndex) -> None:
        self.chosen.emit()

    def _size(self) -> None:
        """Give the seats what day and check leave; below a name's width the grid scrolls."""
        count = len(self.month.columns)
        if not count:
            return
        metrics, pad = QFontMetrics(self._theme.font(bold=True)), self._theme.px(20)
        day, least_day = (
            metrics.horizontalAdvance(text) + pad for text in (_DAY_SAMPLE, _LEAST_DAY)
        )
        shift = metrics.horizontalAdvance(_SHIFT_SAMPLE) + pad
        found, least_found = (
            metrics.horizontalAdvance(text) + pad for text in (_FINDING_SAMPLE, _LEAST_FINDING)
        )
        least = metrics.horizontalAdvance(_LEAST_SEAT) + pad
        self.setColumnHidden(1, not has_shifts(self.month.rows))
        if self.isColumnHidden(1):
            shift = 0
        room = self.viewport().width() - shift - least_day - count * least
        found = max(least_found, min(found, room))
        width = self.viewport().width() - shift - found
        day = max(least_day, min(day, width - count * (least + pad)))
        free = width - day
        seat = max(least, free // count)
        self.setColumnWidth(0, day)
        self.setColumnWidth(1, shift)
        for at in range(count):
            self.setColumnWidth(_BEFORE + at, seat)
        self.setColumnWidth(_BEFORE + count, max(found, found + free - seat * count))

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.measure("row"))
        self._size()
