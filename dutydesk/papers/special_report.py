"""The special report (突发事件信息专报) in the bulletin layout of domain.md §9.2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_special_report import BodyLevel, SpecialReport, body_pieces
from dutydesk.papers import colophon
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import OFFICIAL, Foot, Pages
from dutydesk.papers.paragraph import Line, Piece
from dutydesk.papers.styles import ER_HAO, MM, RED, SAN_HAO, Align, TextStyle
from dutydesk.papers.text import clean, clean_line
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
    end = colophon.height(pages, report)
    _set_body(pages, _body_lines(pages, report.body), end + (GRID if report.timed_at else 0))
    if report.timed_at:
        # A blank line before the time is given up where it would cost a page.
        pages.y += GRID if pages.room >= end + 2 * GRID else 0
        style = replace(_BODY, align=Align.RIGHT)
        text = spoken(report.timed_at)
        pages.put(text, style, (0, pages.y), pages.width - 2 * CELL_WIDTH)
        pages.y += GRID
    colophon.draw(pages, report)
    return pages.close()


def _set_masthead(pages: Pages, report: SpecialReport) -> None:
    if report.urgency:
        pages.put(report.urgency, _URGENCY, (0, 0), pages.width)
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
    unit = pages.breaker.lines(report.unit, line, inner - date_width - CELL_WIDTH)
    pages.set_lines(unit, line, x=CELL_WIDTH)
    at = (CELL_WIDTH, pages.y - GRID)
    pages.put(whole_day(report.issued_on), replace(line, align=Align.RIGHT), at, inner)
    pages.y += 4 * MM - (GRID - SAN_HAO) / 2
    pages.rule((0, pages.y), (pages.width, pages.y), _RED_LINE, RED)


def _set_title(pages: Pages, report: SpecialReport) -> None:
    pages.y += 2 * GRID
    title = pages.breaker.balanced(report.title, _TITLE, pages.width - 2 * ER_HAO)
    pages.set_lines(title, _TITLE)
    if report.stage:
        pages.set_lines(pages.breaker.lines(f"（{report.stage}）", _STAGE, pages.width), _STAGE)
    # The body stands on the grid of the page whatever the head took.
    rows = int(pages.y / GRID) + 1
    pages.y = rows * GRID if rows * GRID - pages.y > 0.5 * GRID else (rows + 1) * GRID


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
        last = min(_KEPT_WITH_COLOPHON, len(lines))
        # A heading goes with the lines that go with the colophon.
        if left == last or (item.is_heading and left == last + 1):
            keep = left * GRID + tail
        pages.need(keep)
        pages.set_line(item.line, _BODY, (0, pages.y), pages.width)
        pages.y += GRID
