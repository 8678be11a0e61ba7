"""The words of a slot's history: what was done to it, its fields, their values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dutydesk.wording.roster import SLOT_SOURCE
from dutydesk.wording.shift import SHIFT_KIND

ACTION = {
    "roster.put": "排班",
    "roster.clear": "清空",
    "roster.generate": "自动排班",
    "roster.import": "导入值班表",
    "roster.swap": "调班、替班",
    "roster.undo": "撤回调班",
}
FIELD = {
    "duty_date": "日期",
    "shift": "班次",
    "person": "姓名",
    "source": "来源",
    "phone": "电话",
    "note": "备注",
    "seat": "第几人",
}
HIDDEN = frozenset({"member_id", "post_id"})
CHOICE: dict[tuple[str, str], Mapping[Any, str]] = {
    ("roster_slot", "shift"): SHIFT_KIND,
    ("roster_slot", "source"): SLOT_SOURCE,
}
