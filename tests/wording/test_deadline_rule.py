from dataclasses import replace

import pytest

from dutydesk.domain.deadline_rule import ClockStart
from dutydesk.domain.deadline_task import DeadlineTask
from dutydesk.domain.incident import IncidentCategory, IncidentLevel
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.wording import deadline_rule as words
from tests.incident_builders import PRESETS, catalogue, preset, rule


def test_every_start_has_a_word() -> None:
    assert set(words.CLOCK_START) == set(ClockStart)


@pytest.mark.parametrize("name", PRESETS)
def test_every_shipped_rule_can_be_said(name: str) -> None:
    for one in preset(name):
        assert one.source in words.rule_text(one)


def test_a_rule_says_scope_measure_and_source() -> None:
    span = rule(level=IncidentLevel.SERIOUS, minutes=90)
    assert words.rule_text(span) == "重大首报（电话）接报后1小时30分钟内。依据：测试"
    assert words.rule_text(span, "初报").startswith("重大初报")
    ungraded = words.rule_text(span, level=IncidentLevel.UNCLASSIFIED)
    assert ungraded.startswith("未定级，按最严一档：重大首报")
    at_once = replace(span, level=None, minutes=None, kind="森林火灾")
    assert words.rule_text(at_once) == "森林火灾各等级首报（电话）立即。依据：测试"
    daily = rule(
        stage=ReportStage.FOLLOW_UP,
        medium=ReportMedium.WRITTEN,
        minutes=None,
        daily_times=("08:00", "17:00"),
        starts_from=ClockStart.FIRST_DELIVERY,
        category=IncidentCategory.NATURAL,
    )
    assert words.rule_text(daily) == "自然灾害各等级续报（书面）每日08:00、17:00前。依据：测试"


def test_every_rule_of_the_catalogue_can_be_said() -> None:
    for one in catalogue():
        assert one.source in words.rule_text(one)


def test_an_ungraded_incident_names_the_level_the_unit_chose() -> None:
    said = words.rule_text(
        rule(), level=IncidentLevel.UNCLASSIFIED, ungraded_as=IncidentLevel.RELATIVELY_SERIOUS
    )
    assert said.startswith("未定级，按较大一档：")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"task": DeadlineTask.PUBLIC_STATEMENT, "minutes": 240}, "对外发布事发后4小时内"),
        ({"task": DeadlineTask.CASUALTY_SUPPLEMENT, "minutes": 43_200}, "伤亡补报事发后30天内"),
        (
            {"task": DeadlineTask.NIL_REPORT, "minutes": None, "daily_times": ("09:00",)},
            "零报告每日09:00前",
        ),
        ({"task": DeadlineTask.NIL_REPORT, "minutes": None, "every_days": 1}, "零报告每天一次"),
        ({"task": DeadlineTask.NIL_REPORT, "minutes": None, "every_days": 10}, "零报告每10天一次"),
    ],
)
def test_what_is_no_report_is_said_without_stage(changes: dict[str, object], said: str) -> None:
    other = {"stage": None, "medium": None, "starts_from": ClockStart.OCCURRED}
    assert words.rule_text(rule(**(other | changes))) == f"各等级{said}。依据：测试"


def test_a_rule_says_sensitive_and_stable() -> None:
    stable = rule(
        stage=ReportStage.VERIFICATION,
        medium=ReportMedium.WRITTEN,
        starts_from=ClockStart.STABLE,
        minutes=2880,
        is_sensitive_only=True,
    )
    assert words.rule_text(stable) == "敏感事件各等级核报（书面）基本稳定后2天内。依据：测试"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(30, "30分钟"), (90, "1小时30分钟"), (1440, "24小时"), (2880, "2天"), (2940, "49小时")],
)
def test_long_limits_are_said_in_days(minutes: int, said: str) -> None:
    assert words.minutes_text(minutes) == said
