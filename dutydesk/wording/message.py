"""Words of a message that was read: its fields, how closely it tells the time, its refusals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain.instants import china
from dutydesk.domain.message_reading import (
    MESSAGE_FIGURES,
    MessageEmpty,
    MessageFileMissing,
    MessageFileUnreadable,
    MessageReading,
    MessageTooLong,
    TimePrecision,
)
from dutydesk.wording.incident import CATEGORY, FIELD
from dutydesk.wording.when import whole_day, with_year

MESSAGE_FIELDS = ("category", "kind", "occurred_at", "place", *MESSAGE_FIGURES)
"""What a message is read for, in the order of the form."""

NOT_STATED = "未提及"

_PARTS = (
    (6, "凌晨"),
    (8, "早晨"),
    (11, "上午"),
    (12, "中午"),
    (17, "下午"),
    (18, "傍晚"),
    (24, "晚上"),
)


def field_value(reading: MessageReading, field: str) -> str:
    """Return what was read of a field in words; empty when the message does not state it."""
    value = getattr(reading, field)
    if value is None:
        return ""
    if field == "category":
        return CATEGORY[value]
    if field == "occurred_at":
        return _when(reading)
    return f"{value}人" if field in MESSAGE_FIGURES else str(value)


def reading_lines(reading: MessageReading) -> list[str]:
    """Return a reading for people, a field a line."""
    return [
        f"{FIELD[field]}：{field_value(reading, field) or NOT_STATED}" for field in MESSAGE_FIELDS
    ]


def _when(reading: MessageReading) -> str:
    at = reading.occurred_at
    assert at is not None  # noqa: S101 -- asked only where it is stated
    if reading.occurred_precision is TimePrecision.MINUTE:
        return with_year(at)
    if reading.occurred_precision is TimePrecision.HOUR:
        return f"{with_year(at)}左右"
    said = whole_day(china(at).date())
    if reading.occurred_precision is TimePrecision.PART_OF_DAY:
        said += next(word for end, word in _PARTS if china(at).hour < end)
    return f"{said}，时刻未说明"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    MessageEmpty: lambda _: "没有可读的文字。请把短信、通知的原文贴进来或写进文件。",
    MessageTooLong: lambda e: f"文字有{e.length}字，超过{e.limit}字。请只留与事件有关的一段再读。",
    MessageFileMissing: lambda e: f"找不到或打不开文件“{e.name}”。请检查文件位置和权限。",
    MessageFileUnreadable: lambda e: (
        f"“{e.name}”不是文字，读不出来。请用记事本打开原文，另存为文本文件再读。"
    ),
}
