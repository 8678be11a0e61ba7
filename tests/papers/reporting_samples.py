"""Zero reports and a roll call as papers are tested with."""

from datetime import date, timedelta

from dutydesk.domain.instants import from_iso
from dutydesk.domain.paper_nil_report_summary import (
    NilReportMonthRow,
    NilReportMonthSheet,
    NilReportPart,
    NilReportRow,
    NilReportSheet,
)
from dutydesk.domain.paper_roll_call_result import RollCallResultSheet, RollCallRow
from tests.papers.samples import UNIT

DUE = from_iso("2026-11-20T17:00")


def reported(unit: str, **more) -> NilReportRow:
    facts = {
        "unit": unit,
        "state": "零报告",
        "reported_at": from_iso("2026-11-20T16:40"),
        "reporter": "王某",
        "recorder": "甲某",
        **more,
    }
    return NilReportRow(**facts)


def nil_reports(*parts: NilReportPart, **more) -> NilReportSheet:
    facts = {"unit": UNIT, "day": date(2026, 11, 20), "is_practice": False, "parts": parts}
    return NilReportSheet(**{**facts, **more})


def part(*rows: NilReportRow, sentence: str = "") -> NilReportPart:
    return NilReportPart(DUE - timedelta(days=1), DUE, sentence, rows)


NIL_REPORTS = nil_reports(
    part(
        reported("安和一社区"),
        reported(
            "安和二社区",
            state="有情况（迟报）",
            content="3号楼停水，已报水务，预计20时恢复",
            reported_at=from_iso("2026-11-20T17:12"),
            chases=1,
        ),
        NilReportRow("安和三社区", "未报", is_missing=True, chases=2),
        sentence=(
            "截至11月20日17时，应报3个社区，零报告1个；"
            "安和二社区报告：3号楼停水，已报水务，预计20时恢复；安和三社区未报。"
        ),
    )
)


def called(unit: str, **more) -> RollCallRow:
    facts = {
        "unit": unit,
        "phone": "0000-0000001",
        "result": "应答",
        "at": from_iso("2026-11-20T21:06"),
        "person": "王某",
        "lead_on_post": "是",
        "officer_on_post": "是",
        "rings": "响3声",
        "knows_situation": "是",
        "checker": "甲某",
        "tries": 1,
        **more,
    }
    return RollCallRow(**facts)


def roll_call(*rows: RollCallRow, **more) -> RollCallResultSheet:
    facts = {
        "unit": UNIT,
        "title": "每晚点名",
        "method": "电话",
        "is_random": True,
        "is_practice": False,
        "started_at": from_iso("2026-11-20T21:05"),
        "started_by": "甲某",
        "progress": "已点3/3，应答2，无人接听1，有问题1",
        "ended_at": from_iso("2026-11-20T21:18"),
        "rows": rows,
    }
    return RollCallResultSheet(**{**facts, **more})


ROLL_CALL = roll_call(
    called("安和一社区"),
    called(
        "安和二社区",
        is_wrong=True,
        lead_on_post="否",
        finding="带班领导外出未报备；责成补办",
    ),
    RollCallRow(
        "安和三社区",
        "0000-0000003",
        "无人接听",
        is_wrong=True,
        at=from_iso("2026-11-20T21:15"),
        checker="甲某",
        tries=3,
    ),
    note="三社区转告分管领导",
)


def month(*rows: NilReportMonthRow, **more) -> NilReportMonthSheet:
    facts = {"unit": UNIT, "month": date(2026, 11, 1), "is_practice": False, "rows": rows}
    return NilReportMonthSheet(**{**facts, **more})


MONTH = month(
    NilReportMonthRow("安和一社区", ("√",) * 20 + ("",) * 10),
    NilReportMonthRow("安和二社区", ("√",) * 18 + ("迟", "情") + ("",) * 10, content=1, late=1),
    NilReportMonthRow("安和三社区", ("",) * 9 + ("√", "缺") + ("√",) * 9 + ("",) * 10, missing=1),
)
