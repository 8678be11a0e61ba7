"""Pages of a paper: the type area by GB/T 9704, feet and numbers, the practice watermark.

Positions are points from the upper left corner of the type area (版心), downwards.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper import Pdf
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts
from dutydesk.papers.justify import placed
from dutydesk.papers.paragraph import Breaker, Line, Piece
from dutydesk.papers.pdf_file import PAGE_HEIGHT, PAGE_WIDTH, PdfFile
from dutydesk.papers.styles import (
    BLACK,
    FOOT,
    MM,
    SI_HAO,
    WATERMARK_GREY,
    Align,
    Colour,
    TextStyle,
)
from dutydesk.papers.text import clean_line

HAIRLINE = 0.5
"""Width of table lines in points."""

_TOTAL = "total"
_BASELINE = 0.88
"""Where the baseline stands in the em square of a Chinese character, from its top."""
_STRIKE = 0.36
_LEAST = 6.0
"""No foot is set smaller, in points."""


@dataclass(frozen=True)
class Frame:
    """The type area of a page in millimetres from its upper left corner."""

    top: float
    left: float
    width: float
    height: float
    is_landscape: bool = False

    @property
    def page_size(self) -> tuple[float, float]:
        """Width and height of the sheet in points, as it is read."""
        return (PAGE_HEIGHT, PAGE_WIDTH) if self.is_landscape else (PAGE_WIDTH, PAGE_HEIGHT)

    @property
    def official(self) -> Frame:
        """The type area of the standard on this sheet; what everybody must see lies in it."""
        return _OFFICIAL_TURNED if self.is_landscape else OFFICIAL


OFFICIAL = Frame(top=37, left=28, width=156, height=225)
"""GB/T 9704-2012: 天头 37, 订口 28, 版心 156 × 225."""

REGISTER = Frame(top=25, left=28, width=166, height=246)
"""Registers keep the binding margin and use more of the page for their columns."""

LANDSCAPE = Frame(top=28, left=28, width=253, height=156, is_landscape=True)
"""A register too wide for an upright sheet. Bound with upright ones its top lies at the binding
(GB/T 9704-2012, tables set across), bound by itself its left side: both keep 28 mm."""

# The standard's area on a sheet turned so that its binding edge lies at the top.
_OFFICIAL_TURNED = Frame(top=28, left=35, width=225, height=156, is_landscape=True)


@dataclass(frozen=True)
class Foot:
    """What stands under the type area: register pages are counted, bulletins only numbered."""

    left: str = ""
    right: str = ""
    is_bulletin: bool = False


class Pages:
    """The pages of one paper, filled from the top; `y` is where the free room begins."""

    def __init__(
        self, title: str, frame: Frame, fonts: PaperFonts, foot: Foot, *, is_practice: bool
    ) -> None:
        self.frame = frame
        self.width = frame.width * MM
        self.height = frame.height * MM
        self.breaker = Breaker(fonts)
        self.y = 0.0
        self.foot = foot
        self._file = PdfFile(clean_line(title), fonts, frame.page_size)
        self._is_practice = is_practice
        self._left = frame.left * MM
        self._top = frame.page_size[1] - frame.top * MM
        self._numbered_from = 1
        self._front_from: int | None = None
        self._open()

    @property
    def room(self) -> float:
        """The free height left on this page, in points."""
        return self.height - self.y

    @property
    def number(self) -> int:
        """The number of the page being filled, from 1."""
        return self._file.pages + self._numbered_from

    @property
    def is_empty(self) -> bool:
        """True while nothing was set on this page."""
        return self.y == 0.0

    def begin_part(self, foot: Foot) -> None:
        """Begin a part with a foot of its own on a fresh page."""
        if not self.is_empty:
            self.new_page()
        self.foot = foot

    def leave_front(self, pages: int) -> None:
        """Leave the numbers of this many pages, which are set last after `begin_front`."""
        self._numbered_from = 1 + pages

    def begin_front(self, foot: Foot) -> None:
        """Begin the pages that stand first: what they say is known only when the rest is set."""
        self._finish_page()
        self._front_from = self._file.pages
        self._numbered_from = 1 - self._front_from
        self.foot = foot
        self._open()

    def new_page(self) -> None:
        """Finish this page and begin the next."""
        self._finish_page()
        self._open()

    def need(self, height: float) -> bool:
        """Begin a new page unless this one has the height left; tell whether one was begun."""
        if height <= self.room + 0.01 or self.is_empty:
            return False
        self.new_page()
        return True

    def set_lines(
        self,
        lines: Sequence[Line],
        style: TextStyle,
        *,
        x: float = 0.0,
        width: float | None = None,
    ) -> None:
        """Set lines one under the other and move down, over the page's end when needed."""
        for line in lines:
            self.need(style.leading)
            self.set_line(line, style, (x, self.y), self.width - x if width is None else width)
            self.y += style.leading

    def set_line(
        self,
        line: Line,
        style: TextStyle,
        at: tuple[float, float],
        width: float,
    ) -> None:
        """Set one line in the box of height `style.leading` whose upper left corner is `at`."""
        where = placed(line, style, width)
        x = where.x + at[0] + line.indent
        drop = (style.leading - style.size) / 2 + style.size * _BASELINE
        origin = (self._left + x, self._top - at[1] - drop)
        self._file.text(
            origin, where.runs, style.size, trackings=where.trackings, color=style.color
        )
        if line.is_struck and line.width:
            middle = origin[1] + style.size * _STRIKE
            self._file.line((origin[0], middle), (origin[0] + where.width, middle), HAIRLINE)

    def put(
        self, text: str | Sequence[Piece], style: TextStyle, at: tuple[float, float], width: float
    ) -> None:
        """Set a text that fits one line; what does not fit goes under it."""
        x, y = at
        for line in self.breaker.lines(text, style, width):
            self.set_line(line, style, (x, y), width)
            y += style.leading

    def rule(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        width: float = HAIRLINE,
        color: Colour = BLACK,
    ) -> None:
        """Draw a line between two points of the type area."""
        self._file.line(
            (self._left + start[0], self._top - start[1]),
            (self._left + end[0], self._top - end[1]),
            width,
            color,
        )

    def fill(self, at: tuple[float, float], size: tuple[float, float], color: Colour) -> None:
        """Lay a colour under a box of the type area: a line as broad as the box is high."""
        middle = at[1] + size[1] / 2
        self.rule((at[0], middle), (at[0] + size[0], middle), size[1], color)

    def close(self) -> Pdf:
        """Finish the last page and return the file."""
        self._finish_page()
        if self._front_from is not None:
            self._file.move_to_front(self._front_from)
        if not self.foot.is_bulletin:
            self._file.text((0, 0), ((Role.SONG, f"共 {self._file.pages} 页"),), FOOT.size)
            self._file.end_form(_TOTAL, 100, 20)
        return self._file.close()

    def _open(self) -> None:
        self.y = 0.0
        if self._is_practice:
            self._watermark()

    def _finish_page(self) -> None:
        if self.foot.is_bulletin:
            self._bulletin_number()
        else:
            self._register_foot()
        self._file.end_page()

    def _register_foot(self) -> None:
        y = self.height + 6 * MM
        middle = self.width / 2
        third = self.width * 0.36
        gap = FOOT.size * 0.5
        number = f"第 {self.number} 页"
        self.put(number, _aligned(FOOT, Align.RIGHT), (0, y), middle - gap)
        baseline = self._top - y - (FOOT.leading - FOOT.size) / 2 - FOOT.size * _BASELINE
        # The total is known at the end only: every page refers to one form drawn then.
        self._file.use_form(_TOTAL, (self._left + middle + gap, baseline))
        self._put_short(self.foot.left, (0, y), third, Align.LEFT)
        self._put_short(self.foot.right, (self.width - third, y), third, Align.RIGHT)

    def _put_short(self, text: str, at: tuple[float, float], width: float, align: Align) -> None:
        if not text:
            return
        style, words = FOOT, clean_line(text)
        # A span of days is wider than its third of an upright sheet; cut, it would name others.
        while len(lines := self.breaker.lines(words, style, width)) > 1 and style.size > _LEAST:
            style = replace(style, size=style.size - 0.5)
        self.set_line(lines[0], _aligned(style, align), at, width)

    def _bulletin_number(self) -> None:
        style = TextStyle(Role.SONG, SI_HAO, SI_HAO)
        is_odd = self.number % 2 == 1
        text = f"— {self.number} —"
        width = self.width - SI_HAO
        align = Align.RIGHT if is_odd else Align.LEFT
        x = 0.0 if is_odd else SI_HAO
        # The dashes stand 7 mm under the type area; they lie in the middle of the em square.
        self.put(text, _aligned(style, align), (x, self.height + 7 * MM - SI_HAO / 2), width)

    def _watermark(self) -> None:
        text, size = "演　练", 110.0
        line = self.breaker.lines(text, TextStyle(Role.HEI, size, size), 9 * size)[0]
        angle = math.radians(40 if self.frame.is_landscape else 50)
        cosine, sine = math.cos(angle), math.sin(angle)
        area = self.frame.official
        middle_x = (area.left + area.width / 2) * MM
        middle_y = self.frame.page_size[1] - (area.top + area.height / 2) * MM
        along, across = line.width / 2, size * (_BASELINE - 0.5)
        at = (
            middle_x - along * cosine + across * sine,
            middle_y - along * sine - across * cosine,
        )
        self._file.text(at, line.runs, size, color=WATERMARK_GREY, turn=(cosine, sine))


def _aligned(style: TextStyle, align: Align) -> TextStyle:
    return TextStyle(style.role, style.size, style.leading, align, style.tracking, style.color)
