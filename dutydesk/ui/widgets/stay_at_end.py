"""Keeps a list at its end while what is above it, its room or its type changes."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView


class StayAtEnd(QObject):
    """Whoever scrolled up stays where they are; whoever saw the newest goes on seeing it."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._bar = view.verticalScrollBar()
        self._is_at_end = True
        self._bar.valueChanged.connect(self._on_value)
        self._bar.rangeChanged.connect(self._on_range)

    def _on_value(self, value: int) -> None:
        # A window that is taken down lays its lists out once more, on bars already given up.
        if shiboken6.isValid(self._bar):
            self._is_at_end = value >= self._bar.maximum()

    def _on_range(self, _least: int, most: int) -> None:
        if self._is_at_end and shiboken6.isValid(self._bar):
            self._bar.setValue(most)
