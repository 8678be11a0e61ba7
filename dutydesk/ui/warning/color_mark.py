"""The mark of a warning's colour: a shape of its own for each, so that nobody needs the colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPen, QPixmap, QPolygonF

from dutydesk.domain.warning_color import WarningColor
from dutydesk.ui.theme import Theme

_SIZE = 16
# Corners in a square of one; the blue mark is round. The higher, the more pointed.
_CORNERS = {
    WarningColor.RED: ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    WarningColor.ORANGE: ((0.5, 0.05), (1.0, 0.95), (0.0, 0.95)),
    WarningColor.YELLOW: ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)),
}


def color_icon(theme: Theme, color: WarningColor) -> QIcon:
    """Return the mark: diamond, triangle, square, disc, with an edge in the colour of text."""
    size = theme.px(_SIZE)
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour(f"warning_{color.value}"))
    painter.setPen(QPen(theme.colour("text"), max(1, theme.px(1))))
    inside = QRectF(1, 1, size - 2, size - 2)
    corners = _CORNERS.get(color)
    if corners is None:
        painter.drawEllipse(inside)
    else:
        points = [
            QPointF(inside.x() + x * inside.width(), inside.y() + y * inside.height())
            for x, y in corners
        ]
        painter.drawPolygon(QPolygonF(points))
    painter.end()
    icon = QIcon(picture)
    # A chosen row would tint it, and the colour is what it says.
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
