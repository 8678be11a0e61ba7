"""Level criteria, near misses and kinds, and a grading to decide, for the picture book."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene, come_up, settle


def level_scenes(window: DeskWindow) -> list[Scene]:
    """Return the three lists, and the dialog in which a level is decided."""
    return [
        Scene("dialog-levels", partial(_levels, window, 0)),
        Scene("dialog-levels-near-miss", partial(_levels, window, 1)),
        Scene("dialog-levels-kinds", partial(_levels, window, 2)),
        Scene("dialog-grade", partial(_grade, window)),
    ]


def _levels(window: DeskWindow, at: int) -> QWidget:
    window.enter("incident")
    window.desk.actions.trigger("incident.levels")
    settle()
    dialog: Any = come_up(window)
    dialog.which.setCurrentIndex(at)
    settle()
    dialog.table.selectRow(min(6, dialog.table.rowCount() - 1))
    settle()
    found: QWidget = dialog
    return found


def _grade(window: DeskWindow) -> QWidget:
    window.enter("incident")
    window.desk.actions.trigger("incident.grade")
    settle()
    dialog: Any = come_up(window)
    dialog.near_miss.mark.setChecked(True)
    settle()
    found: QWidget = dialog
    return found
