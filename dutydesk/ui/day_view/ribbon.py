"""The ribbon of a duty day: 24 hours from left to right, one line for each family of kinds.

Place and shape tell the family as well as the colour does; a gap is hatched and never only tinted.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPolygonF

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.day_view import DutyDay, Gap, GapReason, Lane, Mark
from dutydesk.ui.theme import Theme
from dutydesk.wording import when

LANES = tuple(Lane)
ROLE = {
    Lane.CALL: "accent",
    Lane.PAPER: "text",
    Lane.ROUND: "muted",
    Lane.EMERGENCY: "overdue",
}

_LANE = 8
_EDGE = 3
_LABELS_EVERY = timedelta(hours=4)
_NEAR = 6
_STRETCHES = 6


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Where everything of one day lies in a rectangle; ``now`` draws the line of this minute."""

    day: DutyDay
    rect: QRectF
    theme: Theme
    now: datetime | None = None

    def x(self, at: datetime) -> float:
        """Return the place of an instant, kept within the ribbon."""
        span = self.day.ends_at - self.day.starts_at
        part = max(0.0, min(1.0, (at - self.day.starts_at) / span))
        return self.rect.left() + part * self.rect.width()

    def mark_at(self, point: QPointF) -> Mark | None:
        """Return the entry under a point, the nearest within a few pixels."""
        reach = self.theme.px(_NEAR)
        height = self.lane_height()

        def distance(mark: Mark) -> float:
            at = self.centre(mark)
            return abs(at.x() - point.x()) + abs(at.y() - point.y()) / max(height, 1)

        found = min(self.day.marks, key=distance, default=None)
        return found if found is not None and distance(found) <= reach else None

    def gap_at(self, point: QPointF) -> Gap | None:
        """Return the gap under a point."""
        return next(
            (
                gap
                for gap in self.day.gaps
                if self.x(gap.starts_at) <= point.x() <= self.x(gap.ends_at)
            ),
            None,
        )

    def centre(self, mark: Mark) -> QPointF:
        """Return where an entry stands."""
        lane = LANES.index(mark.lane)
        return QPointF(
            self.x(mark.at), self.rect.top() + _EDGE + (lane + 0.5) * self.lane_height()
        )

    def step(self) -> timedelta:
        """Return how far apart the hours stand; further where a shift ran over for days."""
        return max(_LABELS_EVERY, (self.day.ends_at - self.day.starts_at) / _STRETCHES)

    def lane_height(self) -> float:
        """Return the height of one line in pixels."""
        return (self.rect.height() - 2 * _EDGE) / len(LANES)


def ribbon_height(theme: Theme) -> int:
    """Return the pixels the lines of a ribbon take, without its hours."""
    return theme.px(_LANE) * len(LANES) + 2 * _EDGE


def hours_height(theme: Theme) -> int:
    """Return the pixels the hours under a ribbon take."""
    return QFontMetrics(theme.font("small")).height()


def paint_ribbon(painter: QPainter, ribbon: Ribbon, selected: str = "") -> None:
    """Draw ground, gaps, lines of the hours, entries, and this minute."""
    theme, rect = ribbon.theme, ribbon.rect
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect, theme.colour("window"))
    for gap in ribbon.day.gaps:
        _paint_gap(painter, ribbon, gap)
    painter.setPen(QPen(theme.colour("line"), theme.measure("line")))
    at = ribbon.day.starts_at
    while at <= ribbon.day.ends_at:
        painter.drawLine(QPointF(ribbon.x(at), rect.top()), QPointF(ribbon.x(at), rect.bottom()))
        at += ribbon.step()
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    for mark in ribbon.day.marks:
        paint_mark(painter, theme, mark.lane, ribbon.centre(mark), is_faint=mark.is_struck)
    for mark in ribbon.day.marks:
        if mark.entry_id == selected:
            _paint_ring(painter, ribbon, mark)
    if ribbon.now is not None and ribbon.day.starts_at <= ribbon.now <= ribbon.day.ends_at:
        x = ribbon.x(ribbon.now)
        painter.setPen(QPen(theme.colour("accent"), theme.px(2)))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
    painter.restore()


def paint_hours(painter: QPainter, ribbon: Ribbon, *, is_above: bool = False) -> None:
    """Write the hours under the ribbon or above it, four hours apart."""
    theme, rect = ribbon.theme, ribbon.rect
    painter.save()
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour("muted"))
    width = QFontMetrics(theme.font("small")).horizontalAdvance("00:00")
    at = ribbon.day.starts_at
    while at <= ribbon.day.ends_at:
        left = min(max(ribbon.x(at) - width / 2, rect.left()), rect.right() - width)
        top = rect.top() - 1 - hours_height(theme) if is_above else rect.bottom() + 1
        place = QRectF(left, top, width + 1, hours_height(theme))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, when.clock(at))
        at += ribbon.step()
    painter.restore()


def paint_mark(
    painter: QPainter, theme: Theme, lane: Lane, at: QPointF, *, is_faint: bool = False
) -> None:
    """Draw the sign of a family: a bar, a square, a dot or a triangle."""
    colour = theme.colour(ROLE[lane])
    size = theme.px(_LANE) - 1
    if is_faint:
        colour = theme.colour("off_line")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    half = size / 2
    match lane:
        case Lane.CALL:
            painter.drawRect(QRectF(at.x() - theme.px(1.5), at.y() - half, theme.px(3), size))
        case Lane.PAPER:
            painter.drawRect(
                QRectF(at.x() - half * 0.8, at.y() - half * 0.8, size * 0.8, size * 0.8)
            )
        case Lane.ROUND:
            painter.drawEllipse(at, half * 0.8, half * 0.8)
        case Lane.EMERGENCY:
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(at.x(), at.y() - half),
                        QPointF(at.x() - half, at.y() + half),
                        QPointF(at.x() + half, at.y() + half),
                    ]
                )
            )


def paint_hatch(painter: QPainter, theme: Theme, rect: QRectF, reason: GapReason) -> None:
    """Fill with the pattern of a gap: lines for silence, crossed ones where nobody was."""
    is_silent = reason is GapReason.SILENT
    pattern = Qt.BrushStyle.BDiagPattern if is_silent else Qt.BrushStyle.DiagCrossPattern
    role = "soon" if is_silent else "overdue"
    painter.fillRect(rect, theme.colour(f"{role}_soft"))
    ink = QColor(theme.colour(role))
    ink.setAlphaF(0.55)
    painter.fillRect(rect, QBrush(ink, pattern))


def _paint_gap(painter: QPainter, ribbon: Ribbon, gap: Gap) -> None:
    left, right = ribbon.x(gap.starts_at), ribbon.x(gap.ends_at)
    rect = QRectF(left, ribbon.rect.top(), max(right - left, 1.0), ribbon.rect.height())
    paint_hatch(painter, ribbon.theme, rect, gap.reason)


def _paint_ring(painter: QPainter, ribbon: Ribbon, mark: Mark) -> None:
    theme = ribbon.theme
    reach = theme.px(_LANE) / 2 + 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("accent"), theme.measure("focus")))
    painter.drawEllipse(ribbon.centre(mark), reach, reach)
