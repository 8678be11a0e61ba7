"""What hangs on a room without a button of its own, for the picture book: 更多, and 演练…."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene, settle


def more_scenes(window: DeskWindow) -> list[Scene]:
    """Return the menu of the incident room and the dialog that begins a drill."""
    return [
        Scene("incident-more", partial(_menu, window)),
        Scene("dialog-drill", partial(_drill, window)),
        Scene("dialog-who", partial(_who, window)),
        Scene("dialog-who-list", partial(_who_list, window)),
    ]


def _menu(window: DeskWindow) -> QWidget:
    window.enter("incident")
    panel: Any = window.panel("incident")
    button = panel._verbs.more  # noqa: SLF001 - the menu has no other way in
    menu: QWidget = button.menu()
    button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
    settle()
    return menu


def _drill(window: DeskWindow) -> None:
    window.desk.actions.trigger("drill.start")


def _who(window: DeskWindow) -> QWidget:
    from dutydesk.ui.responsibility.who_dialog import WhoDialog  # noqa: PLC0415 - as the key does

    window.enter("duty_log")
    window.desk.actions.trigger("who.open")
    settle()
    dialog = window.findChildren(WhoDialog)[-1]
    dialog.query.setText("安和三社区3号楼单元门口燃气泄漏")
    dialog.look()
    settle()
    return dialog


def _who_list(window: DeskWindow) -> None:
    window.desk.actions.trigger("who.open")
    settle()
    from dutydesk.ui.responsibility.who_dialog import WhoDialog  # noqa: PLC0415 - as above

    window.findChildren(WhoDialog)[-1].change.click()
