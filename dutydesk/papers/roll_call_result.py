"""The result of a roll call (点名结果表, landscape): who answered, who was on post."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_roll_call_result import RollCallResultSheet, RollCallRow
from dutydesk.papers import blocks
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import LANDSCAPE, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT, REGISTER_NOTE, Align
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.roll_call import NO_WORD
from dutydesk.wording.when import clock, with_year

_TITLE = "点名结果表"
_COLUMNS = (
    Column("序号", 10, CELL_CENTER),
    Column("单位", 36, CELL_LEFT),
    Column("电话", 28, CELL_CENTER),
    Column("时间", 14, CELL_CENTER),
    Column("结果", 20, CELL_CENTER),
    Column("接听人", 19, CELL_CENTER),
    Column("带班在岗", 18, CELL_CENTER),
    Column("值班在岗", 18, CELL_CENTER),
    Column("熟悉情况", 18, CELL_CENTER),
    Column("响铃", 15, CELL_CENTER),
    Column("发现的问题、处理", 39),
    Column("点名人", 18, CELL_CENTER),
)


def roll_call_result_pdf(sheet: RollCallResultSheet, fonts: PaperFonts | None = None) -> Pdf:
    """Set the result; one without units prints 无."""
    begun = with_year(sheet.started_at)
    pages = Pages(
        f"{_TITLE} {sheet.title} {begun}",
        LANDSCAPE,
        fonts or paper_fonts(),
        Foot(left=f"{_TITLE}　{begun}", right=blocks.KEEP_INSIDE),
        is_practice=sheet.is_practice,
    )
    blocks.register_title(pages, sheet.unit, _TITLE)
    until = f"至{clock(sheet.ended_at)}" if sheet.ended_at else "起，进行中"
    how = f"{sheet.method}，随机抽点" if sheet.is_random else sheet.method
    right = replace(REGISTER_NOTE, align=Align.RIGHT)
    note = f"{sheet.title}（{how}）　{begun}{until}"
    pages.put(note, REGISTER_NOTE, (0, pages.y), pages.width)
    pages.put(sheet.progress, right, (0, pages.y), pages.width)
    pages.y += REGISTER_NOTE.leading + 2
    table = Table(pages, _COLUMNS)
    table.head()
    for number, row in enumerate(sheet.rows, 1):
        # The line to sign never stands alone on a page.
        is_end = number == len(sheet.rows)
        table.row(_row(number, row), keep=blocks.MAKERS_HEIGHT if is_end else 0.0)
    if not sheet.rows:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()
    if sheet.note:
        pages.y += 4
        pages.put(f"说明：{sheet.note}", REGISTER_NOTE, (0, pages.y), pages.width)
        pages.y += REGISTER_NOTE.leading
    blocks.makers(pages, made_by=sheet.started_by)
    return pages.close()


def _row(number: int, row: RollCallRow) -> list[str | Cell]:
    style = replace(CELL_CENTER, role=Role.HEI) if row.is_wrong else CELL_CENTER
    tried = f"（试{row.tries}次）" if row.tries > 1 else ""
    return [
        str(number),
        row.unit,
        row.phone,
        clock(row.at) if row.at else blocks.NOBODY,
        Cell((Piece(row.result), Piece(tried, Role.KAI)), style=style),
        row.person,
        *(_answer(one) for one in (row.lead_on_post, row.officer_on_post, row.knows_situation)),
        row.rings,
        row.finding,
        row.checker,
    ]


def _answer(word: str) -> Cell:
    style = replace(CELL_CENTER, role=Role.HEI) if word == NO_WORD else CELL_CENTER
    return Cell((Piece(word),), style=style)
