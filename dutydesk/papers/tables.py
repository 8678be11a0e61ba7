"""Ruled tables that go over many pages: head repeated, rows cut only between lines.

A row is drawn as soon as it is given, so time is linear and memory does not grow with rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dutydesk.domain.dataclass import dataclass
from dutydesk.papers.font_files import Role
from dutydesk.papers.page import HAIRLINE, Pages
from dutydesk.papers.paragraph import Line, Piece
from dutydesk.papers.styles import CELL, CELL_BAND, CELL_HEAD, MM, Colour, TextStyle

_PAD_X = 1.0 * MM
_PAD_Y = 0.9 * MM
_FRAME = 1.0
"""Width of the lines round a table, in points."""
_FEWEST_LINES = 3
"""A row is cut only if at least this many lines stand on each side of the cut."""
_GOES_ON = "续"
"""Stands behind a number in the first column where its row comes over from the page before."""
_SMALL_REST = 90.0
"""A row that fits a fresh page is not cut to fill less than this rest of a page, in points."""


@dataclass(frozen=True)
class Column:
    """One column: its head, its width in millimetres, and how its cells are set."""

    head: str
    width: float
    style: TextStyle = CELL


@dataclass(frozen=True)
class Cell:
    """Text of one cell; a struck one has a line through it, its `mark` stands under it.

    `after` stands below both and holds whatever became of the rest: it is never struck.
    A `tint` lies under the whole cell.
    """

    pieces: tuple[Piece, ...]
    is_struck: bool = False
    mark: str = ""
    after: tuple[Piece, ...] = ()
    style: TextStyle | None = None
    tint: Colour | None = None


@dataclass(frozen=True)
class _Broken:
    lines: list[Line]
    style: TextStyle
    tint: Colour | None = None

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading


@dataclass(frozen=True)
class _Span:
    """A cell placed in the table: its left edge, its width and its broken text."""

    x: float
    width: float
    broken: _Broken


class Table:
    """A table on pages; give rows in order, then `end`."""

    def __init__(
        self,
        pages: Pages,
        columns: Sequence[Column],
        *,
        row_height: float = 6.4,
        is_joined: bool = False,
    ) -> None:
        """Prepare a table; a joined one hangs on the last line of the table before it."""
        self._pages = pages
        self._columns = columns
        self._lowest = row_height * MM
        self._widths = [column.width * MM for column in columns]
        self._has_top_line = is_joined
        self._carried: Cell | None = None
        self._is_after_head = False
        self._edges = [0.0]
        for width in self._widths:
            self._edges.append(self._edges[-1] + width)
        self._uprights: tuple[float, ...] = ()
        self._uprights_from = 0.0

    @property
    def head_height(self) -> float:
        """The height of the head with one lowest row under it, to be kept together."""
        return self._height(self._head()) + self._lowest

    def opening(self, first: Sequence[str | Cell]) -> float:
        """Return the height of the head with as much of the first row as stands under it.

        Whatever leads over to the table is kept with this: no head is left alone on a page.
        """
        row = self._spans(first)
        height = self._height(row)
        if height >= self._pages.height / 2:
            leading = max(span.broken.style.leading for span in row)
            height = max(_SMALL_REST, _FEWEST_LINES * leading + 2 * _PAD_Y)
        return self._height(self._head()) + height

    def head(self) -> None:
        """Set the head now; every new page begins with it again."""
        self._pages.need(self.head_height)
        self._draw(self._head())
        self._is_after_head = True

    def row(
        self, cells: Sequence[str | Cell], *, goes_on: bool = False, keep: float = 0.0
    ) -> None:
        """Set one row, as many cells as columns.

        A row that goes on shares its first cell with the row above: the text is printed again
        only where a page begins. Under its end `keep` points stay free on the same page.
        """
        self._place(self._spans(cells), goes_on=goes_on, keep=keep)

    def measure(self, rows: Sequence[Sequence[str | Cell]], *, has_head: bool = True) -> float:
        """Return the height of a head and these rows on one page, in points."""
        head = self._height(self._head()) if has_head else 0.0
        return head + sum(self._height(self._spans(row)) for row in rows)

    def band(self, text: str | Cell) -> None:
        """Set a row of one cell as wide as the table, kept with the row after it."""
        cell = text if isinstance(text, Cell) else Cell((Piece(text),), style=CELL_BAND)
        span = self._wide(cell)
        self._make_room(self._height([span]) + self._lowest)
        self._draw([span])

    def carry(self, cell: Cell | None) -> None:
        """Set this cell as a band under the head of every page begun from now on."""
        self._carried = cell

    def end(self, *, is_followed: bool = False) -> None:
        """Draw the last lines; nothing may be added after, but a joined table may follow."""
        self._close_segment(HAIRLINE if is_followed else _FRAME)

    def _place(self, spans: list[_Span], *, goes_on: bool, keep: float) -> None:
        is_rest = False
        if self._height(spans) + keep > self._pages.room + 0.01:
            whole = spans
            spans = self._cut_over_pages(spans, goes_on=goes_on, keep=keep)
            is_rest, goes_on = spans is not whole, False
        self._draw(spans, is_cut=is_rest, goes_on=goes_on)

    def _cut_over_pages(self, spans: list[_Span], *, goes_on: bool, keep: float) -> list[_Span]:
        """Draw what fits page by page; return what is left for the last one."""
        rest = label(f"{_named(spans[0])}{_GOES_ON}")
        fit = self._lines_before_cut(spans)
        if not fit:
            self._next_page()
            goes_on = False
        while self._height(spans) + keep > self._pages.room + 0.01:
            fit = max(1, self._lines_before_cut(spans) or self._lines_that_fit(spans))
            parts = [_part(span, slice(None, fit)) for span in spans]
            self._draw(parts, is_cut=True, goes_on=goes_on)
            spans = [_part(span, slice(fit, None)) for span in spans]
            if not spans[0].broken.lines and len(spans) > 1:
                spans[0] = replace(spans[0], broken=self._broken(rest, 0))
            self._next_page()
            goes_on = False
        return spans

    def _lines_before_cut(self, spans: list[_Span]) -> int:
        """Return how many lines stand before a good cut, 0 if the row should go on whole."""
        most = max(len(span.broken.lines) for span in spans)
        fit = min(self._lines_that_fit(spans), most - _FEWEST_LINES)
        fits_whole = self._height(spans) < self._pages.height / 2
        if fit < _FEWEST_LINES or (fits_whole and self._pages.room < _SMALL_REST):
            return 0
        return fit

    def _lines_that_fit(self, spans: list[_Span]) -> int:
        leading = max(span.broken.style.leading for span in spans)
        return max(0, int((self._pages.room - 2 * _PAD_Y) / leading))

    def _make_room(self, height: float) -> None:
        if height > self._pages.room + 0.01:
            self._next_page()

    def _next_page(self) -> None:
        self._close_segment()
        self._pages.new_page()
        if head := self._head():
            self._draw(head)
        if self._carried is not None:
            self._draw([self._wide(self._carried)])
        self._is_after_head = True

    def _head(self) -> list[_Span]:
        if not any(column.head for column in self._columns):
            return []
        return self._spans([label(column.head) for column in self._columns])

    def _spans(self, cells: Sequence[str | Cell]) -> list[_Span]:
        return [
            _Span(self._edges[i], self._widths[i], self._broken(cell, i))
            for i, cell in enumerate(cells)
        ]

    def _wide(self, cell: Cell) -> _Span:
        width = self._edges[-1] - self._edges[0]
        return _Span(self._edges[0], width, self._broken(cell, 0, width))

    def _broken(self, cell: str | Cell, column: int, width: float | None = None) -> _Broken:
        own = self._columns[column].style
        if isinstance(cell, str):
            cell = Cell((Piece(cell),))
        style = cell.style or own
        measure = (self._widths[column] if width is None else width) - 2 * _PAD_X
        breaker = self._pages.breaker
        lines = breaker.lines(cell.pieces, style, measure)
        if cell.is_struck:
            lines = [replace(line, is_struck=True) for line in lines]
        if cell.mark:
            lines += breaker.lines((Piece(cell.mark, Role.KAI),), style, measure)
        if cell.after:
            # Without a text above it stands alone, not under an empty line.
            above = lines if any(line.text for line in lines) else []
            lines = above + breaker.lines(cell.after, style, measure)
        return _Broken(lines, style, cell.tint)

    def _height(self, spans: Sequence[_Span]) -> float:
        if not spans:
            return 0.0
        return max(self._lowest, max(span.broken.height for span in spans) + 2 * _PAD_Y)

    def _draw(self, spans: list[_Span], *, is_cut: bool = False, goes_on: bool = False) -> None:
        pages = self._pages
        height = self._height(spans)
        top = pages.y
        # Only a row with rows over it on the same page can share its first cell.
        goes_on = goes_on and not self._is_after_head
        for span in spans:
            if span.broken.tint is not None:
                pages.fill((span.x, top), (span.width, height), span.broken.tint)
        self._top_line(top, from_column=1 if goes_on else 0)
        self._set_uprights(tuple(span.x for span in spans), top)
        for span in spans[1:] if goes_on else spans:
            y = top + (_PAD_Y if is_cut else (height - span.broken.height) / 2)
            for line in span.broken.lines:
                at = (span.x + _PAD_X, y)
                pages.set_line(line, span.broken.style, at, span.width - 2 * _PAD_X)
                y += span.broken.style.leading
        pages.y = top + height
        self._is_after_head = False

    def _top_line(self, y: float, *, from_column: int) -> None:
        if not self._has_top_line or self._pages.is_empty:
            width = HAIRLINE if self._uprights else _FRAME
            self._pages.rule((self._edges[from_column], y), (self._edges[-1], y), width)
        self._has_top_line = False

    def _set_uprights(self, uprights: tuple[float, ...], y: float) -> None:
        if uprights != self._uprights:
            self._draw_uprights(y)
            self._uprights, self._uprights_from = uprights, y

    def _draw_uprights(self, to: float) -> None:
        if self._uprights and to > self._uprights_from:
            for x in (*self._uprights, self._edges[-1]):
                width = _FRAME if x in {self._edges[0], self._edges[-1]} else HAIRLINE
                self._pages.rule((x, self._uprights_from), (x, to), width)

    def _close_segment(self, width: float = _FRAME) -> None:
        if self._uprights:
            y = self._pages.y
            self._draw_uprights(y)
            self._pages.rule((self._edges[0], y), (self._edges[-1], y), width)
            self._uprights = ()


def _named(span: _Span) -> str:
    """Return the number of a row, nothing where its first cell holds a text."""
    lines = span.broken.lines
    return lines[0].text if len(lines) == 1 and lines[0].text.isdigit() else ""


def _part(span: _Span, lines: slice) -> _Span:
    return replace(span, broken=replace(span.broken, lines=span.broken.lines[lines]))


def label(text: str) -> Cell:
    """Return a cell that names what stands beside it."""
    return Cell((Piece(text),), style=CELL_HEAD)
