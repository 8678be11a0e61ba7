"""Duty days one under the other, each with its ribbon: a week, or what came since a duty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from dutydesk.domain.day_view import DutyDay
from dutydesk.ui.day_view.ribbon import (
    Ribbon,
    hours_height,
    paint_hours,
    paint_ribbon,
    ribbon_height,
)
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.selected_bar import paint_selected
from dutydesk.wording import when
from dutydesk.wording.day_view import GAP, day_words, gap_words, mark_words

AnyIndex = QModelIndex | QPersistentModelIndex
DAY_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_SAMPLE = "120 条 某某 无记录 2 处"
_VCENTER = Qt.AlignmentFlag.AlignVCenter


class DayListModel(QAbstractListModel):
    """Holds duty days; read aloud as whole sentences."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.days: tuple[DutyDay, ...] = ()

    def show_days(self, days: Sequence[DutyDay]) -> None:
        """Show these days; the same days with new entries keep the selection."""
        same = [day.duty_date for day in days] == [day.duty_date for day in self.days]
        if same and days:
            self.days = tuple(days)
            self.dataChanged.emit(self.index(0, 0), self.index(len(days) - 1, 0))
            return
        self.beginResetModel()
        self.days = tuple(days)
        self.endResetModel()

    def row_of(self, day: date) -> int | None:
        """Return the row of a duty day."""
        return next((row for row, one in enumerate(self.days) if one.duty_date == day), None)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.days)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == DAY_ROLE:
            return self.days[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return day_words(self.days[index.row()])
        return None


class DayDelegate(QStyledItemDelegate):
    """Draws date, who kept it and the count at the left, the ribbon with its hours beside."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.now: datetime | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002 -- Qt
        theme = self._theme
        words = QFontMetrics(theme.font()).height() + QFontMetrics(theme.font("small")).height()
        hours = hours_height(theme) if index.row() == 0 else 0
        return QSize(theme.px(300), max(words, ribbon_height(theme)) + theme.px(12) + hours)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        day = index.data(DAY_ROLE)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stub lacks Qt's field
        theme = self._theme
        painter.save()
        paint_selected(painter, theme, option)
        # The hours stand over the first day: all days of a unit begin at the same one.
        hours = hours_height(theme) if index.row() == 0 else 0
        rect = rect.adjusted(0, hours, 0, 0)
        ribbon = self.ribbon(day, rect)
        self._paint_words(painter, rect, day)
        paint_ribbon(painter, ribbon)
        if hours:
            paint_hours(painter, ribbon, is_above=True)
        painter.setPen(QPen(theme.colour("line"), theme.measure("line")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def ribbon(self, day: DutyDay, rect: QRect) -> Ribbon:
        """Return what is drawn of a day and where."""
        theme = self._theme
        left = rect.left() + self._left()
        width = max(rect.right() - theme.px(16) - left, 1)
        place = QRectF(left, rect.top() + theme.px(6), width, ribbon_height(theme))
        return Ribbon(day, place, theme, self.now)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        day = index.data(DAY_ROLE)
        if event.type() is not QEvent.Type.ToolTip or not isinstance(day, DutyDay):
            return False
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stub lacks Qt's field
        hours = hours_height(self._theme) if index.row() == 0 else 0
        ribbon = self.ribbon(day, rect.adjusted(0, hours, 0, 0))
        point = QPointF(event.pos())
        mark, gap = ribbon.mark_at(point), ribbon.gap_at(point)
        words = mark_words(mark) if mark else gap_words(gap) if gap else day_words(day)
        QToolTip.showText(event.globalPos(), words, view)
        return True

    def _left(self) -> int:
        theme = self._theme
        return theme.px(32) + QFontMetrics(theme.font("small")).horizontalAdvance(_SAMPLE)

    def _paint_words(self, painter: QPainter, rect: QRect, day: DutyDay) -> None:
        theme = self._theme
        left, width = rect.left() + theme.px(16), self._left() - theme.px(24)
        top = rect.top() + theme.px(4)
        total = sum(day.counts.values())
        bold, small = theme.font(bold=True), theme.font("small")
        height = QFontMetrics(bold).height()
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        painter.drawText(
            QRect(left, top, width, height), _VCENTER, when.day_and_weekday(day.duty_date)
        )
        gap = f"{GAP[day.gaps[0].reason]} {len(day.gaps)} 处" if day.gaps else ""
        names = "、".join(day.primary)
        count = f"{total} 条" if day.is_kept or total else ""
        place = QRect(left, top + height, width, QFontMetrics(small).height())
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        metrics = QFontMetrics(small)
        room = width - metrics.horizontalAdvance(gap) - theme.px(4)
        words = metrics.elidedText(
            " ".join(one for one in (count, names) if one), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(place, _VCENTER, words)
        painter.setPen(theme.colour("soon"))
        painter.drawText(place, _VCENTER | Qt.AlignmentFlag.AlignRight, gap)


class DayList(QListView):
    """The list itself: one day a row."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.days = DayListModel(self)
        self.delegate = DayDelegate(theme, self)
        self.setModel(self.days)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName("值班日")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("bare", True)
        theme.changed.connect(self.doItemsLayout)

    def show_days(self, days: Sequence[DutyDay], now: datetime) -> None:
        """Show duty days as they stand now."""
        self.delegate.now = now
        self.days.show_days(days)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a low room two days are in sight: the chosen one, whose entries stand below, is one.
        self.scrollTo(self.currentIndex())
