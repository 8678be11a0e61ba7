"""What a Word template may name: the fields of each paper, every one a text or a list of rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from dutydesk.domain.paper_incident_ledger import IncidentLedger, IncidentRow
from dutydesk.domain.paper_phone_report import PhoneReportSheet
from dutydesk.domain.paper_special_report import BodyLevel, SpecialReport, body_pieces
from dutydesk.wording.casualties import BEING_VERIFIED
from dutydesk.wording.entry_register import span_words
from dutydesk.wording.when import day_and_clock, spoken, whole_day, with_year

Fields = dict[str, object]

_SHORT_MASTHEAD = 5
_UNWRITTEN, _NOBODY = "未填写", "—"
_READ_BACK = "（已复述核对）"


def special_report_fields(report: SpecialReport) -> Fields:
    """Return the fields of a special report or a bulletin."""
    masthead = report.masthead
    return {
        "unit": report.unit,
        "is_practice": report.is_practice,
        "urgency": report.urgency,
        "marks": "".join(f"【{mark}】" for mark in report.marks),
        # Few characters stand apart, as they do in print.
        "masthead": " ".join(masthead) if len(masthead) < _SHORT_MASTHEAD else masthead,
        "issue_no": report.issue_no,
        "issued_on": whole_day(report.issued_on),
        "title": report.title,
        "stage": report.stage,
        "body": [_pieces(text) for text in report.body],
        "timed_at": spoken(report.timed_at) if report.timed_at else "",
        "report_to": "，".join(report.report_to),
        "copy_to": "，".join(report.copy_to),
        "drafted_by": report.drafted_by,
        "reviewed_by": report.reviewed_by,
        "signed_by": report.signed_by,
        "phone": report.phone,
        "copies": str(report.copies) if report.copies is not None else "",
    }


def phone_report_fields(sheet: PhoneReportSheet) -> Fields:
    """Return the fields of a telephone report sheet."""
    return {
        "unit": sheet.unit,
        "is_practice": sheet.is_practice,
        "marks": "".join(f"【{mark}】" for mark in sheet.marks),
        "incident_no": sheet.incident_no,
        "title": sheet.title,
        "stage": sheet.stage,
        "sent_at": with_year(sheet.sent_at),
        "recorded_at": with_year(sheet.recorded_at),
        "body": sheet.body or _UNWRITTEN,
        "report_to": "、".join(sheet.report_to),
        "receiver": (sheet.receiver or _UNWRITTEN) + (_READ_BACK if sheet.is_read_back else ""),
        "reporter": sheet.reporter or _UNWRITTEN,
        "approved_by": sheet.approved_by,
        "phone": sheet.phone,
        "kind": sheet.kind,
        "level": sheet.level,
        "occurred_at": _known(sheet.occurred_at),
        "received_at": with_year(sheet.received_at),
        "place": sheet.place,
        "source": sheet.source or _UNWRITTEN,
        "cause": sheet.cause or BEING_VERIFIED,
        "situation": sheet.situation or BEING_VERIFIED,
        "measures": sheet.measures or _UNWRITTEN,
        "next_steps": sheet.next_steps or _UNWRITTEN,
        "harm": sheet.harm or BEING_VERIFIED,
        "already_told": sheet.already_told or _UNWRITTEN,
        "instruction": sheet.instruction or _NOBODY,
        "limit": sheet.limit or "没有规定时限",
        "judged": sheet.judged or _NOBODY,
        "late_reason": sheet.late_reason or _NOBODY,
    }


def incident_ledger_fields(ledger: IncidentLedger) -> Fields:
    """Return the fields of the ledger of incidents."""
    late = f"，{ledger.first_word}迟报{ledger.late_count}件" if ledger.late_count else ""
    return {
        "unit": ledger.unit,
        "is_practice": ledger.is_practice,
        "span": span_words(ledger.span),
        "first_word": ledger.first_word,
        "counts": f"共{len(ledger.rows)}件，已结束{ledger.ended_count}件{late}",
        "rows": [_row(row) for row in ledger.rows],
    }


def _row(row: IncidentRow) -> Mapping[str, str]:
    occurred = day_and_clock(row.occurred_at) if row.occurred_at else BEING_VERIFIED
    firsts = row.first_reports
    return {
        "incident_no": row.incident_no,
        "times": f"事发{occurred}\n接报{day_and_clock(row.received_at)}",
        "place": row.place,
        "title": row.title,
        "kind": f"{row.category}\n{row.kind}",
        "level": f"{row.level}\n敏感" if row.is_sensitive else row.level,
        "casualties": row.casualties,
        "first_reports": _lines(*(f"{one.medium}{day_and_clock(one.sent_at)}" for one in firsts)),
        "judged": _lines(*(one.judged or _NOBODY for one in firsts)),
        "follow_up_count": str(row.follow_up_count),
        "final_at": day_and_clock(row.final_at) if row.final_at else _NOBODY,
        "status": f"{row.status}\n{row.exit_note}" if row.exit_note else row.status,
    }


def _pieces(text: str) -> Mapping[str, str]:
    """Return a paragraph as the run that is 黑体, the one that is 楷体, and the rest."""
    found = {level.value: "" for level in BodyLevel}
    for piece in body_pieces(text.strip(" 　")):
        found[piece.level.value] += piece.text
    return found


def _known(at: datetime | None) -> str:
    return with_year(at) if at else BEING_VERIFIED


def _lines(*texts: str) -> str:
    return "\n".join(texts) or _NOBODY
