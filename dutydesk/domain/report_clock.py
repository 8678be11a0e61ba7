"""One clock of an incident: a report or another task with its limit, as the panel shows it.

Rules of this file: values, and how an open one is judged at an instant; which clocks there are
stands in ``deadline.py`` and ``task_clock.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from dutydesk.domain.daily_times import is_late_one
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline_limit import IncidentFile, Limit
from dutydesk.domain.deadline_rule import ClockStart, DeadlineRule
from dutydesk.domain.deadline_task import DeadlineTask, IncidentTask
from dutydesk.domain.incident import IncidentLevel
from dutydesk.domain.report import Report, ReportMedium, ReportStage

ClockKey = tuple[DeadlineTask, ReportStage | None, ReportMedium | None]

SOON = timedelta(minutes=10)
"""The last stretch in which a clock asks for attention (alarm ladder, T-10)."""


class ClockStatus(StrEnum):
    """计时中, 将到时, 已超时, 升级后应立即补报, 按时, 迟报."""

    RUNNING = "running"
    SOON = "soon"
    OVERDUE = "overdue"
    REPORT_NOW_AFTER_UPGRADE = "report_now_after_upgrade"
    MET = "met"
    MET_LATE = "met_late"


OPEN_STATUSES = frozenset(
    {
        ClockStatus.RUNNING,
        ClockStatus.SOON,
        ClockStatus.OVERDUE,
        ClockStatus.REPORT_NOW_AFTER_UPGRADE,
    }
)


@dataclass(frozen=True)
class ReportClock:
    """One clock as the panel shows it; ``stage`` and ``medium`` are None for what is no report.

    ``rule`` is None only for a stopped clock whose rule is no longer in the set; the words of
    the rule stand on ``report`` or ``done``, which stopped it. ``minutes_left`` is rounded down,
    negative when overdue. ``is_start_replaced``: no time of occurrence known, the clock counts
    from the receipt. ``missed_count``: so many daily times passed unanswered, this one the last.
    ``ungraded_as`` is the level the unit chose for what nobody has graded; None the gravest.
    """

    incident_id: str
    stage: ReportStage | None
    medium: ReportMedium | None
    rule: DeadlineRule | None
    starts_at: datetime
    due_at: datetime
    status: ClockStatus
    minutes_left: int
    upgraded_at: datetime | None = None
    report: Report | None = None
    is_start_replaced: bool = False
    missed_count: int = 0
    task: DeadlineTask = DeadlineTask.REPORT
    done: IncidentTask | None = None
    ungraded_as: IncidentLevel | None = None

    @property
    def stopped_at(self) -> datetime | None:
        """Return when it was answered; None while it is open."""
        if self.done is not None:
            return self.done.done_at
        return self.report.sent_at if self.report is not None else None

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still has to report."""
        return self.status in OPEN_STATUSES


def answered_clock(
    clocks: Sequence[ReportClock], stage: ReportStage, medium: ReportMedium, sent_at: datetime
) -> ReportClock | None:
    """Return the open clock a report stops; of two daily ones as ``daily_times.py`` says."""
    found = [one for one in clocks if one.is_open and (one.stage, one.medium) == (stage, medium)]
    return _answered(found, sent_at)


def answered_task(
    clocks: Sequence[ReportClock], task: DeadlineTask, done_at: datetime
) -> ReportClock | None:
    """Return the open clock that doing a task stops."""
    return _answered([one for one in clocks if one.is_open and one.task is task], done_at)


def _answered(found: Sequence[ReportClock], sent_at: datetime) -> ReportClock | None:
    dues = [one.due_at for one in found]
    if len(found) > 1 and not is_late_one(sent_at, dues[0], dues[1]):
        return found[1]
    return found[0] if found else None


def minutes_left(due_at: datetime, now: datetime) -> int:
    """Return the full minutes until ``due_at``; negative as soon as it has passed."""
    return int((due_at - now).total_seconds() // 60)


def running_clock(
    file: IncidentFile,
    key: ClockKey,
    limit: Limit,
    now: datetime,
    soon: timedelta,
) -> ReportClock:
    """Return a clock nobody has answered."""
    due = limit.due
    return ReportClock(
        incident_id=file.incident.id,
        task=key[0],
        stage=key[1],
        medium=key[2],
        rule=due.rule,
        starts_at=due.starts_at,
        due_at=due.due_at,
        status=_open_status(limit, now, soon),
        minutes_left=minutes_left(due.due_at, now),
        upgraded_at=limit.upgraded_at,
        is_start_replaced=due.rule.starts_from is ClockStart.OCCURRED
        and file.incident.occurred_at is None,
        ungraded_as=file.ungraded_as,
    )


def _open_status(limit: Limit, now: datetime, soon: timedelta) -> ClockStatus:
    if limit.judged_at is not None and now > limit.judged_at:
        return ClockStatus.OVERDUE
    if limit.upgraded_at is not None:
        return ClockStatus.REPORT_NOW_AFTER_UPGRADE
    return ClockStatus.SOON if limit.due.due_at - now <= soon else ClockStatus.RUNNING
