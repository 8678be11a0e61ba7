"""Words of subordinate units."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dutydesk.domain import reporting_unit as unit
from dutydesk.domain.reporting_unit import ReachResult

REACH_RESULT = {
    ReachResult.ANSWERED: "应答",
    ReachResult.NO_ANSWER: "无人接听",
    ReachResult.WRONG_NUMBER: "号码有误",
}

FIELD = {
    "name": "单位名称",
    "phone": "电话",
    "contact": "联系人",
    "title": "名称",
    "content": "情况",
    "reporter": "报告人",
    "correction_reason": "更正原因",
    "person": "接听人",
    "answer": "答复",
    "finding": "发现的问题",
    "action": "处理",
    "checker": "点名人",
}

RETIRED = "已停用"


def counted(names: Iterable[str]) -> str:
    """Return 3个社区, or 3个单位 where not all of them are communities."""
    found = list(names)
    word = "社区" if found and all(name.endswith("社区") for name in found) else "单位"
    return f"{len(found)}个{word}"


def listed(names: Iterable[str]) -> str:
    """Return names in one line."""
    return "、".join(names)


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    unit.ReportingUnitNameMissing: lambda _: "单位名称没有填。请补上后再记下。",
    unit.ReportingUnitExists: lambda e: f"清单里已有{e.name}。请直接改那一个，或换一个名称。",
    unit.ReportingUnitRetired: lambda e: f"{e.name}已停用。请先改回在用。",
    unit.ReportingTextTooLong: lambda e: (
        f"{FIELD.get(e.field, e.field)}有{e.length}字，最多{e.limit}字。请写短一些。"
    ),
    unit.NoUnitsInContacts: lambda _: (
        "通讯录里没有可列入的社区、街道。请先在通讯录里建好单位，或逐个列入。"
    ),
}
