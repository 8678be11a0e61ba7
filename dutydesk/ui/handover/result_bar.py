"""The choice of a result by one key: 1 正常, 2 异常, 3 不适用; also the arrows and the mouse."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dutydesk.domain.handover import CheckResult
from dutydesk.ui.theme import Theme
from dutydesk.wording.handover import UNCHECKED

_LOOKS = {
    CheckResult.NORMAL: ("done", "done_soft", "check"),
    CheckResult.ABNORMAL: ("overdue", "overdue_soft", "triangle-alert"),
    CheckResult.NOT_APPLICABLE: ("text", "pressed", "circle"),
}
_ICON = 14
_SIDE = 8
_GAP = 4


class ResultBar(QWidget):
    """One stop of the Tab key; the word and its icon tell the choice, not the colour alone.

    ``chosen`` after a choice by hand (None when it was taken back); ``left(step)`` when the arrow
    keys go to the line above (-1) or below (1); ``note_wanted`` on Enter.
    """

    chosen = Signal(object)
    left = Signal(int)
    note_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: Mapping[CheckResult, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._words = theme, name, dict(words)
        self.result: CheckResult | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self.show_result(None)

    def rename(self, name: str) -> None:
        """Take another name for the screen reader."""
        self._name = name
        self.show_result(self.result)

    def show_result(self, result: CheckResult | None) -> None:
        """Show a result without telling anybody."""
        self.result = result
        word = self._words[result] if result else UNCHECKED
        self.setAccessibleName(f"{self._name}，{word}")
        self.update()

    def choose(self, result: CheckResult | None) -> None:
        """Choose as by hand; a result that is not offered is left alone."""
        if self.isEnabled() and (result is None or result in self._words):
            self.show_result(result)
            self.chosen.emit(result)

    def take(self, result: CheckResult) -> None:
        """Choose and go on: to the note of what is wrong, else to the next line."""
        self.choose(result)
        if result is CheckResult.ABNORMAL:
            self.note_wanted.emit()
        else:
            self.left.emit(1)

    def sizeHint(self) -> QSize:
        height = QFontMetrics(self._theme.font()).height() + self._theme.px(8)
        return QSize(sum(self._widths()) + 2, max(self._theme.measure("target"), height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        results = list(self._words)
        if key in _DIGITS and _DIGITS[key] < len(results):
            self.take(results[_DIGITS[key]])
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.choose(None)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.left.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.note_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for result, rect in self._places():
            if rect.contains(event.position().toPoint()):
                self.choose(None if result is self.result else result)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.measure("radius")
        painter.setPen(theme.colour("muted" if self.isEnabled() else "line"))
        painter.setBrush(theme.colour("surface"))
        frame = self.rect().adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(frame, radius, radius)
        for result, rect in self._places():
            self._paint_one(painter, result, rect)
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(theme.colour("accent"))
            pen.setWidth(theme.measure("focus"))
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def _paint_one(self, painter: QPainter, result: CheckResult, rect: QRect) -> None:
        theme = self._theme
        is_chosen = result is self.result
        ink, ground, icon = _LOOKS[result]
        inside = rect.adjusted(1, 1, -1, -1)
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(inside, theme.measure("radius"), theme.measure("radius"))
        left = rect.left() + theme.px(_SIDE)
        if is_chosen:
            top = rect.top() + (rect.height() - theme.px(_ICON)) // 2
            painter.drawPixmap(left, top, theme.pixmap(icon, ink, _ICON))
            left += theme.px(_ICON + _GAP)
        painter.setFont(theme.font(bold=is_chosen))
        painter.setPen(theme.colour(ink if is_chosen else "muted"))
        words = QRect(left, rect.top(), rect.right() - left + 1, rect.height())
        left_aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        centred = Qt.AlignmentFlag.AlignCenter
        painter.drawText(
            words if is_chosen else rect,
            left_aligned if is_chosen else centred,
            self._words[result],
        )

    def _step(self, by: int) -> None:
        results = list(self._words)
        at = results.index(self.result) + by if self.result else 0
        if 0 <= at < len(results):
            self.choose(results[at])

    def _widths(self) -> list[int]:
        theme = self._theme
        metrics = QFontMetrics(theme.font(bold=True))
        around = theme.px(_ICON + _GAP + 2 * _SIDE)
        return [metrics.horizontalAdvance(word) + around for word in self._words.values()]

    def _places(self) -> list[tuple[CheckResult, QRect]]:
        left, places = 1, []
        for result, width in zip(self._words, self._widths(), strict=True):
            places.append((result, QRect(left, 0, width, self.height())))
            left += width
        return places

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


_DIGITS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}
