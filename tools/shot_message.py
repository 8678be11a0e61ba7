"""粘贴即录 for the picture book: a message read, before and after something was decided."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QApplication

from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene

# The text is read a moment after it was pasted.
_WAIT = 600
_NOTICE = (
    "安和三社区一门店起火致1死3伤\n"
    "街道应急办消息：今日凌晨1时20分许，位于安和三社区丰收路12号的一家家具门店发生火灾，过火面积约60平方米。"
    "事故共造成1人死亡，3人受伤，其中1人重伤，伤者已送医救治。"
    "凌晨2时05分明火被扑灭，疏散周边居民40余人，起火原因正在调查。"
)


def message_scenes(window: DeskWindow) -> list[Scene]:
    """Return the dialog with nothing written in the form, and with something that stands there."""
    return [
        Scene("dialog-paste", partial(_open, window, ""), partial(_end, window), wait=_WAIT),
        Scene(
            "dialog-paste-held",
            partial(_open, window, "丰收市场"),
            partial(_end, window),
            wait=_WAIT,
        ),
    ]


def _open(window: DeskWindow, held: str) -> None:
    QApplication.clipboard().setText(_NOTICE)
    window.enter("incident")
    panel: Any = window.panel("incident")
    panel.begin()
    panel.form.fields.place.setText(held)
    window.desk.actions.trigger("incident.paste")


def _end(window: DeskWindow) -> None:
    panel: Any = window.panel("incident")
    panel.form.give_up()
    # Back to the list, where the scenes behind this one begin.
    panel.form.left.emit()
