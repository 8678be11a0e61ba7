"""The handover record (交接班记录, domain.md §9.5): what was passed on, checked and signed."""

from __future__ import annotations

from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_handover_record import ArticleLine, HandoverRecord
from dutydesk.papers import blocks, qr
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Line, Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT, MM, REGISTER_NOTE
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.when import with_year

_TITLE = "交接班记录"
_UNFINISHED = "未完成"
_COUNTS_PER_ROW = 6
_QR_SIDE = 24 * MM
_HOW_TO_CHECK = "以后核对：在“关于·自检”里输入或扫入校验码，看此页之前的记录有没有被改动。"


def handover_record_pdf(record: HandoverRecord, fonts: PaperFonts | None = None) -> Pdf:
    """Set one handover record with its sign block and, when known, the head of the chain."""
    pages = Pages(
        f"{_TITLE} {record.no}",
        REGISTER,
        fonts or paper_fonts(),
        record_foot(record),
        is_practice=record.is_practice,
    )
    set_record(pages, record)
    return pages.close()


def record_foot(record: HandoverRecord) -> Foot:
    """Return the foot of a handover record."""
    return Foot(left=f"编号：{record.no}", right=blocks.KEEP_INSIDE)


def set_record(pages: Pages, record: HandoverRecord) -> None:
    """Set a handover record where the pages stand."""
    blocks.register_title(pages, record.unit, _TITLE)
    _set_header(pages, record)
    blocks.section(pages, "一、本班情况摘要")
    _set_counts(pages, record)
    blocks.section(pages, "二、未办结事项")
    blocks.open_items(pages, record.open_items)
    blocks.section(pages, "三、检查清单")
    blocks.grouped_checks(pages, record.checks)
    blocks.section(pages, "四、物品资料清单")
    _set_articles(pages, record.articles)
    _set_remarks(pages, record)
    keep = (blocks.sign_block_height() + _head_height(pages, record)) / MM
    blocks.section(pages, "六、签字", keep)
    blocks.sign_block(
        pages,
        (
            ("交班人", record.outgoing_signature),
            ("接班人", record.incoming_signature),
            ("带班领导", record.lead_signature),
        ),
    )
    _set_head(pages, record)


def _set_header(pages: Pages, record: HandoverRecord) -> None:
    at = with_year(record.handed_over_at) if record.handed_over_at else _UNFINISHED
    rows = [
        [("编号", record.no), ("交接时间", at)],
        [("交班班次", record.outgoing_shift), ("接班班次", record.incoming_shift)],
        [
            ("交班人", record.outgoing_signature.name),
            ("接班人", record.incoming_signature.name),
        ],
    ]
    if record.forced_reason:
        rows.append([("单方交接", record.forced_reason)])
    blocks.label_grid(pages, rows)


def _set_counts(pages: Pages, record: HandoverRecord) -> None:
    counts = record.counts
    for start in range(0, len(counts), _COUNTS_PER_ROW):
        part = counts[start : start + _COUNTS_PER_ROW]
        row = [(line.name, f"{line.count}") for line in part]
        row += [("", "")] * (_COUNTS_PER_ROW - len(part) if start else 0)
        blocks.label_grid(pages, [row], is_joined=start > 0, is_followed=True)
    blocks.text_block(pages, "值班概况", record.summary, is_joined=bool(counts))


def _set_articles(pages: Pages, articles: tuple[ArticleLine, ...]) -> None:
    table = Table(
        pages,
        (
            Column("序号", 12, CELL_CENTER),
            Column("名称", 62, CELL_LEFT),
            Column("数量", 24, CELL_CENTER),
            Column("核对", 24, CELL_CENTER),
            Column("备注", pages.frame.width - 122, CELL_LEFT),
        ),
    )
    table.head()
    for number, line in enumerate(articles, 1):
        result = line.result or blocks.UNCHECKED
        table.row((str(number), line.name, line.quantity, result, line.note))
    if not articles:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()


def _set_remarks(pages: Pages, record: HandoverRecord) -> None:
    table = Table(pages, (Column("", pages.frame.width),), row_height=14.0)
    rows = [(record.remarks or blocks.NONE,)]
    # The sign block must not stand alone on a page.
    signed = blocks.sign_block_height() + blocks.SECTION_HEIGHT + _head_height(pages, record)
    keep = table.measure(rows) + signed
    blocks.section(pages, "五、其他交代", blocks.keep_together(pages, keep))
    table.row(rows[0], keep=signed)
    table.end()


def _head_lines(pages: Pages, record: HandoverRecord) -> list[Line]:
    text = f"记录校验码：{record.head_groups}\n全码：{record.journal_head}\n{_HOW_TO_CHECK}"
    width = pages.width - _QR_SIDE - REGISTER_NOTE.leading
    return pages.breaker.lines(text, REGISTER_NOTE, width)


def _head_height(pages: Pages, record: HandoverRecord) -> float:
    if not record.journal_head:
        return 0.0
    return max(_QR_SIDE, (len(_head_lines(pages, record)) + 0.5) * REGISTER_NOTE.leading)


def _set_head(pages: Pages, record: HandoverRecord) -> None:
    """Print the head of the chain for people and for a scanner; ``verify`` takes both."""
    if not record.journal_head:
        return
    height = _head_height(pages, record)
    pages.need(height)
    top = pages.y
    qr.draw(pages, record.journal_head.upper(), (pages.width - _QR_SIDE, top), _QR_SIDE)
    pages.y = top + REGISTER_NOTE.leading / 2
    pages.set_lines(_head_lines(pages, record), REGISTER_NOTE)
    pages.y = top + height
