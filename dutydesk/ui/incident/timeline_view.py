"""The picture of a timeline: hover and keys step through it, and it can be saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dutydesk.domain.incident_timeline import IncidentTimeline, TimelineClock, TimelineMark
from dutydesk.ui.incident.timeline_layout import Placed, TimelineLayout
from dutydesk.ui.incident.timeline_paint import paint_timeline
from dutydesk.ui.theme import Theme
from dutydesk.wording.incident_timeline import TIMELINE, mark_line, spoken_timeline

_FEW_ROWS = 6
_PICTURE_WIDTH, _SHARPER = 1600, 2


class TimelineView(QWidget):
    """``pointed(str)`` with the words of what is chosen; ``rows`` bounds the rows of marks.

    ``grown(int)`` with the height that another width or timeline takes.
    """

    pointed = Signal(str)
    grown = Signal(int)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, rows: int = _FEW_ROWS
    ) -> None:
        super().__init__(parent)
        self._theme, self._rows = theme, rows
        self._timeline: IncidentTimeline | None = None
        self._layout: TimelineLayout | None = None
        self._chosen = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(TIMELINE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._lay_out)

    def show_timeline(self, timeline: IncidentTimeline) -> None:
        """Show another timeline, or the same one as it stands now."""
        before = self._timeline.incident_id if self._timeline else ""
        self._timeline = timeline
        if timeline.incident_id != before:
            self._chosen = -1
        if self._chosen < 0:
            self.setAccessibleDescription(spoken_timeline(timeline))
        self._lay_out()

    def chosen(self) -> Placed | None:
        """Return what is chosen."""
        placed = self._placed()
        return placed[self._chosen] if 0 <= self._chosen < len(placed) else None

    def choose(self, at: int) -> None:
        """Choose by place in the order of time; beyond the ends the last or first."""
        placed = self._placed()
        if not placed:
            return
        self._chosen = min(max(at, 0), len(placed) - 1)
        words = placed_words(placed[self._chosen])
        self.setAccessibleDescription(words)
        self.pointed.emit(words)
        self.update()

    def choose_item(self, item: TimelineClock | TimelineMark) -> None:
        """Choose one by what it is."""
        found = next((at for at, one in enumerate(self._placed()) if one.item == item), -1)
        if found >= 0:
            self.choose(found)

    def save_picture(self, file: Path) -> bool:
        """Write it as a picture, twice as sharp as a screen; False when that fails."""
        if self._timeline is None:
            return False
        layout = TimelineLayout(
            self._timeline, self._theme, self._theme.px(_PICTURE_WIDTH), len(self._timeline.marks)
        )
        size = QSize(int(layout.width), int(layout.height) + 1) * _SHARPER
        image = QImage(size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARPER)
        image.fill(self._theme.colour("surface"))
        painter = QPainter(image)
        paint_timeline(painter, layout)
        painter.end()
        return image.save(str(file))

    def sizeHint(self) -> QSize:
        height = int(self._layout.height) + 1 if self._layout else self._theme.px(120)
        return QSize(self._theme.px(360), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: self._chosen - 1,
            Qt.Key.Key_Right: self._chosen + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._placed()) - 1,
        }
        at = steps.get(Qt.Key(event.key()))
        if at is None:
            super().keyPressEvent(event)
        else:
            self.choose(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._under(event.position())
        if found is not None:
            self.choose(self._placed().index(found))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), placed_words(found) if found else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._chosen < 0 and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.choose(0)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._layout is not None:
            painter = QPainter(self)
            paint_timeline(painter, self._layout, self._chosen)
            painter.end()

    def _under(self, point: QPointF) -> Placed | None:
        return self._layout.found_at(point) if self._layout else None

    def _placed(self) -> list[Placed]:
        return self._layout.in_time() if self._layout else []

    def _lay_out(self) -> None:
        if self._timeline is None:
            return
        self._layout = TimelineLayout(self._timeline, self._theme, self.width(), self._rows)
        height = int(self._layout.height) + 1
        if height != self.height():
            self.setFixedHeight(height)
            self.updateGeometry()
        self.grown.emit(height)
        self.update()


def placed_words(placed: Placed) -> str:
    """Return all there is to say of a clock or mark in one line."""
    if isinstance(placed.item, TimelineMark):
        return mark_line(placed.item)
    return placed.item.words
