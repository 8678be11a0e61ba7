"""The review of a drill (演练讲评): each event with its delay, each limit with how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_drill_review import DrillReviewSheet
from dutydesk.papers import blocks
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT, REGISTER_NOTE, Align
from dutydesk.papers.tables import Cell, Column, Table

_TITLE = "演练讲评"
_EVENTS = (
    Column("序号", 10, CELL_CENTER),
    Column("时间", 14, CELL_CENTER),
    Column("来了什么", 92, CELL_LEFT),
    Column("记录情况", 50, CELL_LEFT),
)
_CLOCKS = (
    Column("序号", 10, CELL_CENTER),
    Column("突发事件", 66, CELL_LEFT),
    Column("时限", 32, CELL_LEFT),
    Column("应在", 30, CELL_CENTER),
    Column("结果", 28, CELL_CENTER),
)


def drill_review_pdf(sheet: DrillReviewSheet, fonts: PaperFonts | None = None) -> Pdf:
    """Set the review; what was missed or late is marked, an empty table prints 无."""
    pages = Pages(
        f"{_TITLE} {sheet.day}",
        REGISTER,
        fonts or paper_fonts(),
        Foot(left=f"{_TITLE}　{sheet.day}", right=blocks.KEEP_INSIDE),
        is_practice=sheet.is_practice,
    )
    blocks.register_title(pages, sheet.unit, _TITLE)
    right = replace(REGISTER_NOTE, align=Align.RIGHT)
    pages.put(f"值班日：{sheet.day}", REGISTER_NOTE, (0, pages.y), pages.width)
    pages.put(f"截至{sheet.as_of}", right, (0, pages.y), pages.width)
    pages.y += REGISTER_NOTE.leading + 2
    pages.set_lines(pages.breaker.lines(sheet.summary, REGISTER_NOTE, pages.width), REGISTER_NOTE)
    events = [
        (str(number), row.at, row.told, _marked(row.result, is_well=row.is_in_time))
        for number, row in enumerate(sheet.events, 1)
    ]
    _set(pages, "一、来电来文记录情况", _EVENTS, events)
    limits = [
        (
            str(number),
            one.incident,
            one.name,
            one.due,
            _marked(one.status, is_well=not one.is_late),
        )
        for number, one in enumerate(sheet.clocks, 1)
    ]
    _set(pages, "二、报告时限", _CLOCKS, limits)
    return pages.close()


def _set(
    pages: Pages, title: str, columns: Sequence[Column], rows: Sequence[Sequence[str | Cell]]
) -> None:
    table = Table(pages, columns)
    blocks.section_of(pages, title, table, rows)
    table.head()
    for row in rows:
        table.row(row)
    if not rows:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()


def _marked(text: str, *, is_well: bool) -> str | Cell:
    return text if is_well else Cell((blocks.marked(text),))
