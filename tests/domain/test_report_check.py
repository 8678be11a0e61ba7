from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.incident import IncidentLevel
from dutydesk.domain.report_check import (
    MAX_REASON,
    Finding,
    FindingKind,
    FindingReasonTooLong,
    check_text,
    unanswered,
)
from tests.incident_builders import incident


def found(body: str, before: dict[str, Any] | None = None, **facts: Any) -> list[Finding]:
    return list(check_text(body, incident(**facts), before or {}, tells_all=False))


def kinds(body: str, before: dict[str, Any] | None = None, **facts: Any) -> list[str]:
    return [one.kind.value for one in found(body, before, **facts)]


def test_a_figure_that_falls_is_asked_about() -> None:
    assert found("死亡2人。", {"deaths": 3}, deaths=2) == [
        Finding(FindingKind.FIGURE_FELL, "deaths", "3", "2")
    ]
    assert kinds("", {"deaths": 3}) == ["figure_fell"], "known before, now 正在核实"
    assert kinds("死亡4人。", {"deaths": 3}, deaths=4) == []


@pytest.mark.parametrize(
    ("facts", "subject"),
    [
        (
            {"seriously_injured": 2, "lightly_injured": 2, "injured": 3},
            "seriously_injured+lightly_injured>injured",
        ),
        ({"seriously_injured": 4, "injured": 3}, "seriously_injured>injured"),
        ({"trapped": 4, "at_risk": 3}, "trapped>at_risk"),
    ],
)
def test_totals_that_do_not_add_up_are_asked_about(facts: dict[str, int], subject: str) -> None:
    body = "受伤3人，重伤{}人，轻伤2人，被困4人，涉险3人。".format(
        facts.get("seriously_injured", 2)
    )
    wrong = [one.subject for one in found(body, **facts) if one.kind is FindingKind.TOTAL_WRONG]
    assert wrong == [subject]


def test_totals_on_their_limit_are_right() -> None:
    facts = {
        "seriously_injured": 1,
        "lightly_injured": 2,
        "injured": 3,
        "trapped": 3,
        "at_risk": 3,
    }
    assert kinds("受伤3人，重伤1人，轻伤2人，被困3人，涉险3人。", **facts) == []


def test_figures_of_text_and_record_are_compared() -> None:
    assert found("三人死亡。", deaths=2) == [
        Finding(FindingKind.FIGURE_DIFFERS, "deaths", "2", "3")
    ]
    assert found("2死5伤。", deaths=2, injured=4) == [
        Finding(FindingKind.FIGURE_DIFFERS, "injured", "4", "5")
    ]
    assert kinds("死亡1人。") == ["figure_differs"], "the record knows of none"
    assert kinds("无人员伤亡。", deaths=0) == ["figure_differs"], "the wounded are not known"
    assert kinds("无人员伤亡。", deaths=0, injured=0) == []
    assert kinds("受伤5人。", seriously_injured=2, lightly_injured=3) == ["figure_unsaid"], (
        "the grades are unsaid, their sum is right"
    )


def test_a_figure_the_text_passes_over_is_asked_about() -> None:
    assert found("情况如下。", deaths=2) == [Finding(FindingKind.FIGURE_UNSAID, "deaths", "2")]
    assert kinds("情况如下。", {"deaths": 2}, deaths=2) == [], "reported already"
    whole = check_text("情况如下。", incident(deaths=2), {"deaths": 2}, tells_all=True)
    assert [one.kind for one in whole] == [FindingKind.FIGURE_UNSAID]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("11月21日2时10分，安和街道丰收市场发生火灾。", ""),
        ("11月21日2时许，安和街道丰收市场发生火灾。", ""),
        ("2026年11月21日凌晨2点10分，丰收市场起火。", ""),
        ("截至11月21日3时，安和街道丰收市场火灾。", ""),
        ("11月21日2时15分接报，安和街道丰收市场发生火灾。", ""),
        ("11月21日2时20分，安和街道丰收市场发生火灾。", "11月21日2时20分"),
        ("11月20日2时10分，丰收市场起火。", "11月20日2时10分"),
        ("火灾情况如下。事发时间为11月21日3时。", "11月21日3时"),
        ("下午2时10分，丰收市场发生火灾。", "下午2时10分"),
        ("明火已扑灭。2时50分，二楼发生轰燃。", ""),
    ],
)
def test_the_time_of_the_event_is_compared_as_exactly_as_it_is_said(body: str, said: str) -> None:
    found_in = [one.found for one in found(body) if one.kind is FindingKind.TIME_DIFFERS]
    assert found_in == ([said] if said else [])


def test_a_time_the_record_does_not_know_is_asked_about() -> None:
    assert kinds("11月21日2时10分，丰收市场起火。", occurred_at=None) == ["time_differs"]


def test_another_place_is_asked_about_and_a_shorter_one_is_not() -> None:
    assert kinds("11月21日2时10分，丰收市场发生火灾。") == []
    assert kinds("11月21日2时10分，安和街道丰收市场三层发生火灾。") == []
    assert found("11月21日2时10分，东海街道批发市场发生火灾。") == [
        Finding(FindingKind.PLACE_DIFFERS, "place", "安和街道丰收市场", "东海街道批发市场")
    ]


@pytest.mark.parametrize(
    ("body", "facts", "topic"),
    [
        ("人员伤亡情况正在核实。", {"deaths": 0}, "casualties"),
        ("无人员死亡，其他伤亡情况正在核实。", {"deaths": 0}, ""),
        ("事发时间正在核实。", {}, "occurred_at"),
        ("起火原因正在核实。", {"cause": "电气故障"}, "cause"),
        ("起火原因正在核实。", {}, ""),
        ("现场处置情况正在核实。", {"measures": "已到场"}, "measures"),
        ("死亡人数正在核实。", {"deaths": 0}, "deaths"),
    ],
)
def test_what_is_known_is_not_being_verified(body: str, facts: dict[str, Any], topic: str) -> None:
    still = [
        one.subject for one in found(body, **facts) if one.kind is FindingKind.STILL_VERIFYING
    ]
    assert still == ([topic] if topic else [])


@pytest.mark.parametrize(
    ("body", "level", "said"),
    [
        ("属较大火灾。", "relatively_serious", ""),
        ("属较大火灾。", "ordinary", "relatively_serious"),
        ("特别重大事故。", "serious", "especially_serious"),
        ("认定为一般事故。", "unclassified", "ordinary"),
        ("影响较大，损失重大。", "ordinary", ""),
        ("道路交通事故。", "ordinary", ""),
    ],
)
def test_level_words_are_compared_with_the_level(body: str, level: str, said: str) -> None:
    other = [
        one.found
        for one in found(body, level=IncidentLevel(level))
        if one.kind is FindingKind.LEVEL_DIFFERS
    ]
    assert other == ([said] if said else [])


def test_an_answer_belongs_to_its_question() -> None:
    (asked,) = found("三人死亡。", deaths=2)
    assert unanswered((asked,), {}) == (asked,)
    assert unanswered((asked,), {asked.key: " \n"}) == (asked,)
    assert unanswered((asked,), {asked.key: "医院口径"}) == ()
    (other,) = found("四人死亡。", deaths=2)
    assert unanswered((other,), {asked.key: "医院口径"}) == (other,)
    with pytest.raises(FindingReasonTooLong):
        unanswered((asked,), {asked.key: "长" * (MAX_REASON + 1)})


@given(st.text())
def test_any_text_is_compared(body: str) -> None:
    keys = [one.key for one in found(body, {"deaths": 3}, deaths=2)]
    assert len(keys) == len(set(keys))
