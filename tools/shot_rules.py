"""The unit's limits, one rule with its example, and limits that are no reports."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from dutydesk.ui.main_window import DeskWindow
from tools.shot_dialogs import open_gate
from tools.shot_scene import Scene, come_up, settle


def rule_scenes(window: DeskWindow) -> list[Scene]:
    """Return the table, the dialog of one rule, the example alone, and a task done."""
    return [
        Scene("dialog-rules", partial(_rules, window)),
        Scene("dialog-rule", partial(_above, window, "change")),
        Scene("dialog-rule-example", partial(_above, window, "example")),
        Scene("dialog-task", partial(_task, window)),
    ]


def _rules(window: DeskWindow) -> QWidget:
    window.enter("incident")
    window.desk.actions.trigger("incident.rules")
    settle()
    found: Any = come_up(window)
    open_gate(found)
    settle()
    dialog: QWidget = found
    return dialog


def _above(window: DeskWindow, button: str) -> QWidget:
    under: Any = _rules(window)
    getattr(under, button).click()
    settle()
    found: QWidget = under.findChildren(QDialog)[-1]
    return found


def _task(window: DeskWindow) -> QWidget:
    window.enter("incident")
    window.desk.actions.trigger("incident.task")
    settle()
    return come_up(window)
