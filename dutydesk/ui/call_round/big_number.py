"""The number to dial, as large as its place allows, to be read from across a desk."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from dutydesk.ui.theme import Theme

_SIZES = (40, 34, 28, 22, 18, 14)
_SMALLER = 28
_MOBILE = re.compile(r"(1\d{2})(\d{4})(\d{4})")


def spaced(number: str) -> str:
    """Return 199 0000 0001 for a mobile, any other number as it is."""
    found = _MOBILE.fullmatch(number)
    return " ".join(found.groups()) if found else number


class BigNumber(QLabel):
    """Shows a number in the largest size that fits; it can be marked with the mouse."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.largest = _SIZES[0]
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("号码")
        theme.changed.connect(self._fit)

    def show_number(self, number: str) -> None:
        """Show another number."""
        self.setText(spaced(number))
        self._fit()

    def give_way(self, *, is_lowest: bool) -> None:
        """Be smaller where the room is low."""
        self.largest = _SMALLER if is_lowest else _SIZES[0]
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        for size in (one for one in _SIZES if one <= self.largest):
            font = self._font(size)
            if QFontMetrics(font).horizontalAdvance(self.text()) <= self.width():
                break
        self.setFont(font)

    def _font(self, size: int) -> QFont:
        font = self._theme.font("large", bold=True)
        font.setPixelSize(self._theme.px(size))
        return font
