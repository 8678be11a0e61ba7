"""The editor of holidays for the picture book."""

from __future__ import annotations

from functools import partial

from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene


def holiday_scenes(window: DeskWindow) -> list[Scene]:
    """Return the year that is due."""
    return [Scene("dialog-holidays", partial(_years, window))]


def _years(window: DeskWindow) -> None:
    window.enter("settings")
    window.desk.actions.trigger("holiday.edit")
