"""The list of people whose numbers wait to be made sure of, with room to write what was found."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_stale_contact_list import (
    StaleContactList,
    StaleContactRow,
    masked_stale_list,
)
from dutydesk.papers import blocks
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT, REGISTER_NOTE, Align
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.when import whole_day

_TITLE = "联系人待核实清单"
_COLUMNS = (
    Column("序号", 9, CELL_CENTER),
    Column("单位", 32, CELL_LEFT),
    Column("姓名", 16, CELL_CENTER),
    Column("职务", 26, CELL_LEFT),
    Column("电话", 28, CELL_CENTER),
    Column("手机", 22, CELL_CENTER),
    Column("上次核实", 23, CELL_CENTER),
    Column("结果", 10, CELL_CENTER),
)


def stale_contact_list_pdf(stale: StaleContactList, fonts: PaperFonts | None = None) -> Pdf:
    """Set the list; an empty one prints 无."""
    if stale.is_masked:
        stale = masked_stale_list(stale)
    pages = Pages(
        f"{_TITLE} {whole_day(stale.as_of)}",
        REGISTER,
        fonts or paper_fonts(),
        Foot(left=f"{_TITLE}　{whole_day(stale.as_of)}", right=blocks.KEEP_INSIDE),
        is_practice=stale.is_practice,
    )
    blocks.register_title(pages, stale.unit, _TITLE)
    right = replace(REGISTER_NOTE, align=Align.RIGHT)
    note = f"截至{whole_day(stale.as_of)}，{stale.stale_days}天以上没有核实过的联系人。"
    pages.put(note, REGISTER_NOTE, (0, pages.y), pages.width)
    pages.put(f"共 {len(stale.rows)} 人", right, (0, pages.y), pages.width)
    pages.y += REGISTER_NOTE.leading + 2
    table = Table(pages, _COLUMNS)
    table.head()
    for number, row in enumerate(stale.rows, 1):
        # The line to sign never stands alone on a page.
        keep = blocks.MAKERS_HEIGHT if number == len(stale.rows) else 0.0
        table.row(_cells(number, row), keep=keep)
    if not stale.rows:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()
    blocks.makers(pages)
    return pages.close()


def _cells(number: int, row: StaleContactRow) -> list[str | Cell]:
    post = "\n".join(part for part in (row.post, row.term) if part)
    return [str(number), row.unit, row.name, post, row.phone, row.mobile, row.verified, ""]
