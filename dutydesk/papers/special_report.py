"""The special report (突发事件信息专报) in the bulletin layout of domain.md §9.2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_special_report import BodyLevel, SpecialReport, body_pieces
from dutydesk.papers.colophon import Colophon
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import OFFICIAL, Foot, Pages
from dutydesk.papers.paragraph import Line, Piece
from dutydesk.papers.styles import ER_HAO, MM, RED, SAN_HAO, SI_HAO, XIAO_SAN, Align, TextStyle
from dutydesk.papers.text import clean, clean_line
from dutydesk.papers.title import balanced
from dutydesk.wording.when import spoken, whole_day

LINES_PER_PAGE = 22
CHARACTERS_PER_LINE = 28
GRID = OFFICIAL.height * MM / LINES_PER_PAGE
"""Height of one line: 22 fill the type area (GB/T 9704-2012, 29.0 pt)."""
CELL_WIDTH = OFFICIAL.width * MM / CHARACTERS_PER_LINE
"""Width of one character: 28 fill the line, so each 16 pt character gives up 0.2 pt."""

_BODY = TextStyle(Role.FANG, SAN_HAO, GRID, Align.JUSTIFY, CELL_WIDTH - SAN_HAO)
_TITLE = TextStyle(Role.TITLE, ER_HAO, 34.0, Align.CENTER)
_STAGE = TextStyle(Role.KAI, SAN_HAO, GRID, Align.CENTER)
_ISSUE = TextStyle(Role.FANG, SAN_HAO, GRID, Align.CENTER)
_URGENCY = TextStyle(Role.HEI, SAN_HAO, GRID)
_MASTHEAD_SIZE = 50.0
_RED_LINE = 1.5
_TIGHTEST = 0.06
"""Characters of the issuing unit are drawn together by up to this part of an em."""
_SHORT_MASTHEAD = 5
_ROLE_OF_LEVEL = {BodyLevel.FIRST: Role.HEI, BodyLevel.SECOND: Role.KAI, BodyLevel.TEXT: Role.FANG}
_KEPT_WITH_COLOPHON = 2
"""The colophon never stands alone on a page: this many lines of text go with it."""


@dataclass(frozen=True)
class _BodyLine:
    line: Line
    is_heading: bool


def special_report_pdf(report: SpecialReport, fonts: PaperFonts | None = None) -> Pdf:
    """Set one report: red masthead, title, body on the 22 × 28 grid, colophon at the foot."""
    pages = Pages(
        f"{clean_line(report.masthead)} {clean_line(report.title)}",
        OFFICIAL,
        fonts or paper_fonts(),
        Foot(is_bulletin=True),
        is_practice=report.is_practice,
    )
    _set_masthead(pages, report)
    _set_title(pages, report)
    tail = Colophon(pages, report)
    end = tail.height
    _set_body(pages, _body_lines(pages, report.body), end + (GRID if report.timed_at else 0))
    if report.timed_at:
        # A blank line before the time is given up where it would cost a page.
        pages.y += GRID if pages.room >= end + 2 * GRID else 0
        style = replace(_BODY, align=Align.RIGHT)
        text = spoken(report.timed_at)
        pages.put(text, style, (0, pages.y), pages.width - 2 * CELL_WIDTH)
        pages.y += GRID
    tail.draw()
    return pages.close()


def _set_masthead(pages: Pages, report: SpecialReport) -> None:
    if report.urgency:
        pages.put(report.urgency, _URGENCY, (0, 0), pages.width)
    if report.marks:
        marks = "".join(f"【{clean_line(mark)}】" for mark in report.marks)
        room = pages.width - pages.breaker.width(clean_line(report.urgency), _URGENCY) - SAN_HAO
        style = replace(_fitted(pages, marks, _URGENCY, room), align=Align.RIGHT)
        pages.put(marks, style, (0, 0), pages.width)
    pages.y = GRID
    text = clean_line(report.masthead)
    tracking = _MASTHEAD_SIZE * 0.4 if len(text) < _SHORT_MASTHEAD else 0.0
    style = TextStyle(Role.TITLE, _MASTHEAD_SIZE, 2 * GRID, Align.CENTER, tracking, RED)
    natural = pages.breaker.width(text, style)
    if natural > pages.width:
        shrunk = _MASTHEAD_SIZE * pages.width / natural * 0.999
        style = replace(style, size=shrunk, tracking=0.0)
    # The tracking after the last character would push the words left of the middle.
    pages.put(text, style, (style.tracking / 2, pages.y), pages.width)
    pages.y += 2 * GRID
    pages.y += 0.25 * GRID
    pages.set_lines(pages.breaker.lines(f"（{report.issue_no}）", _ISSUE, pages.width), _ISSUE)
    pages.y += 0.25 * GRID
    inner = pages.width - 2 * CELL_WIDTH
    line = replace(_BODY, align=Align.LEFT)
    date_width = pages.breaker.width(whole_day(report.issued_on), line)
    room = inner - date_width - CELL_WIDTH
    narrow = _fitted(pages, report.unit, line, room)
    pages.set_lines(balanced(pages.breaker, report.unit, narrow, room), narrow, x=CELL_WIDTH)
    at = (CELL_WIDTH, pages.y - GRID)
    pages.put(whole_day(report.issued_on), replace(line, align=Align.RIGHT), at, inner)
    pages.y += 4 * MM - (GRID - SAN_HAO) / 2
    pages.rule((0, pages.y), (pages.width, pages.y), _RED_LINE, RED)


def _fitted(pages: Pages, text: str, style: TextStyle, width: float) -> TextStyle:
    """Return the style drawn together, then smaller, so that a text stands on one line.

    A text for which that is not enough keeps its style and goes over more lines.
    """
    for size in (style.size, XIAO_SAN, SI_HAO):
        smaller = replace(style, size=size)
        over = pages.breaker.width(clean_line(text), smaller) - width
        tracking = style.tracking - max(0.0, over) / max(1, len(text))
        if tracking >= -_TIGHTEST * size:
            return replace(smaller, tracking=tracking)
    return style


def _set_title(pages: Pages, report: SpecialReport) -> None:
    pages.y += 2 * GRID
    title = balanced(pages.breaker, report.title, _TITLE, pages.width - ER_HAO)
    style = replace(_TITLE, leading=_title_leading(pages.y, len(title)))
    pages.set_lines(title, style)
    if report.stage:
        pages.set_lines(pages.breaker.lines(f"（{report.stage}）", _STAGE, pages.width), _STAGE)
    # One blank line; the body stands on the grid of the page.
    pages.y = round(pages.y / GRID + 1) * GRID


def _title_leading(top: float, count: int) -> float:
    """Return the leading nearest to the usual that ends a title of `count` lines on the grid."""
    first = -top % GRID
    fits = [(first + rows * GRID) / count for rows in range(3 * count)]
    return min(fits, key=lambda leading: abs(leading - _TITLE.leading))


def _body_lines(pages: Pages, body: Sequence[str]) -> list[_BodyLine]:
    out: list[_BodyLine] = []
    for text in body:
        for paragraph in clean(text).split("\n"):
            pieces = body_pieces(paragraph.strip(" 　"))
            parts = tuple(Piece(piece.text, _ROLE_OF_LEVEL[piece.level]) for piece in pieces)
            is_heading = len(pieces) == 1 and pieces[0].level is not BodyLevel.TEXT
            lines = pages.breaker.lines(parts, _BODY, pages.width, indent=2 * CELL_WIDTH)
            out += [_BodyLine(line, is_heading) for line in lines]
    return out


def _set_body(pages: Pages, lines: Sequence[_BodyLine], tail: float) -> None:
    for number, item in enumerate(lines):
        left = len(lines) - number
        keep = 2 * GRID if item.is_heading and left > 1 else GRID
        # Nor does a title stand alone because all there is to say went with the colophon.
        last = min(_KEPT_WITH_COLOPHON, max(1, len(lines) - 1))
        # A heading goes with the lines that go with the colophon.
        if left == last or (item.is_heading and left == last + 1):
            keep = left * GRID + tail
        pages.need(keep)
        pages.set_line(item.line, _BODY, (0, pages.y), pages.width)
        pages.y += GRID
