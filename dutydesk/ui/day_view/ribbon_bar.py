"""The ribbon of the running duty day above its log: arrows go from entry to entry."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dutydesk.domain.day_view import DutyDay, Mark
from dutydesk.ui.day_view.ribbon import (
    Ribbon,
    hours_height,
    paint_hours,
    paint_ribbon,
    ribbon_height,
)
from dutydesk.ui.theme import Theme
from dutydesk.wording.day_view import day_words, gap_words, mark_words

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SIDE = 16
_ABOVE = 8


class RibbonBar(QWidget):
    """Shows one duty day; ``chosen(entry_id)`` by a click, by arrows and Enter."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day: DutyDay | None = None
        self._now: datetime | None = None
        self._selected = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("本班24小时")
        self.setMouseTracking(True)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_day(self, day: DutyDay | None, now: datetime) -> None:
        """Show a day as it stands now; None shows nothing."""
        self._day, self._now = day, now
        self.setAccessibleDescription(day_words(day) if day else "")
        self.update()

    def tick(self, now: datetime) -> None:
        """Move the line of this minute."""
        self._now = now
        self.update()

    def select(self, entry_id: str) -> None:
        """Ring the entry that is selected in the log."""
        self._selected = entry_id
        self.update()

    def ribbon(self) -> Ribbon | None:
        """Return what is drawn and where."""
        if self._day is None:
            return None
        side = self._theme.px(_SIDE)
        rect = QRectF(
            side,
            self._theme.px(_ABOVE),
            max(self.width() - 2 * side, 1),
            ribbon_height(self._theme),
        )
        return Ribbon(self._day, rect, self._theme, self._now)

    def sizeHint(self) -> QSize:
        theme = self._theme
        return QSize(
            theme.px(240), theme.px(_ABOVE) + ribbon_height(theme) + hours_height(theme) + 2
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        ribbon = self.ribbon()
        if ribbon is None:
            return
        painter = QPainter(self)
        paint_ribbon(painter, ribbon, self._selected)
        paint_hours(painter, ribbon)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), self._theme.measure("focus")))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._step(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._selected:
            self.chosen.emit(self._selected)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        ribbon = self.ribbon()
        mark = ribbon.mark_at(event.position()) if ribbon else None
        if mark is not None:
            self._choose(mark)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._hint(event), self)
            return True
        return super().event(event)

    def _hint(self, event: QHelpEvent) -> str:
        ribbon = self.ribbon()
        if ribbon is None:
            return ""
        point = event.pos().toPointF()
        mark, gap = ribbon.mark_at(point), ribbon.gap_at(point)
        if mark is not None:
            return mark_words(mark)
        return gap_words(gap) if gap is not None else ""

    def _step(self, step: int) -> None:
        marks = self._day.marks if self._day else ()
        if not marks:
            return
        ids = [mark.entry_id for mark in marks]
        if self._selected in ids:
            at = max(0, min(ids.index(self._selected) + step, len(ids) - 1))
        else:
            at = 0 if step > 0 else len(ids) - 1
        self._choose(marks[at])

    def _choose(self, mark: Mark) -> None:
        self.select(mark.entry_id)
        self.chosen.emit(mark.entry_id)

    def _restyle(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.update()
