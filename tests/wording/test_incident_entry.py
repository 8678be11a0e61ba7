from dutydesk.domain.incident import ExitReason, IncidentLevel
from dutydesk.wording.incident_entry import (
    closed_entry,
    graded_entry,
    opened_entry,
    reported_entry,
)
from tests.incident_builders import RECEIVED, grading, incident, report


def test_an_opened_incident_is_named_with_kind_place_and_level() -> None:
    line = opened_entry(incident(level=IncidentLevel.ORDINARY))
    assert line == (
        "登记突发事件：安和街道丰收市场火灾（2026-001），事故灾难·火灾，安和街道丰收市场，一般。"
    )


def test_a_decision_names_both_levels_and_the_reason() -> None:
    before, after = grading(reason="x"), grading("serious", reason="会商认定。")
    assert graded_entry(incident(), before, after) == (
        "安和街道丰收市场火灾（2026-001）：等级由未定级认定为重大，会商认定。"
    )


def test_a_decision_on_sensitivity_says_so() -> None:
    plain = grading("serious", reason="x")
    marked = grading("serious", is_sensitive=True, reason="在校内")
    assert "列为敏感事件，在校内。" in graded_entry(incident(), plain, marked)
    assert "不再列为敏感事件" in graded_entry(incident(), marked, plain)
    assert "等级认定为重大" in graded_entry(incident(), plain, plain)


def test_a_telephone_report_names_receiver_and_lateness() -> None:
    call = report("first", "phone", RECEIVED, receiver="王某", late_by_minutes=3, signed_by="")
    assert reported_entry(incident(), call, "初报") == (
        "电话报告区政府总值班室（初报）：安和街道丰收市场火灾（2026-001），接收人王某，超时3分钟。"
    )


def test_a_written_report_names_issue_and_signer() -> None:
    paper = report(
        "follow_up", "written", RECEIVED, sequence_no=2, issue_no=12, report_to=("甲室", "乙局")
    )
    assert reported_entry(incident(), paper) == (
        "书面报送甲室、乙局（续报二）：安和街道丰收市场火灾（2026-001），第12期，签发丙某。"
    )


def test_an_end_says_how() -> None:
    assert closed_entry(incident()).endswith("已结束，终报已报出。")
    alarm = incident(exit_reason=ExitReason.NOT_AN_EMERGENCY, exit_note="家庭纠纷")
    assert closed_entry(alarm).endswith("按非突发事件结束：家庭纠纷。")
