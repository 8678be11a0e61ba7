"""Words of the printed registers: marks of rows, names of parts and fields."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.entry_detail import DetailField, DetailType
from dutydesk.domain.instants import china, from_text
from dutydesk.domain.paper_span import PaperSpan
from dutydesk.wording.duty_log import CORRECTION, ENTRY_FIELD, ENTRY_KIND, STRUCK, WITHDRAWN
from dutydesk.wording.entry_detail import DETAIL, detail_value
from dutydesk.wording.when import clock, day, day_and_clock, whole_day

_COUNTED = {"page_count": "页", "copy_count": "份", "visitor_count": "人", "ring_count": "次"}
# The recorder of a later entry, where it is another than the row's.
_FIELD = {**ENTRY_FIELD, "recorder": "记录人"}

# How a column that several fields share says one of them, in as few characters as it can.
_BRIEF = {
    "ended_at": "至{}",
    "feedback_due_at": "{}前反馈",
    "forwarded_at": "{}转送",
    "left_at": "{}离开",
    "read_back": "复述：{}",
    "reported_at": "{}报告",
    "signed_for_at": "{}签收",
    "tape_no": "录音{}",
}


def said_briefly(name: str, word: str) -> str:
    """Return what a field says in a column it shares: 15:38签收, 转送：各社区."""
    return _BRIEF.get(name, f"{field_word(name)}：{{}}").format(word)


def field_word(name: str) -> str:
    """Return the word of a field or detail of an entry."""
    return DETAIL.get(name) or _FIELD[name]


def said_in_row(field: DetailField, value: str, at: datetime) -> str:
    """Return a kept value as a row says it: counts with their word, instants of its day short."""
    if field.type is DetailType.NUMBER:
        return f"{value}{_COUNTED[field.name]}"
    if field.type is DetailType.INSTANT:
        instant = from_text(value)
        if china(instant).date() == china(at).date():
            return clock(instant)
    return detail_value(field, value)


def corrected_mark() -> str:
    """Return what stands under a row that the next one corrects."""
    return f"〔{STRUCK}，见下〕"


def corrected_into(entry: LogEntry) -> str:
    """Return what stands under a row that a correction moved into another register."""
    return f"〔{day_and_clock(entry.recorded_at)} {CORRECTION}为{ENTRY_KIND[entry.kind]}〕"


def withdrawn_mark(entry: LogEntry) -> str:
    """Return what stands under a row that was taken back: when, by whom, why."""
    made = f"{day_and_clock(entry.recorded_at)} {entry.recorder}"
    return f"〔{WITHDRAWN} {made}：{entry.correction_reason}〕"


def span_words(span: PaperSpan) -> str:
    """Return the duty days of a span: 2026年11月, 2026年11月20日, 2026年11月3日至20日."""
    since, until = span.since, span.until
    if span.is_day:
        return whole_day(since)
    if span.is_month:
        return f"{since.year}年{since.month}月"
    if (since.year, since.month) == (until.year, until.month):
        return f"{whole_day(since)}至{until.day}日"
    end = day(until) if since.year == until.year else whole_day(until)
    return f"{whole_day(since)}至{end}"
