"""The list of trainings of a year: what is required, what was done, who is short."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_training_list import TrainingList, TrainingRow, TrainingSum
from dutydesk.papers import blocks
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT, REGISTER_NOTE, Align
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.when import whole_day

_TITLE = "培训情况表"
_SUMS = (
    Column("培训对象", 60, CELL_LEFT),
    Column("每年应培训", 34, CELL_CENTER),
    Column("人数", 24, CELL_CENTER),
    Column("已达到", 24, CELL_CENTER),
    Column("未达到", 24, CELL_CENTER),
)
_COLUMNS = (
    Column("序号", 10, CELL_CENTER),
    Column("单位", 28.5, CELL_LEFT),
    Column("姓名", 17, CELL_CENTER),
    Column("职务", 20, CELL_LEFT),
    Column("培训对象", 21.5, CELL_CENTER),
    Column("应培训", 12, CELL_CENTER),
    Column("已培训", 23, CELL_CENTER),
    Column("还差", 12, CELL_CENTER),
    Column("内容", 22, CELL_LEFT),
)


def training_list_pdf(training: TrainingList, fonts: PaperFonts | None = None) -> Pdf:
    """Set the sums and the list; what is empty prints 无."""
    title = f"{training.year}年{_TITLE}"
    pages = Pages(
        title,
        REGISTER,
        fonts or paper_fonts(),
        Foot(left=title, right=blocks.KEEP_INSIDE),
        is_practice=training.is_practice,
    )
    blocks.register_title(pages, training.unit, title)
    right = replace(REGISTER_NOTE, align=Align.RIGHT)
    pages.put(f"截至{whole_day(training.as_of)}", REGISTER_NOTE, (0, pages.y), pages.width)
    pages.put(f"共 {len(training.rows)} 人", right, (0, pages.y), pages.width)
    pages.y += REGISTER_NOTE.leading + 2
    blocks.section(pages, "一、培训要求")
    sums = Table(pages, _SUMS)
    sums.head()
    for one in training.sums:
        sums.row(_sum(one))
    _close(sums, is_empty=not training.sums)
    blocks.section(pages, "二、人员名单")
    table = Table(pages, _COLUMNS)
    table.head()
    for number, row in enumerate(training.rows, 1):
        # The line to sign never stands alone on a page.
        keep = blocks.MAKERS_HEIGHT if number == len(training.rows) else 0.0
        table.row(_cells(number, row), keep=keep)
    _close(table, is_empty=not training.rows)
    blocks.makers(pages)
    return pages.close()


def _sum(one: TrainingSum) -> list[str | Cell]:
    return [one.name, one.days, str(one.people), str(one.met), str(one.people - one.met)]


def _cells(number: int, row: TrainingRow) -> list[str | Cell]:
    style = replace(CELL_CENTER, role=Role.HEI) if row.missing else CELL_CENTER
    return [
        str(number),
        row.unit,
        row.name,
        row.post,
        row.requirement,
        row.required,
        row.done,
        Cell((Piece(row.missing),), style=style),
        row.topics,
    ]


def _close(table: Table, *, is_empty: bool) -> None:
    if is_empty:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()
