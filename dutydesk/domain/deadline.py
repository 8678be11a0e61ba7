"""The clocks of an incident as the panel shows them (domain notes §4).

Rules of this file: pure functions of the incident, its gradings, its reports, the rules and an
instant; every clock has both instants, due later than its start; what has stopped stays as it was
judged when its report was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from dutydesk.domain.daily_times import is_late_one
from dutydesk.domain.deadline_limit import (
    Due,
    IncidentFile,
    Limit,
    as_at,
    daily_limit,
    daily_rules,
    daily_times,
    late_by,
    limit_for,
    span_limit,
)
from dutydesk.domain.deadline_rule import ClockStart, DeadlineRule
from dutydesk.domain.incident import Incident
from dutydesk.domain.report import Report, ReportMedium, ReportStage, has_final, is_reported_out

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
    """One clock as the panel shows it.

    ``rule`` is None only for a stopped clock whose rule is no longer in the set; the words of
    the rule stand on ``report``, which stopped the clock. ``minutes_left`` is rounded down,
    negative when overdue. ``is_start_replaced``: no time of occurrence known, the clock counts
    from the receipt. ``missed_count``: so many daily times passed unanswered, this one the last.
    """

    incident_id: str
    stage: ReportStage
    medium: ReportMedium
    rule: DeadlineRule | None
    starts_at: datetime
    due_at: datetime
    status: ClockStatus
    minutes_left: int
    upgraded_at: datetime | None = None
    report: Report | None = None
    is_start_replaced: bool = False
    missed_count: int = 0

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still has to report."""
        return self.status in OPEN_STATUSES


@dataclass(frozen=True)
class DueClock:
    """One running clock with its incident, for the panel of deadlines."""

    incident: Incident
    clock: ReportClock


@dataclass(frozen=True)
class DeadlineWatch:
    """Everything running clocks are computed from, so that a panel ticks without reading again."""

    files: tuple[IncidentFile, ...]
    rules: tuple[DeadlineRule, ...]

    def due(self, now: datetime) -> list[DueClock]:
        """Return every running clock as it stands at ``now``, the first due first."""
        running = [
            DueClock(file.incident, clock)
            for file in self.files
            for clock in clocks(file, self.rules, now)
            if clock.is_open
        ]
        return sorted(running, key=lambda due: due.clock.due_at)


def clocks(
    file: IncidentFile, rules: Sequence[DeadlineRule], now: datetime, *, soon: timedelta = SOON
) -> list[ReportClock]:
    """Return every clock of the incident as it stood at ``now``, sorted by due time.

    Reports, gradings and the end count only from their own time on, so ``now`` may lie in the
    past. After a written final report or the end only stopped clocks are returned. A receipt
    that lies ahead hides nothing: the machine's clock was put back, or the receipt dated ahead.
    """
    seen = as_at(file, now)
    found = [
        clock
        for stage in ReportStage
        for medium in ReportMedium
        for clock in _clocks(seen, rules, (stage, medium), now, soon)
    ]
    return sorted(found, key=lambda clock: (clock.due_at, clock.medium, clock.stage))


def answered_clock(
    clocks: Sequence[ReportClock], stage: ReportStage, medium: ReportMedium, sent_at: datetime
) -> ReportClock | None:
    """Return the open clock a report stops; of two daily ones as ``daily_times.py`` says."""
    found = [one for one in clocks if one.is_open and (one.stage, one.medium) == (stage, medium)]
    dues = [one.due_at for one in found]
    if len(found) > 1 and not is_late_one(sent_at, dues[0], dues[1]):
        return found[1]
    return found[0] if found else None


def minutes_left(due_at: datetime, now: datetime) -> int:
    """Return the full minutes until ``due_at``; negative as soon as it has passed."""
    return int((due_at - now).total_seconds() // 60)


def _clocks(
    file: IncidentFile,
    rules: Sequence[DeadlineRule],
    key: tuple[ReportStage, ReportMedium],
    now: datetime,
    soon: timedelta,
) -> list[ReportClock]:
    """Return the clock of a stage and medium; of daily times also the one missed last."""
    stage, medium = key
    # What was only said on the telephone is still owed on paper; paper ends both.
    is_told = is_reported_out(file.reports) or has_final(file.reports, medium)
    is_over = file.incident.is_closed or is_told
    if stage is ReportStage.FOLLOW_UP and daily_rules(file, rules, medium):
        return [] if is_over else _daily(file, rules, medium, now, soon)
    stopper = _stopper(file, stage, medium)
    if stopper is not None:
        stopped = _stopped(file, rules, key, stopper)
        return [stopped] if stopped else []
    limit = span_limit(file, rules, stage, medium)
    return [] if limit is None or is_over else [_running(file, key, limit, now, soon)]


def _daily(
    file: IncidentFile,
    rules: Sequence[DeadlineRule],
    medium: ReportMedium,
    now: datetime,
    soon: timedelta,
) -> list[ReportClock]:
    daily = daily_times(file, rules, medium)
    if daily is None:
        return []
    key, found = (ReportStage.FOLLOW_UP, medium), []
    for due_at, missed in (
        (daily.missed(now), daily.missed_count(now)),
        (daily.running(now), 0),
    ):
        limit = daily_limit(file, rules, medium, due_at) if due_at else None
        if limit is not None:
            clock = _running(file, key, limit, now, soon)
            found.append(replace(clock, missed_count=missed))
    return found


def _running(
    file: IncidentFile,
    key: tuple[ReportStage, ReportMedium],
    limit: Limit,
    now: datetime,
    soon: timedelta,
) -> ReportClock:
    due = limit.due
    return ReportClock(
        incident_id=file.incident.id,
        stage=key[0],
        medium=key[1],
        rule=due.rule,
        starts_at=due.starts_at,
        due_at=due.due_at,
        status=_open_status(limit, now, soon),
        minutes_left=minutes_left(due.due_at, now),
        upgraded_at=limit.upgraded_at,
        is_start_replaced=_is_start_replaced(file, due),
    )


def _open_status(limit: Limit, now: datetime, soon: timedelta) -> ClockStatus:
    if limit.judged_at is not None and now > limit.judged_at:
        return ClockStatus.OVERDUE
    if limit.upgraded_at is not None:
        return ClockStatus.REPORT_NOW_AFTER_UPGRADE
    return ClockStatus.SOON if limit.due.due_at - now <= soon else ClockStatus.RUNNING


def _stopped(
    file: IncidentFile,
    rules: Sequence[DeadlineRule],
    key: tuple[ReportStage, ReportMedium],
    report: Report,
) -> ReportClock | None:
    """Return the clock as the report left it; None where no limit applied."""
    if report.stage is key[0]:
        starts_at, due_at, is_met = report.starts_at, report.due_at, report.is_met
        rule = next((one for one in rules if one.id == report.rule_id), None)
    else:
        others = tuple(one for one in file.reports if one.id != report.id)
        before = IncidentFile(file.incident, file.gradings, others)
        limit = limit_for(before, rules, key, report.sent_at)
        if limit is None:
            return None
        starts_at, due_at, rule = limit.due.starts_at, limit.due.due_at, limit.due.rule
        is_met = late_by(limit, report.sent_at) == 0
    if starts_at is None or due_at is None:
        return None
    return ReportClock(
        incident_id=file.incident.id,
        stage=key[0],
        medium=key[1],
        rule=rule,
        starts_at=starts_at,
        due_at=due_at,
        status=ClockStatus.MET if is_met else ClockStatus.MET_LATE,
        minutes_left=minutes_left(due_at, report.sent_at),
        report=report,
    )


def _stopper(file: IncidentFile, stage: ReportStage, medium: ReportMedium) -> Report | None:
    """Return the report that stops this clock; the first paper of any stage is the first paper."""
    is_first_paper = stage is ReportStage.FIRST and medium is ReportMedium.WRITTEN
    return next(
        (
            one
            for one in file.reports
            if one.medium is medium and (is_first_paper or one.stage is stage)
        ),
        None,
    )


def _is_start_replaced(file: IncidentFile, due: Due) -> bool:
    return due.rule.starts_from is ClockStart.OCCURRED and file.incident.occurred_at is None
