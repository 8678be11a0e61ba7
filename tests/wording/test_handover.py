from dataclasses import replace

import pytest

from dutydesk.domain import handover, handover_facts
from dutydesk.domain.deadline_task import DeadlineTask
from dutydesk.domain.handover import CheckResult, HandoverSide, HandoverStatus
from dutydesk.domain.handover_facts import (
    CountKind,
    FaultWithoutNote,
    FirstReportOverdue,
    HandoverBlocked,
    OpenItemWithoutOwner,
    RunningIncident,
    SamePersonBothSides,
)
from dutydesk.domain.incident import IncidentLevel, IncidentStatus
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.wording.handover import (
    CHECK_RESULT,
    COUNT_KIND,
    HANDOVER_SIDE,
    HANDOVER_STATUS,
    SENTENCES,
    THING_RESULT,
    block_words,
    incident_words,
)
from dutydesk.wording.sentences import sentence
from tests.incident_builders import at

OVERDUE = FirstReportOverdue("2026-001", "东市场火灾", ReportMedium.PHONE, at("2026-11-20 18:45"))


def test_every_enum_has_its_word() -> None:
    assert set(HANDOVER_STATUS) == set(HandoverStatus)
    assert set(HANDOVER_SIDE) == set(HandoverSide)
    assert set(CHECK_RESULT) == set(THING_RESULT) == set(CheckResult)
    assert set(COUNT_KIND) == set(CountKind)


def test_every_refusal_of_the_feature_has_a_sentence() -> None:
    own = {
        value
        for module in (handover, handover_facts)
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Exception)
        and value.__module__ == module.__name__
    }
    assert own <= set(SENTENCES)


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (SamePersonBothSides("甲某"), "交班人和接班人是同一人（甲某）：请由另一人接班"),
        (
            OVERDUE,
            (
                "2026-001“东市场火灾”首次电话报告已超时（时限2026年11月20日 18:45）："
                "请先报出，或在签字时写明情况"
            ),
        ),
        (OpenItemWithoutOwner("塌陷"), "未办结事项“塌陷”没有经办人：请写明经办人"),
        (FaultWithoutNote("打印机"), "“打印机”异常，没有写说明：请补上说明"),
    ],
)
def test_every_block_says_what_and_what_to_do(
    block: handover_facts.HandoverBlock, words: str
) -> None:
    assert block_words([block]) == [words]
    assert sentence(HandoverBlocked((block,))) == f"还不能签字：{words}。"


def test_several_blocks_are_told_in_one_numbered_sentence() -> None:
    blocked = HandoverBlocked((OpenItemWithoutOwner("塌陷"), FaultWithoutNote("打印机")))
    assert sentence(blocked) == (
        "还不能签字，有2处要先处理：1. 未办结事项“塌陷”没有经办人：请写明经办人；"
        "2. “打印机”异常，没有写说明：请补上说明。"
    )


def test_a_running_incident_names_what_is_no_report() -> None:
    due = RunningIncident(
        "i",
        "2026-001",
        "东市场火灾",
        IncidentLevel.SERIOUS,
        IncidentStatus.HANDLING,
        next_due_at=at("2026-11-20 19:30"),
        next_task=DeadlineTask.PUBLIC_STATEMENT,
    )
    assert incident_words(due, "首报") == (
        "2026-001 东市场火灾，待对外发布：2026年11月20日 19:30前"
    )
    assert incident_words(replace(due, is_overdue=True), "首报") == (
        "2026-001 东市场火灾，对外发布应于2026年11月20日 19:30前办，已超时"
    )


def test_a_running_incident_names_its_next_report_in_the_units_word() -> None:
    quiet = RunningIncident(
        "i", "2026-001", "东市场火灾", IncidentLevel.ORDINARY, IncidentStatus.HANDLING
    )
    assert incident_words(quiet, "首报") == "2026-001 东市场火灾"
    due = RunningIncident(
        "i",
        "2026-001",
        "东市场火灾",
        IncidentLevel.ORDINARY,
        IncidentStatus.HANDLING,
        ReportStage.FIRST,
        ReportMedium.WRITTEN,
        at("2026-11-20 19:30"),
    )
    assert (
        incident_words(due, "初报")
        == "2026-001 东市场火灾，待初报（书面）：2026年11月20日 19:30前"
    )
    assert (
        incident_words(replace(due, is_overdue=True), "初报")
        == "2026-001 东市场火灾，初报（书面）应于2026年11月20日 19:30前报出，已超时"
    )
