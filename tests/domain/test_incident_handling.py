from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.errors import BadInput
from dutydesk.domain.incident import (
    DraftIncident,
    ExitReason,
    IncidentCategory,
    IncidentChange,
    IncidentKind,
    IncidentLevel,
    IncidentStatus,
)
from dutydesk.domain.incident_handling import (
    check_kind,
    close,
    close_as_exit,
    decide_level,
    next_incident_no,
    open_incident,
    suggest,
    update,
)
from dutydesk.domain.incident_refusals import (
    ExitNoteMissing,
    FigureNegative,
    FigureTooLarge,
    FinalReportMissing,
    IncidentEnded,
    IncidentTextMissing,
    IncidentTextTooLong,
    KindUnknown,
    OccurredAfterReceived,
    ReceivedInFuture,
    UpdateChangesNothing,
    UpdateReasonMissing,
)
from tests.incident_builders import RECEIVED, at, grading, incident

NOW = RECEIVED + timedelta(minutes=1)
ACCIDENT, NATURAL = IncidentCategory.ACCIDENT, IncidentCategory.NATURAL
KINDS = [
    IncidentKind(id="k1", category=ACCIDENT, name="火灾", order_no=1),
    IncidentKind(id="k2", category=ACCIDENT, name="交通事故", order_no=2),
    IncidentKind(id="k3", category=NATURAL, name="地震", order_no=1),
]


def draft(**changes: Any) -> DraftIncident:
    facts: dict[str, Any] = {
        "id": "i1",
        "title": "丰收市场火灾",
        "category": ACCIDENT,
        "kind": "火灾",
        "place": "安和街道丰收市场",
        "received_at": RECEIVED,
    }
    return DraftIncident(**(facts | changes))


def opened(**changes: Any) -> Any:
    return open_incident(draft(**changes), incident_no="2026-001", now=NOW, opened_by="甲某")


def test_a_new_incident_is_received_and_not_graded() -> None:
    new = opened(deaths=2, measures="消防已到场")
    assert new.status is IncidentStatus.RECEIVED
    assert new.level is IncidentLevel.UNCLASSIFIED
    assert (new.deaths, new.injured, new.measures) == (2, None, "消防已到场")
    assert new.level_confirmed_by is None


@pytest.mark.parametrize("field", ["title", "place", "kind"])
def test_title_place_and_kind_are_needed(field: str) -> None:
    with pytest.raises(IncidentTextMissing) as refusal:
        opened(**{field: "  "})
    assert refusal.value.field == field


def test_a_title_is_a_line_and_not_a_story() -> None:
    assert opened(title="火" * 200)
    with pytest.raises(IncidentTextTooLong):
        opened(title="火" * 201)
    assert opened(situation="火" * 20_000)
    with pytest.raises(IncidentTextTooLong):
        opened(situation="火" * 20_001)


@pytest.mark.parametrize("figure", ["deaths", "missing", "loss_yuan", "evacuated"])
def test_a_negative_figure_is_refused(figure: str) -> None:
    assert opened(**{figure: 0})
    with pytest.raises(FigureNegative) as refusal:
        opened(**{figure: -1})
    assert (refusal.value.figure, refusal.value.value) == (figure, -1)


def test_nothing_is_received_in_the_future_but_a_slow_clock_is_forgiven() -> None:
    assert opened(received_at=NOW + timedelta(minutes=10))
    with pytest.raises(ReceivedInFuture):
        opened(received_at=NOW + timedelta(minutes=10, seconds=1))


def test_an_event_is_not_received_before_it_happens() -> None:
    assert opened(occurred_at=RECEIVED)
    with pytest.raises(OccurredAfterReceived):
        opened(occurred_at=RECEIVED + timedelta(seconds=1))


def test_an_unknown_kind_names_the_allowed_ones() -> None:
    check_kind(ACCIDENT, "火灾", KINDS)
    with pytest.raises(KindUnknown) as refusal:
        check_kind(ACCIDENT, "火宅", KINDS)
    assert refusal.value.allowed == ("火灾", "交通事故")
    assert refusal.value.other_category is None


def test_a_kind_of_another_category_says_which() -> None:
    with pytest.raises(KindUnknown) as refusal:
        check_kind(ACCIDENT, "地震", KINDS)
    assert refusal.value.other_category is NATURAL


def test_new_facts_replace_the_old_ones_with_a_reason() -> None:
    changed = update(incident(deaths=1), IncidentChange({"deaths": 3}, "医院核实"), now=NOW)
    assert changed.deaths == 3


def test_a_figure_can_go_back_to_unknown() -> None:
    changed = update(incident(deaths=1), IncidentChange({"deaths": None}, "重复计算"), now=NOW)
    assert changed.deaths is None


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (IncidentChange({"deaths": 3}, " "), UpdateReasonMissing),
        (IncidentChange({"deaths": 1}, "核实"), UpdateChangesNothing),
        (IncidentChange({}, "核实"), UpdateChangesNothing),
        (IncidentChange({}, "核实", IncidentLevel.UNCLASSIFIED), UpdateChangesNothing),
        (IncidentChange({"deaths": -1}, "核实"), FigureNegative),
        (IncidentChange({"loss_yuan": 2**63}, "核实"), FigureTooLarge),
        (IncidentChange({"occurred_at": at("2026-11-22 00:00")}, "核实"), OccurredAfterReceived),
        (IncidentChange({"incident_no": "2026-099"}, "核实"), BadInput),
        (IncidentChange({"status": IncidentStatus.ENDED}, "核实"), BadInput),
    ],
)
def test_a_change_that_says_nothing_or_nonsense_is_refused(
    change: IncidentChange, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        update(incident(deaths=1), change, now=NOW)


def test_an_ended_incident_takes_no_new_facts() -> None:
    ended = incident(status=IncidentStatus.ENDED, closed_at=NOW)
    with pytest.raises(IncidentEnded):
        update(ended, IncidentChange({"deaths": 3}, "核实"), now=NOW)


def test_the_suggestion_does_not_overwrite_a_person() -> None:
    suggested = suggest(incident(), IncidentLevel.SERIOUS, "死亡12人")
    assert (suggested.suggested_level, suggested.level_reason) == ("serious", "死亡12人")
    assert suggested.level is IncidentLevel.UNCLASSIFIED
    decided = decide_level(suggested, grading("ordinary", reason="会商认定"))
    again = suggest(decided, IncidentLevel.RELATIVELY_SERIOUS, "死亡3人")
    assert (again.level, again.level_reason) == ("ordinary", "会商认定")
    assert again.suggested_level is IncidentLevel.RELATIVELY_SERIOUS


def test_a_decision_keeps_who_and_when() -> None:
    decided = decide_level(incident(), grading("ordinary", NOW))
    assert (decided.level_confirmed_by, decided.level_confirmed_at) == ("甲某", NOW)


def test_closing_needs_a_final_report() -> None:
    with pytest.raises(FinalReportMissing):
        close(incident(), has_final_report=False, now=NOW, closed_by="甲某")
    ended = close(incident(), has_final_report=True, now=NOW, closed_by="甲某")
    assert (ended.status, ended.closed_at, ended.closed_by) == ("ended", NOW, "甲某")
    with pytest.raises(IncidentEnded):
        close(ended, has_final_report=True, now=NOW, closed_by="甲某")


def test_a_false_alarm_ends_with_words_instead() -> None:
    with pytest.raises(ExitNoteMissing):
        close_as_exit(incident(), ExitReason.FALSE_ALARM, "", now=NOW, closed_by="甲某")
    ended = close_as_exit(
        incident(), ExitReason.FALSE_ALARM, "烟雾来自烧荒", now=NOW, closed_by="甲"
    )
    assert ended.is_closed
    assert (ended.exit_reason, ended.exit_note) == ("false_alarm", "烟雾来自烧荒")


def test_numbers_count_within_the_year() -> None:
    assert next_incident_no(2026, []) == "2026-001"
    assert next_incident_no(2026, ["2025-077", "2026-009", "2026-010"]) == "2026-011"
    assert next_incident_no(2026, ["2026-999"]) == "2026-1000"
    assert next_incident_no(2026, ["2026-1000", "2026-999"]) == "2026-1001"


@given(st.lists(st.integers(2024, 2027), max_size=60))
def test_numbers_of_a_year_have_no_gap_and_no_repeat(years: list[int]) -> None:
    taken: list[str] = []
    for year in years:
        taken.append(next_incident_no(year, taken))
    assert len(set(taken)) == len(taken)
    for year in set(years):
        numbers = [int(no.split("-")[1]) for no in taken if no.startswith(f"{year}-")]
        assert numbers == list(range(1, len(numbers) + 1))


def test_a_situation_is_stable_since_it_was_said_so_and_no_longer_when_it_stirs_again() -> None:
    calm = IncidentChange({"status": IncidentStatus.STABLE}, "火已扑灭")
    stirred = IncidentChange({"status": IncidentStatus.HANDLING}, "复燃")
    later = NOW + timedelta(hours=2)
    stable = update(incident(), calm, now=NOW)
    assert stable.stable_at == NOW
    told = update(stable, IncidentChange({"deaths": 0}, "核实"), now=later)
    assert told.stable_at == NOW
    assert update(told, stirred, now=later).stable_at is None
