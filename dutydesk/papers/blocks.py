"""Parts that several registers share: heads, label grids, open items, checks, sign blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dutydesk.domain.instants import china
from dutydesk.domain.paper import CheckLine, OpenItemLine, Signature
from dutydesk.papers.font_files import Role
from dutydesk.papers.page import Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import (
    CELL,
    CELL_CENTER,
    CELL_HEAD,
    CELL_LEFT,
    MM,
    REGISTER_NOTE,
    REGISTER_TITLE,
    REGISTER_UNIT,
    SECTION,
    XIAO_SI,
    Align,
    TextStyle,
)
from dutydesk.papers.tables import Cell, Column, Table, label
from dutydesk.papers.title import balanced
from dutydesk.wording.when import clock, day, with_year

NONE = "无"
UNCHECKED = "未核对"
UNWRITTEN = "未填写"
NOBODY = "—"
_OVERDUE = "已超期"
_IMPORTANT = "重要"
KEEP_INSIDE = "内部资料　注意保管"
_BY_HAND = "　　年　　月　　日　　时　　分"
_SIGNED = TextStyle(Role.KAI, XIAO_SI, 16.0, Align.CENTER)
_LABEL = 17.0
_LEAD = 20.0
_LABEL_LINE = 4
_GAP = 2.5 * MM
SECTION_HEIGHT = _GAP + SECTION.leading
"""The height of a section heading with the gap over it, in points."""
_SIGN_LABEL, _SIGN_NAME, _SIGN_TIME = 7.0, 12.0, 7.0
_MADE_BY, _REVIEWED_BY, _BY_HAND_DAY = "制表：", "审核：", "　　　　年　　月　　日"
_OVER_MAKERS = 6.0
MAKERS_HEIGHT = _OVER_MAKERS + REGISTER_NOTE.leading
"""The height of the line for who made a register, in points: keep it under the last row."""


def register_title(pages: Pages, unit: str, title: str) -> None:
    """Set the unit over the title of a register, in the middle."""
    for text, style in ((unit, REGISTER_UNIT), (title, REGISTER_TITLE)):
        if text:
            pages.set_lines(balanced(pages.breaker, text, style, pages.width), style)
    pages.y += 1.5 * MM


def section(pages: Pages, text: str, keep: float = _LEAD) -> None:
    """Set a section heading, kept with `keep` millimetres of what follows."""
    pages.need(SECTION_HEIGHT + keep * MM)
    if not pages.is_empty:
        pages.y += _GAP
    pages.set_lines(pages.breaker.lines(text, SECTION, pages.width), SECTION)


def section_of(
    pages: Pages, text: str, table: Table, rows: Sequence[Sequence[str | Cell]]
) -> None:
    """Set the heading of a table, kept with its head and first row."""
    section(pages, text, max(_LEAD, table.opening(rows[0]) / MM) if rows else _LEAD)


def label_grid(
    pages: Pages,
    rows: Sequence[Sequence[tuple[str, str]]],
    *,
    is_joined: bool = False,
    is_followed: bool = False,
    keep: float = 0.0,
) -> None:
    """Set rows of label and value pairs, each row over the whole width.

    Under its end `keep` points stay free on the same page.
    """
    last = len(rows) - 1
    for number, row in enumerate(rows):
        table = _grid_table(pages, row, is_joined=is_joined or number > 0)
        table.row(_grid_cells(row), keep=keep if number == last else 0.0)
        table.end(is_followed=is_followed or number < last)


def grid_height(pages: Pages, rows: Sequence[Sequence[tuple[str, str]]]) -> float:
    """Return the height of rows of a label grid, in points."""
    return sum(_grid_table(pages, row).measure([_grid_cells(row)]) for row in rows)


def _grid_table(pages: Pages, row: Sequence[tuple[str, str]], *, is_joined: bool = False) -> Table:
    width = pages.frame.width / len(row) - _LABEL
    columns = [
        column for _ in row for column in (Column("", _LABEL), Column("", width, CELL_LEFT))
    ]
    return Table(pages, columns, row_height=7.0, is_joined=is_joined)


def _grid_cells(row: Sequence[tuple[str, str]]) -> list[str | Cell]:
    return [cell for name, value in row for cell in (label(_even(name)), value)]


def text_block(  # noqa: PLR0913 -- a label, a text, how it hangs together with what is around
    pages: Pages,
    name: str,
    text: str,
    *,
    is_joined: bool = False,
    is_followed: bool = False,
    keep: float = 0.0,
) -> None:
    """Set one labelled text over the whole width; one that nobody wrote says 未填写.

    Under its end `keep` points stay free on the same page.
    """
    table = Table(
        pages,
        (Column("", _LABEL), Column("", pages.frame.width - _LABEL, CELL)),
        row_height=10.0,
        is_joined=is_joined,
    )
    table.row((label(_even(name)), text or UNWRITTEN), keep=keep)
    table.end(is_followed=is_followed)


def _even(name: str) -> str:
    """Return a label; one that takes two lines is parted in its middle, not before its end."""
    if _LABEL_LINE < len(name) <= 2 * _LABEL_LINE:
        middle = (len(name) + 1) // 2
        return f"{name[:middle]}\n{name[middle:]}"
    return name


def open_items(pages: Pages, items: Sequence[OpenItemLine]) -> None:
    """Set the table of 未办结事项; an empty one says 无."""
    rest = pages.frame.width - 9 - 25 - 24 - 20 - 23
    table = Table(
        pages,
        (
            Column("序号", 9, CELL_CENTER),
            Column("事项", rest),
            Column("承办单位（人）", 25, CELL_LEFT),
            Column("进展情况", 24, CELL_LEFT),
            Column("办理时限", 20, CELL_CENTER),
            Column("注意事项", 23, CELL_LEFT),
        ),
    )
    table.head()
    for number, item in enumerate(items, 1):
        table.row((str(number), _title(item), item.owner, item.progress, _due(item), item.note))
    _close(table, NONE if not items else "")


def checks(pages: Pages, heading: str, lines: Sequence[CheckLine], *, keep: float) -> None:
    """Set a checklist, two lines side by side; a line without result says 未核对.

    A short one is kept on one page with its heading and `keep` points of what follows.
    """
    half = pages.frame.width / 2
    columns = (
        Column("项目", half - 46, CELL_LEFT),
        Column("结果", 16, CELL_CENTER),
        Column("说明", 30, CELL_LEFT),
    )
    table = Table(pages, (*columns, *columns))
    middle = (len(lines) + 1) // 2
    rows = [
        (*_check(left), *(_check(lines[n + middle]) if n + middle < len(lines) else ("", "", "")))
        for n, left in enumerate(lines[:middle])
    ]
    section(pages, heading, keep_together(pages, table.measure(rows) + keep))
    table.head()
    for number, row in enumerate(rows, 1):
        table.row(row, keep=keep if number == len(rows) else 0.0)
    _close(table, UNCHECKED if not lines else "")


def keep_together(pages: Pages, height: float) -> float:
    """Return a height to keep on one page in millimetres, or a little where it is too much."""
    return height / MM if height < pages.height / 2 else 20


def grouped_checks(pages: Pages, lines: Sequence[CheckLine]) -> None:
    """Set a checklist with its groups, one line under the other."""
    table = Table(
        pages,
        (
            Column("类别", 24, CELL_CENTER),
            Column("项目", 58, CELL_LEFT),
            Column("结果", 20, CELL_CENTER),
            Column("说明", pages.frame.width - 102),
        ),
    )
    table.head()
    group = ""
    for line in lines:
        table.row((line.group, *_check(line)), goes_on=bool(group) and line.group == group)
        group = line.group
    _close(table, UNCHECKED if not lines else "")


def sign_block_height() -> float:
    """Return the height of a sign block in points."""
    return (_SIGN_LABEL + _SIGN_NAME + _SIGN_TIME) * MM


def sign_block(
    pages: Pages, signers: Sequence[tuple[str, Signature]], *, is_joined: bool = False
) -> None:
    """Set the signers side by side, never over two pages; without a name there is room to sign."""
    pages.need(sign_block_height())
    width = pages.frame.width / len(signers)
    rows: tuple[tuple[float, TextStyle, list[str | Cell]], ...] = (
        (_SIGN_LABEL, CELL_HEAD, [f"{name}（签字）" for name, _ in signers]),
        (_SIGN_NAME, _SIGNED, [_name(pages, signer.name) for _, signer in signers]),
        (_SIGN_TIME, CELL_CENTER, [_signed_at(signer) for _, signer in signers]),
    )
    for number, (height, style, texts) in enumerate(rows):
        columns = [Column("", width, style) for _ in signers]
        table = Table(pages, columns, row_height=height, is_joined=is_joined or number > 0)
        table.row(texts)
        table.end(is_followed=number < len(rows) - 1)


def makers(pages: Pages, made_by: str = "", reviewed_by: str = "", dated: str = "") -> None:
    """Set the line for who made and who reviewed a register, with room to write what is open."""
    pages.need(MAKERS_HEIGHT)
    pages.y += _OVER_MAKERS
    pages.put(f"{_MADE_BY}{made_by}", REGISTER_NOTE, (0, pages.y), pages.width)
    middle = pages.width * 0.4
    reviewed = f"{_REVIEWED_BY}{reviewed_by}"
    pages.put(reviewed, REGISTER_NOTE, (middle, pages.y), pages.width - middle)
    right = replace(REGISTER_NOTE, align=Align.RIGHT)
    pages.put(dated or _BY_HAND_DAY, right, (middle, pages.y), pages.width - middle)
    pages.y += REGISTER_NOTE.leading


def marked(text: str) -> Piece:
    """Return a piece that stands out of a cell's text."""
    return Piece(text, Role.HEI)


def _close(table: Table, instead: str) -> None:
    if instead:
        table.band(Cell((Piece(instead),), style=CELL_CENTER))
    table.end()


def _title(item: OpenItemLine) -> Cell:
    source = (Piece(f"（{item.source}）", Role.KAI),) if item.source else ()
    mark = (marked(f"【{_IMPORTANT}】"),) if item.is_important else ()
    return Cell((*mark, Piece(item.title), *source))


def _due(item: OpenItemLine) -> Cell:
    if item.due_at is None:
        return Cell((Piece(""),))
    words = Piece(f"{day(china(item.due_at).date())}\n{clock(item.due_at)}")
    return Cell((words, marked(f"\n{_OVERDUE}")) if item.is_overdue else (words,))


def _check(line: CheckLine) -> tuple[str, str | Cell, str]:
    return line.name, _result(line), line.note


def _result(line: CheckLine) -> Cell:
    stands_out = line.is_fault or not line.result
    style = replace(CELL_CENTER, role=Role.HEI) if stands_out else CELL_CENTER
    return Cell((Piece(line.result or UNCHECKED),), style=style)


def _name(pages: Pages, name: str) -> Cell:
    return Cell((Piece(name, pages.breaker.role_of(name, _SIGNED.role)),))


def _signed_at(signer: Signature) -> str:
    return with_year(signer.at) if signer.at else _BY_HAND
