from datetime import date, timedelta

from dutydesk.domain.instants import from_iso
from tests.builders import Staff
from tests.reporting_builders import DUE, list_units, report_draft


def test_the_day_is_told_with_every_cut_off_as_it_stands(staffed: Staff) -> None:
    room = staffed.room
    units = list_units(staffed)
    assert room.nil_report_summary.sheet().parts[0].sentence == ""
    room.nil_report.take(report_draft(units[0].id, reporter="王某"), by=staffed.by)
    room.clock.at = DUE + timedelta(minutes=5)
    room.nil_report.take(report_draft(units[1].id, content="停电"), by=staffed.by)
    sheet = room.nil_report_summary.sheet(date(2026, 11, 20))
    (part,) = sheet.parts
    assert (part.due_at, part.starts_at) == (DUE, DUE - timedelta(days=1))
    assert "安和二社区报告：停电" in part.sentence
    assert [row.state for row in part.rows] == ["零报告", "有情况（迟报）", "未报"]
    assert [row.content for row in part.rows] == ["", "停电", ""]
    assert [row.is_missing for row in part.rows] == [False, False, True]
    assert room.nil_report_summary.sheet(date(2026, 10, 1)).parts == ()


def test_reports_stay_printable_when_no_cut_off_is_asked_any_more(staffed: Staff) -> None:
    room = staffed.room
    (one,) = list_units(staffed, "甲社区")
    room.nil_report.take(report_draft(one.id), by=staffed.by)
    room.settings.put({"nil_report_times": []}, by=staffed.by)
    (part,) = room.nil_report_summary.sheet(date(2026, 11, 20)).parts
    assert len(part.rows) == 1


def test_the_month_has_a_sign_a_day_the_gravest_of_several_cut_offs(staffed: Staff) -> None:
    room = staffed.room
    one, two, _ = list_units(staffed)
    room.settings.put({"nil_report_times": ["12:00", "17:00"]}, by=staffed.by)
    room.nil_report.take(report_draft(one.id, from_iso("2026-11-20T12:00")), by=staffed.by)
    room.clock.at = DUE + timedelta(minutes=5)
    room.nil_report.take(report_draft(one.id), by=staffed.by)
    room.nil_report.take(report_draft(two.id, content="停电"), by=staffed.by)
    sheet = room.nil_report_summary.month_sheet(date(2026, 11, 30))
    assert sheet.month == date(2026, 11, 1)
    first, second, third = sheet.rows
    assert (first.signs[19], second.signs[19], third.signs[19]) == ("迟", "缺", "缺")
    assert len(first.signs) == 30
    assert set(first.signs) == {"", "迟"}
    assert (first.late, second.content, second.missing, third.missing) == (1, 1, 1, 2)
    assert room.nil_report_summary.month_sheet(date(2026, 10, 1)).rows == ()
