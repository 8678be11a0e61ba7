"""Guessing what the columns of a foreign table hold: by headings, without any by the cells."""

from __future__ import annotations

import re
from dataclasses import replace

from dutydesk.domain.contact_file import (
    PHONE_KINDS,
    UNIT_LEVELS,
    ColumnGuess,
    ContactField,
    SheetMapping,
    SheetPreview,
)
from dutydesk.exchange.cell_guess import columns_by_cells
from dutydesk.exchange.grid import Grid, is_blank
from dutydesk.exchange.heading_words import field_of, heading_key, role_pair_of, unit_in_title

_LOOKED_AT = 30
_PREVIEW_ROWS = 8
_PHONE_WORDS = re.compile(
    r"(手机|移动|办公|固定|联系|值班)*(电话|座机|号码|手机号码|手机号|手机|方式)"
)
_NAME_HEADINGS = frozenset({"姓名", "名字"})
_FILLER = re.compile(r"姓?名$")


def guess(grid: Grid) -> SheetPreview:
    """Return the mapping of one table with its first rows; without any hint it is ignored."""
    heading_rows, headings = _headings(grid)
    columns = columns_by_cells(grid)
    if heading_rows:
        columns = _with_the_rest(grid, heading_rows, _columns(headings))
    is_roster = _is_roster(columns)
    mapping = SheetMapping(
        sheet=grid.sheet,
        heading_rows=heading_rows,
        columns=columns,
        default_unit=_default_unit(grid, heading_rows, columns),
        is_ignored=is_roster or not names_people(columns),
    )
    below = grid.rows[heading_rows:]
    return SheetPreview(
        mapping=mapping,
        first_rows=below[:_PREVIEW_ROWS],
        row_count=sum(any(row) for row in below),
        is_roster=is_roster,
    )


def names_people(columns: tuple[ColumnGuess, ...]) -> bool:
    """Tell whether the columns are enough for contacts: names, or units with telephones."""
    fields = {column.field for column in columns}
    has_phone = not fields.isdisjoint(PHONE_KINDS)
    has_unit = not fields.isdisjoint(UNIT_LEVELS)
    if ContactField.NAME in fields:
        return has_phone or has_unit or ContactField.POST in fields
    return has_phone and has_unit


def _is_roster(columns: tuple[ColumnGuess, ...]) -> bool:
    fields = {column.field for column in columns}
    return {ContactField.DATE, ContactField.DUTY_PERSON} <= fields


def _headings(grid: Grid) -> tuple[int, list[str]]:
    """Find the heading row among the first rows; two rows of headings are joined.

    Returns the number of rows down to the headings and the heading of each column.
    """
    best, best_score = -1, 1
    for index, row in enumerate(grid.rows[:_LOOKED_AT]):
        score = _score(row) if index not in grid.across else 0
        if score > best_score:
            best, best_score = index, score
    if best < 0:
        return 0, []
    if _heads_go_on(grid, best):
        best += 1
    headings = [grid.cell(best, column) for column in range(grid.width)]
    if best > 0 and _is_upper_heading(grid, best):
        upper = [grid.cell(best - 1, column) for column in range(grid.width)]
        headings = [_joined(above, own) for above, own in zip(upper, headings, strict=True)]
    return best + 1, headings


def _heads_go_on(grid: Grid, row: int) -> bool:
    """Tell whether a known heading is merged down into the next row."""
    if row + 1 >= len(grid.rows):
        return False
    return any(
        (row + 1, column) in grid.carried and field_of(grid.cell(row + 1, column))
        for column in range(grid.width)
    )


def _score(row: tuple[str, ...]) -> int:
    """Count the different known headings of a row; a row of people has hardly any.

    The heading for names counts twice, so that it may stand beside unknown ones.
    """
    known = {(field_of(cell), heading_key(cell)) for cell in row if field_of(cell)}
    filled = {heading_key(cell) for cell in row if cell}
    names = any(heading_key(cell) in _NAME_HEADINGS for cell in row)
    return len(known) + names if len(known) * 2 >= len(filled) else 0


def _is_upper_heading(grid: Grid, row: int) -> bool:
    """Tell whether the row above groups headings: known words, merged to a side or down."""
    above = grid.rows[row - 1]
    if row - 1 in grid.across or not any(field_of(cell) for cell in above):
        return False
    return any((row, column) in grid.carried for column in range(grid.width)) or bool(
        len({cell for cell in above if cell}) < len([cell for cell in above if cell])
    )


def _joined(above: str, own: str) -> str:
    """Join a heading with the group above it, unless that would change what the heading says."""
    if above == own or not above or not own:
        return own or above
    said, joined = field_of(own), field_of(f"{above}{own}")
    if said in {None, joined} or (said is ContactField.PHONE and joined in PHONE_KINDS):
        return f"{above}{own}" if joined else own
    return own


def _columns(headings: list[str]) -> tuple[ColumnGuess, ...]:
    columns = [
        ColumnGuess(index, heading, field_of(heading) or ContactField.UNKNOWN)
        for index, heading in enumerate(headings)
        if heading
    ]
    if not any(column.field is ContactField.DATE for column in columns):
        columns = [
            replace(column, field=ContactField.NAME)
            if column.field is ContactField.DUTY_PERSON
            else column
            for column in columns
        ]
    return _with_people(_with_departments(columns))


def _with_departments(columns: list[ColumnGuess]) -> list[ColumnGuess]:
    """Of two unit columns the later one is the smaller: 单位, 部门."""
    units = [column for column in columns if column.field is ContactField.UNIT]
    if len(units) < 2:  # noqa: PLR2004 -- one unit column needs no order
        return columns
    later = {column.index for column in units[1:]}
    return [
        replace(column, field=ContactField.DEPARTMENT) if column.index in later else column
        for column in columns
    ]


def _with_people(columns: list[ColumnGuess]) -> tuple[ColumnGuess, ...]:
    """Count the people of a row that names several, and give each telephone to its person."""
    names: list[str] = []
    numbered: list[ColumnGuess] = []
    for column in columns:
        if column.field is ContactField.NAME:
            names.append(_FILLER.sub("", heading_key(column.heading)))
            numbered.append(replace(column, person=len(names) - 1))
        else:
            numbered.append(column)
    if len(names) < 2:  # noqa: PLR2004 -- one person owns the whole row
        return tuple(numbered)
    owner = 0
    result: list[ColumnGuess] = []
    for column in numbered:
        if column.field is ContactField.NAME:
            owner = column.person
        elif column.field in PHONE_KINDS or column.field is ContactField.POST:
            column = replace(column, person=_owner(column.heading, names, owner))  # noqa: PLW2901 -- the same column, owned
        result.append(column)
    return tuple(result)


def _owner(heading: str, names: list[str], nearest: int) -> int:
    """Return the person whose heading is repeated here, else the nearest to the left."""
    prefix = _PHONE_WORDS.sub("", heading_key(heading))
    fitting = [place for place, name in enumerate(names) if prefix and name and prefix in name]
    if len(fitting) == 1:
        return fitting[0]
    pair = role_pair_of(prefix) if prefix else None
    paired = [place for place, name in enumerate(names) if pair and role_pair_of(name) is pair]
    return paired[0] if paired else nearest


def _with_the_rest(
    grid: Grid, heading_rows: int, columns: tuple[ColumnGuess, ...]
) -> tuple[ColumnGuess, ...]:
    """Add the columns that no heading names: what stands in them goes to the note."""
    known = {column.index for column in columns}
    rest = (
        ColumnGuess(index, "", ContactField.UNKNOWN)
        for index in range(grid.width)
        if index not in known
        and any(not is_blank(grid.cell(row, index)) for row in range(heading_rows, len(grid.rows)))
    )
    return tuple(sorted((*columns, *rest), key=lambda column: column.index))


def _default_unit(grid: Grid, heading_rows: int, columns: tuple[ColumnGuess, ...]) -> str:
    """Return the unit named by the title rows, for tables without any unit column."""
    if any(column.field in UNIT_LEVELS for column in columns):
        return ""
    titles = [cell for row in grid.rows[: max(heading_rows - 1, 0)] for cell in row[:1]]
    return next((unit for title in titles if (unit := unit_in_title(title))), "")
