"""Keeps a list at its end while what is above it, its room or its type changes."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView


class StayAtEnd(QObject):
    """Whoever scrolled up stays where they are; whoever saw the newest goes on seeing it.

    The bar is asked for anew each time: the Python side of one that was kept is given up by the
    binding when the list moves in the window, though the bar itself lives on.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._is_at_end = True
        view.verticalScrollBar().valueChanged.connect(self._on_value)
        view.verticalScrollBar().rangeChanged.connect(self._on_range)

    def _on_value(self, value: int) -> None:
        self._is_at_end = value >= self._view.verticalScrollBar().maximum()

    def _on_range(self, _least: int, most: int) -> None:
        if self._is_at_end:
            self._view.verticalScrollBar().setValue(most)
