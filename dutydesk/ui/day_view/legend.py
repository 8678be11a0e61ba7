"""What the signs of a ribbon mean, in one line: sign and word of each family and of each gap."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dutydesk.domain.day_view import GapReason
from dutydesk.ui.day_view.ribbon import LANES, paint_hatch, paint_mark
from dutydesk.ui.theme import Theme
from dutydesk.wording.day_view import GAP, LANE


class Legend(QWidget):
    """Draws the signs with their words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        height = QFontMetrics(self._theme.font("small")).height()
        return QSize(self._theme.px(200), height + self._theme.px(2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        metrics = QFontMetrics(theme.font("small"))
        middle, left = self.height() / 2, 0.0
        gap, sign = theme.px(14), theme.px(16)
        words: list[tuple[object, str]] = [
            *((lane, LANE[lane]) for lane in LANES),
            *((reason, GAP[reason]) for reason in GapReason),
        ]
        for meant, word in words:
            if isinstance(meant, GapReason):
                box = QRectF(left, middle - theme.px(5), theme.px(12), theme.px(10))
                paint_hatch(painter, theme, box, meant)
            else:
                lane = next(one for one in LANES if one is meant)
                paint_mark(painter, theme, lane, QPointF(left + theme.px(6), middle))
            painter.setPen(theme.colour("muted"))
            width = metrics.horizontalAdvance(word)
            place = QRectF(left + sign, 0, width + 1, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, word)
            left += sign + width + gap
        painter.end()

    def _restyle(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.update()
