"""Keeps a page of wrapped text from scrolling itself to death in a loop of Qt."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea


def keep_steady(area: QScrollArea) -> None:
    """Show the upright bar always, the level one never; the content takes the area's width.

    A bar that comes and goes changes the width, the wrapped text its height, and that the bar
    again: at some sizes Qt goes round until the stack is full and the program dies.
    """
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
