"""Two halves of a row side by side, or one below the other where both do not fit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FoldingRow(QBoxLayout):
    """Its owner calls :meth:`fold` when its width changes."""

    def __init__(self, first: QLayout, second: QLayout, *, stretch: int = 1) -> None:
        super().__init__(_BESIDE)
        self.addLayout(first, stretch)
        self.addLayout(second)
        self._second = second

    def fold(self, width: int) -> None:
        """Choose the direction for the width there is."""
        margins = self.contentsMargins()
        need = sum(self._widths()) + self.spacing() + margins.left() + margins.right()
        is_beside = need <= width
        self.setDirection(_BESIDE if is_beside else _BELOW)
        # Below, the buttons keep their size instead of filling the width.
        left = Qt.AlignmentFlag.AlignLeft
        self.setAlignment(self._second, Qt.AlignmentFlag(0) if is_beside else left)

    def minimumSize(self) -> QSize:
        # The width it can do with once folded; else the owner would never get that narrow.
        margins = self.contentsMargins()
        folded = max(self._widths()) + margins.left() + margins.right()
        size = super().minimumSize()
        return QSize(min(size.width(), folded), size.height())

    def _widths(self) -> list[int]:
        return [self.itemAt(at).minimumSize().width() for at in range(self.count())]
