"""Words of saved filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain import saved_filter

SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    saved_filter.SavedFilterNameMissing: lambda _: "这组条件没有名称。请起个名称再保存。",
    saved_filter.SavedFilterNameTooLong: lambda e: f"名称最多{e.limit}个字。请写短一些。",
    saved_filter.SavedFilterEmpty: lambda _: "还没有条件可保存。请先写上要找的内容。",
    saved_filter.SavedFilterKnown: lambda e: f"已有名为“{e.name}”的条件。请换个名称。",
    saved_filter.SavedFilterNotYours: lambda e: f"“{e.name}”是别人自用的条件，没有改动。",
}
