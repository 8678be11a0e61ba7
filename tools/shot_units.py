"""Zero reports and a roll call for the picture book: a day with everything, and the windows."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from dutydesk.assembly.clocks import FixedClock
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.instants import china_instant
from dutydesk.domain.nil_report import DraftNilReport, DraftNilReportChase
from dutydesk.domain.officer import Actor
from dutydesk.domain.reporting_unit import DraftReportingUnit, ReachResult
from dutydesk.domain.roll_call import DraftRollCall, DraftRollCallResult
from dutydesk.domain.roll_call_plan import DraftRollCallPlan
from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene, settle

_NAMES = ("东风", "桥头", "滨湖", "新村", "工人新村", "柳林", "南坪", "北关")
_SILENT, _WRONG = 3, 2
_WATER = "3号楼停水，已报水务，预计20时恢复"


def fill_units(room: DutyRoom, clock: FixedClock, by: Actor, today: date) -> None:
    """List eight more communities a week ago; they report by 17:00, and are called at 21:00."""
    back = clock.at
    clock.at = china_instant(today - timedelta(days=7), 9, 0)
    units = [
        room.reporting_unit.put(
            DraftReportingUnit(
                id=room.reporting_unit.new_id(),
                name=f"{name}社区",
                phone=f"0000-000006{number}",
                contact="值班室",
            ),
            by=by,
        ).value
        for number, name in enumerate(_NAMES, 1)
    ]
    for before in range(6, 0, -1):
        day = today - timedelta(days=before)
        due = china_instant(day, 17, 0)
        for number, unit in enumerate(units):
            is_last = before == 1
            if is_last and number in {4, 6}:
                continue
            clock.at = due + timedelta(minutes=20 if (number + before) % 11 == 0 else -30 + number)
            draft = DraftNilReport(
                id=room.nil_report.new_id(),
                unit_id=unit.id,
                due_at=due,
                content=_WATER if is_last and number == 1 else "",
                reporter="王某",
            )
            room.nil_report.take(draft, by=by)
    clock.at = china_instant(today - timedelta(days=1), 17, 6)
    chase = DraftNilReportChase(
        id=room.nil_report.new_id(),
        unit_id=units[4].id,
        due_at=china_instant(today - timedelta(days=1), 17, 0),
        result=ReachResult.NO_ANSWER,
    )
    room.nil_report.chase(chase, by=by)
    _call(room, by, clock)
    clock.at = back


def _call(room: DutyRoom, by: Actor, clock: FixedClock) -> None:
    plans = (
        DraftRollCallPlan(id=room.roll_call_plan.new_id(), title="每晚点名"),
        DraftRollCallPlan(
            id=room.roll_call_plan.new_id(),
            title="周末夜间抽点",
            weekdays="67",
            starts_at_time="22:00",
            ends_at_time="05:00",
            unit_count=3,
        ),
    )
    for plan in plans:
        room.roll_call_plan.put(plan, by=by)
    clock.at += timedelta(hours=4)
    planned = room.roll_call.view().in_hand[0]
    start = DraftRollCall(
        id=room.roll_call.new_id(),
        title="每晚点名",
        plan_id=planned.plan.id,
        planned_at=planned.at,
    )
    lines = room.roll_call.start(start, by=by).value.lines
    for number, line in enumerate(lines[:6]):
        clock.at += timedelta(seconds=50)
        is_silent, is_wrong = number == _SILENT, number == _WRONG
        draft = DraftRollCallResult(
            id=room.roll_call.new_id(),
            target_id=line.target.id,
            result=ReachResult.NO_ANSWER if is_silent else ReachResult.ANSWERED,
            person="王某",
            lead_on_post=not is_wrong,
            officer_on_post=True,
            knows_situation=True,
            ring_count=3,
            finding="带班领导外出未报备" if is_wrong else "",
        )
        room.roll_call.record(draft, by=by)


def unit_scenes(window: DeskWindow) -> list[Scene]:
    """Return what the keys of both rooms open."""
    return [
        Scene("nil_report-yesterday", partial(_yesterday, window), partial(_now, window)),
        *(
            Scene(f"dialog-nil-{verb}", partial(_nil, window, f"nil_report.{verb}"))
            for verb in ("content", "chase", "group", "month", "new")
        ),
        *(
            Scene(f"dialog-roll-{verb}", partial(_roll, window, f"roll_call.{verb}"))
            for verb in ("result", "new", "end", "plans")
        ),
    ]


def _yesterday(window: DeskWindow) -> QWidget:
    window.enter("nil_report")
    panel: Any = window.panel("nil_report")
    panel.go_before()
    panel.go_before()
    settle()
    return window


def _now(window: DeskWindow) -> None:
    panel: Any = window.panel("nil_report")
    panel.go_now()


def _nil(window: DeskWindow, action: str) -> None:
    window.enter("nil_report")
    settle()
    window.desk.actions.trigger(action)


def _roll(window: DeskWindow, action: str) -> None:
    window.enter("roll_call")
    settle()
    window.desk.actions.trigger(action)
