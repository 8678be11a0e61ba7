"""The dossier of one incident (突发事件卷宗): cover, then all that is on record, page by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import count

from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_incident_dossier import IncidentDossier, NamedPart, ReportPart
from dutydesk.papers import blocks
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import (
    CELL_CENTER,
    CELL_LEFT,
    ER_HAO,
    MM,
    SAN_HAO,
    XIAO_SI,
    Align,
    TextStyle,
)
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.papers.text import clean
from dutydesk.papers.title import balanced
from dutydesk.wording.incident import chinese_number
from dutydesk.wording.when import day, moment, with_year

_TITLE = "突发事件卷宗"
_BIG = TextStyle(Role.TITLE, 40.0, 60.0, Align.CENTER)
_NAME = TextStyle(Role.KAI, ER_HAO, 34.0, Align.CENTER)
_UNIT = TextStyle(Role.SONG, SAN_HAO, 28.0, Align.CENTER)
_REPORT_TITLE = TextStyle(Role.HEI, XIAO_SI, 20.0, Align.CENTER)
_TEXT = TextStyle(Role.FANG, XIAO_SI, 20.0, Align.JUSTIFY)
_COVER_TOP, _COVER_GRID = 45 * MM, 140 * MM
_TIMES = 31
_GRID_ROW = 7.2 * MM
_LEAD, _REPORT_HEAD = 20.0, 60.0
"""What a section keeps of its text on its page, and the head of a report, in millimetres."""
_KEPT = 2
_Lead = Callable[[float], None]
"""Sets what leads over to a table, kept with so many millimetres of it."""
_NAMED = 17.0


def incident_dossier_pdf(dossier: IncidentDossier, fonts: PaperFonts | None = None) -> Pdf:
    """Set the dossier; a part without anything on record says 无."""
    fonts = fonts or paper_fonts()
    # How many pages there are stands on the cover, so the whole is set twice.
    trial = _set(dossier, fonts, 0)
    return _set(dossier, fonts, trial.pages)


def _set(dossier: IncidentDossier, fonts: PaperFonts, total: int) -> Pdf:
    pages = Pages(
        f"{_TITLE} {dossier.incident_no}",
        REGISTER,
        fonts,
        Foot(left=f"{_TITLE}　{dossier.incident_no}", right=blocks.KEEP_INSIDE),
        is_practice=dossier.is_practice,
    )
    _set_cover(pages, dossier, total)
    pages.new_page()
    heads = map(chinese_number, count(1))

    def section(title: str) -> _Lead:
        return partial(blocks.section, pages, f"{next(heads)}、{title}")

    _set_facts(pages, dossier, section("基本情况"))
    _set_gradings(pages, dossier, section("等级认定"))
    _set_clocks(pages, dossier, section("报告时限"))
    _set_reports(pages, dossier.reports, section("报告全文"))
    _rows(
        pages,
        section("事件经过"),
        (
            Column("时间", _TIMES, CELL_CENTER),
            Column("类别", 20, CELL_CENTER),
            Column("内容", 115),
        ),
        [(moment(one.at), one.sort, one.text) for one in dossier.timeline],
    )
    _set_entries(pages, dossier, section("值班日志"))
    for part in dossier.parts:
        _set_part(pages, part, section(part.title))
    _set_attachments(pages, dossier, section("附件清单"))
    return pages.close()


def _set_cover(pages: Pages, dossier: IncidentDossier, total: int) -> None:
    pages.y = _COVER_TOP
    for text, style in ((dossier.unit, _UNIT), (_TITLE, _BIG)):
        pages.set_lines(balanced(pages.breaker, text, style, pages.width), style)
    pages.y += 8 * MM
    pages.set_lines(balanced(pages.breaker, dossier.title, _NAME, pages.width - ER_HAO), _NAME)
    pages.y = max(pages.y + 10 * MM, _COVER_GRID)
    written = sum(bool(one.issue_no) for one in dossier.reports)
    closed = with_year(dossier.closed_at) if dossier.closed_at else "未结束"
    counts = f"书面 {written} 份，电话 {len(dossier.reports) - written} 次"
    blocks.label_grid(
        pages,
        [
            [("编号", dossier.incident_no), ("等级", dossier.level)],
            [("接报时间", with_year(dossier.received_at)), ("结束时间", closed)],
            [("状态", dossier.status), ("报告", counts)],
            [("截至时间", with_year(dossier.as_of)), ("页数", f"{total}")],
            [("保管期限", "永久　　30年　　10年　　（圈选）"), ("立卷人", "")],
        ],
    )


def _set_facts(pages: Pages, dossier: IncidentDossier, lead: _Lead) -> None:
    lead(_LEAD)
    pairs = [*dossier.facts]
    wide = [pair for pair in pairs if len(pair[1]) > _NAMED]
    short = [pair for pair in pairs if pair not in wide]
    rows = [short[at : at + 2] for at in range(0, len(short), 2)]
    has_more = bool(dossier.figures or dossier.texts)
    blocks.label_grid(pages, [*rows, *([pair] for pair in wide)], is_followed=has_more)
    figures = [dossier.figures[at : at + 3] for at in range(0, len(dossier.figures), 3)]
    blocks.label_grid(pages, figures, is_joined=True, is_followed=bool(dossier.texts))
    for number, (name, text) in enumerate(dossier.texts, 1):
        is_last = number == len(dossier.texts)
        blocks.text_block(pages, name, text, is_joined=True, is_followed=not is_last)


def _set_gradings(pages: Pages, dossier: IncidentDossier, lead: _Lead) -> None:
    _rows(
        pages,
        lead,
        (
            Column("认定时间", _TIMES, CELL_CENTER),
            Column("等级", 26, CELL_CENTER),
            Column("认定人", 22, CELL_CENTER),
            Column("理由", 87),
        ),
        [(moment(one.at), one.level, one.by, one.reason) for one in dossier.gradings],
    )


def _set_clocks(pages: Pages, dossier: IncidentDossier, lead: _Lead) -> None:
    rows: list[tuple[str | Cell, ...]] = []
    for one in dossier.clocks:
        result = Cell((blocks.marked(one.result) if one.is_missed else Piece(one.result),))
        sent = moment(one.sent_at) if one.sent_at else blocks.NOBODY
        said = "\n".join(filter(None, (one.rule, f"原因：{one.reason}" if one.reason else "")))
        rows.append((one.name, moment(one.starts_at), moment(one.due_at), sent, result, said))
    _rows(
        pages,
        lead,
        (
            Column("报告", 28, CELL_CENTER),
            Column("起算", 24, CELL_CENTER),
            Column("时限", 24, CELL_CENTER),
            Column("报出", 24, CELL_CENTER),
            Column("结果", 22, CELL_CENTER),
            Column("依据、原因", 44, CELL_LEFT),
        ),
        rows,
    )


def _set_reports(pages: Pages, reports: Sequence[ReportPart], lead: _Lead) -> None:
    if not reports:
        _rows(pages, lead, (Column("", pages.frame.width),), [])
    else:
        lead(_REPORT_HEAD)
    for number, one in enumerate(reports, 1):
        pages.need(_REPORT_HEAD * MM)
        pages.y += 4 * MM if number > 1 else 0
        marks = "".join(f"【{mark}】" for mark in one.marks)
        issue = f"　{one.issue_no}" if one.issue_no else ""
        head = f"{number}. {one.name}{issue}　{with_year(one.sent_at)}{marks}"
        style = replace(_REPORT_TITLE, align=Align.LEFT)
        pages.set_lines(pages.breaker.lines(head, style, pages.width), style)
        if one.title:
            title = balanced(pages.breaker, one.title, _REPORT_TITLE, pages.width - ER_HAO)
            pages.set_lines(title, _REPORT_TITLE)
        lines = [
            line
            for paragraph in one.body
            for text in clean(paragraph).split("\n")
            for line in pages.breaker.lines(text, _TEXT, pages.width, indent=2 * XIAO_SI)
        ]
        rows = _report_facts(one)
        pages.set_lines(lines[:-_KEPT], _TEXT)
        # What became of a report never stands alone on a page.
        last = lines[-_KEPT:]
        pages.need(len(last) * _TEXT.leading + 2 * MM + len(rows) * _GRID_ROW)
        pages.set_lines(last, _TEXT)
        pages.y += 2 * MM
        blocks.label_grid(pages, rows)


def _report_facts(one: ReportPart) -> list[list[tuple[str, str]]]:
    rows = [
        [("报", "、".join(one.report_to))],
        [("接收人", one.receiver or blocks.NOBODY), ("是否按时", one.judged or blocks.NOBODY)],
        [("拟稿", one.drafted_by or blocks.NOBODY), ("签发", one.signed_by or blocks.NOBODY)],
    ]
    if one.copy_to:
        rows.insert(1, [("送", "、".join(one.copy_to))])
    if one.reviewed_by:
        rows[-1].insert(1, ("审核", one.reviewed_by))
    if one.already_told:
        rows.append([("已告知", one.already_told)])
    if one.instruction:
        rows.append([("对方指示", one.instruction)])
    return rows


def _set_entries(pages: Pages, dossier: IncidentDossier, lead: _Lead) -> None:
    rows: list[tuple[str | Cell, ...]] = [
        (
            f"{day(one.duty_date)}\n第{one.no}条",
            moment(one.at),
            one.kind,
            Cell(
                (
                    *((Piece(f"{one.source}：", Role.HEI),) if one.source else ()),
                    Piece(one.text),
                ),
                is_struck=one.is_struck,
            ),
            one.recorder,
        )
        for one in dossier.entries
    ]
    _rows(
        pages,
        lead,
        (
            Column("编号", 21, CELL_CENTER),
            Column("时间", _TIMES, CELL_CENTER),
            Column("类别", 19, CELL_CENTER),
            Column("内容", 79),
            Column("记录人", 16, CELL_CENTER),
        ),
        rows,
    )


def _set_part(pages: Pages, part: NamedPart, lead: _Lead) -> None:
    whole = sum(part.widths)
    columns = [
        Column(head, pages.frame.width * width / whole, CELL_LEFT)
        for head, width in zip(part.heads, part.widths, strict=True)
    ]
    _rows(pages, lead, columns, part.rows)


def _set_attachments(pages: Pages, dossier: IncidentDossier, lead: _Lead) -> None:
    rows: list[tuple[str | Cell, ...]] = [
        (
            str(number),
            Cell((Piece(one.name),), is_struck=one.is_withdrawn),
            one.size,
            one.sha256,
            one.entry,
        )
        for number, one in enumerate(dossier.attachments, 1)
    ]
    _rows(
        pages,
        lead,
        (
            Column("序号", 11, CELL_CENTER),
            Column("名称", 75, CELL_LEFT),
            Column("大小", 22, CELL_CENTER),
            Column("校验码", 32, CELL_CENTER),
            Column("日志", 26, CELL_CENTER),
        ),
        rows,
    )


def _rows(
    pages: Pages, lead: _Lead, columns: Sequence[Column], rows: Sequence[Sequence[str | Cell]]
) -> None:
    table = Table(pages, columns)
    lead(max(_LEAD, table.opening(rows[0]) / MM) if rows else _LEAD)
    if any(column.head for column in columns):
        table.head()
    for row in rows:
        table.row(row)
    if not rows:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()
