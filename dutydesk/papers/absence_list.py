"""The list of absences (外出报备表): who was away, who acted, what was reported anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dutydesk.domain.absence_notice import AbsenceState
from dutydesk.domain.instants import china
from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_absence_list import AbsenceList, AbsenceRow
from dutydesk.papers import blocks
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import LANDSCAPE, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT, REGISTER_NOTE, Align
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.absence_notice import ABSENCE_STATE, LATE
from dutydesk.wording.entry_register import span_words
from dutydesk.wording.when import clock, day

_TITLE = "外出报备登记表"
_COLUMNS = (
    Column("序号", 10, CELL_CENTER),
    Column("外出人", 38, CELL_LEFT),
    Column("离开时间", 21, CELL_CENTER),
    Column("返回时间", 21, CELL_CENTER),
    Column("去向", 24, CELL_LEFT),
    Column("事由、变更", 50),
    Column("代班人", 27, CELL_LEFT),
    Column("批准人", 18, CELL_CENTER),
    Column("报备", 22, CELL_CENTER),
    Column("销假", 22, CELL_CENTER),
)


def absence_list_pdf(absences: AbsenceList, fonts: PaperFonts | None = None) -> Pdf:
    """Set the list; an empty one prints 无."""
    span = span_words(absences.span)
    pages = Pages(
        f"{_TITLE} {span}",
        LANDSCAPE,
        fonts or paper_fonts(),
        Foot(left=f"{_TITLE}　{span}", right=blocks.KEEP_INSIDE),
        is_practice=absences.is_practice,
    )
    blocks.register_title(pages, absences.unit, _TITLE)
    right = replace(REGISTER_NOTE, align=Align.RIGHT)
    count = sum(not row.is_cancelled for row in absences.rows)
    taken_back = len(absences.rows) - count
    rest = f"，另取消 {taken_back} 次" if taken_back else ""
    pages.put(f"时间：{span}", REGISTER_NOTE, (0, pages.y), pages.width)
    pages.put(f"共 {count} 次{rest}", right, (0, pages.y), pages.width)
    pages.y += REGISTER_NOTE.leading + 2
    table = Table(pages, _COLUMNS)
    table.head()
    year = absences.span.since.year
    for number, row in enumerate(absences.rows, 1):
        # The line to sign never stands alone on a page.
        keep = blocks.MAKERS_HEIGHT if number == len(absences.rows) else 0.0
        table.row(_cells(number, row, year), keep=keep)
    if not absences.rows:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()
    blocks.makers(pages)
    return pages.close()


def _cells(number: int, row: AbsenceRow, year: int) -> list[str | Cell]:
    late = f"{LATE}\n" if row.is_late else ""
    filed = (blocks.marked(late), Piece(f"{_at(row.filed_at, year)}\n{row.recorder}"))
    changes = [
        piece
        for line in row.changes
        for piece in (blocks.marked(f"\n{line.word} "), Piece(line.told))
    ]
    told: list[str | Cell] = [
        str(number),
        "\n".join(part for part in (row.person, row.place_of_work) if part),
        _at(row.starts_at, year),
        _at(row.ends_at, year),
        row.place,
        Cell((Piece(row.reason), *changes)),
        row.acting,
        row.approved_by,
        Cell(filed),
    ]
    back = _at(row.back_at, year) if row.back_at else row.state
    cells: list[str | Cell] = [*told, back]
    if not row.is_cancelled:
        return cells
    mark = ABSENCE_STATE[AbsenceState.CANCELLED]
    struck = [_struck(cell, keep=at in {0, 5}) for at, cell in enumerate(cells[:-1])]
    return [*struck, Cell((blocks.marked(mark),), style=CELL_CENTER)]


def _struck(cell: str | Cell, *, keep: bool) -> str | Cell:
    """Strike what no longer holds; the number and the reasons of the changes stay readable."""
    if keep:
        return cell
    made = cell if isinstance(cell, Cell) else Cell((Piece(cell),))
    return replace(made, is_struck=True)


def _at(instant: datetime, year: int) -> str:
    here = china(instant).date()
    words = day(here) if here.year == year else f"{here.year}年\n{day(here)}"
    return f"{words}\n{clock(instant)}"
