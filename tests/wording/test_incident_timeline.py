from dutydesk.domain.incident_timeline import MarkKind, TimelineMark
from dutydesk.domain.report import ReportMedium
from dutydesk.wording.incident_timeline import (
    LANE,
    MARK_KIND,
    MARK_SHAPE,
    graded_words,
    judged,
    mark_line,
)
from tests.incident_builders import at, grading, report

SENT = at("2026-11-21 02:30")


def test_every_kind_of_mark_has_a_word_and_a_shape_of_its_own() -> None:
    assert set(MARK_KIND) == set(MARK_SHAPE) == set(MarkKind)
    assert len(set(MARK_SHAPE.values())) == len(MarkKind)
    assert set(LANE) == {*ReportMedium, None}


def test_how_a_report_kept_its_limit() -> None:
    assert judged(report("first", "phone", SENT)) == ""
    assert judged(report("first", "phone", SENT, is_met=True)) == "，按时"
    late = report("first", "phone", SENT, is_met=False, late_by_minutes=3, late_reason="断线")
    assert judged(late) == "，迟报3分钟（断线）"
    raised = report("first", "phone", SENT, is_met=True, is_after_upgrade=True)
    assert judged(raised) == "，升级后补报"


def test_a_grading_says_who_and_why() -> None:
    said = graded_words(grading("serious", is_sensitive=True, reason="死亡10人。"), is_first=False)
    assert said == "等级认定为重大，敏感事件（甲某）：死亡10人"


def test_a_mark_is_a_line_with_day_shape_and_kind() -> None:
    mark = TimelineMark(kind=MarkKind.REPORT, at=SENT, word="首报", words="首报（电话）")
    assert mark_line(mark) == "11月21日 02:30　◆ 报告　首报（电话）"
