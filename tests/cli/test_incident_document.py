from datetime import timedelta

from dutydesk.cli.incident_document import (
    clock_document,
    due_line,
    incident_document,
    incident_line,
    report_document,
    report_line,
)
from dutydesk.domain.deadline import DueClock, clocks
from dutydesk.domain.incident import IncidentLevel
from dutydesk.domain.level import NO_SUGGESTION
from dutydesk.services.incident import IncidentView
from tests.incident_builders import RECEIVED, file, grading, incident, preset, report

MADE = report(
    "first", "written", RECEIVED + timedelta(minutes=61), rule_text="当时的规则", rule_id="gone",
    starts_at=RECEIVED, due_at=RECEIVED + timedelta(hours=1), is_met=False, late_by_minutes=1,
    issue_year=2026, issue_no=4,
)  # fmt: skip


def view(**changes: object) -> IncidentView:
    held = file(reports=(MADE,), **changes)
    running = clocks(held, preset("district"), RECEIVED + timedelta(minutes=20))
    return IncidentView(held.incident, held.gradings, held.reports, tuple(running), NO_SUGGESTION)


def test_a_document_holds_instants_in_china_time_and_null_for_the_unknown() -> None:
    document = incident_document(view(deaths=0), "首报")
    assert document["received_at"] == "2026-11-21T02:15:00+08:00"
    assert (document["deaths"], document["missing"], document["closed_at"]) == (0, None, None)
    assert document["exit_reason"] is None


def test_a_stopped_clock_shows_the_rule_kept_on_its_report() -> None:
    stopped = clocks(file(reports=(MADE,)), [], RECEIVED + timedelta(hours=2))
    document = clock_document(DueClock(incident(), stopped[0]), "首报")
    assert (document["rule"], document["status"]) == ("当时的规则", "met_late")


def test_a_first_paper_clock_stopped_by_a_final_shows_the_rule_of_the_set() -> None:
    final = report("final", "written", RECEIVED + timedelta(minutes=5))
    held = file(grading("ordinary"), reports=(final,))
    stopped = clocks(held, preset("district"), RECEIVED + timedelta(hours=2))
    document = clock_document(DueClock(incident(level=IncidentLevel.ORDINARY), stopped[0]), "初报")
    assert "一般初报（书面）" in str(document["rule"])


def test_a_report_document_names_met_and_late_minutes() -> None:
    document = report_document(MADE)
    assert (document["met"], document["late_by_minutes"], document["issue_no"]) == (False, 1, 4)
    assert report_line(MADE, "初报") == (
        "初报（书面） 第4期 2026年11月21日 03:16 → 区政府总值班室 迟报1分钟"
    )


def test_an_incident_line_tells_level_state_and_what_is_due() -> None:
    ungraded = incident_line(view(), "首报")
    assert " 未定级 接报" in ungraded
    assert "首报（电话）2026年11月21日 02:45前" in ungraded
    suggested = incident_line(view(suggested_level=IncidentLevel.SERIOUS), "首报")
    assert "未定级（建议重大）" in suggested
    confirmed = incident_line(view(level=IncidentLevel.SERIOUS, level_confirmed_by="甲某"), "首报")
    assert " 重大 接报" in confirmed


def test_a_due_line_tells_how_long_and_whose() -> None:
    now = RECEIVED + timedelta(minutes=40)
    due = DueClock(incident(), clocks(file(), preset("district"), now)[0])
    assert due_line(due, now, "首报") == (
        "已超10分 首报（电话） 02:45前 2026-001 安和街道丰收市场火灾（已超时）"
    )
