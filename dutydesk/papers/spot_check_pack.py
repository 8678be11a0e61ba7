"""迎检材料: cover and contents, rosters, log sheets, handovers, late reports, what was tested.

Sheets are set as they are read and only one is held; what stands before them says on which page
each part begins, so it is set last and moved to the front.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_spot_check_pack import ProofLine, SpotCheckPack
from dutydesk.papers import blocks
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.handover_record import record_foot, set_record
from dutydesk.papers.log_sheet import set_sheet, sheet_foot
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.roster_sheet import roster_foot, set_roster
from dutydesk.papers.statistics import set_late
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT, MM, REGISTER_UNIT
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.entry_register import span_words
from dutydesk.wording.when import day_and_clock

TITLE = "迎检材料"
_LATE, _TESTED = "迟报和未报", "电话核实、设备试呼、点名和叫应"
_PARTS = ("值班表", "值班日志", "交接班记录", _LATE, _TESTED)
_UNITS = ("张", "班", "份", "条", "条")
_TESTED_HEADS = (
    ("时间", 30.0, CELL_CENTER),
    ("项目", 26.0, CELL_CENTER),
    ("对象", 46.0, CELL_LEFT),
    ("结果", 46.0, CELL_LEFT),
    ("经办", 18.0, CELL_CENTER),
)


@dataclass
class _Set:
    """First page and number of things of each part, known once they are set."""

    pages: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    def begin(self, pages: Pages, count: int) -> None:
        self.pages.append(pages.number)
        self.counts.append(count)


def spot_check_pack_pdf(pack: SpotCheckPack, fonts: PaperFonts | None = None) -> Pdf:
    """Set the pack, numbered through from its first page; an empty part prints 无."""
    fonts = fonts or paper_fonts()
    foot = Foot(left=f"{TITLE}　{span_words(pack.span)}", right=blocks.KEEP_INSIDE)
    trial = _pages(pack, fonts, foot)
    _set_front(trial, pack, _Set([0] * len(_PARTS), [0] * len(_PARTS)))
    pages = _pages(pack, fonts, foot)
    pages.leave_front(trial.number)
    known = _Set()
    _set_rosters(pages, pack, known, foot)
    _set_sheets(pages, pack, known, foot)
    _set_records(pages, pack, known, foot)
    pages.begin_part(foot)
    known.begin(pages, len(pack.late))
    set_late(pages, _LATE, pack.late, pack.first_word)
    pages.begin_part(foot)
    known.begin(pages, len(pack.tested))
    _set_tested(pages, pack.tested)
    pages.begin_front(foot)
    _set_front(pages, pack, known)
    return pages.close()


def _pages(pack: SpotCheckPack, fonts: PaperFonts, foot: Foot) -> Pages:
    title = f"{TITLE} {span_words(pack.span)}"
    return Pages(title, REGISTER, fonts, foot, is_practice=pack.is_practice)


def _set_rosters(pages: Pages, pack: SpotCheckPack, known: _Set, foot: Foot) -> None:
    for number, roster in enumerate(pack.rosters):
        pages.begin_part(roster_foot(roster))
        if number == 0:
            known.begin(pages, sum(bool(one.rows) for one in pack.rosters))
        set_roster(pages, roster)
    if not pack.rosters:
        _set_nothing(pages, known, foot, _PARTS[0])


def _set_sheets(pages: Pages, pack: SpotCheckPack, known: _Set, foot: Foot) -> None:
    if not pack.shift_count:
        _set_nothing(pages, known, foot, _PARTS[1])
    for number, sheet in enumerate(pack.sheets):
        pages.begin_part(sheet_foot(sheet))
        if number == 0:
            known.begin(pages, pack.shift_count)
        set_sheet(pages, sheet)


def _set_records(pages: Pages, pack: SpotCheckPack, known: _Set, foot: Foot) -> None:
    if not pack.record_count:
        _set_nothing(pages, known, foot, _PARTS[2])
    for number, record in enumerate(pack.records):
        pages.begin_part(record_foot(record))
        if number == 0:
            known.begin(pages, pack.record_count)
        set_record(pages, record)


def _set_nothing(pages: Pages, known: _Set, foot: Foot, part: str) -> None:
    pages.begin_part(foot)
    known.begin(pages, 0)
    blocks.section(pages, part)
    table = Table(pages, (Column("", pages.frame.width, CELL_CENTER),))
    table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()


def _set_tested(pages: Pages, tested: Sequence[ProofLine]) -> None:
    columns = [Column(head, width, style) for head, width, style in _TESTED_HEADS]
    table = Table(pages, columns)
    rows: list[tuple[str | Cell, ...]] = [_tested(one) for one in tested]
    blocks.section_of(pages, _TESTED, table, rows)
    table.head()
    for row in rows:
        table.row(row)
    if not rows:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()


def _tested(one: ProofLine) -> tuple[str | Cell, ...]:
    result: str | Cell = one.result
    if one.is_fault:
        result = Cell((blocks.marked(one.result),), style=CELL_LEFT)
    return day_and_clock(one.at), one.what, one.who, result, one.by


def _set_front(pages: Pages, pack: SpotCheckPack, known: _Set) -> None:
    blocks.register_title(pages, pack.unit, TITLE)
    blocks.label_grid(pages, [[("起止日期", span_words(pack.span))]])
    pages.y += 4 * MM
    title = replace(REGISTER_UNIT, role=Role.HEI)
    pages.set_lines(pages.breaker.lines("目　　录", title, pages.width), title)
    pages.y += 2 * MM
    table = Table(
        pages,
        (
            Column("序号", 16, CELL_CENTER),
            Column("材料", 96, CELL_LEFT),
            Column("数量", 27, CELL_CENTER),
            Column("页码", 27, CELL_CENTER),
        ),
    )
    table.head()
    for number, part in enumerate(_PARTS):
        count = known.counts[number]
        quantity = f"{count}{_UNITS[number]}" if count else blocks.NONE
        table.row((f"{number + 1}", part, quantity, f"{known.pages[number]}"))
    table.end()
