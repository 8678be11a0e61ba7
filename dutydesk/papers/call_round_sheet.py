"""The proof of a call round (叫应记录单): every attempt with time, channel, result and answer."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.paper import UNSIGNED, Pdf
from dutydesk.domain.paper_call_round_sheet import CallRoundSheet, CallSheetLine, CallSheetRow
from dutydesk.papers import blocks
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.call_round import TITLE
from dutydesk.wording.when import clock_with_seconds, with_year

_COLUMNS = (
    Column("序号", 9, CELL_CENTER),
    Column("单位", 27, CELL_LEFT),
    Column("姓名、职务", 28, CELL_LEFT),
    Column("电话", 23, CELL_CENTER),
    Column("次数", 9, CELL_CENTER),
    Column("时间", 17, CELL_CENTER),
    Column("方式", 12, CELL_CENTER),
    Column("结果", 16, CELL_CENTER),
    Column("答复", 25, CELL_LEFT),
)
_HEAVY = replace(CELL_CENTER, role=Role.HEI)
_RESULT, _WORDS = 7, 8


def call_round_sheet_pdf(sheet: CallRoundSheet, fonts: PaperFonts | None = None) -> Pdf:
    """Set the proof; a round without anybody prints 无."""
    pages = Pages(
        f"{TITLE} {sheet.title}",
        REGISTER,
        fonts or paper_fonts(),
        Foot(left=_foot(sheet), right=blocks.KEEP_INSIDE),
        is_practice=sheet.is_practice,
    )
    blocks.register_title(pages, sheet.unit, TITLE)
    _head(pages, sheet)
    table = Table(pages, _COLUMNS)
    rows = [(row, cells) for row in sheet.rows for cells in _cells(row)]
    blocks.section_of(pages, "一、叫应经过", table, [cells for _, cells in rows])
    table.head()
    before = 0
    for row, cells in rows:
        table.row(cells, goes_on=row.no == before)
        before = row.no
    if not rows:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()
    # Who signs, signs under the result, never on a page without it.
    results, signed = _results(sheet), blocks.sign_block_height()
    whole = blocks.grid_height(pages, results) + signed
    blocks.section(pages, "二、叫应结果", blocks.keep_together(pages, whole))
    blocks.label_grid(pages, results, is_followed=True, keep=signed)
    blocks.sign_block(
        pages,
        (("叫应人", UNSIGNED), ("带班领导", UNSIGNED)),
        is_joined=True,
    )
    return pages.close()


def _foot(sheet: CallRoundSheet) -> str:
    """Return what every page belongs to; all three words together would be too small to read."""
    return f"{sheet.title}（手机号码已遮盖）" if sheet.is_masked else f"{TITLE}　{sheet.title}"


def _head(pages: Pages, sheet: CallRoundSheet) -> None:
    ended = with_year(sheet.ended_at) if sheet.ended_at else "正在叫应"
    rows = [[("事由", sheet.title)]]
    if sheet.about:
        rows.append([("依据", sheet.about)])
    rows += [
        [("通知内容", sheet.words or blocks.UNWRITTEN)],
        [("开始", with_year(sheet.started_at)), ("结束", ended)],
        [("叫应人", sheet.started_by), ("用时", sheet.took)],
        [("时限", f"{sheet.within_minutes}分钟内叫应"), ("上级", sheet.superior or blocks.NOBODY)],
    ]
    blocks.label_grid(pages, rows)


def _results(sheet: CallRoundSheet) -> list[list[tuple[str, str]]]:
    rows = [[("合计", sheet.summary)]]
    rows.append([("未应", sheet.missing or blocks.NONE)])
    if sheet.told:
        rows.append([("报上级", sheet.told)])
    if sheet.end_note:
        rows.append([("说明", sheet.end_note)])
    return rows


def _cells(row: CallSheetRow) -> list[list[str | Cell]]:
    """Return a row for each attempt; somebody nobody rang has one that says so."""
    if not row.lines:
        state = _heavy(row.state) if row.is_open else row.state
        return [[str(row.no), row.unit, row.name, row.phone, "", "", "", state, row.note]]
    found = [_attempt(row, at, line) for at, line in enumerate(row.lines)]
    if row.is_open:
        # What was not reached stands out at its end.
        last = row.lines[-1].result
        found[-1][_RESULT] = Cell(
            (Piece(last), blocks.marked(f"\n{row.state}")), style=CELL_CENTER
        )
    return found


def _attempt(row: CallSheetRow, at: int, line: CallSheetLine) -> list[str | Cell]:
    is_own = line.name == row.name.split(" ")[0]
    name = row.name if at == 0 and is_own else line.name
    mark = f"{line.mark}\n" if line.mark and line.words else line.mark
    cells: list[str | Cell] = [
        str(row.no),
        row.unit if at == 0 else "",
        name,
        line.phone or row.phone,
        line.try_no,
        clock_with_seconds(line.at),
        line.channel,
        line.result,
        Cell((blocks.marked(mark), Piece(line.words))) if mark else line.words,
    ]
    if not line.is_struck:
        return cells
    return [_struck(cell) if place >= 3 else cell for place, cell in enumerate(cells)]  # noqa: PLR2004 -- number, unit and name hold


def _struck(cell: str | Cell) -> Cell:
    made = cell if isinstance(cell, Cell) else Cell((Piece(cell),))
    return replace(made, is_struck=True)


def _heavy(word: str) -> Cell:
    return Cell((Piece(word),), style=_HEAVY)
