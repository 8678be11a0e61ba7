"""The numbers on the marks of a chart, painted at once: hundreds of text items take a second."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from dutydesk.ui.statistics.drawing import ChartMark

_GAP = 4


class MarkNumbers(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """Stands inside a cell, over an upright bar, behind a lying one; always upright and whole."""

    def __init__(self, numbers: Sequence[tuple[ChartMark, QColor]], font: QFont) -> None:
        super().__init__()
        self._numbers, self._font = numbers, font

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt override
        """Return the whole plot: a number may stand beside its mark."""
        found: QRectF = self.viewRect()
        return found

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint in pixels: the plot stretches the two axes each in its own way."""
        to_pixels = painter.transform()
        painter.resetTransform()
        painter.setFont(self._font)
        for mark, colour in self._numbers:
            painter.setPen(colour)
            painter.drawText(*_place(mark, to_pixels, painter))

    def viewTransformChanged(self) -> None:  # noqa: N802 - pyqtgraph override
        self.prepareGeometryChange()
        self.update()


def _place(
    mark: ChartMark, to_pixels: QTransform, painter: QPainter
) -> tuple[QRectF, Qt.AlignmentFlag, str]:
    """Return where a number stands, how in that, and the number."""
    corner = to_pixels.map(QPointF(mark.x0, mark.y1))
    other = to_pixels.map(QPointF(mark.x1, mark.y0))
    cell = QRectF(corner, other).normalized()
    metrics = painter.fontMetrics()
    wide, high = metrics.horizontalAdvance(mark.label) + _GAP, metrics.height()
    if mark.is_label_inside:
        return _around(cell.center(), wide, high), Qt.AlignmentFlag.AlignCenter, mark.label
    if mark.is_upright:
        over = QPointF(cell.center().x(), cell.top() - high / 2)
        return _around(over, wide, high), Qt.AlignmentFlag.AlignCenter, mark.label
    behind = QPointF(cell.right() + _GAP + wide / 2, cell.center().y())
    return _around(behind, wide, high), Qt.AlignmentFlag.AlignCenter, mark.label


def _around(middle: QPointF, wide: float, high: float) -> QRectF:
    return QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
