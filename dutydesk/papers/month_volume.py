"""The month volume (值班日志合订本): cover, contents, every log sheet of the month, chain heads.

The sheets are set as they are read and only one is held; what stands before them says on which
page each begins, so it is set last and moved to the front. How many pages that takes is known
beforehand: the figures do not change the height of a line.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from dataclasses import field, replace
from datetime import date

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import weekday_name
from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_month_volume import MonthVolume, VolumeLine
from dutydesk.papers import blocks
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.log_sheet import set_sheet, sheet_foot
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import (
    CELL_CENTER,
    CELL_LEFT,
    ER_HAO,
    MM,
    REGISTER_NOTE,
    REGISTER_UNIT,
    SAN_HAO,
    Align,
    TextStyle,
)
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.when import day, whole_day, with_year

_TITLE = "值班日志合订本"
_KEEPING = "永久　　30年　　10年　　（圈选）"
_BY_HAND = "　　　　年　　月　　日"
_NO_LOG = "没有值班日志"
_RUNNING = "（值班中）"
_CHECK = "校验码与交接班记录上印的一致，可用来核对值班记录有没有改动过。"
_BIG = TextStyle(Role.TITLE, 40.0, 60.0, Align.CENTER)
_MONTH = TextStyle(Role.KAI, ER_HAO, 40.0, Align.CENTER)
_UNIT = TextStyle(Role.SONG, SAN_HAO, 28.0, Align.CENTER)
_COVER_TOP, _COVER_GRID = 48 * MM, 132 * MM


@dataclass
class _Set:
    """What is known once the sheets are set: by sheet its first page and its entries."""

    pages: list[int] = field(default_factory=list)
    entries: list[int] = field(default_factory=list)
    last_page: int = 0


def month_volume_pdf(
    volume: MonthVolume,
    fonts: PaperFonts | None = None,
    step: Callable[[int, int, str], object] | None = None,
) -> Pdf:
    """Set the volume, numbered through from its cover; a month without shifts prints 无.

    ``step`` is told how far it is: number, total, words; it may raise to stop the work.
    """
    fonts = fonts or paper_fonts()
    foot = Foot(left=f"{_TITLE}　{_month_words(volume.month)}", right=blocks.KEEP_INSIDE)
    shifts = [line for line in volume.lines if line.shift]
    trial = _pages(volume, fonts, foot)
    _set_front(trial, volume, _Set([0] * len(shifts), [0] * len(shifts)))
    front = trial.number
    pages = _pages(volume, fonts, foot)
    pages.leave_front(front)
    known = _Set()
    total = calendar.monthrange(volume.month.year, volume.month.month)[1]
    for sheet in volume.sheets:
        if step is not None:
            step(sheet.duty_date.day, total, _progress(volume.month, sheet.duty_date.day, total))
        pages.begin_part(sheet_foot(sheet))
        known.pages.append(pages.number)
        known.entries.append(len(sheet.entries))
        set_sheet(pages, sheet)
    pages.begin_part(foot)
    _set_heads(pages, volume, sum(known.entries), len(shifts))
    known.last_page = pages.number
    pages.begin_front(foot)
    _set_front(pages, volume, known)
    return pages.close()


def _pages(volume: MonthVolume, fonts: PaperFonts, foot: Foot) -> Pages:
    title = f"{_TITLE} {_month_words(volume.month)}"
    return Pages(title, REGISTER, fonts, foot, is_practice=volume.is_practice)


def _progress(month: date, number: int, total: int) -> str:
    return f"正在生成 {month.month}月合订本 第{number}/{total}日"


def _month_words(month: date) -> str:
    return f"{month.year}年{month.month}月"


def _set_front(pages: Pages, volume: MonthVolume, known: _Set) -> None:
    _set_cover(pages, volume, known)
    pages.new_page()
    _set_contents(pages, volume, known)


def _set_cover(pages: Pages, volume: MonthVolume, known: _Set) -> None:
    pages.y = _COVER_TOP
    for text, style in (
        (volume.unit, _UNIT),
        ("值班日志", _BIG),
        ("合订本", _MONTH),
        (_month_words(volume.month), _MONTH),
    ):
        pages.set_lines(pages.breaker.lines(text, style, pages.width), style)
    pages.y = max(pages.y + 10 * MM, _COVER_GRID)
    shifts = [line for line in volume.lines if line.shift]
    rows = [
        [("起止日期", _span(shifts))],
        [("班次数", f"{len(shifts)}"), ("记录条数", f"{sum(known.entries)}")],
        [("页数", f"{known.last_page}"), ("保管期限", _KEEPING)],
        [("装订人", ""), ("装订日期", _BY_HAND)],
    ]
    blocks.label_grid(pages, rows)


def _span(shifts: Sequence[VolumeLine]) -> str:
    if not shifts:
        return blocks.NONE
    running = _RUNNING if shifts[-1].is_running else ""
    return f"{whole_day(shifts[0].duty_date)}至{whole_day(shifts[-1].duty_date)}{running}"


def _set_contents(pages: Pages, volume: MonthVolume, known: _Set) -> None:
    title = replace(REGISTER_UNIT, role=Role.HEI)
    pages.set_lines(pages.breaker.lines("目　　录", title, pages.width), title)
    pages.y += 2 * MM
    table = Table(
        pages,
        (
            Column("值班日期", 38, CELL_LEFT),
            Column("班次", 30, CELL_CENTER),
            Column("带班领导", 28, CELL_CENTER),
            Column("值班员", 36, CELL_CENTER),
            Column("记录条数", 18, CELL_CENTER),
            Column("页码", 16, CELL_CENTER),
        ),
    )
    table.head()
    number = 0
    for line in volume.lines:
        dated = f"{day(line.duty_date)} {weekday_name(line.duty_date)}"
        if not line.shift:
            table.row((dated, _NO_LOG, "", "", "", blocks.NOBODY))
            continue
        shift = f"{line.shift}{_RUNNING}" if line.is_running else line.shift
        table.row(
            (
                dated,
                shift,
                line.lead_officer or blocks.NOBODY,
                line.officers or blocks.NOBODY,
                f"{known.entries[number]}",
                f"{known.pages[number]}",
            )
        )
        number += 1
    if not volume.lines:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()


def _set_heads(pages: Pages, volume: MonthVolume, entries: int, shifts: int) -> None:
    blocks.section(pages, "记录校验码")
    rows = [
        [("班次数", f"{shifts}"), ("记录条数", f"{entries}")],
        [("留痕项数", f"{volume.journal_rows}"), ("校验码", volume.groups)],
        [("全码", volume.journal_head)],
    ]
    blocks.label_grid(pages, rows)
    blocks.section(pages, "各次交接班的记录校验码")
    table = Table(
        pages,
        (
            Column("值班日期", 44, CELL_LEFT),
            Column("班次", 24, CELL_CENTER),
            Column("交接时间", 48, CELL_CENTER),
            Column("记录校验码", 50, CELL_CENTER),
        ),
    )
    table.head()
    for head in volume.heads:
        table.row(
            (whole_day(head.duty_date), head.shift, with_year(head.handed_over_at), head.groups)
        )
    if not volume.heads:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()
    pages.need(REGISTER_NOTE.leading + 4)
    pages.y += 4
    pages.put(_CHECK, REGISTER_NOTE, (0, pages.y), pages.width)
    pages.y += REGISTER_NOTE.leading
