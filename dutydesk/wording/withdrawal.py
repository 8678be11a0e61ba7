"""Words of entries that were taken back, and of what struck an entry."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dutydesk.domain import duty_log_refusals as refusals
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.entry_link import OtherEntry
from dutydesk.wording.duty_log import CORRECTION, STRUCK, WITHDRAWAL, WITHDRAWN
from dutydesk.wording.when import day, full


def named(other: OtherEntry, beside: date) -> str:
    """Return 第5条, with its duty day where that is another one: 11月20日第5条."""
    return f"{'' if other.duty_date == beside else day(other.duty_date)}第{other.no}条"


def struck_mark(listed: ListedEntry) -> str:
    """Return the mark of a struck entry: 已撤回，见第5条; 已更正."""
    other = listed.struck_by
    if other is None or not other.is_withdrawal:
        return STRUCK
    return f"{WITHDRAWN}，见{named(other, listed.duty_date)}"


def struck_line(listed: ListedEntry) -> str:
    """Return who struck an entry, when and why; empty for one that holds."""
    other = listed.struck_by
    if other is None:
        return ""
    word = WITHDRAWN if other.is_withdrawal else STRUCK
    return (
        f"{word}，见{named(other, listed.duty_date)}：{other.recorder}　{full(other.recorded_at)}"
        f"　原因：{other.reason}"
    )


def shown_text(listed: ListedEntry) -> str:
    """Return the text of an entry as lists show it; a withdrawal says what it takes back."""
    entry = listed.entry
    if not entry.is_withdrawal or listed.corrects is None:
        return entry.text
    return f"{WITHDRAWAL}{named(listed.corrects, listed.duty_date)}：{entry.text}"


def correction_word(listed: ListedEntry) -> str:
    """Return the mark of an entry that takes the place of another: 更正 or 撤回."""
    return WITHDRAWAL if listed.entry.is_withdrawal else CORRECTION


def item_note(listed: ListedEntry) -> str:
    """Return what an open item says whose entry was taken back."""
    return f"原记录（{day(listed.duty_date)}第{listed.entry.no}条）已撤回"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    refusals.WithdrawalStands: lambda e: f"第{e.no}条是撤回的记录，不能再更正或撤回。请另记一条。",
    refusals.EntryAlreadyWithdrawn: lambda e: (
        f"这条记录已由第{e.by_no}条撤回，不能再更正或撤回。现在的情况请另记一条。"
    ),
    refusals.AutomaticEntryStands: lambda e: (
        f"第{e.no}条是自动记下的，不能撤回。要说明的请另记一条。"
    ),
    refusals.EntryBeganIncident: lambda e: (
        f"突发事件{e.incident_no}“{e.title}”由第{e.no}条开始，不能撤回。"
        "不是突发事件的，请到突发事件里按误报结束。"
    ),
}
