"""The form of a written report with questions to answer, for the picture book."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene

# The text is compared after a pause in typing.
_WAIT = 400
_SAID = "11月21日2时，安和小区发生一般事故，三人死亡。\n"


def report_scenes(window: DeskWindow) -> list[Scene]:
    """Return the form with the source of a sentence and what has to be answered."""
    return [Scene("report-checked", partial(_checked, window), wait=_WAIT)]


def _checked(window: DeskWindow) -> QWidget | None:
    window.enter("incident")
    window.desk.actions.trigger("incident.report")
    dialog: Any = QApplication.activeModalWidget()
    if dialog is None:
        return None
    proposed = dialog.text.toPlainText()
    dialog.text.setPlainText(_SAID + proposed)
    cursor = dialog.text.textCursor()
    cursor.setPosition(len(_SAID) + 3)
    dialog.text.setTextCursor(cursor)
    shown: QWidget = dialog
    return shown
