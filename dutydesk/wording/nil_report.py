"""Words of zero reports: states, the summary sentence, lines of the log and of 时限."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from dutydesk.domain import nil_report as report
from dutydesk.domain.nil_report import NilReport, NilReportBoard, NilReportLine, NilReportState
from dutydesk.domain.reporting_unit import ReportingUnit
from dutydesk.wording.joining import joined
from dutydesk.wording.reporting_unit import REACH_RESULT, counted, listed
from dutydesk.wording.when import clock, moment, spoken

NIL_REPORT_STATE = {
    NilReportState.NIL: "零报告",
    NilReportState.CONTENT: "有情况",
    NilReportState.WAITING: "待报",
    NilReportState.OVERDUE: "未报",
}
LATE = "迟报"
_SHAPE = {
    NilReportState.NIL: "✓",
    NilReportState.CONTENT: "●",
    NilReportState.WAITING: "○",
    NilReportState.OVERDUE: "▲",
}

# One sign a day on the paper of a month: of several cut-offs the gravest.
MONTH_SIGN = {
    NilReportState.NIL: "√",
    NilReportState.CONTENT: "情",
    NilReportState.OVERDUE: "缺",
    NilReportState.WAITING: "○",
}
MONTH_LATE = "迟"
MONTH_LEGEND = "√零报告　情：有情况　迟：迟报　缺：未报　空白：不用报或还没到"

# domain.md §9.3, to the letter.
ALL_NIL = "截至{at}，本辖区未接报突发事件，各项工作运行平稳。"


def mark(line: NilReportLine) -> str:
    """Return the state of a unit by shape and word: ✓ 零报告, ◆ 迟报."""
    if line.is_late:
        word = f"{LATE}（有情况）" if line.state is NilReportState.CONTENT else LATE
        return f"◆ {word}"
    return f"{_SHAPE[line.state]} {NIL_REPORT_STATE[line.state]}"


def month_sign(lines: Iterable[NilReportLine]) -> str:
    """Return the sign of a unit for a day: a gap before late, late before content."""
    found = list(lines)
    states = {line.state for line in found}
    if NilReportState.OVERDUE in states:
        return MONTH_SIGN[NilReportState.OVERDUE]
    if any(line.is_late for line in found):
        return MONTH_LATE
    for state in (NilReportState.CONTENT, NilReportState.NIL):
        if state in states:
            return MONTH_SIGN[state]
    return ""


def said(line: NilReportLine) -> str:
    """Return what a unit said, or how often it was called."""
    held = line.report
    if held is not None:
        parts = [held.content, f"更正：{held.correction_reason}"]
        return joined(parts if held.correction_of else parts[:1], "；")
    if not line.chases:
        return ""
    last = line.chases[-1]
    told = joined([REACH_RESULT[last.result], last.person, last.answer], "，")
    return f"已催{len(line.chases)}次，{clock(last.at)}{told}"


def summary(board: NilReportBoard, as_of: datetime | None = None) -> str:
    """Return the sentence of a daily about the zero reports of one cut-off.

    When every unit reported that nothing happened it is the sentence of the notes; else which
    units reported what, and which are missing. ``as_of`` is the cut-off unless told otherwise.
    """
    at = spoken(as_of or board.due_at)
    if not board.lines:
        return ""
    if board.is_all_nil:
        return ALL_NIL.format(at=at)
    nil, content = board.of(NilReportState.NIL), board.of(NilReportState.CONTENT)
    owing = counted(line.unit.name for line in board.lines)
    parts = [f"应报{owing}，零报告{len(nil)}个" if nil else f"应报{owing}"]
    parts += [
        f"{line.unit.name}报告：{line.report.content.strip().rstrip('。；')}"
        for line in content
        if line.report is not None
    ]
    if board.missing:
        parts.append(f"{listed(line.unit.name for line in board.missing)}未报")
    return f"截至{at}，{'；'.join(parts)}。"


def log_summary(board: NilReportBoard, as_of: datetime) -> str:
    """Return what the log says of a cut-off: the sentence, who was late, the calls."""
    at = max(as_of, board.due_at) if board.missing or not board.lines else board.due_at
    late = [line.unit.name for line in board.lines if line.is_late]
    calls = sum(len(line.chases) for line in board.lines)
    extra = [f"{listed(late)}迟报" if late else "", f"催报{calls}次" if calls else ""]
    more = joined(extra, "，")
    head = f"{clock(board.due_at)}零报告汇总："
    return f"{head}{summary(board, at)}{more}{'。' if more else ''}"


def content_entry(unit: ReportingUnit, said_now: NilReport, before: NilReport | None) -> str:
    """Return the text of the log entry of a report with content, or of one that takes it back."""
    if said_now.is_nil:
        was = before.content.strip().rstrip("。") if before is not None else ""
        return (
            f"{unit.name}更正零报告：原报“{was}”，更正为无情况（{said_now.correction_reason}）。"
        )
    if before is not None and not before.is_nil:
        return f"{said_now.content.strip()}（更正：{said_now.correction_reason}）"
    return said_now.content.strip()


def due_title(board: NilReportBoard, now: datetime) -> str:
    """Return the line of 时限: 3个社区未报, before the cut-off 3个社区待报."""
    word = NIL_REPORT_STATE[
        NilReportState.OVERDUE if now > board.due_at else NilReportState.WAITING
    ]
    return f"{counted(line.unit.name for line in board.missing)}{word}"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    report.NilReportTimeUnfit: lambda e: (
        f"{moment(e.due_at)}不是零报告的截止时间，或者还没到那一期。请选本期或以前的一期。"
    ),
    report.NilReportAhead: lambda e: (
        f"报告时间{moment(e.reported_at)}晚于现在。请改时间，或核对本机时钟。"
    ),
    report.NilReportStands: lambda e: f"{e.name}这一期已报过。要改就写明更正原因。",
    report.NilReportUnchanged: lambda e: f"{e.name}已经这样报过，没有可改的内容。",
    report.NoNilReportTimes: lambda _: "没有设零报告的截止时间。请在设置里填上，例如 17:00。",
    report.NilReportUnasked: lambda e: (
        f"{moment(e.due_at)}这一期{e.name}不用报。请选它列入以后的一期。"
    ),
    report.NilReportSummaryStands: lambda e: (
        f"{moment(e.due_at)}这一期已按现在的情况记入日志，不必再记。"
    ),
}
