"""The ledger of directives (领导批示办理台账, domain.md §7.5, §9.7): across the sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dutydesk.domain.instants import china
from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_directive_ledger import ChaseLine, DirectiveLedger, DirectiveRow
from dutydesk.papers import blocks
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import LANDSCAPE, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT, REGISTER_NOTE, Align
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.directive import OVERDUE
from dutydesk.wording.entry_register import span_words
from dutydesk.wording.joining import joined
from dutydesk.wording.when import clock, day, day_and_clock

_TITLE = "领导批示办理台账"
_LATE = "超期反馈"
_COLUMNS = (
    Column("序号", 9, CELL_CENTER),
    Column("批示领导", 17, CELL_CENTER),
    Column("批示时间、形式", 18, CELL_CENTER),
    Column("批示载体", 24, CELL_LEFT),
    Column("批示内容", 45),
    Column("传达单位（人）、时间", 25, CELL_LEFT),
    Column("签收", 17, CELL_CENTER),
    Column("反馈时限", 17, CELL_CENTER),
    Column("催办记录", 30, CELL_LEFT),
    Column("反馈情况", 26, CELL_LEFT),
    Column("办理结果、状态", 25, CELL_LEFT),
)


def directive_ledger_pdf(ledger: DirectiveLedger, fonts: PaperFonts | None = None) -> Pdf:
    """Set the ledger of a span; one without directives prints 无."""
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
    table = Table(pages, _COLUMNS)
    table.head()
    for number, row in enumerate(ledger.rows, 1):
        # The line to sign never stands alone on a page.
        keep = blocks.MAKERS_HEIGHT if number == len(ledger.rows) else 0.0
        table.row(_cells(number, row), keep=keep)
    if not ledger.rows:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()
    blocks.makers(pages)
    return pages.close()


def _set_head(pages: Pages, ledger: DirectiveLedger, span: str) -> None:
    right = replace(REGISTER_NOTE, align=Align.RIGHT)
    late = f"，{OVERDUE} {ledger.overdue_count} 件" if ledger.overdue_count else ""
    counts = f"共 {len(ledger.rows)} 件，已办结 {ledger.closed_count} 件{late}"
    at = (0.0, pages.y)
    pages.put(f"批示日期：{span}", REGISTER_NOTE, at, pages.width)
    pages.put(counts, right, at, pages.width)
    pages.y += REGISTER_NOTE.leading + 2


def _cells(number: int, row: DirectiveRow) -> tuple[str | Cell, ...]:
    return (
        str(number),
        row.leader.replace(" ", "\n"),
        f"{_time(row.at)}\n{row.form}",
        "\n".join(filter(None, (row.carrier, f"（{row.source}）" if row.source else ""))),
        row.text,
        _done(row.passed_to.replace(" ", "\n"), row.passed_at),
        _done(row.receipt_by, row.receipt_at),
        _due(row),
        "\n".join(map(_chase, row.chases)),
        _feedback(row),
        _result(row),
    )


def _time(at: datetime) -> str:
    return f"{day(china(at).date())}\n{clock(at)}"


def _done(who: str, at: datetime | None) -> str:
    return "\n".join(filter(None, (who, day_and_clock(at) if at else "")))


def _due(row: DirectiveRow) -> Cell:
    words = (Piece(_time(row.due_at)),) if row.due_at else (Piece(""),)
    return Cell((*words, blocks.marked(f"\n{OVERDUE}")) if row.is_overdue else words)


def _chase(chase: ChaseLine) -> str:
    reply = f"答复：{chase.reply}" if chase.reply else "未答复"
    return f"{day_and_clock(chase.at)} {joined((chase.text, reply))}"


def _feedback(row: DirectiveRow) -> Cell:
    words = Piece(_done(row.feedback, row.feedback_at))
    return Cell((words, blocks.marked(f"\n{_LATE}")) if row.was_late else (words,))


def _result(row: DirectiveRow) -> Cell:
    closed = _done(row.result, row.closed_at)
    by = f"\n{row.closed_by}" if row.closed_by else ""
    rest = (Piece(f"\n{closed}{by}"),) if closed else ()
    return Cell((blocks.marked(row.status), *rest))
