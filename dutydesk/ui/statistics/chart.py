"""One chart: its title, the plot, and the words of what the pointer or the arrow keys are on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dutydesk.ui.statistics.drawing import ChartMark, Drawing
from dutydesk.ui.statistics.mark_numbers import MarkNumbers
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.elided_label import ElidedLabel
from dutydesk.ui.widgets.restyle import set_style

_HEIGHT = 210
_LEFT, _BOTTOM = "left", "bottom"
_SHAPE = "■"


class _Canvas(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A plot that stands still: no menu, no dragging, and the wheel scrolls the page."""

    def __init__(self) -> None:
        super().__init__()
        item = self.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.getViewBox().setMouseEnabled(x=False, y=False)
        item.getViewBox().setDefaultPadding(0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(self.Shape.NoFrame)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Chart(QWidget):
    """Shows a drawing; arrow keys walk over its marks when it has the focus."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing = Drawing("", "")
        self._at = -1
        self._items: list[Any] = []
        self._cursor: Any = None
        self.title, self.said = QLabel(), ElidedLabel()
        self.legend = QLabel()
        self._canvas = _Canvas()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._build()

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another drawing, or the same one in other colours."""
        self._drawing, self._at = drawing, -1
        self.title.setText(drawing.title)
        self.setAccessibleName(drawing.title)
        self.setAccessibleDescription(drawing.summary)
        self.restyle()

    def restyle(self) -> None:
        """Take the colours and the type size now set."""
        theme = self._theme
        self.title.setFont(theme.font(bold=True))
        self.legend.setFont(theme.font("small"))
        self.said.setFont(theme.font("small"))
        rows = max(len(self._drawing.left), 1)
        lines = theme.px(26) * rows + theme.px(40)
        self._canvas.setFixedHeight(max(theme.px(_HEIGHT), min(lines, theme.px(_HEIGHT) * 2)))
        self._canvas.setBackground(theme.colour("surface"))
        self._say_legend()
        self._draw()
        self._say()

    def mark_at(self, x: float, y: float) -> int:
        """Return the number of the mark at a place of the plot, -1 where there is none."""
        for at, mark in enumerate(self._drawing.marks):
            if mark.x0 <= x <= mark.x1 and mark.y0 <= y <= mark.y1:
                return at
        return -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }
        step = steps.get(Qt.Key(event.key()))
        count = len(self._drawing.marks)
        if step is None or not count:
            super().keyPressEvent(event)
            return
        self._stand_on((self._at + step) % count if self._at >= 0 else 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        tabs = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if event.reason() in tabs and self._drawing.marks:
            self._stand_on(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._stand_on(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave and not self.hasFocus():
            self._stand_on(-1)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        for part in (self.title, self.legend, self._canvas, self.said):
            column.addWidget(part)
        column.addStretch(1)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setWordWrap(True)
        self._canvas.scene().sigMouseMoved.connect(self._on_pointer)
        self._canvas.viewport().installEventFilter(self)

    def _on_pointer(self, place: QPointF) -> None:
        at = self._canvas.getPlotItem().getViewBox().mapSceneToView(place)
        self._stand_on(self.mark_at(at.x(), at.y()))

    def _stand_on(self, at: int) -> None:
        if at != self._at:
            self._at = at
            self._say()

    def _say(self) -> None:
        marks = self._drawing.marks
        is_on = 0 <= self._at < len(marks)
        self.said.setText(marks[self._at].words if is_on else self._drawing.summary)
        set_style(self.said, tone="" if is_on else "muted")
        item = self._canvas.getPlotItem()
        if self._cursor is not None:
            item.removeItem(self._cursor)
            self._cursor = None
        if is_on:
            self._cursor = _bars([marks[self._at]], [QColor(0, 0, 0, 0)], self._pen("text", 2))
            item.addItem(self._cursor)

    def _draw(self) -> None:
        item, drawing = self._canvas.getPlotItem(), self._drawing
        for old in self._items:
            item.removeItem(old)
        self._items = []
        if drawing.marks:
            colours = [self._colour(mark) for mark in drawing.marks]
            self._items.append(_bars(drawing.marks, colours, self._pen("surface", 1)))
            numbers = [(mark, self._ink(mark)) for mark in drawing.marks if mark.label]
            self._items.append(MarkNumbers(numbers, self._theme.font("small")))
        for one in self._items:
            item.addItem(one, ignoreBounds=True)
        small = self._theme.font("small")
        for side, ticks in ((_BOTTOM, drawing.bottom), (_LEFT, drawing.left)):
            axis = item.getAxis(side)
            axis.setTickFont(small)
            axis.setTextPen(self._theme.colour("muted"))
            axis.setPen(self._pen("line", 1))
            axis.setTicks([list(ticks)])
            axis.setStyle(tickLength=0)
        item.setXRange(0, drawing.width, padding=0)
        item.setYRange(0, drawing.height, padding=0)

    def _ink(self, mark: ChartMark) -> QColor:
        """Return the colour of a number: in a cell whichever of two stands out more."""
        text = self._theme.colour("text")
        if not mark.is_label_inside:
            return text
        ground, other = self._colour(mark).lightnessF(), self._theme.colour("on_accent")
        return max(text, other, key=lambda ink: abs(ink.lightnessF() - ground))

    def _colour(self, mark: ChartMark) -> QColor:
        ground, ink = self._theme.colour("pressed"), self._theme.colour(mark.role)
        parts = [
            round(low + (high - low) * mark.strength)
            for low, high in zip(ground.getRgb()[:3], ink.getRgb()[:3], strict=True)  # type: ignore[index]
        ]
        return QColor(*parts)

    def _pen(self, role: str, width: int) -> Any:
        return pg.mkPen(self._theme.colour(role), width=width)

    def _say_legend(self) -> None:
        # Words of the program only: nobody's text is read as markup.
        parts = [
            f'<span style="color:{self._theme.colour(role).name()}">{_SHAPE}</span> {word}'
            for role, word in self._drawing.legend
        ]
        self.legend.setText("　".join(parts))
        self.legend.setVisible(bool(parts))


def _bars(marks: Sequence[ChartMark], colours: Sequence[QColor], pen: Any) -> Any:
    return pg.BarGraphItem(
        x0=[mark.x0 for mark in marks],
        x1=[mark.x1 for mark in marks],
        y0=[mark.y0 for mark in marks],
        y1=[mark.y1 for mark in marks],
        brushes=list(colours),
        pen=pen,
    )
