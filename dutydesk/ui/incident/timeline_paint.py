"""Draws a timeline that was laid out: shape, place and words say all that colour says."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from dutydesk.domain.deadline import ClockStatus
from dutydesk.domain.incident_timeline import MarkKind, TimelineClock, TimelineMark
from dutydesk.ui.incident.timeline_layout import (
    SHAPE_SIZE,
    Placed,
    TimelineLayout,
    bar_end,
)
from dutydesk.ui.theme import Theme
from dutydesk.wording import when
from dutydesk.wording.incident_view import clock_tone

_ROLE = {
    MarkKind.OCCURRED: "overdue",
    MarkKind.RECEIVED: "accent",
    MarkKind.GRADED: "soon",
    MarkKind.STATE: "done",
    MarkKind.REPORT: "accent",
    MarkKind.NOTICE: "text",
    MarkKind.INITIAL_ACTION: "text",
    MarkKind.ENTRY: "muted",
}
_STAR = (
    (0.0, -1.2),
    (0.3, -0.4),
    (1.2, -0.3),
    (0.5, 0.25),
    (0.75, 1.1),
    (0.0, 0.6),
    (-0.75, 1.1),
    (-0.5, 0.25),
    (-1.2, -0.3),
    (-0.3, -0.4),
)


def paint_timeline(painter: QPainter, layout: TimelineLayout, selected: int = -1) -> None:
    """Draw all of it; ``selected`` counts in the order of time."""
    theme = layout.theme
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("small"))
    painter.fillRect(QRectF(0, 0, layout.width, layout.height), theme.colour("surface"))
    _paint_axis(painter, layout)
    for at, placed in enumerate(layout.in_time()):
        if at == selected:
            _paint_chosen(painter, theme, placed)
        if isinstance(placed.item, TimelineMark):
            _paint_mark(painter, theme, placed, placed.item)
        else:
            _paint_clock(painter, layout, placed, placed.item)
    painter.restore()


def _paint_axis(painter: QPainter, layout: TimelineLayout) -> None:
    theme, axis = layout.theme, layout.axis
    for name, band in layout.bands:
        painter.setPen(QPen(theme.colour("line"), theme.measure("line")))
        painter.drawLine(band.topLeft(), band.topRight())
        painter.setPen(theme.colour("muted"))
        head = QRectF(theme.px(4), band.top(), layout.left, band.height())
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
    for x, words in layout.ticks():
        painter.setPen(QPen(theme.colour("line"), theme.measure("line")))
        painter.drawLine(QPointF(x, axis.bottom()), QPointF(x, layout.height))
        painter.setPen(theme.colour("muted"))
        wide = painter.fontMetrics().horizontalAdvance(words)
        left = min(max(x - wide / 2, layout.left), layout.right - wide)
        painter.drawText(QPointF(left, axis.top() + painter.fontMetrics().ascent()), words)
    for one in layout.scale.breaks:
        _paint_break(painter, layout, (one.begins + one.ends) / 2, when.span(one.length))
    if layout.timeline.is_running:
        x = layout.x(layout.timeline.as_of)
        painter.setPen(QPen(theme.colour("accent"), theme.px(2), Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, axis.bottom()), QPointF(x, layout.height))


def _paint_break(painter: QPainter, layout: TimelineLayout, place: float, words: str) -> None:
    """Draw the two strokes of a cut axis with how long it was."""
    theme = layout.theme
    x = layout.left + place * (layout.right - layout.left)
    step = theme.px(3)
    painter.setPen(QPen(theme.colour("muted"), theme.measure("line")))
    for shift in (-step, step):
        line = QPolygonF()
        y, side = layout.axis.bottom(), 1
        while y <= layout.height:
            line.append(QPointF(x + shift + side * step / 2, y))
            y, side = y + step * 2, -side
        painter.drawPolyline(line)
    said = f"隔{words}"
    wide = painter.fontMetrics().horizontalAdvance(said)
    base = layout.height - theme.px(3)
    ground = QRectF(x - wide / 2 - step, base - painter.fontMetrics().ascent(), wide + 2 * step, 0)
    ground.setBottom(layout.height)
    painter.fillRect(ground, theme.colour("surface"))
    painter.drawText(QPointF(x - wide / 2, base), said)


def _paint_chosen(painter: QPainter, theme: Theme, placed: Placed) -> None:
    reach = theme.px(3)
    painter.setPen(QPen(theme.colour("accent"), theme.measure("focus")))
    painter.setBrush(theme.colour("accent_soft"))
    painter.drawRoundedRect(
        placed.area.adjusted(-reach, -reach / 2, reach, reach / 2), reach, reach
    )


def _paint_clock(
    painter: QPainter, layout: TimelineLayout, placed: Placed, clock: TimelineClock
) -> None:
    theme = layout.theme
    tone = theme.colour(clock_tone(clock.status))
    painter.setPen(tone)
    painter.drawText(placed.label, Qt.AlignmentFlag.AlignLeft, placed.words)
    y, due = placed.at.y(), placed.at.x()
    half = theme.px(4)
    painter.setPen(QPen(tone, theme.px(2)))
    painter.drawLine(QPointF(layout.x(clock.starts_at), y), QPointF(due, y))
    painter.drawLine(QPointF(due, y - half), QPointF(due, y + half))
    end = layout.x(bar_end(clock, layout.timeline.as_of))
    if end > due:
        painter.setPen(QPen(tone, theme.px(2), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(due, y), QPointF(end, y))
    painter.setPen(QPen(tone, theme.px(2)))
    if clock.stopped_at is not None:
        stop = QPointF(layout.x(clock.stopped_at), y)
        if clock.status is ClockStatus.MET_LATE:
            painter.drawLine(stop + QPointF(-half, -half), stop + QPointF(half, half))
            painter.drawLine(stop + QPointF(-half, half), stop + QPointF(half, -half))
        else:
            painter.setBrush(tone)
            painter.drawEllipse(stop, half - 1, half - 1)


def _paint_mark(painter: QPainter, theme: Theme, placed: Placed, mark: TimelineMark) -> None:
    role = "overdue" if mark.is_late else _ROLE[mark.kind]
    colour = theme.colour(role)
    painter.setPen(QPen(colour, theme.px(1.5)))
    is_hollow = mark.kind in {MarkKind.NOTICE, MarkKind.INITIAL_ACTION}
    painter.setBrush(Qt.BrushStyle.NoBrush if is_hollow else colour)
    _draw_shape(painter, mark.kind, placed.at, theme.px(SHAPE_SIZE) / 2 - 1)
    painter.setPen(theme.colour("text") if not mark.is_late else colour)
    painter.drawText(placed.label, Qt.AlignmentFlag.AlignLeft, placed.words)


def _draw_shape(painter: QPainter, kind: MarkKind, at: QPointF, half: float) -> None:
    """Draw the shape that ``MARK_SHAPE`` names."""
    corners: tuple[tuple[float, float], ...]
    match kind:
        case MarkKind.RECEIVED | MarkKind.NOTICE:
            painter.drawEllipse(at, half, half)
            return
        case MarkKind.ENTRY:
            painter.drawEllipse(at, half / 2, half / 2)
            return
        case MarkKind.REPORT:
            corners = ((0, -1), (1, 0), (0, 1), (-1, 0))
        case MarkKind.GRADED:
            corners = ((0, -1), (1, 1), (-1, 1))
        case MarkKind.OCCURRED:
            corners = _STAR
        case MarkKind.STATE | MarkKind.INITIAL_ACTION:
            corners = ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9))
    painter.drawPolygon(QPolygonF([at + QPointF(x * half, y * half) for x, y in corners]))
