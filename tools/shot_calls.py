"""The room of call rounds: its sheet in the middle of a storm, its list and its windows."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.call_round import CallResult, DraftAttempt, DraftCallRound
from dutydesk.domain.call_selection import CallCriteria
from dutydesk.domain.officer import Actor
from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene

_WORDS = "区气象台发布暴雨橙色预警，请立即到岗，转移低洼院落居民，10分钟内回报到位情况。"
_RESULTS = (
    (CallResult.ANSWERED, "收到，已在社区"),
    (CallResult.NO_ANSWER, ""),
    (CallResult.ANSWERED, "马上到岗"),
    (CallResult.BUSY, ""),
    (CallResult.ANSWERED, "正在转移3户8人"),
)
_MOST = 40


def fill_calls(room: DutyRoom, by: Actor) -> None:
    """Let a round about a storm be half done."""
    units = tuple(one.id for one in room.contacts.units())
    callees = room.call_reading.chosen(CallCriteria(unit_ids=units))[:_MOST]
    draft = DraftCallRound(
        id=room.call_round.new_id(),
        title="暴雨橙色预警叫应防汛责任人",
        words=_WORDS,
        callees=tuple(callees),
    )
    made = room.call_round.start(draft, by=by).value
    targets = room.call_reading.sheet(made.id).targets
    for at, target in enumerate(targets[: len(targets) // 2]):
        result, words = _RESULTS[at % len(_RESULTS)]
        tried = DraftAttempt(
            id=room.call_round.new_id(),
            target_id=target.id,
            result=result,
            at=room.clock.now(),
            words=words,
        )
        room.call_round.attempt(tried, by=by)


def call_scenes(window: DeskWindow) -> list[Scene]:
    """Return what the keys of the room open; the sheet itself is among all rooms."""
    back = partial(_sheet, window)
    return [
        Scene("call_round-list", partial(_list, window), back),
        Scene("dialog-call-start", partial(_deed, window, "call_round.new")),
        Scene("dialog-call-correct", partial(_deed, window, "call_round.correct")),
        Scene("dialog-call-end", partial(_deed, window, "call_round.end")),
    ]


def _panel(window: DeskWindow) -> Any:
    window.enter("call_round")
    return window.panel("call_round")


def _list(window: DeskWindow) -> QWidget:
    _panel(window).show_list()
    return window


def _sheet(window: DeskWindow) -> None:
    _panel(window).open_selected()


def _deed(window: DeskWindow, deed: str) -> None:
    panel = _panel(window)
    if deed == "call_round.correct":
        panel.sheet.table.selectRow(0)
    window.desk.actions.trigger(deed)
    for dialog in window.findChildren(QWidget):
        choice = getattr(dialog, "choice", None)
        if choice is not None and dialog.isVisible():
            choice.roles.tick(["head", "liaison"])
