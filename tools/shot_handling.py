"""Handling of an incident for the picture book: sheets, timeline, closing, masking."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.incident import DraftIncident, ExitReason, IncidentCategory
from dutydesk.domain.incident_closing import DraftRectification, DraftReview
from dutydesk.domain.incident_notice import DraftNotice
from dutydesk.domain.initial_action import DraftActionTaken
from dutydesk.domain.officer import Actor
from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene, settle

_WAIT = 200
_TITLE = "安和路12号临街商铺火灾"
_FALSE = "安和二社区电梯困人"


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


def fill_ended(room: DutyRoom, by: Actor) -> None:
    """End an incident that was none, with people's data in it and something still open."""
    now = room.clock.now()
    incident = room.incident.open(
        DraftIncident(
            id=room.incident.new_id(),
            title=_FALSE,
            category=IncidentCategory.ACCIDENT,
            kind="电梯事故",
            place="安和二社区7号楼",
            received_at=now,
            source="居民李红梅来电",
            situation="住户王小明称电梯停运被困，家属电话13800000012；物业到场后门已打开，无人受伤。",
        ),
        by=by,
    ).value
    entry = DraftEntry(
        id=room.duty_log.new_id(),
        kind=EntryKind.OTHER,
        text="物业报电梯维保单位检修，修好前停用。",
        at=now,
        incident_id=incident.id,
    )
    room.duty_log.record(entry, by=by, open_item=True)
    room.incident.close(
        incident.id,
        exit_reason=ExitReason.NOT_AN_EMERGENCY,
        note="电梯自行恢复，无人被困",
        by=by,
    )
    review = DraftReview(
        id=room.incident_closing.new_id(),
        incident_id=incident.id,
        went_well="接报后3分钟核实清楚。",
        problems="没有先问物业值班电话，多打了两次。",
        lessons="电梯类来电先打物业和维保单位。",
    )
    room.incident_closing.review(review, by=by)
    mending = DraftRectification(
        id=room.incident_closing.new_id(),
        incident_id=incident.id,
        title="把各小区物业和电梯维保单位电话录入通讯录",
        owner="街道物业科",
        due_at=now + timedelta(days=7),
    )
    room.incident_closing.rectify(mending, by=by)


def handling_scenes(window: DeskWindow) -> list[Scene]:
    """Return the sheets and pictures of the fire."""
    deeds = (
        ("handling-notices", "incident.notify"),
        ("handling-actions", "incident.actions"),
        ("handling-timeline", "incident.timeline"),
        ("handling-lists", "incident.handling_lists"),
    )
    scenes = [Scene(name, partial(_deed, window, deed), wait=_WAIT) for name, deed in deeds]
    ended = (
        ("handling-archive", "incident.archive"),
        ("handling-review", "incident.review"),
        ("handling-masking", "incident.mask"),
    )
    scenes += [
        Scene(name, partial(_ended_deed, window, deed), partial(_running, window), wait=_WAIT)
        for name, deed in ended
    ]
    return [
        Scene("handling-pane", partial(_pane, window), wait=_WAIT),
        *scenes,
        Scene("handling-ended", partial(_ended, window), partial(_running, window), wait=_WAIT),
    ]


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


def _ended(window: DeskWindow) -> QWidget:
    window.enter("incident")
    panel: Any = window.panel("incident")
    panel.which.setCurrentIndex(1)
    panel.which.activated.emit(1)
    settle()
    views = panel.model.views
    row = next(at for at, view in enumerate(views) if view.incident.title == _FALSE)
    panel.view.setCurrentIndex(panel.model.index(row))
    settle()
    bar = panel.detail.verticalScrollBar()
    bar.setValue(bar.maximum())
    return window


def _ended_deed(window: DeskWindow, deed: str) -> None:
    _ended(window)
    window.desk.actions.trigger(deed)


def _running(window: DeskWindow) -> None:
    panel: Any = window.panel("incident")
    panel.which.setCurrentIndex(0)
    panel.which.activated.emit(0)
    settle()


def _deed(window: DeskWindow, deed: str) -> None:
    _fire(window)
    window.desk.actions.trigger(deed)
