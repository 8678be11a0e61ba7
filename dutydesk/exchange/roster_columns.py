"""What the columns of a roster written as a list hold: dates, posts, telephones, remarks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import Enum, auto

from dutydesk.domain.contacts import name_key
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.shift import ShiftKind
from dutydesk.exchange.grid import Grid, is_blank
from dutydesk.exchange.heading_words import heading_key
from dutydesk.exchange.roster_dates import DateReader
from dutydesk.exchange.roster_names import names_in, post_in, shift_in

_LOOKED_AT = 30
_LONGEST_HEADING = 20
_SAMPLE = 40
_MOST = 0.6

_DATE = re.compile(r"日期|年月日|^月日$|^日$|^date$", re.IGNORECASE)
_WEAK_DATE = re.compile(r"^(值班)?时间$")
_WEEKDAY = re.compile(r"星期|礼拜|^周$|周几|周次")
_SHIFT = re.compile(r"班次|班别|时段|^班$|值班时间|^时间$")
_PHONE = re.compile(r"电话|手机|号码|联系方式|座机|固话|短号|tel|phone", re.IGNORECASE)
_NOTE = re.compile(r"备注|说明|附注|节假日|节日|日期性质|类型")
# What stands beside the people and is nobody's duty.
_ASIDE = re.compile(r"^(序号?|编号|no\.?|#|单位)$|职务|职位|职级|部门|科室|地点", re.IGNORECASE)


class ColumnKind(Enum):
    """What a column is for."""

    DATE = auto()
    WEEKDAY = auto()
    SHIFT = auto()
    PEOPLE = auto()
    PHONE = auto()
    NOTE = auto()
    ASIDE = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class RosterColumn:
    """One column; ``phone`` is the column with the numbers of these people."""

    index: int
    kind: ColumnKind
    heading: str
    post: str = ""
    shift: ShiftKind | None = None
    phone: int | None = None


@dataclass(frozen=True, slots=True)
class RosterBlock:
    """A date column with what belongs to it; a page may hold two side by side."""

    date: int
    columns: tuple[RosterColumn, ...]

    def of(self, kind: ColumnKind) -> tuple[RosterColumn, ...]:
        """Return the columns of a kind, from left to right."""
        return tuple(one for one in self.columns if one.kind is kind)


@dataclass(frozen=True, slots=True)
class RosterHeadings:
    """Where the rows of people begin, and what their columns hold."""

    rows: int
    titles: tuple[str, ...]
    blocks: tuple[RosterBlock, ...] = field(default_factory=tuple)


def headings_of(
    grid: Grid, own_posts: Mapping[str, str], dates: DateReader
) -> RosterHeadings | None:
    """Return the headings of a list, None for a table that is none."""
    for row in range(min(len(grid.rows), _LOOKED_AT)):
        if row in grid.across:
            continue
        rows, headings = _joined(grid, row)
        columns = [_column(index, text, own_posts) for index, text in enumerate(headings)]
        if not _are_headings(columns):
            continue
        dated = _dates(grid, rows, columns, dates)
        if dated:
            titles = tuple(cell for above in grid.rows[:row] for cell in above if cell)
            return RosterHeadings(rows, titles, _blocks(columns, dated))
    return None


def _are_headings(columns: Sequence[RosterColumn]) -> bool:
    """Tell headings from a title and from a row of people: several, most of them known."""
    filled = [one for one in columns if one.heading]
    known = [one for one in filled if one.kind is not ColumnKind.UNKNOWN]
    has_people = any(one.kind is ColumnKind.PEOPLE for one in known)
    return has_people and len(filled) > 1 and 2 * len(known) >= len(filled)


def _joined(grid: Grid, row: int) -> tuple[int, list[str]]:
    """Return where the rows below begin and the headings, two lines of them joined."""
    own = [grid.cell(row, column) for column in range(grid.width)]
    if not _goes_on(grid, row):
        return row + 1, own
    below = [grid.cell(row + 1, column) for column in range(grid.width)]
    upper = own
    if grid.has_merges is None:
        # A text file has no merged cells: a group reaches to the next heading of its line.
        upper = _carried_right(own, below)
    return row + 2, [
        a if a == b or not b else f"{a}{b}" for a, b in zip(upper, below, strict=True)
    ]


def _goes_on(grid: Grid, row: int) -> bool:
    """Tell whether the next row is a second line of headings."""
    if row + 1 >= len(grid.rows) or row + 1 in grid.across:
        return False
    above = [cell for cell in grid.rows[row] if cell]
    below = [cell for cell in grid.rows[row + 1] if cell]
    if len(above) < 2 or not any(_is_heading(cell) for cell in above):  # noqa: PLR2004 -- a title stands alone
        return False
    fresh = [
        grid.cell(row + 1, column)
        for column in range(grid.width)
        if (row + 1, column) not in grid.carried and grid.cell(row + 1, column)
    ]
    return bool(below) and bool(fresh) and all(_is_heading(cell) for cell in fresh)


def _is_heading(cell: str) -> bool:
    key = heading_key(cell)
    if not key or len(key) > _LONGEST_HEADING or any(sign.isdigit() for sign in key):
        return False
    kinds = (_DATE, _WEEKDAY, _SHIFT, _PHONE, _NOTE)
    is_word = any(pattern.search(key) for pattern in kinds) and key[:2] != "星期"
    return is_word or key == "星期" or bool(post_in(key))


def _carried_right(own: Sequence[str], below: Sequence[str]) -> list[str]:
    carried, found = "", []
    for above, under in zip(own, below, strict=True):
        carried = above or (carried if under else "")
        found.append(above or carried)
    return found


def _column(index: int, heading: str, own_posts: Mapping[str, str]) -> RosterColumn:
    key = heading_key(heading)
    shift = shift_in(key)
    own = own_posts.get(name_key(heading), "")
    if own:
        return RosterColumn(index, ColumnKind.PEOPLE, heading, own, shift)
    if not key or len(key) > _LONGEST_HEADING:
        return RosterColumn(index, ColumnKind.UNKNOWN, heading)
    for pattern, kind in (
        (_ASIDE, ColumnKind.ASIDE),
        (_NOTE, ColumnKind.NOTE),
        (_WEEKDAY, ColumnKind.WEEKDAY),
        (_PHONE, ColumnKind.PHONE),
        (_SHIFT, ColumnKind.SHIFT),
        (_DATE, ColumnKind.DATE),
    ):
        if pattern.search(key):
            return RosterColumn(index, kind, heading, post_in(_PHONE.sub("", key)), shift)
    post = post_in(key)
    kind = ColumnKind.PEOPLE if post else ColumnKind.UNKNOWN
    return RosterColumn(index, kind, heading, post, shift)


def _dates(grid: Grid, rows: int, columns: Sequence[RosterColumn], dates: DateReader) -> list[int]:
    """Return the date columns: by heading, else by what stands in them."""
    named = [one.index for one in columns if one.kind is ColumnKind.DATE]
    if named:
        return named
    weak = [one.index for one in columns if _WEAK_DATE.search(heading_key(one.heading))]
    loose = [one.index for one in columns if one.kind is ColumnKind.UNKNOWN]
    for index in (*weak, *loose):
        cells = [grid.cell(row, index) for row in range(rows, len(grid.rows))][:_SAMPLE]
        filled = [cell for cell in cells if not is_blank(cell)]
        read = [cell for cell in filled if dates.days(cell)]
        if filled and len(read) >= _MOST * len(filled):
            return [index]
    return []


def _blocks(columns: Sequence[RosterColumn], dated: Sequence[int]) -> tuple[RosterBlock, ...]:
    ends = [*dated[1:], len(columns)]
    blocks = []
    for place, (start, end) in enumerate(zip(dated, ends, strict=True)):
        first = 0 if place == 0 else start
        own = [one for one in columns[first:end] if one.index != start]
        blocks.append(RosterBlock(start, _with_phones(own)))
    return tuple(blocks)


def _with_phones(columns: Sequence[RosterColumn]) -> tuple[RosterColumn, ...]:
    """Give each column of numbers to the people its heading names, else to those on its left."""
    phones: dict[int, int] = {}
    left: RosterColumn | None = None
    people = [one for one in columns if one.kind is ColumnKind.PEOPLE]
    for column in columns:
        if column.kind is ColumnKind.PEOPLE:
            left = column
        elif column.kind is ColumnKind.PHONE:
            named = [one for one in people if column.post and one.post == column.post]
            near = [one for one in named if column.shift in {None, one.shift}]
            owner = near[0] if len(near) == 1 else left
            if owner is not None and owner.index not in phones:
                phones[owner.index] = column.index
    return tuple(
        RosterColumn(one.index, one.kind, one.heading, one.post, one.shift, phones.get(one.index))
        for one in columns
    )


def holds_people(grid: Grid, rows: int, column: int) -> bool:
    """Tell whether anything stands in a column that could be people."""
    return any(names_in(grid.cell(row, column)) for row in range(rows, len(grid.rows)))
