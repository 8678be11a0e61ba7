"""The rows of the list of equipment, and what is known of one item."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from dutydesk.domain.equipment import EquipmentCheck
from dutydesk.domain.equipment_due import EquipmentState, matters_of
from dutydesk.services.equipment import EquipmentView
from dutydesk.ui.widgets.row_table import RowColumn, TableRow
from dutydesk.wording import equipment as words
from dutydesk.wording import when

COLUMNS = (
    RowColumn("本班", "▲ 已报修"),
    RowColumn("设备"),
    RowColumn("最近一次检查", "12月28日 23:15 某某某"),
    RowColumn("情况、要办的事", "已报修，卡纸，搓纸轮打滑，已报信息中心"),
)
_CHECKS_TOLD = 3


def told_of(view: EquipmentView, now: datetime) -> dict[str, list[str]]:
    """Return what must be known of each item, in words."""
    told: dict[str, list[str]] = {}
    for state, matter in matters_of(view.states, now, view.ahead):
        told.setdefault(state.item.id, []).append(words.matter_words(matter))
    return told


def row_of(
    state: EquipmentState, shift_id: str | None, told: dict[str, list[str]], now: datetime
) -> TableRow:
    """Return the row of one item; ``told`` is what must be known of each."""
    item, last = state.item, state.last
    needs = told.get(item.id, [])
    found = "" if last is None or state.is_fault else words.found_words(last)
    at = f"{when.near(last.checked_at, now)} {last.recorder}" if last else words.UNCHECKED
    said = "；".join(needs) or found
    cells = (_mark(state, shift_id), item.name, at, said)
    return TableRow(item.id, cells, "overdue" if state.is_fault else "soon" if needs else "")


def _mark(state: EquipmentState, shift_id: str | None) -> str:
    if not state.item.is_active:
        return words.RETIRED
    if state.last is None or not state.is_checked_in(shift_id):
        return f"▲ {words.UNCHECKED}" if state.is_fault else f"○ {words.UNCHECKED}"
    shape = "▲" if state.is_fault else "✓"
    return f"{shape} {words.EQUIPMENT_RESULT[state.last.result]}"


def story(
    state: EquipmentState, checks: Sequence[EquipmentCheck], *, is_low: bool = False
) -> list[str]:
    """Return what an item is asked and what was found of late, one line each.

    Where the room is low the list keeps its rows; they tell the last check themselves.
    """
    asked = words.rule_words(state.item)
    due = f"，下次试呼在{when.day(state.test_due)}前" if state.test_due else ""
    item = state.item
    name = "　".join(part for part in (item.name, item.location, item.number) if part)
    head = f"{name}：{asked}{due}" if asked else name
    lines = [
        f"{when.full(one.checked_at)} {one.recorder}　{words.found_words(one)}"
        for one in checks[: 0 if is_low else _CHECKS_TOLD]
    ]
    return [head, *lines]
