"""The zero reports of a month (零报告月表, landscape): a row for each unit, a column a day."""

from __future__ import annotations

import calendar
from dataclasses import replace

from dutydesk.domain.nil_report import NilReportState
from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_nil_report_summary import NilReportMonthRow, NilReportMonthSheet
from dutydesk.papers import blocks
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import LANDSCAPE, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT, REGISTER_NOTE
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.nil_report import MONTH_LEGEND, MONTH_SIGN

_TITLE = "零报告月表"
_NUMBER, _DAY, _COUNT = 9.0, 6.0, 11.0
_PLAIN = frozenset({"", MONTH_SIGN[NilReportState.NIL]})


def nil_report_month_pdf(sheet: NilReportMonthSheet, fonts: PaperFonts | None = None) -> Pdf:
    """Set the month; one without any cut-off prints 无."""
    month = f"{sheet.month.year}年{sheet.month.month}月"
    pages = Pages(
        f"{_TITLE} {month}",
        LANDSCAPE,
        fonts or paper_fonts(),
        Foot(left=f"{_TITLE}　{month}", right=blocks.KEEP_INSIDE),
        is_practice=sheet.is_practice,
    )
    blocks.register_title(pages, sheet.unit, _TITLE)
    pages.put(f"{month}　{MONTH_LEGEND}", REGISTER_NOTE, (0, pages.y), pages.width)
    pages.y += REGISTER_NOTE.leading + 2
    days = calendar.monthrange(sheet.month.year, sheet.month.month)[1]
    table = Table(pages, _columns(days, pages.frame.width))
    table.head()
    for number, row in enumerate(sheet.rows, 1):
        # The line to sign never stands alone on a page.
        keep = blocks.MAKERS_HEIGHT if number == len(sheet.rows) else 0.0
        table.row(_row(number, row), keep=keep)
    if not sheet.rows:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()
    blocks.makers(pages)
    return pages.close()


def _columns(days: int, width: float) -> list[Column]:
    name = width - _NUMBER - days * _DAY - 3 * _COUNT
    return [
        Column("序号", _NUMBER, CELL_CENTER),
        Column("单位", name, CELL_LEFT),
        *(Column(str(day), _DAY, CELL_CENTER) for day in range(1, days + 1)),
        *(Column(word, _COUNT, CELL_CENTER) for word in ("情况", "迟报", "未报")),
    ]


def _row(number: int, row: NilReportMonthRow) -> list[str | Cell]:
    counts = (row.content, row.late, row.missing)
    return [
        str(number),
        row.unit,
        *(_sign(sign) for sign in row.signs),
        *(str(count) if count else "" for count in counts),
    ]


def _sign(sign: str) -> Cell:
    style = CELL_CENTER if sign in _PLAIN else replace(CELL_CENTER, role=Role.HEI)
    return Cell((Piece(sign),), style=style)
