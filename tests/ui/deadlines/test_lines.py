from datetime import timedelta

from dutydesk.domain.deadline import DeadlineWatch
from dutydesk.domain.deadline_task import DeadlineTask
from dutydesk.domain.due_line import DueKind, DueLine
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.open_item import Importance, OpenItem, OpenItemStatus
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.ui.deadlines.clock_line import ClockShape
from dutydesk.ui.deadlines.lines import (
    clock_lines,
    due_line,
    matter_of,
    reminder_of,
    short_title,
    step_word,
)
from tests.incident_builders import RECEIVED, at, file, grading, incident, preset, report

NOW = RECEIVED + timedelta(minutes=5)


def item(**changes):
    facts = {
        "id": "o1",
        "title": "市政回电",
        "owner": "市政",
        "status": OpenItemStatus.OPEN,
        "created_at": RECEIVED,
        "created_shift_id": "s1",
    }
    return OpenItem(**{**facts, **changes})


def test_clocks_and_items_stand_by_due_time_and_items_without_a_time_last():
    due = DeadlineWatch((file(),), tuple(preset("district"))).due(NOW)
    items = [item(), item(id="o2", due_at=at("2026-11-21 02:50"))]
    lines = clock_lines(due, items)
    assert [(line.step, line.is_item) for line in lines] == [
        ("首报(电话)", False),
        ("未办结", True),
        ("首报(书面)", False),
        ("未办结", True),
    ]
    assert lines[0].target == "区政府总值班室"
    assert lines[0].title == "安和街道丰收市场火灾"


def test_the_units_own_word_for_a_first_report_is_used():
    assert step_word(ReportStage.FIRST, ReportMedium.PHONE, "初报") == "初报(电话)"


def test_a_key_leads_back_to_its_matter():
    due = DeadlineWatch((file(),), tuple(preset("district"))).due(NOW)
    lines = clock_lines(due, [item()])
    assert {matter_of(line.key) for line in lines} == {("incident", "i1"), ("open_item", "o1")}
    assert len({line.key for line in lines}) == 3


def test_a_limit_that_a_raised_level_put_in_the_past_is_due_at_once_but_not_late():
    raised = at("2026-11-21 03:40")
    gradings = (grading("ordinary"), grading("especially_serious", raised, id="g2"))
    level = {"level": gradings[1].level}
    due = DeadlineWatch((file(*gradings, **level),), tuple(preset("district"))).due(raised)
    line = next(line for line in clock_lines(due, []) if line.is_immediate)
    assert line.countdown(raised) == "立即"
    assert "升级后应立即补报" in line.spoken(raised)
    assert line.shape(raised) is ClockShape.OVERDUE


def test_a_title_loses_what_every_title_begins_and_ends_with():
    assert short_title(incident(title="关于丰收市场火灾情况的报告")) == "丰收市场火灾"
    assert short_title(incident(title="火灾")) == "火灾"


def test_what_else_falls_due_is_a_quiet_line_that_leads_to_its_room():
    due = DueLine(DueKind.ABSENCE_RETURN, "absence_notice", "a1", "局长 丁某", NOW, "戊某")
    line = due_line(due)
    assert (line.step, line.target, line.is_item, line.is_quiet) == ("未销假", "戊某", True, True)
    assert matter_of(line.key) == ("absence_notice", "a1")
    assert line.shape(NOW) is ClockShape.OVERDUE
    assert line.spoken(NOW).startswith("未销假 局长 丁某 戊某")


def test_a_reminder_is_told_from_other_lines_by_its_key():
    due = DueLine(DueKind.REMINDER, "open_item", "o1", "市政回电", NOW, is_quiet=False)
    line = due_line(due)
    assert (line.step, line.is_item, line.is_quiet, line.counted) == ("提醒", True, False, "")
    assert reminder_of(line.key) == "o1"
    assert reminder_of("open_item:o1") is None
    assert reminder_of("directive:d1:directive") is None


def test_a_directive_climbs_the_ladder_counts_by_itself_and_is_not_reported_to_anybody():
    due = DueLine(
        *(DueKind.DIRECTIVE, "directive", "d1", "区长：排查隐患", NOW, "应急办"),
        is_quiet=False,
        is_clock=True,
        word="批示已传达",
    )
    line = due_line(due)
    assert (line.step, line.is_item, line.counted) == ("批示已传达", False, "批示")
    assert line.report_to == ""
    assert line.spoken(NOW).startswith("批示已传达 区长：排查隐患 应急办")


def test_an_important_item_says_so():
    (line,) = clock_lines([], [item(importance=Importance.IMPORTANT)])
    assert line.step == "未办结(重要)"


def test_what_is_no_report_has_its_word_and_who_does_it_and_a_key_of_its_own():
    due = DeadlineWatch((file(grading("serious")),), tuple(preset("district"))).due(NOW)
    lines = {line.step: line for line in clock_lines(due, [])}
    assert list(lines) == ["首报(电话)", "首报(书面)", "对外发布", "新闻发布会"]
    statement = lines["对外发布"]
    assert statement.key == "incident:i1:public_statement"
    assert (statement.target, statement.report_to) == ("牵头部门会同宣传部门", "")
    assert "报牵头部门" not in statement.spoken(NOW)
    assert matter_of(statement.key) == ("incident", "i1")


def test_a_nil_report_is_one_line_with_the_follow_up_due_at_that_time():
    flood = file(
        grading("ordinary"),
        reports=(report("first", "written", at("2026-11-21 03:00")),),
        category=IncidentCategory.NATURAL,
        kind="洪涝",
    )
    due = DeadlineWatch((flood,), tuple(preset("district"))).due(at("2026-11-21 04:00"))
    assert DeadlineTask.NIL_REPORT in {one.clock.task for one in due}
    assert [line.step for line in clock_lines(due, [])] == [
        "首报(电话)",
        "受灾群众救助",
        "续报(书面)",
    ]
    by_statute = DeadlineWatch((flood,), tuple(preset("statute"))).due(at("2026-11-21 04:00"))
    nil = next(line for line in clock_lines(by_statute, []) if line.step == "零报告")
    assert nil.report_to == "上一级人民政府和主管部门"
