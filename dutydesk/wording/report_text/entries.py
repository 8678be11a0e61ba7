"""Log entries as statements of a report, as in 2时50分接安和三社区来电，明火已扑灭."""

from __future__ import annotations

import re
from datetime import datetime

from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import china
from dutydesk.domain.report_source import Origin, OriginKind, Statement
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.report_text.facts import ended
from dutydesk.wording.when import moment, spoken

_FROM = {
    EntryKind.INCOMING_CALL: "接{}来电，",
    EntryKind.OUTGOING_CALL: "电话联系{}，",
    EntryKind.FAX: "收{}传真，",
    EntryKind.INCOMING_DOCUMENT: "收{}来文，",
    EntryKind.SUPERIOR_NOTICE: "接{}通知，",
}
# 通报 and 先期处置 name the incident in the log: its own report is about nothing else.
_NAMED = re.compile(r"[：。][^：。]*（[^（）]*\d{4}-\d+）。?")
_DONE_FIRST = "先期处置："
_TELLS = "通报"


def entry_statement(entry: LogEntry, sent_at: datetime) -> Statement:
    """Return an entry as a sentence; its day is named where it is not that of the report."""
    day_of = china(entry.at)
    at = spoken(entry.at)
    if day_of.date() == china(sent_at).date():
        at = at.partition("日")[2]
    words = [
        " ".join(text.split()).rstrip("。；;，,") for text in (_own(entry.text), entry.handling)
    ]
    said = "，".join(word for word in words if word)
    source = _FROM.get(entry.kind, "").format(entry.source) if entry.source.strip() else ""
    if source and said.startswith(f"{_TELLS}{entry.source}"):
        return Statement(ended(f"{at}{said}"), _origin(entry))
    text = f"{at}{source}{said}" if source else f"{at}，{said}"
    return Statement(ended(text), _origin(entry))


def entry_said(entry: LogEntry) -> str:
    """Return an entry in one line: 第12条 11月21日 02:50 来电 安和三社区：明火已扑灭."""
    source = f" {entry.source}" if entry.source.strip() else ""
    head = f"第{entry.no}条 {moment(entry.at)} {ENTRY_KIND[entry.kind]}{source}"
    return f"{head}：{' '.join(entry.text.split())}"


def _own(text: str) -> str:
    """Return the text without the name of the incident that the program put into it."""
    if not text.startswith((_TELLS, _DONE_FIRST)):
        return text
    return _NAMED.sub("，", text).removeprefix(_DONE_FIRST)


def _origin(entry: LogEntry) -> Origin:
    return Origin(OriginKind.ENTRY, entry.id, entry_said(entry))
