"""Deadline rules of a unit as data, and which of them fit an incident (domain notes §4).

Rules of this file: a rule with neither minutes nor clock times means "at once" and makes no
clock; rules that name the kind displace those that do not; a level is also bound by the rules of
every lower level, so that a graver level is never due later. A report not graded yet is bound like
the level the unit chose for that, the gravest unless it chose another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline_task import DeadlineTask
from dutydesk.domain.errors import BadInput
from dutydesk.domain.incident import GRADES, Incident, IncidentCategory, IncidentLevel
from dutydesk.domain.report import ReportMedium, ReportStage

MOST_MINUTES = 366 * 24 * 60
MOST_DAYS = 366
_HH_MM = re.compile(r"[0-2][0-9]:[0-5][0-9]")


class ClockStart(StrEnum):
    """From what a rule counts: 事发, 接报, 首报报出, 基本稳定."""

    OCCURRED = "occurred"
    RECEIVED = "received"
    FIRST_DELIVERY = "first_delivery"
    STABLE = "stable"


@dataclass(frozen=True, kw_only=True)
class DeadlineRule:
    """One rule of a rule set; None for category, kind or level means any.

    ``task`` says what for; a report has ``stage`` and ``medium``, nothing else has. One measure:
    ``minutes`` (at least 1) after ``starts_from``; or ``daily_times`` (``HH:MM``, China time,
    every day after the first written report), or ``every_days`` since the last one; or none: at
    once. ``is_sensitive_only``: only while the incident is 敏感. ``report_to`` names the receivers
    in words, ``source`` the text the rule is taken from.
    """

    id: str
    rule_set: str
    category: IncidentCategory | None
    kind: str | None
    level: IncidentLevel | None
    task: DeadlineTask = DeadlineTask.REPORT
    stage: ReportStage | None = None
    medium: ReportMedium | None = None
    minutes: int | None = None
    daily_times: tuple[str, ...] = ()
    every_days: int | None = None
    starts_from: ClockStart
    is_sensitive_only: bool = False
    report_to: str
    source: str
    order_no: int

    @property
    def makes_clock(self) -> bool:
        """A rule without a measure of time cannot be counted down."""
        return self.minutes is not None or self.repeats

    @property
    def repeats(self) -> bool:
        """Tell whether it comes again until the end: every day, or every so many days."""
        return bool(self.daily_times) or self.every_days is not None


def blank_rule(rule_id: str, rule_set: str) -> DeadlineRule:
    """Return a rule to be written: for everything, from the receipt, and nothing said yet."""
    return DeadlineRule(
        id=rule_id,
        rule_set=rule_set,
        category=None,
        kind=None,
        level=None,
        starts_from=ClockStart.RECEIVED,
        report_to="",
        source="",
        order_no=0,
    )


def check_rule(rule: DeadlineRule) -> None:
    """Accept a rule the clocks can compute; raises BadInput naming the bad field."""
    _check_task(rule)
    _check_measure(rule)
    if not rule.source.strip():
        raise BadInput("rule_source", rule.source)
    if rule.level is IncidentLevel.UNCLASSIFIED:
        raise BadInput("level", rule.level)
    is_first = rule.stage is ReportStage.FIRST
    if is_first and rule.starts_from in {ClockStart.FIRST_DELIVERY, ClockStart.STABLE}:
        raise BadInput("starts_from", rule.starts_from)
    for text in rule.daily_times:
        daily_time(text)
    if len(set(rule.daily_times)) < len(rule.daily_times):
        raise BadInput("daily_times", "、".join(rule.daily_times))


def _check_task(rule: DeadlineRule) -> None:
    is_report = rule.task is DeadlineTask.REPORT
    if is_report is (rule.stage is None):
        raise BadInput("stage", rule.stage or "")
    if is_report is (rule.medium is None):
        raise BadInput("medium", rule.medium or "")


def _check_measure(rule: DeadlineRule) -> None:
    daily = "、".join(rule.daily_times)
    if rule.minutes is not None and not 1 <= rule.minutes <= MOST_MINUTES:
        raise BadInput("minutes", str(rule.minutes))
    if rule.every_days is not None and not 1 <= rule.every_days <= MOST_DAYS:
        raise BadInput("every_days", str(rule.every_days))
    if rule.minutes is not None and rule.daily_times:
        raise BadInput("daily_times", daily)
    if rule.every_days is not None and (rule.minutes is not None or rule.daily_times):
        raise BadInput("every_days", str(rule.every_days))
    may_repeat = (
        rule.stage is ReportStage.FOLLOW_UP
        if rule.task is DeadlineTask.REPORT
        else rule.task is DeadlineTask.NIL_REPORT
    )
    if rule.repeats and not may_repeat:
        raise (
            BadInput("daily_times", daily)
            if daily
            else BadInput("every_days", str(rule.every_days))
        )
    if rule.task is DeadlineTask.NIL_REPORT and rule.minutes is not None:
        raise BadInput("minutes", str(rule.minutes))


def daily_time(text: str) -> time:
    """Return the China wall-clock time ``HH:MM``; raises BadInput."""
    if not _HH_MM.fullmatch(text):
        raise BadInput("daily_times", text)
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise BadInput("daily_times", text) from error


def binding_levels(
    level: IncidentLevel,
    *,
    is_sensitive: bool,
    is_serious_near_miss: bool = False,
    ungraded_as: IncidentLevel | None = None,
) -> frozenset[IncidentLevel]:
    """Return the levels whose rules bind: the own one and all below it.

    Not graded yet is bound like ``ungraded_as``, the gravest for None; sensitive at least like
    较大 (domain notes §4), and so is a serious near miss 较大涉险事故, reported like an accident
    of that level (§5.2).
    """
    if level is IncidentLevel.UNCLASSIFIED:
        level = ungraded_as or GRADES[0]
    gravest = GRADES.index(level)
    if is_sensitive or is_serious_near_miss:
        gravest = min(gravest, GRADES.index(IncidentLevel.RELATIVELY_SERIOUS))
    return frozenset(GRADES[gravest:])


def rules_for(  # noqa: PLR0913 -- what a report is, and for whom
    incident: Incident,
    levels: frozenset[IncidentLevel],
    stage: ReportStage,
    medium: ReportMedium,
    rules: Sequence[DeadlineRule],
    *,
    is_sensitive: bool = False,
) -> list[DeadlineRule]:
    """Return the rules that make a clock for this stage and medium, the most particular first."""
    meant = [
        rule
        for rule in rules
        if rule.task is DeadlineTask.REPORT and rule.stage is stage and rule.medium is medium
    ]
    return _fitting(incident, levels, meant, is_sensitive=is_sensitive)


def task_rules(
    incident: Incident,
    levels: frozenset[IncidentLevel],
    task: DeadlineTask,
    rules: Sequence[DeadlineRule],
    *,
    is_sensitive: bool = False,
) -> list[DeadlineRule]:
    """Return the rules that make a clock for a task, the most particular first."""
    meant = [rule for rule in rules if rule.task is task]
    return _fitting(incident, levels, meant, is_sensitive=is_sensitive)


def _fitting(
    incident: Incident,
    levels: frozenset[IncidentLevel],
    rules: Sequence[DeadlineRule],
    *,
    is_sensitive: bool,
) -> list[DeadlineRule]:
    fitting = [
        rule
        for rule in rules
        if (rule.category is None or rule.category is incident.category)
        and (rule.kind is None or rule.kind == incident.kind)
        and (rule.level is None or rule.level in levels)
        and rule.makes_clock
        and (is_sensitive or not rule.is_sensitive_only)
    ]
    particular = [rule for rule in fitting if rule.kind is not None]
    return sorted(
        particular or fitting,
        key=lambda rule: (rule.category is None, rule.level is None, rule.order_no),
    )
