"""Words of open items."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain import open_item, open_item_progress
from dutydesk.domain.open_item import Importance, OpenItemStatus
from dutydesk.domain.open_item_progress import OpenItemProgress, ProgressKind
from dutydesk.wording.when import moment, with_year

OPEN_ITEM_STATUS = {OpenItemStatus.OPEN: "未办结", OpenItemStatus.CLOSED: "已办结"}

IMPORTANCE = {Importance.ORDINARY: "一般", Importance.IMPORTANT: "重要"}

PROGRESS_KIND = {
    ProgressKind.NOTE: "进展",
    ProgressKind.CLOSED: "办结",
    ProgressKind.REOPENED: "重新办理",
}


def progress_words(step: OpenItemProgress) -> str:
    """Return one step as papers and lists say it: 11月21日 03:10 市政已到场（甲某）."""
    word = "" if step.kind is ProgressKind.NOTE else f"{PROGRESS_KIND[step.kind]}："
    return f"{moment(step.at)} {word}{step.text.strip()}（{step.recorder}）"


OPEN_ITEM_FIELD = {
    "title": "事项",
    "owner": "承办",
    "attention": "提醒下一班",
    "result": "办理结果",
    "reason": "原因",
}

SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    open_item.OpenItemClosed: lambda e: f"“{e.title}”已于{moment(e.closed_at)}办结。",
    open_item.OpenItemResultMissing: lambda _: "办结要写明结果。请补上结果后再试。",
    open_item.OpenItemTitleMissing: lambda _: "未办结事项要写明是什么事。",
    open_item.OpenItemTextTooLong: lambda e: (
        f"{OPEN_ITEM_FIELD.get(e.field, e.field)}有{e.length}字，最多{e.limit}字。请写短一些。"
    ),
    open_item.OpenItemDueInPast: lambda e: f"时限{with_year(e.due_at)}已经过去。请改时限。",
    open_item.OpenItemRemindInPast: lambda e: (
        f"提醒时间{with_year(e.remind_at)}已经过去。请改成以后的时间。"
    ),
    open_item_progress.ProgressTextMissing: lambda _: "进展没有填。请写明办到哪一步。",
    open_item_progress.ProgressTextTooLong: lambda e: (
        f"进展有{e.length}字，最多{e.limit}字。请分成几条记下。"
    ),
    open_item_progress.ProgressInFuture: lambda e: (
        f"时间{with_year(e.at)}晚于现在（{with_year(e.now)}）。请改时间，或核对本机时钟。"
    ),
    open_item_progress.OpenItemStillOpen: lambda e: f"“{e.title}”还没有办结，不用重新办理。",
    open_item_progress.ReopenReasonMissing: lambda _: "重新办理要写明原因。请补上后再试。",
}
