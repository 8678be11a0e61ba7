"""Kinds, level criteria and near-miss criteria as JSON documents."""

from __future__ import annotations

from dutydesk.domain.incident import IncidentKind
from dutydesk.domain.level import LevelCriterion
from dutydesk.domain.near_miss import NearMissCriterion


def criterion_document(one: LevelCriterion) -> dict[str, object]:
    """Return one level criterion."""
    return {
        "id": one.id,
        "table": one.table_name,
        "category": one.category.value,
        "kinds": list(one.kinds),
        "level": one.level.value,
        "figure": one.figure,
        "at_least": one.at_least,
        "with_figure": one.with_figure,
        "with_at_least": one.with_at_least,
        "source": one.source,
    }


def kind_document(one: IncidentKind) -> dict[str, object]:
    """Return one kind."""
    return {"id": one.id, "category": one.category.value, "name": one.name}


def near_miss_document(one: NearMissCriterion) -> dict[str, object]:
    """Return one near-miss criterion."""
    return {
        "id": one.id,
        "category": one.category.value,
        "figure": one.figure,
        "at_least": one.at_least,
        "circumstance": one.circumstance,
        "source": one.source,
    }
