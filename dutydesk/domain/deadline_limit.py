"""What a report or task of an incident is held to: the rule that binds, from when to when.

Rules of this file (domain notes §4): among the rules that fit, the earliest limit binds; a missing
time of occurrence is replaced by the time of receipt; a raised level counts from the same start
and is not late for a limit that had passed by then; what comes again is in ``repeated_limit.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline_rule import (
    ClockStart,
    DeadlineRule,
    binding_levels,
    rules_for,
    task_rules,
)
from dutydesk.domain.deadline_task import DeadlineTask, IncidentTask
from dutydesk.domain.incident import Grading, Incident, IncidentLevel, IncidentStatus
from dutydesk.domain.repeated_limit import Repeated, RuleFinder, repeated, repeating
from dutydesk.domain.report import (
    Report,
    ReportMedium,
    ReportStage,
    first_delivery,
    without_corrections,
)

_COVERS_FOLLOW_UP = frozenset({ReportStage.FOLLOW_UP, ReportStage.VERIFICATION})


@dataclass(frozen=True)
class IncidentFile:
    """One incident with everything its clocks depend on; gradings, reports, tasks in any order.

    ``ungraded_as`` is the level whose rules bind while nobody has graded; None the gravest.
    """

    incident: Incident
    gradings: tuple[Grading, ...]
    reports: tuple[Report, ...] = ()
    tasks: tuple[IncidentTask, ...] = ()
    ungraded_as: IncidentLevel | None = None


@dataclass(frozen=True)
class Due:
    """A limit under one grading: the rule that binds first, from when to when."""

    rule: DeadlineRule
    starts_at: datetime
    due_at: datetime


@dataclass(frozen=True)
class Limit:
    """What a report is held to: ``due`` as graded now, ``judged_at`` the instant that makes late.

    They differ only after an upgrade whose new limit had passed; ``upgraded_at`` says when.
    ``judged_at`` None: no limit was in force before the upgrade, so nothing can be late.
    """

    due: Due
    judged_at: datetime | None
    upgraded_at: datetime | None = None


def limit_for(
    file: IncidentFile,
    rules: Sequence[DeadlineRule],
    draft: tuple[ReportStage, ReportMedium],
    sent_at: datetime,
) -> Limit | None:
    """Return what a report sent at ``sent_at`` is held to; None where no clock runs.

    ``file`` holds the reports made before this one. Which daily time a follow-up belongs to says
    :mod:`dutydesk.domain.daily_times`, even if that one was met already.
    """
    stage, medium = draft
    seen = as_at(file, sent_at)
    if stage is ReportStage.FOLLOW_UP and follow_ups_repeat(seen, rules, medium):
        again = repeated_follow_ups(seen, rules, medium)
        return repeated_limit(again, again.answered_by(sent_at)) if again else None
    return span_limit(seen, rules, stage, medium)


def task_limit_for(
    file: IncidentFile, rules: Sequence[DeadlineRule], task: DeadlineTask, done_at: datetime
) -> Limit | None:
    """Return what a task done at ``done_at`` is held to; None where no clock runs."""
    seen = as_at(file, done_at)
    if task is DeadlineTask.NIL_REPORT:
        again = repeated_nil_reports(seen, rules)
        return repeated_limit(again, again.answered_by(done_at)) if again else None
    return walked_limit(seen, under_task(seen, rules, task))


def late_by(limit: Limit, sent_at: datetime) -> int:
    """Return by how many minutes a report missed its limit, rounded up; 0 when in time."""
    if limit.judged_at is None:
        return 0
    seconds = int((sent_at - limit.judged_at).total_seconds())
    return max(0, -(-seconds // 60))


def as_at(file: IncidentFile, now: datetime) -> IncidentFile:
    """Return the file as it stood at ``now``: what came later, and the end, left out.

    Corrections (更正) are left out as well: they have no clock and stop none. The first grading is
    always in force: an incident has rules from the first second.
    """
    gradings = sorted(file.gradings, key=lambda one: (one.decided_at, one.id))
    incident = file.incident
    if incident.closed_at is not None and incident.closed_at > now:
        incident = replace(
            incident, status=IncidentStatus.HANDLING, closed_at=None, exit_reason=None
        )
    if incident.stable_at is not None and incident.stable_at > now:
        incident = replace(incident, status=IncidentStatus.HANDLING, stable_at=None)
    return replace(
        file,
        incident=incident,
        gradings=(
            *gradings[:1],
            *(one for one in gradings[1:] if one.decided_at <= now),
        ),
        reports=tuple(sorted(_chain(file, now), key=_sent)),
        tasks=tuple(
            sorted((one for one in file.tasks if one.done_at <= now), key=lambda one: one.done_at)
        ),
    )


def span_limit(
    file: IncidentFile, rules: Sequence[DeadlineRule], stage: ReportStage, medium: ReportMedium
) -> Limit | None:
    """Return the limit of a report counted in minutes; None without one."""
    if stage is not ReportStage.FIRST and first_delivery(file.reports) is None:
        return None
    return walked_limit(file, under(file, rules, stage, medium))


def walked_limit(file: IncidentFile, find: RuleFinder) -> Limit | None:
    """Return the limit counted in minutes, walked through every grading; None without one."""
    limit: Limit | None = None
    for index, grading in enumerate(file.gradings):
        due = _first_due(file, find(grading))
        if due is None:
            limit = None
        elif index == 0:
            limit = Limit(due, due.due_at)
        else:
            limit = _regraded(limit, due, grading.decided_at)
    return limit


def under(
    file: IncidentFile, rules: Sequence[DeadlineRule], stage: ReportStage, medium: ReportMedium
) -> RuleFinder:
    """Return how the rules for a report are found under a grading."""

    def find(grading: Grading) -> list[DeadlineRule]:
        levels, is_sensitive = _levels(file, grading), grading.is_sensitive
        return rules_for(file.incident, levels, stage, medium, rules, is_sensitive=is_sensitive)

    return find


def under_task(
    file: IncidentFile, rules: Sequence[DeadlineRule], task: DeadlineTask
) -> RuleFinder:
    """Return how the rules for a task are found under a grading.

    A report goes by the gravest level while nobody has graded, for it cannot wait. Who speaks to
    the public waits for a level that a person decided, or for 敏感 or 较大涉险; unless the unit
    named a level for what is not graded.
    """

    def find(grading: Grading) -> list[DeadlineRule]:
        levels = _levels(file, grading)
        if grading.level is IncidentLevel.UNCLASSIFIED and file.ungraded_as is None:
            is_urgent = grading.is_sensitive or grading.is_serious_near_miss
            lowest = replace(grading, level=IncidentLevel.ORDINARY)
            levels = _levels(file, lowest) if is_urgent else frozenset()
        return task_rules(file.incident, levels, task, rules, is_sensitive=grading.is_sensitive)

    return find


def follow_ups_repeat(
    file: IncidentFile, rules: Sequence[DeadlineRule], medium: ReportMedium
) -> bool:
    """Tell whether follow-ups come again under the newest grading, even before the first paper."""
    find = under(file, rules, ReportStage.FOLLOW_UP, medium)
    return bool(repeating(find(file.gradings[-1])))


def repeated_follow_ups(
    file: IncidentFile, rules: Sequence[DeadlineRule], medium: ReportMedium
) -> Repeated | None:
    """Return the times of follow-ups and what answered them; None before the first paper."""
    find = under(file, rules, ReportStage.FOLLOW_UP, medium)
    return repeated(
        file.gradings, find, first_delivery(file.reports), _follow_ups(file, (medium,))
    )


def repeated_nil_reports(file: IncidentFile, rules: Sequence[DeadlineRule]) -> Repeated | None:
    """Return the times of nil reports; a follow-up in writing says more, and answers as well."""
    nil = [one.done_at for one in file.tasks if one.task is DeadlineTask.NIL_REPORT]
    return repeated(
        file.gradings,
        under_task(file, rules, DeadlineTask.NIL_REPORT),
        first_delivery(file.reports),
        [*nil, *_follow_ups(file, (ReportMedium.WRITTEN,))],
    )


def repeated_limit(again: Repeated, due_at: datetime) -> Limit:
    """Return one of the times that come again as a limit."""
    return Limit(Due(again.rule_at(due_at), again.starts_at(due_at), due_at), due_at)


def _regraded(before: Limit | None, due: Due, at: datetime) -> Limit:
    """Return the limit after a re-grading at ``at`` that makes ``due`` the new one."""
    judged = before.judged_at if before else None
    is_eased = judged is not None and due.due_at >= judged
    if is_eased or due.due_at > at:
        return Limit(due, due.due_at)
    if before is not None and judged is not None and judged <= at and not before.upgraded_at:
        return Limit(due, judged)  # it was late before the level rose
    is_same = before is not None and before.due.due_at == due.due_at and before.upgraded_at
    return Limit(due, judged, before.upgraded_at if before and is_same else at)


def _follow_ups(file: IncidentFile, media: Sequence[ReportMedium]) -> list[datetime]:
    return [
        one.sent_at
        for one in file.reports
        if one.stage in _COVERS_FOLLOW_UP and one.medium in media
    ]


def _levels(file: IncidentFile, grading: Grading) -> frozenset[IncidentLevel]:
    return binding_levels(
        grading.level,
        is_sensitive=grading.is_sensitive,
        is_serious_near_miss=grading.is_serious_near_miss,
        ungraded_as=file.ungraded_as,
    )


def _first_due(file: IncidentFile, fitting: Sequence[DeadlineRule]) -> Due | None:
    dues = [
        Due(rule, start, start + timedelta(minutes=rule.minutes))
        for rule in fitting
        if rule.minutes is not None and (start := _start(file, rule)) is not None
    ]
    return min(dues, key=lambda due: due.due_at, default=None)


def _start(file: IncidentFile, rule: DeadlineRule) -> datetime | None:
    incident = file.incident
    match rule.starts_from:
        case ClockStart.OCCURRED:
            return incident.occurred_at or incident.received_at
        case ClockStart.RECEIVED:
            return incident.received_at
        case ClockStart.FIRST_DELIVERY:
            return first_delivery(file.reports)
        case ClockStart.STABLE:
            return incident.stable_at


def _chain(file: IncidentFile, now: datetime) -> list[Report]:
    return [one for one in without_corrections(file.reports) if one.sent_at <= now]


def _sent(report: Report) -> tuple[datetime, datetime, str]:
    return (report.sent_at, report.recorded_at, report.id)
