from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dutydesk.domain.contacts import Contact, ContactCard, ContactRole, FurtherRole, ShownRole
from dutydesk.domain.training import (
    RequirementUnclear,
    TrainingDaysUnclear,
    TrainingInFuture,
    TrainingRecord,
    checked_record,
    checked_requirement,
    training_state,
)
from dutydesk.store.training import shipped_requirements

RULES = shipped_requirements()
TODAY = date(2026, 11, 21)
GRID = ContactCard(Contact("g", "甲", duty_role=ContactRole.GRID_WORKER))


def record(days: float, day: date = TODAY) -> TrainingRecord:
    return TrainingRecord(
        id="r",
        contact_id="g",
        trained_on=day,
        days=days,
        topic=" 防汛 ",
        recorded_at=datetime(2026, 11, 21, tzinfo=UTC),
        recorder="乙",
    )


def test_the_shipped_requirements_are_those_of_the_notes() -> None:
    assert [(one.name, one.days) for one in RULES] == [
        ("网格员", 4),
        ("灾害信息员", 1),
        ("应急管理干部", 10),
    ]


def test_days_of_the_year_are_summed_against_the_largest_requirement() -> None:
    both = replace(
        GRID, roles=(ShownRole(FurtherRole("x", "g", duty_role=ContactRole.INFO_OFFICER)),)
    )
    state = training_state(
        both, [record(1.5), record(2), record(9, date(2025, 12, 31))], RULES, 2026
    )
    assert (state.days, state.required, state.missing, state.name) == (3.5, 4, 0.5, "网格员")
    done = training_state(both, [record(4)], RULES, 2026)
    assert done.missing == 0


def test_a_cadre_is_known_by_the_words_of_the_list() -> None:
    cadre = ContactCard(Contact("c", "丙", category="应急管理干部"))
    assert training_state(cadre, [], RULES, 2026).required == 10
    off = [replace(one, is_active=False) for one in RULES]
    assert training_state(cadre, [], off, 2026).required == 0


def test_what_a_file_said_counts_for_its_year_until_there_is_a_record() -> None:
    contact = replace(GRID.contact, training_days=4, training_year=2026)
    told = replace(GRID, contact=contact)
    assert training_state(told, [], RULES, 2026).is_imported
    assert training_state(told, [], RULES, 2026).missing == 0
    assert training_state(told, [record(1)], RULES, 2026).missing == 3
    assert training_state(told, [], RULES, 2027).missing == 4


def test_what_cannot_be_is_refused() -> None:
    assert checked_record(record(0.5), TODAY).topic == "防汛"
    for days in (0, -1, 366, float("nan")):
        with pytest.raises(TrainingDaysUnclear):
            checked_record(record(days), TODAY)
    with pytest.raises(TrainingInFuture):
        checked_record(record(1, date(2026, 11, 22)), TODAY)
    for wrong in ({"name": " "}, {"days": 0}, {"duty_roles": (), "words": (" ",)}):
        with pytest.raises(RequirementUnclear):
            checked_requirement(replace(RULES[0], **wrong))  # type: ignore[arg-type]
