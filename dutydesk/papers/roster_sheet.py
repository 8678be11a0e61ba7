"""The roster 值班表 of a month: one line a day, so that a month stands on one page.

The sheet with telephone numbers stays inside; the one to post up has none. Days off are told by
their word and by a tint, which a copier may lose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import WEEKDAYS
from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_roster_sheet import RosterSheet, RosterSheetPerson, RosterSheetRow
from dutydesk.papers import blocks
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import (
    CELL_CENTER,
    CELL_LEFT,
    MM,
    REGISTER_NOTE,
    REGISTER_TITLE,
    REGISTER_UNIT,
    Align,
    Colour,
)
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.papers.title import balanced
from dutydesk.wording.roster_sheet import DRAFT, month_title
from dutydesk.wording.when import whole_day

_TINT: Colour = (0.91, 0.91, 0.91)
_LEADING = 11.2
"""Of a cell, in points: 31 days with head and foot on one page."""
_CENTER, _LEFT = replace(CELL_CENTER, leading=_LEADING), replace(CELL_LEFT, leading=_LEADING)
_NOTE = replace(REGISTER_NOTE, leading=12.6)
_ROW = 5.6
_DATE, _WEEKDAY, _SHIFT, _KIND = 9.5, 8.5, 9.0, 15.0
_WITH_PHONE, _NAME, _LEAST_NOTE, _MOST_NOTE = 35.0, 12.0, 15.0, 30.0
_OVER_FOOT = 4.0


@dataclass(frozen=True)
class _Shape:
    """The columns of one sheet: whether it tells the shift, and which posts have numbers."""

    has_shifts: bool
    with_phones: tuple[bool, ...]


def roster_sheet_pdf(sheet: RosterSheet, fonts: PaperFonts | None = None) -> Pdf:
    """Set the roster; a month without a slot prints 无."""
    pages = Pages(
        month_title(sheet.month),
        REGISTER,
        fonts or paper_fonts(),
        roster_foot(sheet),
        is_practice=sheet.is_practice,
    )
    set_roster(pages, sheet)
    return pages.close()


def roster_foot(sheet: RosterSheet) -> Foot:
    """Return the foot of a roster."""
    return Foot(
        left=f"{month_title(sheet.month)}{f'（{DRAFT}）' if sheet.is_draft else ''}",
        right="" if sheet.is_to_post_up else blocks.KEEP_INSIDE,
    )


def set_roster(pages: Pages, sheet: RosterSheet) -> None:
    """Set a roster where the pages stand."""
    _head(pages, sheet, month_title(sheet.month))
    shape = _shape(sheet)
    table = Table(pages, _columns(sheet, shape), row_height=_ROW)
    table.head()
    foot = _foot_lines(sheet)
    keep = _foot_height(pages, foot)
    for day, found in groupby(sheet.rows, key=lambda row: row.day):
        rows = [_cells(row, shape, goes_on=at > 0) for at, row in enumerate(found)]
        # The shifts of a day stand together, for weekday and holiday are told once.
        kept = [table.measure(rows[at + 1 :], has_head=False) for at in range(len(rows))]
        if day == sheet.rows[-1].day:
            kept = [height + keep for height in kept]
        for at, (row, height) in enumerate(zip(rows, kept, strict=True)):
            table.row(row, goes_on=at > 0, keep=height)
    if not sheet.rows:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()
    _foot(pages, sheet, foot)


def _head(pages: Pages, sheet: RosterSheet, title: str) -> None:
    for text, style in ((sheet.unit, REGISTER_UNIT), (title, REGISTER_TITLE)):
        if text:
            pages.set_lines(balanced(pages.breaker, text, style, pages.width), style)
    phones = [
        f"{word}：{number}"
        for word, number in (("值班电话", sheet.duty_phone), ("传真", sheet.duty_fax))
        if number
    ]
    state = DRAFT if sheet.is_draft else f"第{sheet.version}版"
    pages.put("　　".join(phones), _NOTE, (0, pages.y), pages.width)
    marked = Piece(f"（{state}）") if not sheet.is_draft else blocks.marked(f"（{state}，未发布）")
    pages.put((marked,), replace(_NOTE, align=Align.RIGHT), (0, pages.y), pages.width)
    pages.y += _NOTE.leading + 2


def _shape(sheet: RosterSheet) -> _Shape:
    with_phones = tuple(
        any(person.phone for row in sheet.rows for person in row.cells[at])
        for at in range(len(sheet.posts))
    )
    return _Shape(any(row.shift for row in sheet.rows), with_phones)


def _columns(sheet: RosterSheet, shape: _Shape) -> list[Column]:
    """Return the columns; posts share what the rest leaves, those with numbers get twice."""
    before = [Column("日期", _DATE, _CENTER), Column("星期", _WEEKDAY, _CENTER)]
    if shape.has_shifts:
        before.append(Column("班次", _SHIFT, _CENTER))
    before.append(Column("节假日", _KIND, _CENTER))
    rest = REGISTER.width - sum(column.width for column in before)
    wanted = [_WITH_PHONE if has else _NAME for has in shape.with_phones]
    note = min(_MOST_NOTE, max(_LEAST_NOTE, rest - sum(wanted)))
    factor = (rest - note) / sum(wanted) if wanted else 0.0
    posts = [
        Column(f"{name}（电话）" if has else name, width * factor, _CENTER)
        for name, has, width in zip(sheet.posts, shape.with_phones, wanted, strict=True)
    ]
    return [*before, *posts, Column("备注", note if wanted else rest, _LEFT)]


def _cells(row: RosterSheetRow, shape: _Shape, *, goes_on: bool) -> list[Cell]:
    weekday = WEEKDAYS[row.day.weekday()]
    told = [f"{row.day.day}日", "" if goes_on else weekday]
    if shape.has_shifts:
        told.append(row.shift)
    told.append("" if goes_on else row.day_kind)
    tint = _TINT if row.is_rest_day else None
    return [
        *(Cell((Piece(text),), tint=tint) for text in told),
        *(Cell(_people(people), tint=tint) for people in row.cells),
        Cell((Piece(row.note),), tint=tint),
    ]


def _people(people: Sequence[RosterSheetPerson]) -> tuple[Piece, ...]:
    if not people:
        return (Piece(blocks.NOBODY),)
    lines = [f"{one.name}{one.mark}{f' {one.phone}' if one.phone else ''}" for one in people]
    return (Piece("\n".join(lines)),)


def _foot_lines(sheet: RosterSheet) -> list[str]:
    lines = [f"{note.mark} {note.told}" for note in sheet.changes]
    if sheet.remarks:
        numbered = (
            [f"{number}. {text}" for number, text in enumerate(sheet.remarks, 1)]
            if len(sheet.remarks) > 1
            else list(sheet.remarks)
        )
        lines.append("说明：" + " ".join(numbered))
    return lines


def _foot_height(pages: Pages, lines: Sequence[str]) -> float:
    broken = sum(len(pages.breaker.lines(text, _NOTE, pages.width)) for text in lines)
    height = _OVER_FOOT + broken * _NOTE.leading + blocks.MAKERS_HEIGHT
    return min(height, 60 * MM)


def _foot(pages: Pages, sheet: RosterSheet, lines: Sequence[str]) -> None:
    pages.y += _OVER_FOOT
    for text in lines:
        pages.set_lines(pages.breaker.lines(text, _NOTE, pages.width), _NOTE)
    dated = whole_day(sheet.dated) if sheet.dated else ""
    blocks.makers(pages, sheet.prepared_by, sheet.reviewed_by, dated)
