from dataclasses import replace

import pytest

from dutydesk.domain.deadline_rule import (
    ClockStart,
    binding_levels,
    check_rule,
    daily_time,
    rules_for,
)
from dutydesk.domain.errors import BadInput
from dutydesk.domain.incident import GRADES, IncidentCategory, IncidentLevel
from dutydesk.domain.report import ReportMedium, ReportStage
from tests.incident_builders import PRESETS, incident, preset, rule

FIRST_PAPER = (ReportStage.FIRST, ReportMedium.WRITTEN)


@pytest.mark.parametrize("name", PRESETS)
def test_every_shipped_rule_can_be_computed(name: str) -> None:
    for one in preset(name):
        check_rule(one)
        assert one.source
        assert one.report_to


@pytest.mark.parametrize(
    "changes",
    [
        {"minutes": 0},
        {"minutes": -5},
        {"minutes": 5, "daily_times": ("08:00",), "stage": ReportStage.FOLLOW_UP},
        {"minutes": None, "daily_times": ("08:00",)},
        {"minutes": None, "daily_times": ("25:00",), "stage": ReportStage.FOLLOW_UP},
        {"starts_from": ClockStart.FIRST_DELIVERY},
        {"level": IncidentLevel.UNCLASSIFIED},
    ],
)
def test_a_rule_the_clocks_cannot_compute_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        check_rule(replace(rule(), **changes))


def test_a_daily_time_is_hours_and_minutes() -> None:
    assert daily_time("08:00").hour == 8
    with pytest.raises(BadInput):
        daily_time("eight")


def test_a_level_is_bound_by_its_own_rules_and_those_below() -> None:
    ordinary = binding_levels(IncidentLevel.ORDINARY, is_sensitive=False)
    assert ordinary == {IncidentLevel.ORDINARY}
    assert binding_levels(IncidentLevel.ESPECIALLY_SERIOUS, is_sensitive=False) == set(GRADES)
    assert binding_levels(IncidentLevel.UNCLASSIFIED, is_sensitive=False) == set(GRADES)


def test_a_sensitive_incident_is_bound_like_the_third_level_or_graver() -> None:
    third = {IncidentLevel.RELATIVELY_SERIOUS, IncidentLevel.ORDINARY}
    assert binding_levels(IncidentLevel.ORDINARY, is_sensitive=True) == third
    assert len(binding_levels(IncidentLevel.SERIOUS, is_sensitive=True)) == 3


def test_a_serious_near_miss_is_bound_like_the_third_level() -> None:
    third = {IncidentLevel.RELATIVELY_SERIOUS, IncidentLevel.ORDINARY}
    found = binding_levels(IncidentLevel.ORDINARY, is_sensitive=False, is_serious_near_miss=True)
    assert found == third


def test_rules_that_name_the_kind_displace_the_general_ones() -> None:
    general, named = rule(id="general", minutes=30), rule(id="named", kind="火灾", minutes=60)
    key = (frozenset(GRADES), ReportStage.FIRST, ReportMedium.PHONE)
    assert rules_for(incident(), *key, [general, named]) == [named]
    assert rules_for(incident(kind="爆炸"), *key, [general, named]) == [general]


def test_an_at_once_rule_displaces_no_clock() -> None:
    general, at_once = rule(id="general"), rule(id="at-once", kind="火灾", minutes=None)
    key = (frozenset(GRADES), ReportStage.FIRST, ReportMedium.PHONE)
    assert rules_for(incident(), *key, [general, at_once]) == [general]


def test_pollution_has_four_hours_below_the_second_level_in_the_statutes() -> None:
    rules = preset("statute")
    pollution = incident(kind="环境污染和生态破坏事件")
    below = binding_levels(IncidentLevel.RELATIVELY_SERIOUS, is_sensitive=False)
    above = binding_levels(IncidentLevel.SERIOUS, is_sensitive=False)
    assert {one.minutes for one in rules_for(pollution, below, *FIRST_PAPER, rules)} == {240}
    assert min(one.minutes or 0 for one in rules_for(pollution, above, *FIRST_PAPER, rules)) == 120


def test_rules_of_another_category_do_not_fit() -> None:
    natural = [rule(category=IncidentCategory.NATURAL)]
    key = (frozenset(GRADES), ReportStage.FIRST, ReportMedium.PHONE)
    assert rules_for(incident(), *key, natural) == []
