"""Emergencies 突发事件: their facts, kinds, grading decisions and states (domain notes §5, §6).

Rules of this file: a figure that nobody has stated is None, never 0; the program suggests a level,
only a person decides one; every decision on the level is kept with its time, author and reason.
What may happen to an incident stands in ``incident_handling``.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass


class IncidentCategory(StrEnum):
    """自然灾害, 事故灾难, 公共卫生事件, 社会安全事件."""

    NATURAL = "natural"
    ACCIDENT = "accident"
    PUBLIC_HEALTH = "public_health"
    SOCIAL_SAFETY = "social_safety"


class IncidentLevel(StrEnum):
    """特别重大 Ⅰ, 重大 Ⅱ, 较大 Ⅲ, 一般 Ⅳ, 未定级; the gravest first."""

    ESPECIALLY_SERIOUS = "especially_serious"
    SERIOUS = "serious"
    RELATIVELY_SERIOUS = "relatively_serious"
    ORDINARY = "ordinary"
    UNCLASSIFIED = "unclassified"


GRADES = tuple(level for level in IncidentLevel if level is not IncidentLevel.UNCLASSIFIED)
"""The four levels of the law, the gravest first."""


class IncidentStatus(StrEnum):
    """接报, 核实, 处置中, 基本稳定, 已结束, 归档."""

    RECEIVED = "received"
    VERIFYING = "verifying"
    HANDLING = "handling"
    STABLE = "stable"
    ENDED = "ended"
    ARCHIVED = "archived"


class ExitReason(StrEnum):
    """Why an incident ended without a final report: 误报, 非突发事件."""

    FALSE_ALARM = "false_alarm"
    NOT_AN_EMERGENCY = "not_an_emergency"


@dataclass(frozen=True, kw_only=True)
class Figures:
    """The numbers of an incident; None means not stated yet (正在核实).

    ``injured`` is the number as told, the serious ones among it when they are told apart;
    ``poisoned_or_ill`` counts people; ``evacuated`` people moved; ``at_risk`` people in danger of
    a near miss (涉险); loss in yuan; area in m².
    """

    deaths: int | None = None
    missing: int | None = None
    injured: int | None = None
    seriously_injured: int | None = None
    lightly_injured: int | None = None
    poisoned_or_ill: int | None = None
    trapped: int | None = None
    at_risk: int | None = None
    evacuated: int | None = None
    loss_yuan: int | None = None
    burnt_area_m2: int | None = None

    def figures(self) -> dict[str, int | None]:
        """Return the figures by name, in the order in which reports name them."""
        return {name: getattr(self, name) for name in FIGURES}


FIGURES = tuple(Figures.__dataclass_fields__)

FIGURE_LIMIT = 10**15
"""No incident comes near it, and the record counts in 64 bits."""

NARRATIVE = ("situation", "cause", "measures", "next_steps")
"""The written facts: 基本情况, 起因, 处置情况, 下一步工作."""


@dataclass(frozen=True, kw_only=True)
class DraftIncident(Figures):
    """What is known when an incident is opened; ``level`` None leaves grading for later."""

    id: str
    title: str
    category: IncidentCategory
    kind: str
    place: str
    received_at: datetime
    occurred_at: datetime | None = None
    source: str = ""
    situation: str = ""
    cause: str = ""
    measures: str = ""
    next_steps: str = ""
    is_sensitive: bool = False
    is_serious_near_miss: bool = False
    near_miss_reason: str = ""
    level: IncidentLevel | None = None
    level_reason: str = ""
    origin_entry_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Incident(Figures):
    """One incident as it now stands; ``incident_no`` is like 2026-012, unique and without gaps.

    ``level_confirmed_by`` is None until a person has decided on the level. ``stable_at`` is since
    when the situation counts as 基本稳定, from which some limits run (domain notes §4).
    """

    id: str
    incident_no: str
    title: str
    category: IncidentCategory
    kind: str
    place: str
    received_at: datetime
    occurred_at: datetime | None = None
    source: str = ""
    situation: str = ""
    cause: str = ""
    measures: str = ""
    next_steps: str = ""
    is_sensitive: bool = False
    is_serious_near_miss: bool = False
    near_miss_reason: str = ""
    level: IncidentLevel = IncidentLevel.UNCLASSIFIED
    suggested_level: IncidentLevel = IncidentLevel.UNCLASSIFIED
    level_reason: str = ""
    level_confirmed_by: str | None = None
    level_confirmed_at: datetime | None = None
    status: IncidentStatus = IncidentStatus.RECEIVED
    exit_reason: ExitReason | None = None
    exit_note: str = ""
    stable_at: datetime | None = None
    origin_entry_id: str | None = None
    opened_at: datetime
    opened_by: str
    closed_at: datetime | None = None
    closed_by: str | None = None

    @property
    def is_closed(self) -> bool:
        """After the end no clock runs and no report is taken."""
        return self.status in {IncidentStatus.ENDED, IncidentStatus.ARCHIVED}

    @property
    def is_archived(self) -> bool:
        """In the archive nothing is added to it any more."""
        return self.status is IncidentStatus.ARCHIVED


@dataclass(frozen=True, kw_only=True)
class Grading:
    """One decision on level, 敏感 or 较大涉险, the first being the opening; never changed."""

    id: str
    incident_id: str
    level: IncidentLevel
    is_sensitive: bool
    is_serious_near_miss: bool = False
    decided_at: datetime
    decided_by: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class IncidentKind:
    """One sub-type in the unit's list."""

    id: str
    category: IncidentCategory
    name: str
    order_no: int


@dataclass(frozen=True)
class IncidentChange:
    """New facts for an incident: field name -> value, and why; ``level`` decides the level."""

    values: dict[str, object]
    reason: str
    level: IncidentLevel | None = None


CHANGEABLE = frozenset(
    {
        "title",
        "category",
        "kind",
        "place",
        "received_at",
        "occurred_at",
        "source",
        "is_sensitive",
        "is_serious_near_miss",
        "near_miss_reason",
        "status",
        *FIGURES,
        *NARRATIVE,
    }
)
