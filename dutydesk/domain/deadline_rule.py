"""Deadline rules of a unit as data, and which of them fit an incident (domain notes §4).

Rules of this file: a rule with neither minutes nor clock times means "at once" and makes no
clock; rules that name the kind displace those that do not; a level is also bound by the rules of
every lower level, so that a graver level is never due later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from dutydesk.domain.errors import BadInput
from dutydesk.domain.incident import GRADES, Incident, IncidentCategory, IncidentLevel
from dutydesk.domain.report import ReportMedium, ReportStage


class ClockStart(StrEnum):
    """From what a rule counts: 事发, 接报, 首报报出."""

    OCCURRED = "occurred"
    RECEIVED = "received"
    FIRST_DELIVERY = "first_delivery"


@dataclass(frozen=True, kw_only=True)
class DeadlineRule:
    """One rule of a rule set; None for category, kind or level means any.

    Either ``minutes`` (at least 1) after ``starts_from``, or ``daily_times`` (``HH:MM``, China
    time, every day after the first written report until the end), or neither: at once.
    ``report_to`` names the receivers in words, ``source`` the text the rule is taken from.
    """

    id: str
    rule_set: str
    category: IncidentCategory | None
    kind: str | None
    level: IncidentLevel | None
    stage: ReportStage
    medium: ReportMedium
    minutes: int | None
    daily_times: tuple[str, ...]
    starts_from: ClockStart
    report_to: str
    source: str
    order_no: int

    @property
    def makes_clock(self) -> bool:
        """A rule without a measure of time cannot be counted down."""
        return self.minutes is not None or bool(self.daily_times)


def check_rule(rule: DeadlineRule) -> None:
    """Accept a rule the clocks can compute; raises BadInput naming the bad field."""
    if rule.minutes is not None and rule.minutes < 1:
        raise BadInput("minutes", str(rule.minutes))
    if rule.minutes is not None and rule.daily_times:
        raise BadInput("daily_times", "、".join(rule.daily_times))
    if rule.level is IncidentLevel.UNCLASSIFIED:
        raise BadInput("level", rule.level)
    if rule.daily_times and rule.stage is ReportStage.FIRST:
        raise BadInput("daily_times", "、".join(rule.daily_times))
    is_after_first = rule.starts_from is ClockStart.FIRST_DELIVERY
    if is_after_first and rule.stage is ReportStage.FIRST:
        raise BadInput("starts_from", rule.starts_from)
    for text in rule.daily_times:
        daily_time(text)


def daily_time(text: str) -> time:
    """Return the China wall-clock time ``HH:MM``; raises BadInput."""
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise BadInput("daily_times", text) from error


def binding_levels(
    level: IncidentLevel, *, is_sensitive: bool, is_serious_near_miss: bool = False
) -> frozenset[IncidentLevel]:
    """Return the levels whose rules bind: the own one and all below it.

    Not graded yet is bound like the gravest, sensitive at least like 较大 (domain notes §4), and
    so is a serious near miss 较大涉险事故, reported like an accident of that level (§5.2).
    """
    if level is IncidentLevel.UNCLASSIFIED:
        return frozenset(GRADES)
    gravest = GRADES.index(level)
    if is_sensitive or is_serious_near_miss:
        gravest = min(gravest, GRADES.index(IncidentLevel.RELATIVELY_SERIOUS))
    return frozenset(GRADES[gravest:])


def rules_for(
    incident: Incident,
    levels: frozenset[IncidentLevel],
    stage: ReportStage,
    medium: ReportMedium,
    rules: Sequence[DeadlineRule],
) -> list[DeadlineRule]:
    """Return the rules that make a clock for this stage and medium, the most particular first."""
    fitting = [
        rule
        for rule in rules
        if rule.makes_clock
        and rule.stage is stage
        and rule.medium is medium
        and rule.kind in {None, incident.kind}
        and rule.category in {None, incident.category}
        and (rule.level is None or rule.level in levels)
    ]
    particular = [rule for rule in fitting if rule.kind is not None]
    return sorted(
        particular or fitting,
        key=lambda rule: (rule.category is None, rule.level is None, rule.order_no),
    )
