"""The list of equipment (设备检查表): what there is, how it stands, and the checks of a span."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_equipment_list import EquipmentCheckRow, EquipmentList, EquipmentRow
from dutydesk.papers import blocks
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT, REGISTER_NOTE
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.entry_register import span_words
from dutydesk.wording.equipment import TEST_CALL, UNCHECKED
from dutydesk.wording.joining import joined
from dutydesk.wording.when import clock, day, day_and_clock

_TITLE = "设备检查登记表"
_ITEMS = (
    Column("序号", 9, CELL_CENTER),
    Column("设备", 30, CELL_LEFT),
    Column("位置", 20, CELL_LEFT),
    Column("号码", 25, CELL_CENTER),
    Column("最近检查", 17, CELL_CENTER),
    Column("结果", 15, CELL_CENTER),
    Column("情况", 28),
    Column("下次试呼", 22, CELL_CENTER),
)
# Left out where no item has one.
_SPARED = frozenset({"位置", "号码", "下次试呼"})
_CHECKED, _WRITTEN, _ONE_LINE = "最近检查", ("设备", "情况"), 7.0
_CHECKS = (
    Column("时间", 24, CELL_CENTER),
    Column("设备", 52, CELL_LEFT),
    Column("结果", 15, CELL_CENTER),
    Column("电量、试呼", 20, CELL_CENTER),
    Column("情况、报给", 37),
    Column("检查人", 18, CELL_CENTER),
)


def equipment_list_pdf(equipment: EquipmentList, fonts: PaperFonts | None = None) -> Pdf:
    """Set the list and the checks; what is empty prints 无."""
    span = span_words(equipment.span)
    pages = Pages(
        f"{_TITLE} {span}",
        REGISTER,
        fonts or paper_fonts(),
        Foot(left=f"{_TITLE}　{span}", right=blocks.KEEP_INSIDE),
        is_practice=equipment.is_practice,
    )
    blocks.register_title(pages, equipment.unit, _TITLE)
    pages.put(f"时间：{span}", REGISTER_NOTE, (0, pages.y), pages.width)
    pages.y += REGISTER_NOTE.leading + 2
    blocks.section(pages, "一、设备清单")
    _set_items(pages, equipment.items)
    blocks.section(pages, "二、检查记录")
    checks = Table(pages, _CHECKS)
    checks.head()
    for number, check in enumerate(equipment.checks, 1):
        # The line to sign never stands alone on a page.
        keep = blocks.MAKERS_HEIGHT if number == len(equipment.checks) else 0.0
        checks.row(_check(check), keep=keep)
    _close(checks, is_empty=not equipment.checks)
    blocks.makers(pages)
    return pages.close()


def _set_items(pages: Pages, items: Sequence[EquipmentRow]) -> None:
    rows = [_item(number, item) for number, item in enumerate(items, 1)]
    used = [
        n
        for n, column in enumerate(_ITEMS)
        if column.head not in _SPARED or not rows or any(row[n] for row in rows)
    ]
    table = Table(pages, _widened([_ITEMS[n] for n in used], pages.frame.width))
    table.head()
    for row in rows:
        table.row([row[n] for n in used])
    _close(table, is_empty=not rows)


def _widened(columns: Sequence[Column], width: float) -> list[Column]:
    """Return the columns filling the width: a time on one line first, then what is written."""
    spare = width - sum(column.width for column in columns)
    more = {_CHECKED: min(spare, _ONE_LINE)}
    rest = (spare - more[_CHECKED]) / len(_WRITTEN)
    more |= dict.fromkeys(_WRITTEN, rest)
    return [replace(one, width=one.width + more.get(one.head, 0.0)) for one in columns]


def _item(number: int, item: EquipmentRow) -> list[str | Cell]:
    at = day_and_clock(item.checked_at) if item.checked_at else UNCHECKED
    due = f"{day(item.test_due)}前" if item.test_due else ""
    rule = Piece(f"（{item.rule}）", Role.KAI) if item.rule else Piece("")
    return [
        str(number),
        Cell((Piece(item.name), rule)),
        item.location,
        item.number,
        at,
        _result(item.result, is_fault=item.is_fault),
        item.note,
        due,
    ]


def _check(check: EquipmentCheckRow) -> list[str | Cell]:
    first, last = day_and_clock(check.since), clock(check.until)
    at = first if clock(check.since) == last else f"{first}至{last}"
    test = TEST_CALL if check.is_test_call else ""
    told = f"已报{check.fault_reported_to}" if check.fault_reported_to else ""
    return [
        at,
        "；".join(check.names),
        _result(check.result, is_fault=check.is_fault),
        "，".join(part for part in (check.charge, test) if part),
        joined((check.note, told), "，"),
        check.recorder,
    ]


def _result(word: str, *, is_fault: bool) -> Cell:
    style = replace(CELL_CENTER, role=Role.HEI) if is_fault else CELL_CENTER
    return Cell((Piece(word),), style=style)


def _close(table: Table, *, is_empty: bool) -> None:
    if is_empty:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()
