"""The columns of zero reports and roll calls as spreadsheets."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.instants import china
from dutydesk.domain.list_table import Cell
from dutydesk.domain.nil_report import NilReportBoard, NilReportLine
from dutydesk.domain.roll_call import RollCallLine, RollCallSheet
from dutydesk.wording import nil_report, roll_call
from dutydesk.wording.reporting_unit import FIELD, REACH_RESULT

NIL_REPORT_TITLE, ROLL_CALL_TITLE = "零报告", "点名"
NIL_REPORT_COLUMNS = (
    "截止时间",
    FIELD["name"],
    FIELD["contact"],
    FIELD["phone"],
    "结果",
    "迟报",
    "报告时间",
    FIELD["content"],
    FIELD["reporter"],
    "接报人",
    "催报次数",
)
ROLL_CALL_COLUMNS = (
    "开始时间",
    "名称",
    "方式",
    FIELD["name"],
    FIELD["phone"],
    "结果",
    "时间",
    FIELD["person"],
    "带班领导在岗",
    "值班员在岗",
    "熟悉情况",
    "响铃",
    FIELD["finding"],
    FIELD["action"],
    FIELD["checker"],
    "试了几次",
)


def nil_report_row(board: NilReportBoard, line: NilReportLine) -> tuple[Cell, ...]:
    """Return the cells of one unit at one cut-off."""
    held = line.report
    return (
        _moment(board.due_at),
        line.unit.name,
        line.unit.contact,
        line.unit.phone,
        nil_report.NIL_REPORT_STATE[line.state],
        nil_report.LATE if line.is_late else "",
        _moment(held.reported_at) if held else None,
        held.content if held else "",
        held.reporter if held else "",
        held.recorder if held else "",
        len(line.chases),
    )


def roll_call_row(sheet: RollCallSheet, line: RollCallLine) -> tuple[Cell, ...]:
    """Return the cells of one unit of one roll call."""
    one, held = sheet.roll_call, line.holds
    return (
        _moment(one.started_at),
        one.title,
        roll_call.ROLL_CALL_METHOD[one.method],
        line.target.name,
        line.target.phone,
        REACH_RESULT[held.result] if held else roll_call.NOT_CALLED,
        _moment(held.at) if held else None,
        held.person if held else "",
        roll_call.YES_NO[held.lead_on_post] if held else "",
        roll_call.YES_NO[held.officer_on_post] if held else "",
        roll_call.YES_NO[held.knows_situation] if held else "",
        roll_call.ring_words(held) if held else "",
        held.finding if held else "",
        held.action if held else "",
        held.checker if held else "",
        len(line.tries),
    )


def _moment(instant: datetime) -> datetime:
    return china(instant).replace(tzinfo=None)
