"""Copies the shipped kinds, level criteria and deadline presets into a new room.

Rules of this file: the copies are the unit's from then on; the shipped files are only read here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from itertools import count, product
from pathlib import Path
from typing import Any, TypeVar, cast

from dutydesk import paths
from dutydesk.domain.clock import Ids
from dutydesk.domain.deadline_rule import ClockStart, DeadlineRule, check_rule
from dutydesk.domain.deadline_task import DeadlineTask
from dutydesk.domain.errors import BadInput
from dutydesk.domain.incident import IncidentCategory, IncidentKind, IncidentLevel
from dutydesk.domain.level import LevelCriterion, check_criterion
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.store import near_miss
from dutydesk.store.tables import Tables

Word = TypeVar("Word", bound=StrEnum)


def seed(tables: Tables, rule_set: str, ids: Ids) -> None:
    """Write kinds, criteria and every preset; raises BadInput when ``rule_set`` is none of them.

    All presets are copied, so that the unit can change over by the setting ``rule_set``.
    """
    presets = sorted((paths.resources_dir() / "rule_sets").glob("*.json"))
    if rule_set not in {preset.stem for preset in presets}:
        raise BadInput("rule_set", rule_set)
    for kind in shipped_kinds(ids):
        tables.rule_set.put_kind(kind)
    for criterion in shipped_criteria(ids):
        tables.rule_set.put_criterion(criterion)
    near_miss.seed(tables.near_miss, ids)
    for preset in presets:
        for rule in shipped_rules(preset.stem, ids):
            tables.rule_set.put_rule(rule)


def shipped_kinds(ids: Ids) -> Iterator[IncidentKind]:
    """Yield the shipped sub-types, category by category."""
    order = count(1)
    for category, names in _document("incident_kinds.json")["categories"].items():
        for name in names:
            yield IncidentKind(
                id=ids.new(), category=IncidentCategory(category), name=name, order_no=next(order)
            )


def shipped_criteria(ids: Ids) -> Iterator[LevelCriterion]:
    """Yield the shipped level tables, cell by cell."""
    for table in _document("level_criteria.json")["tables"]:
        for row in table["rows"]:
            criterion = LevelCriterion(
                id=ids.new(),
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
            check_criterion(criterion)
            yield criterion


def shipped_rules(rule_set: str, ids: Ids) -> Iterator[DeadlineRule]:
    """Yield the rules of one preset, one for each kind and level a row names."""
    return _rules(_document(f"rule_sets/{rule_set}.json")["rules"], rule_set, ids)


def catalogue_rules(rule_set: str, ids: Ids) -> Iterator[DeadlineRule]:
    """Yield rules of other places and offices, to be taken one by one into a unit's own set."""
    return _rules(_document("deadline_catalogue.json")["rules"], rule_set, ids)


def _rules(rows: list[dict[str, Any]], rule_set: str, ids: Ids) -> Iterator[DeadlineRule]:
    order = count(1)
    for row in rows:
        for kind, level in product(row["kinds"] or [None], row["levels"] or [None]):
            rule = DeadlineRule(
                id=ids.new(),
                rule_set=rule_set,
                category=_word(IncidentCategory, row["category"]),
                kind=kind,
                level=_word(IncidentLevel, level),
                task=DeadlineTask(row["task"]),
                stage=_word(ReportStage, row["stage"]),
                medium=_word(ReportMedium, row["medium"]),
                minutes=row["minutes"],
                daily_times=tuple(row["daily_times"]),
                every_days=row["every_days"],
                starts_from=ClockStart(row["starts_from"]),
                is_sensitive_only=row["is_sensitive_only"],
                report_to=row["report_to"],
                source=row["source"],
                order_no=next(order),
            )
            check_rule(rule)
            yield rule


def _word(kind: type[Word], text: str | None) -> Word | None:
    return kind(text) if text else None


def _document(name: str) -> dict[str, Any]:
    file: Path = paths.resources_dir() / name
    return cast("dict[str, Any]", json.loads(file.read_text(encoding="utf-8")))
