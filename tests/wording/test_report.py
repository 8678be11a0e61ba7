from typing import Any

import pytest

from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.wording.report import (
    paper_title,
    report_body,
    report_title,
    stage_line,
)
from dutydesk.wording.report_text.facts import ReportFacts
from dutydesk.wording.report_text.figures import figure_changes
from tests.incident_builders import RECEIVED, at, incident, report

FULL: dict[str, Any] = {
    "deaths": 2,
    "injured": 3,
    "seriously_injured": 1,
    "trapped": 1,
    "loss_yuan": 65_000,
    "source": "安和三社区",
    "situation": "市场旁一平房起火，未蔓延",
    "measures": "消防救援站18时30分到场。",
    "cause": "电气线路故障",
    "next_steps": "安置受影响住户",
}


def facts(stage: str = "first", medium: str = "written", **changes: Any) -> ReportFacts:
    known = {
        "incident": incident(**FULL),
        "stage": ReportStage(stage),
        "medium": ReportMedium(medium),
        "sent_at": at("2026-11-21 02:40"),
    }
    return ReportFacts(**(known | changes))


def test_the_first_report_opens_with_time_place_event_and_harm() -> None:
    assert report_body(facts()).splitlines() == [
        "11月21日2时10分，安和街道丰收市场发生火灾，初步统计死亡2人、受伤3人（其中重伤1人）。",
        "一、基本情况",
        (
            "11月21日2时15分接报，信息来源：安和三社区。市场旁一平房起火，未蔓延。"
            "被困1人。直接经济损失6.5万元。电气线路故障。"
        ),
        "二、处置情况",
        "消防救援站18时30分到场。领导到位情况正在核实。",
        "三、下一步工作",
        "安置受影响住户。",
        "有关情况将续报。",
    ]


def test_what_nobody_has_stated_is_being_verified() -> None:
    body = report_body(facts(incident=incident(occurred_at=None)))
    assert body.splitlines()[0] == (
        "11月21日2时15分接报，安和街道丰收市场发生火灾，人员伤亡情况正在核实，事发时间正在核实。"
    )
    assert "起火原因正在核实。影响范围、发展趋势正在核实。" in body
    assert "现场处置情况正在核实。" in body
    assert "0人" not in body


def test_the_telephone_text_is_one_paragraph_without_headings() -> None:
    said = report_body(facts(medium="phone"))
    assert "\n" not in said
    assert "一、" not in said
    assert said.endswith("有关情况将续报。")
    final = report_body(facts("final", "phone"))
    assert "续报" not in final
    assert final.endswith("电气线路故障。安置受影响住户。")


def test_a_follow_up_gives_what_is_new_with_the_number_reported_last() -> None:
    before = report("first", "written", RECEIVED, figures={"deaths": 1, "injured": 3})
    lead = report_body(facts("follow_up", previous=before)).splitlines()[0]
    assert lead == (
        "截至11月21日2时40分，安和街道丰收市场火灾，死亡2人（上次报告1人）、重伤1人（上次未报）、"
        "被困1人（上次未报）、直接经济损失6.5万元（上次未报）。"
    )


def test_a_follow_up_without_new_figures_says_so() -> None:
    same = report("first", "written", RECEIVED, figures=incident(**FULL).figures())
    assert "死亡2人、受伤3人（其中重伤1人），伤亡、损失数字与上次报告相同。" in report_body(
        facts("follow_up", previous=same)
    )
    assert "死亡2人" in report_body(facts("follow_up", incident=incident(deaths=2)))


def test_a_verification_states_the_figures_as_verified() -> None:
    assert "经核定死亡2人" in report_body(facts("verification"))


def test_what_is_still_being_verified_is_not_called_verified() -> None:
    body = report_body(facts("verification", incident=incident()))
    assert "经核定" not in body
    assert "人员伤亡情况正在核实" in body


def test_a_follow_up_of_no_figures_does_not_call_them_unchanged() -> None:
    before = report("first", "written", RECEIVED, figures={})
    body = report_body(facts("follow_up", incident=incident(), previous=before))
    assert "相同" not in body
    assert "人员伤亡情况正在核实" in body


def test_the_final_report_has_five_parts_and_no_more_to_come() -> None:
    body = report_body(facts("final"))
    headings = [line for line in body.splitlines() if line[1] == "、"]
    assert headings == [
        "一、事件概况",
        "二、处置过程",
        "三、损失核定",
        "四、原因",
        "五、善后和整改",
    ]
    assert "初步统计" not in body
    assert "续报" not in body
    assert "死亡2人、受伤3人（其中重伤1人），被困1人，直接经济损失6.5万元。" in body


def test_a_final_with_nothing_written_claims_nothing() -> None:
    body = report_body(facts("final", incident=incident()))
    assert body.count("正在核实") == 4


def test_an_event_of_another_kind_is_called_an_emergency() -> None:
    assert "发生突发事件，" in report_body(facts(incident=incident(kind="其他事故")))


@pytest.mark.parametrize(
    ("stage", "number", "title"),
    [
        ("first", 1, "关于安和街道丰收市场火灾情况的报告"),
        ("follow_up", 1, "关于安和街道丰收市场火灾情况的续报（一）"),
        ("follow_up", 12, "关于安和街道丰收市场火灾情况的续报（十二）"),
        ("verification", 1, "关于安和街道丰收市场火灾情况的核报"),
        ("final", 1, "关于安和街道丰收市场火灾情况的终报"),
    ],
)
def test_titles_name_the_stage(stage: str, number: int, title: str) -> None:
    assert report_title(facts(stage, sequence_no=number)) == title


@pytest.mark.parametrize(
    "title",
    ["丰收市场火灾", "丰收市场火灾情况", "关于丰收市场火灾情况的报告", " 关于丰收市场火灾的报告 "],
)
def test_a_title_is_not_doubled(title: str) -> None:
    assert paper_title(incident(title=title)) == "关于丰收市场火灾情况的报告"


def test_figures_are_shown_old_and_new() -> None:
    assert figure_changes({"deaths": 3}, {"deaths": 2, "missing": None}) == [
        "死亡2人（上次报告3人）"
    ]


def test_the_stage_line_uses_the_units_own_word() -> None:
    assert stage_line(report("first", "written", RECEIVED), "初报") == "初报"
    assert stage_line(report("follow_up", "written", RECEIVED, sequence_no=3)) == "续报三"
