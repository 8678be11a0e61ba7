"""Words of 谁管这事: why somebody is named, and the refusals of the unit's list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain import responsibility as domain
from dutydesk.domain.responsibility import Responsibility, Responsible, Why
from dutydesk.wording.incident import CATEGORY

WHY = {
    Why.PLACE: "属地",
    Why.AREA: "责任片区",
    Why.KIND: "主管、抢修",
    Why.COMMAND: "指挥部",
}


def why_words(one: Responsible) -> str:
    """Return 属地（安和一社区）, 主管、抢修（抢修）."""
    return f"{WHY[one.why]}（{one.said}）" if one.said else WHY[one.why]


def who_words(one: Responsible) -> str:
    """Return a name with post and A or B, or what the list calls it."""
    if one.card is None:
        return one.name
    contact = one.card.contact
    pair = f"{contact.role_pair.value}角" if contact.role_pair else ""
    return "　".join(part for part in (contact.name, contact.post, pair) if part)


def line_words(one: Responsible) -> str:
    """Return one answer as a line for people."""
    parts = (why_words(one), one.unit, who_words(one), one.phone or "没有号码")
    return "  ".join(part for part in parts if part)


def scope_words(line: Responsibility) -> str:
    """Return what a line of the list is for: 说到燃气、煤气; 种类：燃气泄漏; 公共卫生事件."""
    parts = []
    if line.words:
        parts.append(f"说到{'、'.join(line.words)}")
    if line.kinds:
        parts.append(f"种类：{'、'.join(line.kinds)}")
    elif line.category is not None:
        parts.append(CATEGORY[line.category])
    return "；".join(parts)


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    domain.ResponsibilityScopeMissing: lambda e: (
        f"“{e.name}”没有写管什么。请写说到哪些词、哪些种类，或选一个类别。"
    ),
}
