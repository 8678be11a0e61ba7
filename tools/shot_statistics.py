"""The room of figures for the picture book."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene, settle


def statistics_scenes(window: DeskWindow) -> list[Scene]:
    """Return the month that runs."""
    # The charts are loaded a moment after the room was entered.
    return [
        Scene("statistics", partial(_month, window), wait=400),
        Scene("statistics-duty", partial(_duty, window), partial(_back, window), wait=400),
    ]


def _month(window: DeskWindow) -> QWidget:
    window.enter("statistics")
    settle()
    return window


def _duty(window: DeskWindow) -> QWidget:
    _month(window)
    _look_at(window, 1)
    return window


def _back(window: DeskWindow) -> None:
    _look_at(window, 0)


def _look_at(window: DeskWindow, at: int) -> None:
    panel: Any = window.panel("statistics")
    panel.about.setCurrentIndex(at)
    panel.reload()
    settle()
