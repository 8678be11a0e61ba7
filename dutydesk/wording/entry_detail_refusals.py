"""The sentence for a detail that a kind of entry does not ask for or that cannot be kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain.entry_detail import DETAILS, DetailType, DetailUnfit, field_of
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.entry_detail import CHOICE, DETAIL


def _unfit(error: DetailUnfit) -> str:
    field = field_of(error.kind, error.name)
    word = DETAIL.get(error.name, error.name)
    if field is None:
        known = "、".join(f"{one.name} {DETAIL[one.name]}" for one in DETAILS[error.kind])
        return f"{ENTRY_KIND[error.kind]}没有“{word}”这一项。可用：{known or '无'}。"
    if not error.value:
        return f"{word}没有填。请补上后再试。"
    if field.type is DetailType.CHOICE:
        known = "、".join(f"{value} {CHOICE[field.name][value]}" for value in field.choices)
        return f"{word}不对：{error.value}。可用：{known}。"
    if field.type is DetailType.FLAG:
        return f"{word}不对：{error.value}。可用：yes 是、no 否。"
    if field.type is DetailType.NUMBER:
        return f"{word}不对：{error.value}。请写成 0 到 9999 的数字。"
    return f"{word}不对：{error.value}。请改正后再试。"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {DetailUnfit: _unfit}
