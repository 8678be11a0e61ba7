"""The text that a bulletin begins with: one incident, or what a duty day brought (notes §9.2).

Rules of this file: pure functions; nothing is added to what the record says; no adjectives.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from dutydesk.domain.bulletin import BulletinKind
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.incident import Incident
from dutydesk.wording.casualties import BEING_VERIFIED, casualties
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.incident import LEVEL, STATUS, chinese_number
from dutydesk.wording.report import paper_title
from dutydesk.wording.when import day, spoken

_STOPS = "。！？…"

_WARNINGS = ("预警和天气", (EntryKind.WARNING,))
_PAPERS = (
    "上级通知和来文",
    (EntryKind.SUPERIOR_NOTICE, EntryKind.INCOMING_DOCUMENT, EntryKind.FAX),
)
_CALLS = ("来电来访", (EntryKind.INCOMING_CALL, EntryKind.VISIT))
_DIRECTIVES = ("领导批示指示及落实", (EntryKind.DIRECTIVE,))
_MEETINGS = ("会商调度", (EntryKind.CONSULTATION,))

_Section = tuple[str, tuple[EntryKind, ...]]

_INCIDENTS = "突发事件及处置"


def incident_title(incident: Incident) -> str:
    """Return 关于××情况的报告."""
    return paper_title(incident)


def incident_body(incident: Incident) -> str:
    """Return one urgent fact in a few paragraphs: what, what is done, what comes."""
    paragraphs = [_about(incident)]
    paragraphs += [
        _sentence(text) for text in (incident.situation, incident.cause) if text.strip()
    ]
    if incident.measures.strip():
        paragraphs.append(_sentence(incident.measures))
    if incident.next_steps.strip():
        paragraphs.append(f"下一步：{_sentence(incident.next_steps)}")
    if not incident.is_closed:
        paragraphs.append("有关情况将续报。")
    return "\n".join(paragraphs)


def period_title(kind: BulletinKind, of: date) -> str:
    """Return 7月8日值班情况, 7月8日要情."""
    return f"{day(of)}{'要情' if kind is BulletinKind.HIGHLIGHTS else '值班情况'}"


def period_body(
    kind: BulletinKind,
    period: tuple[datetime, datetime],
    incidents: Sequence[Incident],
    entries: Sequence[LogEntry],
) -> str:
    """Return what a period brought, section by section; a quiet one is said in one sentence."""
    since, until = period
    parts = [(_INCIDENTS, [incident_words(one) for one in incidents])]
    parts += [
        (title, [entry_words(one) for one in entries if one.kind in kinds])
        for title, kinds in _sections(kind)
    ]
    told = [(title, items) for title, items in parts if items]
    if not told:
        return f"截至{spoken(until)}，本辖区未接报突发事件，各项工作运行平稳。"
    lines = [f"{spoken(since)}至{spoken(until)}值班情况如下。"]
    if not incidents:
        lines[0] = f"{spoken(since)}至{spoken(until)}，本辖区未接报突发事件。其他情况如下。"
    for number, (title, items) in enumerate(told, 1):
        lines.append(f"{chinese_number(number)}、{title}")
        lines += [f"{at}. {item}" if len(items) > 1 else item for at, item in enumerate(items, 1)]
    return "\n".join(lines)


def entry_words(entry: LogEntry) -> str:
    """Return one entry as a sentence with its time, its source and what was done about it."""
    source = f"{entry.source.strip()}（{ENTRY_KIND[entry.kind]}）" if entry.source.strip() else ""
    head = f"{spoken(entry.at)}，{source or ENTRY_KIND[entry.kind]}：{_sentence(entry.text)}"
    return head + (f"处理：{_sentence(entry.handling)}" if entry.handling.strip() else "")


def incident_words(incident: Incident) -> str:
    """Return one incident with its level, where it stands, and what was done."""
    rest = _sentence(incident.measures) if incident.measures.strip() else ""
    stands = f"（{LEVEL[incident.level]}，{STATUS[incident.status]}）"
    return f"{incident.title}{stands}：{_about(incident)}{rest}"


def _about(incident: Incident) -> str:
    kind = "突发事件" if incident.kind.startswith("其他") else incident.kind
    said = f"{incident.place}发生{kind}，{casualties(incident)}"
    if incident.occurred_at is None:
        return f"{spoken(incident.received_at)}接报，{said}，事发时间{BEING_VERIFIED}。"
    return f"{spoken(incident.occurred_at)}，{said}。"


def _sentence(text: str) -> str:
    said = " ".join(text.split("\n")).strip()
    return said if said and said[-1] in _STOPS else f"{said}。"


def _sections(kind: BulletinKind) -> tuple[_Section, ...]:
    """Return what a bulletin tells of beside incidents, in this order."""
    if kind is BulletinKind.DUTY_INFORMATION:
        return (_WARNINGS, _PAPERS, _CALLS, _DIRECTIVES, _MEETINGS)
    return (_WARNINGS, _DIRECTIVES)
