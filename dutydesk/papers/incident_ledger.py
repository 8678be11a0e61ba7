"""The ledger of incidents (突发事件台账, domain.md §9.7): across the sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dutydesk.domain.instants import china
from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_incident_ledger import IncidentLedger, IncidentRow
from dutydesk.papers import blocks
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import LANDSCAPE, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT, REGISTER_NOTE, Align
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.entry_register import span_words
from dutydesk.wording.when import clock, day, day_and_clock

_TITLE = "突发事件台账"
_SENSITIVE, _FIRST = "敏感", "{}时间"
_COLUMNS = (
    Column("编号", 18, CELL_CENTER),
    Column("时间", 29, CELL_LEFT),
    Column("地点", 26, CELL_LEFT),
    Column("事件", 33, CELL_LEFT),
    Column("类型", 22, CELL_CENTER),
    Column("等级", 15, CELL_CENTER),
    Column("伤亡", 22, CELL_LEFT),
    Column(_FIRST, 29, CELL_LEFT),
    Column("是否按时", 19, CELL_CENTER),
    Column("续报次数", 10, CELL_CENTER),
    Column("终报时间", 16, CELL_CENTER),
    Column("状态", 14, CELL_CENTER),
)


def incident_ledger_pdf(ledger: IncidentLedger, fonts: PaperFonts | None = None) -> Pdf:
    """Set the ledger of a span; one without incidents prints 无."""
    span = span_words(ledger.span)
    pages = Pages(
        f"{_TITLE} {span}",
        LANDSCAPE,
        fonts or paper_fonts(),
        Foot(left=f"{_TITLE}　{span}", right=blocks.KEEP_INSIDE),
        is_practice=ledger.is_practice,
    )
    blocks.register_title(pages, ledger.unit, _TITLE)
    _set_head(pages, ledger, span)
    heads = (one.head.format(ledger.first_word) for one in _COLUMNS)
    columns = [replace(one, head=head) for one, head in zip(_COLUMNS, heads, strict=True)]
    table = Table(pages, columns)
    table.head()
    for number, row in enumerate(ledger.rows, 1):
        keep = blocks.MAKERS_HEIGHT if number == len(ledger.rows) else 0.0
        table.row(_cells(row), keep=keep)
    if not ledger.rows:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()
    blocks.makers(pages)
    return pages.close()


def _set_head(pages: Pages, ledger: IncidentLedger, span: str) -> None:
    right = replace(REGISTER_NOTE, align=Align.RIGHT)
    late = f"，{ledger.first_word}迟报 {ledger.late_count} 件" if ledger.late_count else ""
    counts = f"共 {len(ledger.rows)} 件，已结束 {ledger.ended_count} 件{late}"
    at = (0.0, pages.y)
    pages.put(f"接报日期：{span}", REGISTER_NOTE, at, pages.width)
    pages.put(counts, right, at, pages.width)
    pages.y += REGISTER_NOTE.leading + 2


def _cells(row: IncidentRow) -> tuple[str | Cell, ...]:
    return (
        row.incident_no,
        _when(row),
        row.place,
        row.title,
        f"{row.category}\n{row.kind}",
        _level(row),
        row.casualties,
        _first_reports(row),
        _judged(row),
        str(row.follow_up_count),
        _time(row.final_at) if row.final_at else blocks.NOBODY,
        _status(row),
    )


def _when(row: IncidentRow) -> str:
    occurred = day_and_clock(row.occurred_at) if row.occurred_at else "正在核实"
    return f"事发{occurred}\n接报{day_and_clock(row.received_at)}"


def _level(row: IncidentRow) -> Cell:
    mark = (blocks.marked(f"\n{_SENSITIVE}"),) if row.is_sensitive else ()
    return Cell((Piece(row.level), *mark))


def _first_reports(row: IncidentRow) -> str:
    made = [f"{one.medium}{day_and_clock(one.sent_at)}" for one in row.first_reports]
    return "\n".join(made) or blocks.NOBODY


def _judged(row: IncidentRow) -> Cell:
    pieces: list[Piece] = []
    for one in row.first_reports:
        word = ("\n" if pieces else "") + (one.judged or blocks.NOBODY)
        pieces.append(blocks.marked(word) if one.is_late else Piece(word))
    return Cell(tuple(pieces) or (Piece(blocks.NOBODY),))


def _status(row: IncidentRow) -> Cell:
    rest = (Piece(f"\n{row.exit_note}", Role.KAI),) if row.exit_note else ()
    return Cell((Piece(row.status), *rest))


def _time(at: datetime) -> str:
    return f"{day(china(at).date())}\n{clock(at)}"
