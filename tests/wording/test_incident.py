from enum import StrEnum

import pytest

from dutydesk.domain import incident_refusals, report, report_refusals
from dutydesk.domain.deadline import ClockStatus, clocks
from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident import (
    FIGURES,
    ExitReason,
    Figures,
    IncidentCategory,
    IncidentLevel,
    IncidentStatus,
)
from dutydesk.domain.level import NO_SUGGESTION, suggest_level
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.wording import incident as words
from tests.incident_builders import RECEIVED, criteria, file, preset


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        (IncidentCategory, words.CATEGORY),
        (IncidentLevel, words.LEVEL),
        (IncidentStatus, words.STATUS),
        (ExitReason, words.EXIT_REASON),
        (ReportMedium, words.MEDIUM),
        (ClockStatus, words.CLOCK_STATUS),
    ],
)
def test_every_value_has_its_word(kind: type[StrEnum], table: dict[StrEnum, str]) -> None:
    assert set(table) == set(kind)
    assert len(set(table.values())) == len(table)


def test_every_figure_has_its_word() -> None:
    assert set(FIGURES) <= set(words.FIGURE)


def test_every_refusal_has_its_sentence() -> None:
    classes = {
        one
        for module in (incident_refusals, report, report_refusals)
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Refusal) and one is not Refusal
    }
    assert classes == set(words.SENTENCES)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (incident_refusals.IncidentTextMissing("place"), "地点"),
        (incident_refusals.IncidentTextTooLong("title", 201, 200), "201字"),
        (
            incident_refusals.KindUnknown(
                "地震", IncidentCategory.ACCIDENT, ("火灾",), IncidentCategory.NATURAL
            ),
            "它属于自然灾害",
        ),
        (
            incident_refusals.KindUnknown("x", IncidentCategory.ACCIDENT, ("火灾", "爆炸")),
            "火灾、爆炸",
        ),
        (incident_refusals.FigureNegative("deaths", -1), "死亡不能是-1"),
        (incident_refusals.OccurredAfterReceived(RECEIVED, RECEIVED), "晚于接报时间"),
        (incident_refusals.ReceivedInFuture(RECEIVED, RECEIVED), "晚于现在"),
        (incident_refusals.UpdateReasonMissing(), "原因"),
        (incident_refusals.UpdateChangesNothing(), "相同"),
        (incident_refusals.IncidentEnded("2026-001", None), "已经结束"),
        (incident_refusals.IncidentEnded("2026-001", RECEIVED), "结束时间"),
        (incident_refusals.FinalReportMissing("2026-001"), "还没有书面终报"),
        (incident_refusals.ExitNoteMissing(ExitReason.FALSE_ALARM), "误报"),
        (
            report.FirstReportMissing(ReportStage.FOLLOW_UP, ReportMedium.WRITTEN),
            "第一份书面报告",
        ),
        (report.FirstReportMissing(ReportStage.FINAL, ReportMedium.WRITTEN), "还没有第一份报告"),
        (report_refusals.FirstReportExists(RECEIVED), "请用续报"),
        (report_refusals.FinalReportExists(RECEIVED), "终报已于"),
        (report_refusals.ReportInFuture(RECEIVED, RECEIVED), "晚于现在"),
        (report_refusals.ReportBeforeReceived(RECEIVED, RECEIVED), "早于接报时间"),
        (report_refusals.ReportBeforePrevious(RECEIVED, RECEIVED), "早于上一份报告"),
        (report_refusals.ReceiverUnitMissing(), "报送单位"),
        (report_refusals.ReportTextTooLong(20_001, 20_000), "20001字"),
    ],
)
def test_a_refusal_says_what_is_wrong(error: Refusal, said: str) -> None:
    assert said in words.SENTENCES[type(error)](error)


@pytest.mark.parametrize(
    ("figure", "value", "said"),
    [
        ("deaths", 0, "0人"),
        ("loss_yuan", 0, "0元"),
        ("loss_yuan", 9_999, "9999元"),
        ("loss_yuan", 65_000, "6.5万元"),
        ("loss_yuan", 9_999_900, "999.99万元"),
        ("loss_yuan", 10_000_000, "1000万元"),
        ("loss_yuan", 12_345_678, "12345678元"),
        ("loss_yuan", 100_000_000, "1亿元"),
        ("loss_yuan", 150_000_000, "1.5亿元"),
        ("loss_yuan", 100_010_000, "10001万元"),
        ("burnt_area_m2", 20, "20平方米"),
        ("burnt_area_m2", 10_000, "1公顷"),
        ("burnt_area_m2", 15_000, "1.5公顷"),
        ("burnt_area_m2", 10_050, "10050平方米"),
    ],
)
def test_amounts_lose_nothing(figure: str, value: int, said: str) -> None:
    assert words.amount(figure, value) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")],
)
def test_follow_ups_count_in_chinese(number: int, said: str) -> None:
    assert words.chinese_number(number) == said


def test_a_suggestion_names_figure_limits_and_source() -> None:
    tables = criteria()
    three = suggest_level(IncidentCategory.ACCIDENT, "爆炸", Figures(deaths=3), tables)
    assert words.suggestion_reason(three) == (
        "死亡3人，达到3人、不足10人，建议较大。依据：《生产安全事故报告和调查处理条例》第三条"
    )
    thirty = suggest_level(IncidentCategory.ACCIDENT, "爆炸", Figures(deaths=30), tables)
    assert words.suggestion_reason(thirty).startswith("死亡30人，达到30人，建议特别重大")
    two = suggest_level(IncidentCategory.ACCIDENT, "爆炸", Figures(deaths=2), tables)
    assert words.suggestion_reason(two).startswith("死亡2人，不足3人，建议一般")
    poisoned = suggest_level(
        IncidentCategory.ACCIDENT,
        "燃气泄漏",
        Figures(deaths=0, seriously_injured=4, poisoned_or_ill=46),
        tables,
    )
    assert words.suggestion_reason(poisoned).startswith(
        "重伤（含急性中毒）50人，达到50人、不足100人，建议重大。依据："
    )
    assert words.suggestion_reason(NO_SUGGESTION) == "现有数字不能确定等级"


def test_a_clock_has_a_title_in_the_units_own_word() -> None:
    phone = clocks(file(), preset("district"), RECEIVED)[0]
    assert words.clock_title(phone) == "首报（电话）"
    assert words.clock_title(phone, "初报") == "初报（电话）"
