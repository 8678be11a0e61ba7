"""What the Word template of a dossier may name: every part of it as texts and rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from dutydesk.domain.paper_incident_dossier import (
    ClockLine,
    EntryLine,
    IncidentDossier,
    NamedPart,
    ReportPart,
)
from dutydesk.wording.when import day, moment, with_year

Fields = dict[str, object]
Row = Mapping[str, object]

_NONE, _NOBODY = "无", "—"


def incident_dossier_fields(dossier: IncidentDossier) -> Fields:
    """Return the fields of the dossier of an incident."""
    written = sum(bool(one.issue_no) for one in dossier.reports)
    cover = (
        ("编号", dossier.incident_no),
        ("等级", dossier.level),
        ("接报时间", with_year(dossier.received_at)),
        ("结束时间", with_year(dossier.closed_at) if dossier.closed_at else "未结束"),
        ("状态", dossier.status),
        ("报告", f"书面{written}份，电话{len(dossier.reports) - written}次"),
        ("截至时间", with_year(dossier.as_of)),
    )
    return {
        "unit": dossier.unit,
        "is_practice": dossier.is_practice,
        "incident_no": dossier.incident_no,
        "title": dossier.title,
        "cover": _named(cover),
        "facts": _named(dossier.facts),
        "figures": _named(dossier.figures),
        "texts": _named(dossier.texts),
        "gradings": [
            {"at": moment(one.at), "level": one.level, "by": one.by, "reason": one.reason}
            for one in dossier.gradings
        ],
        "clocks": [_clock(one) for one in dossier.clocks],
        "reports": [_report(one) for one in dossier.reports],
        "timeline": [
            {"at": moment(one.at), "sort": one.sort, "text": one.text} for one in dossier.timeline
        ],
        "entries": [_entry(one) for one in dossier.entries],
        "parts": [_part(one) for one in dossier.parts],
        "attachments": [
            {
                "no": str(number),
                "name": f"{one.name}（已撤下）" if one.is_withdrawn else one.name,
                "size": one.size,
                "sha256": one.sha256,
                "entry": one.entry,
            }
            for number, one in enumerate(dossier.attachments, 1)
        ],
    }


def _named(pairs: tuple[tuple[str, str], ...]) -> list[Row]:
    return [{"name": name, "value": value} for name, value in pairs]


def _clock(one: ClockLine) -> Row:
    return {
        "name": one.name,
        "starts_at": moment(one.starts_at),
        "due_at": moment(one.due_at),
        "sent_at": _moment(one.sent_at),
        "result": one.result,
        "rule": "\n".join(filter(None, (one.rule, one.reason and f"原因：{one.reason}"))),
    }


def _report(one: ReportPart) -> Row:
    said = (
        ("报", "、".join(one.report_to)),
        ("送", "、".join(one.copy_to)),
        ("接收人", one.receiver),
        ("拟稿", one.drafted_by),
        ("审核", one.reviewed_by),
        ("签发", one.signed_by),
        ("是否按时", one.judged),
        ("已告知", one.already_told),
        ("对方指示", one.instruction),
    )
    return {
        "name": one.name,
        "sent_at": with_year(one.sent_at),
        "issue_no": one.issue_no,
        "title": one.title,
        "body": list(one.body),
        "marks": "".join(f"【{mark}】" for mark in one.marks),
        "said": "　".join(f"{name}：{text}" for name, text in said if text),
    }


def _entry(one: EntryLine) -> Row:
    source = f"{one.source}：" if one.source else ""
    struck = "〔已更正〕" if one.is_struck else ""
    return {
        "no": f"{day(one.duty_date)}\n第{one.no}条",
        "at": moment(one.at),
        "kind": one.kind,
        "text": f"{struck}{source}{one.text}",
        "recorder": one.recorder,
    }


def _part(one: NamedPart) -> Row:
    lines = ["　".join(filter(None, row)) for row in one.rows]
    return {"title": one.title, "lines": lines or [_NONE]}


def _moment(at: datetime | None) -> str:
    return moment(at) if at else _NOBODY
