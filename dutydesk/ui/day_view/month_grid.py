"""A month as a calendar: weeks from Monday, one cell a duty day, gaps in words and hatching."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from dutydesk.domain.day_view import DutyDay, GapReason, Lane
from dutydesk.domain.instants import WEEKDAYS
from dutydesk.ui.day_view.day_list import DAY_ROLE
from dutydesk.ui.day_view.ribbon import LANES, paint_hatch, paint_mark
from dutydesk.ui.theme import Theme
from dutydesk.wording.day_view import GAP, day_words

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DAYS = 7
_HATCH = 6


class MonthModel(QAbstractTableModel):
    """Weeks in rows, Monday to Sunday in columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.days: tuple[DutyDay, ...] = ()
        self.month = date.min

    def show_days(self, days: Sequence[DutyDay], month: date) -> None:
        """Show whole weeks of days; those outside the month are quieter."""
        same = [day.duty_date for day in days] == [day.duty_date for day in self.days]
        if same and days and self.month == month:
            self.days = tuple(days)
            last = self.index(self.rowCount() - 1, _DAYS - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.days, self.month = tuple(days), month
        self.endResetModel()

    def place_of(self, day: date) -> QModelIndex:
        """Return the cell of a day, an invalid one when it is not shown."""
        for number, one in enumerate(self.days):
            if one.duty_date == day:
                return self.index(number // _DAYS, number % _DAYS)
        return _NOWHERE

    def is_of_month(self, day: date) -> bool:
        """Tell whether a day belongs to the month that is shown."""
        return (day.year, day.month) == (self.month.year, self.month.month)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.days) // _DAYS

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else _DAYS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return f"周{WEEKDAYS[section]}"
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        day = self.days[index.row() * _DAYS + index.column()]
        if role == DAY_ROLE:
            return day
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return day_words(day)
        return None


class MonthDelegate(QStyledItemDelegate):
    """Draws the number of the day, its entries by family, and its gaps."""

    def __init__(self, theme: Theme, model: MonthModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self.today: date | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme = self._theme
        day: DutyDay = index.data(DAY_ROLE)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stub lacks Qt's field
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # as above
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        is_inside = self._model.is_of_month(day.duty_date)
        painter.save()
        painter.fillRect(rect, theme.colour("surface" if is_inside else "window"))
        if is_selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        self._paint_gaps(painter, rect, day)
        self._paint_day(painter, rect, day, is_inside=is_inside)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("line"), theme.measure("line")))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if is_selected:
            painter.setPen(QPen(theme.colour("accent"), theme.measure("focus")))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_gaps(self, painter: QPainter, rect: QRect, day: DutyDay) -> None:
        theme = self._theme
        reasons = {gap.reason for gap in day.gaps}
        worst = next((reason for reason in GapReason if reason in reasons), None)
        if worst is None:
            return
        height = theme.px(_HATCH)
        strip = QRectF(rect.left(), rect.bottom() - height, rect.width(), height)
        paint_hatch(painter, theme, strip, worst)
        words = GAP[worst] if len(day.gaps) == 1 else f"{GAP[worst]} {len(day.gaps)} 处"
        inner = rect.adjusted(theme.px(6), theme.px(4), -theme.px(6), -theme.px(6))
        number = QFontMetrics(theme.font(bold=True)).horizontalAdvance(self._number(day))
        if QFontMetrics(theme.font("small")).horizontalAdvance(words) > inner.width() - number:
            # The hatching says it, and so does the hint.
            return
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("overdue" if worst is GapReason.NOT_KEPT else "soon"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, words)

    def _number(self, day: DutyDay) -> str:
        return f"{day.duty_date.day}" + (" 今班" if day.duty_date == self.today else "")

    def _paint_day(self, painter: QPainter, rect: QRect, day: DutyDay, *, is_inside: bool) -> None:
        theme = self._theme
        is_today = day.duty_date == self.today
        bold = theme.font(bold=True)
        painter.setFont(bold)
        painter.setPen(theme.colour("accent" if is_today else "text" if is_inside else "muted"))
        left, top = rect.left() + theme.px(6), rect.top() + theme.px(4)
        painter.drawText(left, top + QFontMetrics(bold).ascent(), self._number(day))
        top += QFontMetrics(bold).height() + theme.px(2)
        self._paint_counts(painter, rect, day, top)

    def _paint_counts(self, painter: QPainter, rect: QRect, day: DutyDay, top: int) -> None:
        """Write how many of each family; where they do not fit, how many in all."""
        theme = self._theme
        metrics = QFontMetrics(theme.font("small"))
        counts = Counter(mark.lane for mark in day.marks if not mark.is_struck)
        shown = [(lane, str(counts[lane])) for lane in LANES if counts[lane]]
        sign, gap = theme.px(13), theme.px(7)
        wide = sum(metrics.horizontalAdvance(words) + sign + gap for _, words in shown)
        left = rect.left() + theme.px(6)
        painter.setFont(theme.font("small"))
        if shown and wide > rect.width() - theme.px(6):
            painter.setPen(theme.colour("overdue" if counts[Lane.EMERGENCY] else "text"))
            painter.drawText(left, top + metrics.ascent(), f"{counts.total()} 条")
            return
        for lane, words in shown:
            middle = QPointF(left + theme.px(5), top + metrics.height() / 2)
            paint_mark(painter, theme, lane, middle)
            painter.setPen(theme.colour("overdue" if lane is Lane.EMERGENCY else "text"))
            painter.drawText(left + sign, top + metrics.ascent(), words)
            left += sign + gap + metrics.horizontalAdvance(words)


class MonthGrid(QTableView):
    """The calendar: arrows move from day to day."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.days = MonthModel(self)
        self.delegate = MonthDelegate(theme, self.days, self)
        self.setModel(self.days)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName("月历")
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setProperty("bare", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            head.setHighlightSections(False)
        self._theme = theme
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_days(self, days: Sequence[DutyDay], month: date, today: date) -> None:
        """Show the weeks of a month; ``today`` is the duty day that runs."""
        self.delegate.today = today
        self.days.show_days(days, month)
        self.viewport().update()

    def _restyle(self) -> None:
        metrics = QFontMetrics(self._theme.font())
        least = metrics.height() * 2 + self._theme.px(_HATCH + 8)
        self.verticalHeader().setMinimumSectionSize(least)
        self.viewport().update()
