"""Incidents, reports and rules with sensible defaults for tests, and the shipped rule sets."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.deadline_rule import ClockStart, DeadlineRule
from dutydesk.domain.incident import Grading, Incident, IncidentCategory, IncidentLevel
from dutydesk.domain.instants import CHINA
from dutydesk.domain.level import LevelCriterion
from dutydesk.domain.report import DraftReport, Report, ReportMedium, ReportStage
from dutydesk.domain.report_draft import ReportDraft, ReportState
from dutydesk.store.incident_seed import catalogue_rules, shipped_rules

RESOURCES = Path(__file__).parent.parent / "resources"
PRESETS = ("district", "province", "statute")


def at(text: str) -> datetime:
    """Return the UTC instant of a China wall-clock time: ``2026-11-21 02:15``."""
    return datetime.fromisoformat(text).replace(tzinfo=CHINA).astimezone(UTC)


RECEIVED = at("2026-11-21 02:15")


def incident(**changes: Any) -> Incident:
    facts: dict[str, Any] = {
        "id": "i1",
        "incident_no": "2026-001",
        "title": "安和街道丰收市场火灾",
        "category": IncidentCategory.ACCIDENT,
        "kind": "火灾",
        "place": "安和街道丰收市场",
        "received_at": RECEIVED,
        "occurred_at": at("2026-11-21 02:10"),
        "opened_at": RECEIVED,
        "opened_by": "甲某",
    }
    return Incident(**(facts | changes))


def grading(level: str = "unclassified", decided: datetime = RECEIVED, **changes: Any) -> Grading:
    facts: dict[str, Any] = {
        "id": f"g-{decided.isoformat()}",
        "incident_id": "i1",
        "level": IncidentLevel(level),
        "is_sensitive": False,
        "decided_at": decided,
        "decided_by": "甲某",
    }
    return Grading(**(facts | changes))


def report(stage: str, medium: str, sent: datetime, **changes: Any) -> Report:
    facts: dict[str, Any] = {
        "id": f"r-{stage}-{medium}-{sent.isoformat()}",
        "incident_id": "i1",
        "stage": ReportStage(stage),
        "medium": ReportMedium(medium),
        "sequence_no": 1,
        "title": "",
        "body": "",
        "figures": {},
        "level": IncidentLevel.UNCLASSIFIED,
        "report_to": ("区政府总值班室",),
        "drafted_by": "甲某",
        "signed_by": "丙某",
        "signed_at": sent,
        "sent_at": sent,
        "recorded_at": sent,
    }
    return Report(**(facts | changes))


def draft_report(stage: str, medium: str, sent: datetime, **changes: Any) -> DraftReport:
    facts: dict[str, Any] = {
        "id": "d1",
        "incident_id": "i1",
        "stage": ReportStage(stage),
        "medium": ReportMedium(medium),
        "sent_at": sent,
        "report_to": ("区政府总值班室",),
    }
    return DraftReport(**(facts | changes))


def file(
    *gradings: Grading, reports: tuple[Report, ...] = (), **incident_facts: Any
) -> IncidentFile:
    return IncidentFile(incident(**incident_facts), gradings or (grading(),), reports)


def rule(**changes: Any) -> DeadlineRule:
    facts: dict[str, Any] = {
        "id": "rule",
        "rule_set": "test",
        "category": None,
        "kind": None,
        "level": None,
        "stage": ReportStage.FIRST,
        "medium": ReportMedium.PHONE,
        "minutes": 30,
        "daily_times": (),
        "starts_from": ClockStart.RECEIVED,
        "report_to": "区政府总值班室",
        "source": "测试",
        "order_no": 1,
    }
    return DeadlineRule(**(facts | changes))


class _Numbered:
    """Ids of a shipped set, in its order."""

    def __init__(self, name: str) -> None:
        self._name, self._count = name, 0

    def new(self) -> str:
        self._count += 1
        return f"{self._name}-{self._count}"


def preset(name: str) -> list[DeadlineRule]:
    """Return a shipped rule set, one rule a kind and level as the store keeps them."""
    return list(shipped_rules(name, _Numbered(name)))


def catalogue() -> list[DeadlineRule]:
    """Return the rules of other places and offices that a unit may take."""
    return list(catalogue_rules("catalogue", _Numbered("catalogue")))


def criteria() -> list[LevelCriterion]:
    """Return the shipped level tables."""
    document = json.loads((RESOURCES / "level_criteria.json").read_text("utf-8"))
    return [
        LevelCriterion(
            id=f"{number}-{place}",
            table_name=table["name"],
            category=IncidentCategory(table["category"]),
            kinds=tuple(table["kinds"]),
            level=IncidentLevel(row["level"]),
            figure=row["figure"],
            at_least=row["at_least"],
            with_figure=row.get("with_figure"),
            with_at_least=row.get("with_at_least"),
            source=table["source"],
        )
        for number, table in enumerate(document["tables"])
        for place, row in enumerate(table["rows"])
    ]


def report_draft(**changes: Any) -> ReportDraft:
    facts: dict[str, Any] = {
        "id": "d1",
        "incident_id": "i1",
        "stage": ReportStage.FIRST,
        "medium": ReportMedium.WRITTEN,
        "sequence_no": 1,
        "title": "关于安和街道丰收市场火灾情况的报告",
        "body": "一平房起火。",
        "figures": {"deaths": 2},
        "level": IncidentLevel.UNCLASSIFIED,
        "report_to": ("区政府总值班室",),
        "state": ReportState.DRAFTING,
        "drafted_by": "甲某",
        "drafted_at": RECEIVED,
        "changed_at": RECEIVED,
    }
    return ReportDraft(**(facts | changes))
