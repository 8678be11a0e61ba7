"""The clocks of an incident as the panel shows them (domain notes §4).

Rules of this file: pure functions of the incident, its gradings, its reports, the rules and an
instant; every clock has both instants, due later than its start; what has stopped stays as it was
judged when its report was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline_limit import (
    IncidentFile,
    as_at,
    follow_ups_repeat,
    late_by,
    limit_for,
    repeated_follow_ups,
    repeated_limit,
    span_limit,
)
from dutydesk.domain.deadline_rule import DeadlineRule
from dutydesk.domain.deadline_task import DeadlineTask
from dutydesk.domain.incident import Incident
from dutydesk.domain.report import Report, ReportMedium, ReportStage, has_final, is_reported_out
from dutydesk.domain.report_clock import (
    OPEN_STATUSES,
    SOON,
    ClockStatus,
    ReportClock,
    answered_clock,
    minutes_left,
    running_clock,
)
from dutydesk.domain.task_clock import task_clocks

# The clock's own values are asked for here as well.
__all__ = (
    "OPEN_STATUSES",
    "SOON",
    "ClockStatus",
    "DeadlineWatch",
    "DueClock",
    "ReportClock",
    "answered_clock",
    "clocks",
    "minutes_left",
)


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
    found += task_clocks(seen, rules, now, soon)
    return sorted(
        found, key=lambda one: (one.due_at, one.medium or "z", one.stage or "", one.task)
    )


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
    if stage is ReportStage.FOLLOW_UP and follow_ups_repeat(file, rules, medium):
        return [] if is_over else _again(file, rules, medium, now, soon)
    stopper = _stopper(file, stage, medium)
    if stopper is not None:
        stopped = _stopped(file, rules, key, stopper)
        return [stopped] if stopped else []
    limit = span_limit(file, rules, stage, medium)
    if limit is None or is_over:
        return []
    return [running_clock(file, (DeadlineTask.REPORT, *key), limit, now, soon)]


def _again(
    file: IncidentFile,
    rules: Sequence[DeadlineRule],
    medium: ReportMedium,
    now: datetime,
    soon: timedelta,
) -> list[ReportClock]:
    again = repeated_follow_ups(file, rules, medium)
    if again is None:
        return []
    key = (DeadlineTask.REPORT, ReportStage.FOLLOW_UP, medium)
    return [
        replace(
            running_clock(file, key, repeated_limit(again, due_at), now, soon),
            missed_count=missed,
        )
        for due_at, missed in again.open_times(now)
    ]


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
        before = replace(file, reports=others)
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
        ungraded_as=file.ungraded_as,
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
