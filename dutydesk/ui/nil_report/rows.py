"""The rows of the board of zero reports, and what is known of one unit."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.nil_report import NilReportBoard, NilReportLine, NilReportState
from dutydesk.ui.widgets.row_table import RowColumn, TableRow
from dutydesk.wording import nil_report as words
from dutydesk.wording.joining import joined
from dutydesk.wording.reporting_unit import REACH_RESULT
from dutydesk.wording.when import clock, full_near, near

COLUMNS = (
    RowColumn("本期", "◆ 迟报（有情况）"),
    RowColumn("单位", "安和第一社区居委会"),
    RowColumn("报告时间", "12月28日 23:15"),
    RowColumn("情况、催报"),
    RowColumn("联系人、电话", "值班室 0000-0000000"),
)
_TONES = {
    NilReportState.NIL: "",
    NilReportState.CONTENT: "soon",
    NilReportState.WAITING: "",
    NilReportState.OVERDUE: "overdue",
}


def row_of(line: NilReportLine, now: datetime) -> TableRow:
    """Return the row of one unit."""
    held, unit = line.report, line.unit
    at = near(held.reported_at, now) if held else ""
    number = joined([unit.contact, unit.phone], " ")
    cells = (words.mark(line), unit.name, at, words.said(line), number)
    return TableRow(unit.id, cells, _TONES[line.state])


def heading(board: NilReportBoard, now: datetime) -> str:
    """Return which report day it is: 11月20日 周五 17:00 截止."""
    return f"{full_near(board.due_at, now)} 截止"


def counts(board: NilReportBoard) -> str:
    """Return 已报5/8，有情况1，迟报1，未报3."""
    late = sum(line.is_late for line in board.lines)
    parts = [f"已报{len(board.lines) - len(board.missing)}/{len(board.lines)}"]
    for state in (NilReportState.CONTENT, NilReportState.OVERDUE):
        found = board.of(state)
        if found:
            parts.append(f"{words.NIL_REPORT_STATE[state]}{len(found)}")
    if late:
        parts.append(f"{words.LATE}{late}")
    return "，".join(parts)


def story(line: NilReportLine, now: datetime, *, is_low: bool = False) -> list[str]:
    """Return the number to ring, then what was said and every call, one line each.

    Where the room is low the list keeps its rows: only the number stays.
    """
    unit = line.unit
    head = "　".join(part for part in (unit.name, unit.contact, unit.phone) if part)
    if is_low:
        return [head]
    said = [*line.struck, *([line.report] if line.report else [])]
    lines = []
    for report in said:
        is_struck = report is not line.report
        told = report.content or "零报告"
        parts = [
            f"{near(report.reported_at, now)} {report.reporter}".strip(),
            f"{told}（已更正）" if is_struck else told,
            f"更正原因：{report.correction_reason}" if report.correction_reason else "",
            f"{report.recorder}记",
        ]
        lines.append(joined(parts, "，"))
    lines += [
        joined(
            [
                f"{clock(one.at)}催报 {one.phone}".strip(),
                REACH_RESULT[one.result],
                one.person,
                one.answer,
                f"{one.recorder}催",
            ],
            "，",
        )
        for one in line.chases[-3:]
    ]
    return [head, *lines]
