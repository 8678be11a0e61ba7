"""What a report of an incident is held to: the rule that binds, from when to when (notes §4).

Rules of this file: among the rules that fit, the earliest limit binds; a missing time of
occurrence is replaced by the time of receipt; a raised level counts from the same start and is not
late for a limit that had passed by then; daily times are those of ``daily_times.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dutydesk.domain.daily_times import DailyTimes
from dutydesk.domain.deadline_rule import (
    ClockStart,
    DeadlineRule,
    binding_levels,
    daily_time,
    rules_for,
)
from dutydesk.domain.incident import Grading, Incident, IncidentLevel, IncidentStatus
from dutydesk.domain.instants import china
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
    """One incident with everything its clocks depend on; gradings and reports in any order."""

    incident: Incident
    gradings: tuple[Grading, ...]
    reports: tuple[Report, ...] = ()


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
    if stage is ReportStage.FOLLOW_UP and daily_rules(seen, rules, medium):
        daily = daily_times(seen, rules, medium)
        if daily is None:
            return None
        return daily_limit(seen, rules, medium, daily.answered_by(sent_at))
    return span_limit(seen, rules, stage, medium)


def late_by(limit: Limit, sent_at: datetime) -> int:
    """Return by how many minutes a report missed its limit, rounded up; 0 when in time."""
    if limit.judged_at is None:
        return 0
    seconds = int((sent_at - limit.judged_at).total_seconds())
    return max(0, -(-seconds // 60))


def as_at(file: IncidentFile, now: datetime) -> IncidentFile:
    """Return the file as it stood at ``now``: later reports, gradings and the end left out.

    Corrections (更正) are left out as well: they have no clock and stop none. The first grading is
    always in force: an incident has rules from the first second.
    """
    gradings = sorted(file.gradings, key=lambda one: (one.decided_at, one.id))
    incident = file.incident
    if incident.closed_at is not None and incident.closed_at > now:
        incident = replace(
            incident, status=IncidentStatus.HANDLING, closed_at=None, exit_reason=None
        )
    return IncidentFile(
        incident,
        tuple(gradings[:1]) + tuple(one for one in gradings[1:] if one.decided_at <= now),
        tuple(sorted(_chain(file, now), key=_sent)),
    )


def span_limit(
    file: IncidentFile, rules: Sequence[DeadlineRule], stage: ReportStage, medium: ReportMedium
) -> Limit | None:
    """Return the limit counted in minutes, walked through every grading; None without one."""
    if stage is not ReportStage.FIRST and first_delivery(file.reports) is None:
        return None
    limit: Limit | None = None
    for index, grading in enumerate(file.gradings):
        due = _first_due(file, rules_for(file.incident, _levels(grading), stage, medium, rules))
        if due is None:
            limit = None
        elif index == 0:
            limit = Limit(due, due.due_at)
        else:
            limit = _regraded(limit, due, grading.decided_at)
    return limit


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


def daily_rules(
    file: IncidentFile, rules: Sequence[DeadlineRule], medium: ReportMedium
) -> list[DeadlineRule]:
    """Return the daily rules for follow-ups that hold under the newest grading."""
    return _daily_under(file, file.gradings[-1], rules, medium)


def daily_times(
    file: IncidentFile, rules: Sequence[DeadlineRule], medium: ReportMedium
) -> DailyTimes | None:
    """Return the daily times of follow-ups and what answered them; None before the first paper."""
    since = _daily_since(file, rules, medium)
    times = _times(daily_rules(file, rules, medium))
    if not times or since is None:
        return None
    return DailyTimes(times, since, tuple(_follow_ups(file, medium, since)))


def daily_limit(
    file: IncidentFile, rules: Sequence[DeadlineRule], medium: ReportMedium, due_at: datetime
) -> Limit | None:
    """Return one of the daily times as a limit; None before the first paper."""
    daily = daily_times(file, rules, medium)
    if daily is None:
        return None
    rule = _rule_at(daily_rules(file, rules, medium), due_at)
    return Limit(Due(rule, daily.starts_at(due_at), due_at), due_at)


def _daily_since(
    file: IncidentFile, rules: Sequence[DeadlineRule], medium: ReportMedium
) -> datetime | None:
    """Return from when the present daily times hold: the first paper, or the grading after it."""
    start = first_delivery(file.reports)
    if start is None:
        return None
    now_times = _times(daily_rules(file, rules, medium))
    since = start
    for grading in file.gradings[1:]:
        before = file.gradings[file.gradings.index(grading) - 1]
        if _times(_daily_under(file, before, rules, medium)) != now_times:
            since = max(start, grading.decided_at)
    return since


def _daily_under(
    file: IncidentFile, grading: Grading, rules: Sequence[DeadlineRule], medium: ReportMedium
) -> list[DeadlineRule]:
    fitting = rules_for(file.incident, _levels(grading), ReportStage.FOLLOW_UP, medium, rules)
    return [rule for rule in fitting if rule.daily_times]


def _follow_ups(file: IncidentFile, medium: ReportMedium, since: datetime) -> list[datetime]:
    return [
        one.sent_at
        for one in file.reports
        if one.stage in _COVERS_FOLLOW_UP and one.medium is medium and one.sent_at >= since
    ]


def _times(rules: Iterable[DeadlineRule]) -> frozenset[str]:
    return frozenset(text for rule in rules for text in rule.daily_times)


def _rule_at(rules: Sequence[DeadlineRule], due_at: datetime) -> DeadlineRule:
    wall = china(due_at).time()
    return next(
        rule for rule in rules if any(daily_time(text) == wall for text in rule.daily_times)
    )


def _levels(grading: Grading) -> frozenset[IncidentLevel]:
    return binding_levels(
        grading.level,
        is_sensitive=grading.is_sensitive,
        is_serious_near_miss=grading.is_serious_near_miss,
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


def _chain(file: IncidentFile, now: datetime) -> list[Report]:
    return [one for one in without_corrections(file.reports) if one.sent_at <= now]


def _sent(report: Report) -> tuple[datetime, datetime, str]:
    return (report.sent_at, report.recorded_at, report.id)
