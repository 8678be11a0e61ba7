"""Words of open items."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain import open_item
from dutydesk.domain.open_item import OpenItemStatus
from dutydesk.wording.refusals import when

OPEN_ITEM_STATUS = {OpenItemStatus.OPEN: "未办结", OpenItemStatus.CLOSED: "已办结"}

SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    open_item.OpenItemClosed: lambda e: f"“{e.title}”已于{when(e.closed_at)}办结。",
    open_item.OpenItemResultMissing: lambda _: "办结要写明结果。请补上结果后再试。",
    open_item.OpenItemTitleMissing: lambda _: "未办结事项要写明是什么事。",
    open_item.OpenItemDueInPast: lambda e: f"时限{when(e.due_at)}已经过去。请改时限。",
}
