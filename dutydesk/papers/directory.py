"""The directory (通讯录, domain.md §9.7): units in order, their duty numbers and their people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_directory import (
    Directory,
    DirectoryPerson,
    DirectoryUnit,
    masked_directory,
)
from dutydesk.papers import blocks
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT, REGISTER_NOTE, Align
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.when import whole_day

_MASKED = "张贴版（手机号码已隐去）"
_INTERNAL = "内部版"
_COLUMNS = (
    Column("姓名", 17, CELL_CENTER),
    Column("职务", 32, CELL_LEFT),
    Column("值班职责", 20, CELL_LEFT),
    Column("A/B角", 11, CELL_CENTER),
    Column("办公电话", 24, CELL_CENTER),
    Column("手机", 23, CELL_CENTER),
    Column("传真", 24, CELL_CENTER),
    Column("备注", 15, CELL_LEFT),
)


def directory_pdf(directory: Directory, fonts: PaperFonts | None = None) -> Pdf:
    """Set the directory by unit; a masked one prints no full mobile number anywhere."""
    if directory.is_masked:
        directory = masked_directory(directory)
    edition = _MASKED if directory.is_masked else _INTERNAL
    pages = Pages(
        f"{directory.unit} {directory.title}",
        REGISTER,
        fonts or paper_fonts(),
        Foot(left=edition, right="" if directory.is_masked else blocks.KEEP_INSIDE),
        is_practice=directory.is_practice,
    )
    blocks.register_title(pages, directory.unit, directory.title)
    _set_notes(pages, directory)
    people = [_cells(person) for unit in directory.units for person in unit.people]
    used = [n for n in range(len(_COLUMNS)) if not people or any(cells[n] for cells in people)]
    table = Table(pages, _widened(used, pages.frame.width))
    table.head()
    for unit in directory.units:
        _set_unit(table, unit, used)
    if not directory.units:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()
    return pages.close()


def _widened(used: Sequence[int], width: float) -> list[Column]:
    """Return the columns that hold anything at all; the others leave them their width."""
    columns = [_COLUMNS[n] for n in used]
    whole = sum(column.width for column in columns)
    return [replace(column, width=column.width * width / whole) for column in columns]


def _set_notes(pages: Pages, directory: Directory) -> None:
    numbers = [
        f"{name}：{value}"
        for name, value in (("值班电话", directory.duty_phone), ("传真", directory.fax))
        if value
    ]
    dated = f"更新日期：{whole_day(directory.as_of)}" if directory.as_of else ""
    at = (0, pages.y)
    if numbers:
        pages.put("　　".join(numbers), REGISTER_NOTE, at, pages.width * 0.68)
    if dated:
        pages.put(dated, replace(REGISTER_NOTE, align=Align.RIGHT), at, pages.width)
    if numbers or dated:
        pages.y += REGISTER_NOTE.leading + 2


def _set_unit(table: Table, unit: DirectoryUnit, used: Sequence[int]) -> None:
    table.carry(None)
    table.band(_unit_cell(unit, ""))
    table.carry(_unit_cell(unit, "（续）"))
    for person in unit.people:
        cells = _cells(person)
        table.row([cells[n] for n in used])


def _unit_cell(unit: DirectoryUnit, suffix: str) -> Cell:
    numbers = "".join(
        f"　{name}：{value}"
        for name, value in (("值班电话", unit.duty_phone), ("传真", unit.fax))
        if value
    )
    name = Piece("　" * unit.depth + unit.name + suffix, Role.HEI)
    return Cell((name, Piece(numbers)), style=CELL_LEFT)


def _cells(person: DirectoryPerson) -> list[str]:
    return [
        person.name,
        person.post,
        person.duty_role,
        person.role_pair,
        person.office_phone,
        person.mobile,
        person.fax,
        person.note,
    ]
