"""Warnings for the picture book: the list, a text that was read, a response, the kinds."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtGui import QGuiApplication

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.officer import Actor
from dutydesk.domain.warning import DraftWarning, WarningStepKind
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_step import DraftWarningStep
from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene

_WAIT = 700
_TEXT = (
    "暴雨橙色预警信号\n区气象台{at}发布暴雨橙色预警信号：预计未来3小时，我区大部分地区将出现"
    "50毫米以上降雨，山区可能引发山洪、滑坡等灾害，请有关单位和人员作好防范准备。"
)


def warning_scenes(window: DeskWindow, room: DutyRoom) -> list[Scene]:
    """Return the room with what is in force, and its dialogs."""
    return [
        Scene("warning-list", partial(_room, window, room)),
        Scene("dialog-warning", partial(_paste, window, room), wait=_WAIT),
        Scene("dialog-warning-respond", partial(_deed, window, room, "warning.respond")),
        Scene("dialog-warning-lift", partial(_deed, window, room, "warning.lift")),
        Scene("dialog-warning-kinds", partial(_deed, window, room, "warning.kinds")),
    ]


def _room(window: DeskWindow, room: DutyRoom) -> DeskWindow:
    _fill(room)
    window.enter("warning")
    panel: Any = window.panel("warning")
    panel.which.setCurrentIndex(1)
    panel.reload()
    return window


def _paste(window: DeskWindow, room: DutyRoom) -> None:
    _room(window, room)
    at = room.clock.now() + timedelta(hours=8)
    said = f"{at.month}月{at.day}日{at.hour}时{at.minute:02}分"
    QGuiApplication.clipboard().setText(_TEXT.format(at=said))
    window.desk.actions.trigger("warning.paste")


def _deed(window: DeskWindow, room: DutyRoom, deed: str) -> None:
    _room(window, room)
    window.desk.actions.trigger(deed)


def _fill(room: DutyRoom) -> None:
    """Put warnings of every colour on record, once."""
    service, by, now = room.warning, Actor("cli"), room.clock.now()
    if service.warnings():
        return
    facts = (
        ("大风", WarningColor.BLUE, 260, "预计夜间阵风7级"),
        ("雷电", WarningColor.YELLOW, 95, "未来2小时有强雷电活动"),
        ("山洪灾害", WarningColor.RED, 22, "山区小流域发生山洪的可能性很大"),
        ("暴雨", WarningColor.ORANGE, 6, "未来3小时降雨量将达50毫米以上"),
    )
    for kind, color, minutes, text in facts:
        received_at = now - timedelta(minutes=minutes)
        draft = DraftWarning(
            id=service.new_id(),
            kind=kind,
            color=color,
            issued_by="区气象台",
            issued_at=received_at - timedelta(minutes=2),
            received_at=received_at,
            valid_from=received_at - timedelta(minutes=2),
            valid_to=received_at + timedelta(hours=3),
            area="全区，重点是沿河各社区",
            content=text,
            measures="停止户外作业，转移低洼院落居民",
            channels=("短信", "大喇叭"),
        )
        one = service.register(draft, by=by).value
        step = DraftWarningStep(
            id=service.new_id(),
            warning_id=one.id,
            kind=WarningStepKind.REPORTED,
            at=received_at + timedelta(minutes=4),
            to_whom="带班领导丙某",
            words="要求各社区责任人上岗",
        )
        if color is not WarningColor.ORANGE:
            service.report(step, by=by)
        if color is WarningColor.RED:
            start = DraftWarningStep(
                id=service.new_id(),
                warning_id=one.id,
                kind=WarningStepKind.RESPONSE_STARTED,
                at=received_at + timedelta(minutes=12),
                level=3,
                matter="防汛应急响应",
                measures="加强值守，巡查隐患点",
                until=now + timedelta(hours=6),
            )
            service.respond(start, by=by)
