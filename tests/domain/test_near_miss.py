import pytest

from dutydesk.domain.errors import BadInput
from dutydesk.domain.incident import Figures, IncidentCategory
from dutydesk.domain.near_miss import (
    NearMissCriterion,
    NearMissDecision,
    check_near_miss_criterion,
    circumstances,
    suggest_near_miss,
)
from dutydesk.store.near_miss import shipped_near_misses
from tests.incident_builders import incident

ACCIDENT = IncidentCategory.ACCIDENT


@pytest.mark.parametrize(
    ("figures", "decisive"),
    [
        ({"at_risk": 9}, None),
        ({"at_risk": 10}, "at_risk"),
        ({"at_risk": 11}, "at_risk"),
        ({"trapped": 2}, None),
        ({"trapped": 3}, "trapped_and_missing"),
        ({"missing": 2}, None),
        ({"missing": 3}, "trapped_and_missing"),
        ({"trapped": 1, "missing": 2}, "trapped_and_missing"),
        ({"trapped": 1, "missing": 1}, None),
        ({"evacuated": 499}, None),
        ({"evacuated": 500}, "evacuated"),
        ({"deaths": 2, "injured": 9}, None),
        ({}, None),
    ],
)
def test_a_near_miss_is_suggested_at_the_limits_of_article_26(
    figures: dict[str, int], decisive: str | None
) -> None:
    found = suggest_near_miss(ACCIDENT, Figures(**figures), shipped_near_misses())
    assert (found.criterion.figure if found else None) == decisive
    if found is not None:
        assert "第二十六条" in found.criterion.source
        assert found.value == sum(figures.values())


@pytest.mark.parametrize("category", [one for one in IncidentCategory if one is not ACCIDENT])
def test_only_accidents_are_near_misses(category: IncidentCategory) -> None:
    assert suggest_near_miss(category, Figures(at_risk=99), shipped_near_misses()) is None


def test_two_circumstances_are_left_to_a_person() -> None:
    said = [one.circumstance for one in circumstances(ACCIDENT, shipped_near_misses())]
    assert said == ["对环境造成严重污染", "危及重要场所和设施安全"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"figure": None, "at_least": None}, "figure"),
        ({"circumstance": "电站受威胁"}, "figure"),
        ({"figure": "luck"}, "figure"),
        ({"at_least": None}, "at_least"),
        ({"at_least": 0}, "at_least"),
        ({"at_least": 10**16}, "at_least"),
        ({"source": " "}, "source"),
        ({"figure": None, "at_least": None, "circumstance": "长" * 61}, "circumstance"),
    ],
)
def test_a_criterion_that_says_nothing_is_refused(changes: dict[str, object], field: str) -> None:
    facts: dict[str, object] = {
        "id": "n1",
        "category": ACCIDENT,
        "figure": "at_risk",
        "at_least": 10,
        "source": "本单位规定",
        "order_no": 1,
    }
    with pytest.raises(BadInput) as refusal:
        check_near_miss_criterion(NearMissCriterion(**(facts | changes)))  # type: ignore[arg-type]
    assert refusal.value.field == field


def test_a_decision_changes_only_what_is_not_on_record() -> None:
    plain = incident()
    marked = incident(is_serious_near_miss=True, near_miss_reason="涉险12人")
    assert NearMissDecision(is_one=False).values(plain) == {}
    assert NearMissDecision(is_one=True).values(marked) == {}
    assert NearMissDecision(is_one=True, reason="涉险12人").values(marked) == {}
    assert NearMissDecision(is_one=True, reason="危及加油站").values(marked) == {
        "is_serious_near_miss": True,
        "near_miss_reason": "危及加油站",
    }
    assert NearMissDecision(is_one=False, reason="核实无人涉险").values(marked) == {
        "is_serious_near_miss": False,
        "near_miss_reason": "",
    }
