"""Handling of an incident for the picture book: sheets, timeline, closing, masking."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.incident_notice import DraftNotice
from dutydesk.domain.initial_action import DraftActionTaken
from dutydesk.domain.officer import Actor
from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene, settle

_WAIT = 200
_TITLE = "安和路12号临街商铺火灾"


def fill_handling(room: DutyRoom, by: Actor) -> None:
    """Tell some parties of the fire and tick first actions."""
    incident = next(
        one.incident for one in room.incident.incidents() if one.incident.title == _TITLE
    )
    handling = room.incident_handling
    calls = (
        (4, "119", "接警员", True, "安和站2车12人已出动"),
        (6, "120", "", False, "占线"),
        (7, "120", "调度员", True, "1车已出动"),
        (9, "上级值班室", "王某", True, "知道了，续报现场情况"),
    )
    for minutes, party, person, is_reached, answer in calls:
        draft = DraftNotice(
            id=handling.new_id(),
            incident_id=incident.id,
            party=party,
            told_at=incident.received_at + timedelta(minutes=minutes),
            person=person,
            phone=party if party.isdigit() else "00000000001",
            is_reached=is_reached,
            answer=answer,
        )
        handling.notify(draft, by=by)
    for minutes, action, done_by, note in (
        (14, "人员疏散", "安和一社区", "二楼住户26人"),
        (18, "抢险救助", "安和消防救援站", ""),
        (21, "交通管制", "交警大队", "安和路单向"),
    ):
        taken = DraftActionTaken(
            id=handling.new_id(),
            incident_id=incident.id,
            action=action,
            done_at=incident.received_at + timedelta(minutes=minutes),
            done_by=done_by,
            note=note,
        )
        handling.note_action(taken, by=by)


def handling_scenes(window: DeskWindow) -> list[Scene]:
    """Return the sheets and pictures of the fire."""
    deeds = (
        ("handling-notices", "incident.notify"),
        ("handling-actions", "incident.actions"),
        ("handling-timeline", "incident.timeline"),
    )
    scenes = [Scene(name, partial(_deed, window, deed), wait=_WAIT) for name, deed in deeds]
    return [Scene("handling-pane", partial(_pane, window), wait=_WAIT), *scenes]


def _fire(window: DeskWindow) -> Any:
    window.enter("incident")
    panel: Any = window.panel("incident")
    views = panel.model.views
    row = next(at for at, view in enumerate(views) if view.incident.title == _TITLE)
    panel.view.setCurrentIndex(panel.model.index(row))
    settle()
    return panel


def _pane(window: DeskWindow) -> QWidget:
    panel = _fire(window)
    bar = panel.detail.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    return window


def _deed(window: DeskWindow, deed: str) -> None:
    _fire(window)
    window.desk.actions.trigger(deed)
