"""The summary of zero reports of a day (零报告汇总表): each cut-off with every unit."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_nil_report_summary import NilReportPart, NilReportRow, NilReportSheet
from dutydesk.papers import blocks
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT, REGISTER_NOTE
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.when import day_and_clock, spoken, whole_day_and_weekday

_TITLE = "零报告汇总表"
_COLUMNS = (
    Column("序号", 10, CELL_CENTER),
    Column("单位", 36, CELL_LEFT),
    Column("结果", 17, CELL_CENTER),
    Column("报告时间", 25, CELL_CENTER),
    Column("情况", 42),
    Column("报告人", 18, CELL_CENTER),
    Column("接报人", 18, CELL_CENTER),
)


def nil_report_summary_pdf(sheet: NilReportSheet, fonts: PaperFonts | None = None) -> Pdf:
    """Set the summary; a day without any cut-off prints 无."""
    dated = whole_day_and_weekday(sheet.day)
    pages = Pages(
        f"{_TITLE} {dated}",
        REGISTER,
        fonts or paper_fonts(),
        Foot(left=f"{_TITLE}　{dated}", right=blocks.KEEP_INSIDE),
        is_practice=sheet.is_practice,
    )
    blocks.register_title(pages, sheet.unit, _TITLE)
    pages.put(f"日期：{dated}", REGISTER_NOTE, (0, pages.y), pages.width)
    pages.y += REGISTER_NOTE.leading + 2
    if not sheet.parts:
        _close(_table(pages), is_empty=True)
    for number, part in enumerate(sheet.parts, 1):
        _set_part(pages, part, is_last=number == len(sheet.parts))
    blocks.makers(pages)
    return pages.close()


def _set_part(pages: Pages, part: NilReportPart, *, is_last: bool) -> None:
    blocks.section(pages, f"{spoken(part.due_at)}截止（{spoken(part.starts_at)}以来）")
    if part.sentence:
        blocks.text_block(pages, "小结", part.sentence, is_followed=True)
    table = _table(pages, is_joined=bool(part.sentence))
    for number, row in enumerate(part.rows, 1):
        # The line to sign never stands alone on a page.
        is_end = is_last and number == len(part.rows)
        table.row(_row(number, row), keep=blocks.MAKERS_HEIGHT if is_end else 0.0)
    _close(table, is_empty=not part.rows)


def _table(pages: Pages, *, is_joined: bool = False) -> Table:
    table = Table(pages, _COLUMNS, is_joined=is_joined)
    table.head()
    return table


def _row(number: int, row: NilReportRow) -> list[str | Cell]:
    style = replace(CELL_CENTER, role=Role.HEI) if row.is_missing else CELL_CENTER
    chased = f"（催报{row.chases}次）" if row.chases else ""
    return [
        str(number),
        row.unit,
        Cell((Piece(row.state),), style=style),
        day_and_clock(row.reported_at) if row.reported_at else blocks.NOBODY,
        Cell((Piece(row.content), Piece(chased, Role.KAI))),
        row.reporter,
        row.recorder,
    ]


def _close(table: Table, *, is_empty: bool) -> None:
    if is_empty:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()
