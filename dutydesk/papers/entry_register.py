"""The registers of one kind of entries each (domain.md §9.7): one way of setting, columns as data.

A corrected row stays, struck, and its correction takes its place under the same number; what was
recorded later stands in the row it goes on with, behind 续 and its time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, datetime

from dutydesk.domain.instants import china
from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_entry_register import (
    EntryRegister,
    RegisterAddition,
    RegisterPart,
    RegisterRow,
)
from dutydesk.papers import blocks
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.register_columns import (
    FORMS,
    NUMBER,
    TEXT,
    TIME,
    RegisterColumn,
    RegisterForm,
)
from dutydesk.papers.styles import CELL_CENTER, REGISTER_NOTE, Align
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.entry_register import field_word, said_briefly, span_words
from dutydesk.wording.paper import PAPER_KIND
from dutydesk.wording.when import clock, day, day_and_clock, whole_day

_SEPARATOR = "；"
_NARROW = 14
# What a later entry says of itself stands in the line of its text: who called, what it is.
_CALLER = ("source", "person", "phone")
_BESIDE_TEXT = frozenset({*_CALLER, "kind", "recorder"})


def entry_register_pdf(register: EntryRegister, fonts: PaperFonts | None = None) -> Pdf:
    """Set one register; one without entries prints 无."""
    form = FORMS[register.kind]
    title = PAPER_KIND[register.kind]
    span = span_words(register.span)
    pages = Pages(
        f"{title} {span}",
        form.frame,
        fonts or paper_fonts(),
        Foot(left=f"{title}　{span}", right=blocks.KEEP_INSIDE),
        is_practice=register.is_practice,
    )
    blocks.register_title(pages, register.unit, title)
    _set_head(pages, register, form)
    for part in register.parts:
        if part.name in form.headings:
            blocks.section(pages, form.headings[part.name])
        _set_part(pages, form.columns[part.name], part, register)
    blocks.makers(pages)
    return pages.close()


def _set_head(pages: Pages, register: EntryRegister, form: RegisterForm) -> None:
    right = replace(REGISTER_NOTE, align=Align.RIGHT)
    struck = f"，另撤回或改记 {register.struck_only} 条" if register.struck_only else ""
    at = (0.0, pages.y)
    days = f"值班日期：{span_words(register.span)}"
    if form.remark:
        days += f"　　{form.remark}"
    pages.put(days, REGISTER_NOTE, at, pages.width)
    pages.put(f"共 {register.count} 条{struck}", right, at, pages.width)
    pages.y += REGISTER_NOTE.leading + 2


def _set_part(
    pages: Pages,
    columns: Sequence[RegisterColumn],
    part: RegisterPart,
    register: EntryRegister,
) -> None:
    table = Table(pages, [Column(one.head, one.width, one.style) for one in columns])
    table.head()
    is_one_year = register.span.since.year == register.span.until.year
    before, last = 0, part.rows[-1] if part.rows else None
    for row in part.rows:
        cells = [_cell(one, row, columns, is_one_year=is_one_year) for one in columns]
        # The line to sign never stands alone on a page.
        keep = blocks.MAKERS_HEIGHT if row is last else 0.0
        table.row(cells, goes_on=row.no == before, keep=keep)
        before = row.no
    if not part.rows:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()


def _cell(
    column: RegisterColumn,
    row: RegisterRow,
    columns: Sequence[RegisterColumn],
    *,
    is_one_year: bool,
) -> Cell:
    if NUMBER in column.fields:
        return Cell((Piece(str(row.no)),))
    if TIME in column.fields:
        return _time(row, is_one_year=is_one_year)
    if TEXT in column.fields:
        return _text(row, columns)
    lines = _lines(column, row.words)
    after: list[Piece] = []
    for later in row.additions:
        told = {name: word for name, word in later.words.items() if name not in _BESIDE_TEXT}
        found = _lines(column, told)
        if found:
            begin = "\n" if after else ""
            # The text says when; a narrow column has no room for it.
            when = _later(later.at, row.at) if column.width > _NARROW else ""
            after.append(blocks.marked(f"{begin}续{when} "))
            after.append(Piece("\n".join(found)))
    return Cell((Piece("\n".join(lines)),), is_struck=row.is_struck, after=tuple(after))


def _time(row: RegisterRow, *, is_one_year: bool) -> Cell:
    here = china(row.at).date()
    date_words = day(here) if is_one_year else f"{here.year}年\n{day(here)}"
    mark = f"迟记\n{_later(row.recorded_at, row.at)}" if row.is_late else ""
    return Cell((Piece(f"{date_words}\n{clock(row.at)}"),), is_struck=row.is_struck, mark=mark)


def _text(row: RegisterRow, columns: Sequence[RegisterColumn]) -> Cell:
    pieces: list[Piece] = []
    if row.corrected_at is not None:
        why = f"（{row.correction_reason}）" if row.correction_reason else ""
        pieces.append(blocks.marked(f"【更正 {day_and_clock(row.corrected_at)}】"))
        pieces.append(Piece(f"{why}\n"))
    if row.continues is not None:
        named = f"第{row.continues.no}条"
        begun: date | None = row.continues.duty_date
        pieces.append(blocks.marked(f"【接{day(begun) if begun else ''}值班日志{named}】\n"))
    pieces.append(Piece(row.words.get(TEXT, "")))
    pieces += _rest(row.words, columns)
    after: list[Piece] = []
    for later in row.additions:
        begin = "\n" if after else ""
        after += _went_on(later, row, columns, begin)
    # What went on was not taken back with what it went on from.
    return Cell(tuple(pieces), is_struck=row.is_struck, mark=row.struck_mark, after=tuple(after))


def _went_on(
    later: RegisterAddition, row: RegisterRow, columns: Sequence[RegisterColumn], begin: str
) -> list[Piece]:
    """Return the line of a later entry: who, what, and what has no column here."""
    words = later.words
    head = f"续 {_later(later.at, row.at)} {'【更正】' if later.is_corrected else ''}"
    who = " ".join(words[name] for name in _CALLER if words.get(name))
    kind = words.get("kind", "")
    before = " ".join(part for part in (kind, who) if part)
    said = f"{before}：{words[TEXT]}" if before else words[TEXT]
    pieces = [blocks.marked(f"{begin}{head}"), Piece(said)]
    told = {name: word for name, word in words.items() if name not in {*_CALLER, "kind"}}
    return pieces + _rest(told, columns, without={"recorder"})


def _rest(
    words: Mapping[str, str],
    columns: Sequence[RegisterColumn],
    without: Set[str] = frozenset(),
) -> list[Piece]:
    """Return what no column of this register takes, with its words: nothing is left out."""
    placed = {name for column in columns for name in (*column.fields, *column.named)}
    placed = (placed | {"kind"}) - without
    found = [
        f"{field_word(name)}：{word}"
        for name, word in words.items()
        if word and name not in placed
    ]
    return [Piece(f"（{_SEPARATOR.join(found)}）")] if found else []


def _lines(column: RegisterColumn, words: Mapping[str, str]) -> list[str]:
    """Return the lines of one cell: fields as they are, then the named ones."""
    plain = [words[name] for name in column.fields if words.get(name)]
    named = [said_briefly(name, words[name]) for name in column.named if words.get(name)]
    return plain + named


def _later(instant: datetime, since: datetime) -> str:
    """Return the clock of a later instant with as much of its day as is needed."""
    here, before = china(instant).date(), china(since).date()
    if here == before:
        return clock(instant)
    if (here.year, here.month) == (before.year, before.month):
        return f"{here.day}日{clock(instant)}"
    if here.year == before.year:
        return day_and_clock(instant)
    return f"{whole_day(here)}{clock(instant)}"
