"""Words of the line under the quick entry: what is gone on with, who called before."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.repeat_caller import RepeatCall
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.when import near

_SAME_NUMBER, _SAME_PERSON = "同一号码", "同一单位同一人"


def linked_words(listed: ListedEntry, now: datetime) -> str:
    """Return 接第12条 with when, what kind and what about."""
    entry = listed.entry
    return f"接第{entry.no}条（{near(entry.at, now)} {ENTRY_KIND[entry.kind]}）：{_line(listed)}"


def repeat_words(found: RepeatCall, now: datetime) -> str:
    """Return who calls again, and about what the call before was."""
    entry = found.listed.entry
    same = _SAME_NUMBER if found.is_same_number else _SAME_PERSON
    return f"{same} {near(entry.at, now)} 第{entry.no}条：{_line(found.listed)}"


def _line(listed: ListedEntry) -> str:
    return " ".join(listed.entry.text.split())
