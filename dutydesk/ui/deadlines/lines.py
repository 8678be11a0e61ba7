"""From running clocks and open items to the lines of the panel."""

from __future__ import annotations

from collections.abc import Iterable

from dutydesk.domain.deadline import ClockStatus, DueClock
from dutydesk.domain.deadline_task import REPORTED_TASKS, DeadlineTask
from dutydesk.domain.due_line import DueKind, DueLine
from dutydesk.domain.incident import Incident
from dutydesk.domain.open_item import Importance, OpenItem
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.ui.deadlines.clock_line import ClockLine, in_order
from dutydesk.wording.deadline_task import TASK
from dutydesk.wording.due_line import DUE_KIND
from dutydesk.wording.incident import FIRST_WORD, MEDIUM, stage_word
from dutydesk.wording.open_item import IMPORTANCE

INCIDENT, OPEN_ITEM = "incident", "open_item"


def clock_lines(
    due: Iterable[DueClock], items: Iterable[OpenItem], first_word: str = FIRST_WORD
) -> tuple[ClockLine, ...]:
    """Return a line for every running clock and every open item, the first due first."""
    lines = [clock_line(one, first_word) for one in without_doubles(due)]
    return in_order([*lines, *(item_line(item) for item in items)])


def without_doubles(due: Iterable[DueClock]) -> list[DueClock]:
    """Leave out a nil report where a follow-up is due at that time: it says more."""
    found = list(due)
    told = {
        (one.incident.id, one.clock.due_at)
        for one in found
        if one.clock.stage is ReportStage.FOLLOW_UP
    }
    return [
        one
        for one in found
        if one.clock.task is not DeadlineTask.NIL_REPORT
        or (one.incident.id, one.clock.due_at) not in told
    ]


def clock_line(due: DueClock, first_word: str = FIRST_WORD) -> ClockLine:
    """Return the line of one running clock."""
    clock = due.clock
    if clock.stage is None or clock.medium is None:
        key, step = clock.task.value, TASK[clock.task]
    else:
        key = f"{clock.stage.value}:{clock.medium.value}"
        step = step_word(clock.stage, clock.medium, first_word)
    return ClockLine(
        key=f"{INCIDENT}:{due.incident.id}:{key}",
        step=step,
        title=short_title(due.incident),
        due_at=clock.due_at,
        target=clock.rule.report_to if clock.rule else "",
        is_immediate=clock.status is ClockStatus.REPORT_NOW_AFTER_UPGRADE,
        is_report=clock.stage is not None or clock.task in REPORTED_TASKS,
    )


def item_line(item: OpenItem) -> ClockLine:
    """Return the line of an open item."""
    is_important = item.importance is Importance.IMPORTANT
    return ClockLine(
        key=f"{OPEN_ITEM}:{item.id}",
        step=f"未办结({IMPORTANCE[item.importance]})" if is_important else "未办结",
        title=item.title,
        due_at=item.due_at,
        is_item=True,
        counted="未办结",
    )


def due_line(due: DueLine) -> ClockLine:
    """Return the line of something else that falls due."""
    return ClockLine(
        key=f"{due.room}:{due.record_id}:{due.kind.value}",
        step=due.word or DUE_KIND[due.kind],
        title=due.title,
        due_at=due.due_at,
        target=due.target,
        is_item=not due.is_clock,
        is_quiet=due.is_quiet,
        counted=DUE_KIND[due.kind] if due.kind is DueKind.DIRECTIVE else "",
        is_report=False,
    )


def reminder_of(key: str) -> str | None:
    """Return the open item whose reminder a line is; None for another line."""
    kind, matter_id = matter_of(key)
    is_reminder = kind == OPEN_ITEM and key.endswith(f":{DueKind.REMINDER}")
    return matter_id if is_reminder else None


def step_word(stage: ReportStage, medium: ReportMedium, first_word: str = FIRST_WORD) -> str:
    """Return 首报(电话), narrow enough for the panel."""
    return f"{stage_word(stage, first_word)}({MEDIUM[medium]})"


def short_title(incident: Incident) -> str:
    """Return the title without what every title begins and ends with."""
    title = incident.title.strip().removeprefix("关于").removesuffix("的报告")
    return title.removesuffix("情况") or incident.title


def matter_of(key: str) -> tuple[str, str]:
    """Return what a line belongs to, the id of its room (``incident``), and the record's id."""
    kind, _, rest = key.partition(":")
    return kind, rest.partition(":")[0]
