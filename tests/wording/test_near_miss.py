from dutydesk.domain.incident import Figures, IncidentCategory
from dutydesk.domain.near_miss import suggest_near_miss
from dutydesk.store.near_miss import shipped_near_misses
from dutydesk.wording.near_miss import (
    circumstance_reason,
    criterion_words,
    near_miss_advice,
    near_miss_change,
    near_miss_reason,
    near_miss_sentence,
    near_miss_words,
)
from tests.incident_builders import at, grading, incident

SHIPPED = shipped_near_misses()
SOURCE = SHIPPED[0].source
FOUND = suggest_near_miss(IncidentCategory.ACCIDENT, Figures(trapped=1, missing=4), SHIPPED)
REASON = f"被困和失踪5人，达到3人。依据：{SOURCE}"


def test_the_deciding_figure_its_limit_and_the_source_are_told() -> None:
    assert FOUND is not None
    assert near_miss_reason(FOUND) == REASON
    assert near_miss_advice(FOUND) == f"建议认定为较大涉险事故：{REASON}"
    assert near_miss_advice(None) == ""


def test_a_circumstance_is_a_reason_of_its_own() -> None:
    pollution = SHIPPED[3]
    assert criterion_words(pollution) == "对环境造成严重污染"
    assert circumstance_reason(pollution) == f"对环境造成严重污染。依据：{SOURCE}"
    assert criterion_words(SHIPPED[2]) == "转移安置500人以上"


def test_a_report_says_what_makes_it_one_without_the_source() -> None:
    marked = incident(is_serious_near_miss=True, near_miss_reason=REASON)
    assert near_miss_sentence(marked) == "属较大涉险事故（被困和失踪5人，达到3人）。"
    assert near_miss_sentence(incident()) == ""


def test_who_confirmed_it_is_who_did_so_last_without_a_break() -> None:
    marked = incident(is_serious_near_miss=True, near_miss_reason="危及加油站")
    gradings = [
        grading(is_serious_near_miss=True, decided_by="甲某"),
        grading(decided=at("2026-11-21 02:20"), decided_by="甲某"),
        grading(decided=at("2026-11-21 02:30"), is_serious_near_miss=True, decided_by="乙某"),
        grading(decided=at("2026-11-21 02:40"), is_serious_near_miss=True, decided_by="丙某"),
    ]
    said = near_miss_words(marked, gradings)
    assert said.startswith("较大涉险事故，乙某")
    assert "02:30认定：危及加油站" in said
    assert near_miss_words(incident(), gradings) == ""


def test_the_log_says_that_it_became_one_or_is_none_any_more() -> None:
    plain, marked = grading(), grading(is_serious_near_miss=True)
    assert near_miss_change(plain, marked) == "认定为较大涉险事故"
    assert near_miss_change(marked, plain) == "不再认定为较大涉险事故"
    assert near_miss_change(marked, marked) == ""
