from dataclasses import replace

from dutydesk.domain.incident import ExitReason, Grading, IncidentLevel, IncidentStatus
from dutydesk.wording import incident_dossier as words
from tests.incident_builders import RECEIVED, incident, report


def test_an_exit_says_its_reason_and_its_note() -> None:
    ended = replace(
        incident(),
        status=IncidentStatus.ENDED,
        exit_reason=ExitReason.FALSE_ALARM,
        exit_note="探测器故障",
    )
    assert words.status_words(ended) == "已结束（误报：探测器故障）"
    assert words.status_words(incident()) == "接报"


def test_what_marks_an_incident_is_said_and_what_nobody_knows_too() -> None:
    plain = dict(words.fact_pairs(replace(incident(), occurred_at=None)))
    assert (plain["特别情形"], plain["事发时间"]) == ("无", "正在核实")
    marked = replace(incident(), is_sensitive=True, is_serious_near_miss=True)
    assert dict(words.fact_pairs(marked))["特别情形"] == "敏感、较大涉险"


def test_a_decision_shows_its_level_and_what_goes_with_it() -> None:
    decided = Grading(
        id="g",
        incident_id="i",
        level=IncidentLevel.SERIOUS,
        is_sensitive=True,
        decided_at=RECEIVED,
        decided_by="甲某",
        reason="死亡12人",
    )
    line = words.grading_line(decided)
    assert (line.level, line.by, line.reason) == ("重大\n敏感", "甲某", "死亡12人")


def test_a_report_by_telephone_has_no_title_of_its_own() -> None:
    spoken = words.report_part(report("first", "phone", RECEIVED), "初报", {})
    assert (spoken.name, spoken.title, spoken.issue_no) == ("初报（电话）", "", "")


def test_a_reason_stands_with_the_skipped_level_only() -> None:
    first = report("first", "written", RECEIVED, issue_no=3)
    sent = report(
        "follow_up", "written", RECEIVED, corrects_report_id=first.id, bypass_reason="线路中断"
    )
    part = words.report_part(sent, "首报", {first.id: first})
    assert part.marks == ("更正第3期", "越级上报：线路中断")


def test_only_stated_figures_stand_in_the_grid_and_the_rest_is_named() -> None:
    told = replace(incident(), deaths=0, evacuated=5, cause="电线短路")
    assert words.figure_pairs(told) == (("死亡", "0人"), ("转移安置", "5人"))
    texts = dict(words.text_pairs(told))
    assert texts["起因"] == "电线短路"
    assert texts["没有报过的数字"].startswith("失踪、受伤、重伤")
