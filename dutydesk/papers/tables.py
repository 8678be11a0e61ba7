"""Ruled tables that go over many pages: head repeated, rows cut only between lines.

A row is drawn as soon as it is given, so time is linear and memory does not grow with rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dutydesk.papers.font_files import Role
from dutydesk.papers.page import Pages
from dutydesk.papers.paragraph import Line, Piece
from dutydesk.papers.styles import CELL, CELL_BAND, CELL_CENTER, CELL_HEAD, MM, TextStyle

_PAD_X = 1.0 * MM
_PAD_Y = 0.9 * MM
_FEWEST_LINES = 3
"""A row is cut only if at least this many lines stand on each side of the cut."""


@dataclass(frozen=True)
class Column:
    """One column: its head, its width in millimetres, and how its cells are set."""

    head: str
    width: float
    style: TextStyle = CELL


@dataclass(frozen=True)
class Cell:
    """Text of one cell; a struck one has a line through it, its `mark` stands under it."""

    pieces: tuple[Piece, ...]
    is_struck: bool = False
    mark: str = ""
    style: TextStyle | None = None


@dataclass(frozen=True)
class _Broken:
    lines: list[Line]
    style: TextStyle

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
        self._edges = [0.0]
        for width in self._widths:
            self._edges.append(self._edges[-1] + width)
        self._uprights: tuple[float, ...] = ()
        self._uprights_from = 0.0

    @property
    def head_height(self) -> float:
        """The height of the head with one lowest row under it, to be kept together."""
        return self._height(self._head()) + self._lowest

    def head(self) -> None:
        """Set the head now; every new page begins with it again."""
        if not any(column.head for column in self._columns):
            return
        self._pages.need(self.head_height)
        self._draw(self._head())

    def row(self, cells: Sequence[str | Cell]) -> None:
        """Set one row, as many cells as columns."""
        spans = [
            _Span(self._edges[i], self._widths[i], self._broken(cell, i))
            for i, cell in enumerate(cells)
        ]
        self._place(spans)

    def spanned(self, cells: Sequence[tuple[str | Cell, int]]) -> None:
        """Set one row of cells that each take several columns: (cell, columns) in order."""
        spans: list[_Span] = []
        at = 0
        for cell, count in cells:
            x = self._edges[at]
            width = self._edges[at + count] - x
            spans.append(_Span(x, width, self._broken(cell, at, width)))
            at += count
        self._place(spans)

    def band(self, text: str | Cell) -> None:
        """Set a row of one cell as wide as the table, kept with the row after it."""
        cell = text if isinstance(text, Cell) else Cell((Piece(text),), style=CELL_BAND)
        span = self._wide(cell)
        self._make_room(self._height([span]) + self._lowest)
        self._draw([span])

    def carry(self, cell: Cell | None) -> None:
        """Set this cell as a band under the head of every page begun from now on."""
        self._carried = cell

    def end(self) -> None:
        """Draw the last lines; nothing may be added after."""
        self._close_segment()

    def _place(self, spans: list[_Span]) -> None:
        height = self._height(spans)
        if height <= self._pages.room + 0.01:
            self._draw(spans)
            return
        fit = self._lines_that_fit(spans)
        most = max(len(span.broken.lines) for span in spans)
        if fit < _FEWEST_LINES or most - fit < _FEWEST_LINES:
            self._next_page()
            if self._height(spans) <= self._pages.room + 0.01:
                self._draw(spans)
                return
            fit = self._lines_that_fit(spans)
        while most > fit:
            self._draw([_part(span, slice(None, fit)) for span in spans], is_cut=True)
            spans = [_part(span, slice(fit, None)) for span in spans]
            most -= fit
            self._next_page()
            fit = self._lines_that_fit(spans)
        self._draw(spans, is_cut=True)

    def _lines_that_fit(self, spans: list[_Span]) -> int:
        leading = max(span.broken.style.leading for span in spans)
        return max(0, int((self._pages.room - 2 * _PAD_Y) / leading))

    def _make_room(self, height: float) -> None:
        if height > self._pages.room + 0.01:
            self._next_page()

    def _next_page(self) -> None:
        self._close_segment()
        self._pages.new_page()
        if any(column.head for column in self._columns):
            self._draw(self._head())
        if self._carried is not None:
            self._draw([self._wide(self._carried)])

    def _head(self) -> list[_Span]:
        return [
            _Span(
                self._edges[i],
                self._widths[i],
                self._broken(Cell((Piece(column.head),), style=CELL_HEAD), i),
            )
            for i, column in enumerate(self._columns)
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
        return _Broken(lines, style)

    def _height(self, spans: Sequence[_Span]) -> float:
        return max(self._lowest, max(span.broken.height for span in spans) + 2 * _PAD_Y)

    def _draw(self, spans: list[_Span], *, is_cut: bool = False) -> None:
        pages = self._pages
        height = self._height(spans)
        top = pages.y
        if not self._has_top_line or pages.is_empty:
            self._flat(top)
            self._has_top_line = True
        self._set_uprights(tuple(span.x for span in spans), top)
        for span in spans:
            broken = span.broken
            y = top + (_PAD_Y if is_cut else (height - broken.height) / 2)
            for line in broken.lines:
                pages.set_line(
                    line,
                    broken.style,
                    (span.x + _PAD_X, y),
                    span.width - 2 * _PAD_X,
                )
                y += broken.style.leading
        pages.y = top + height
        self._flat(pages.y)

    def _flat(self, y: float) -> None:
        self._pages.rule((self._edges[0], y), (self._edges[-1], y))

    def _set_uprights(self, uprights: tuple[float, ...], y: float) -> None:
        if uprights != self._uprights:
            self._draw_uprights(y)
            self._uprights, self._uprights_from = uprights, y

    def _draw_uprights(self, to: float) -> None:
        if self._uprights and to > self._uprights_from:
            for x in (*self._uprights, self._edges[-1]):
                self._pages.rule((x, self._uprights_from), (x, to))

    def _close_segment(self) -> None:
        self._draw_uprights(self._pages.y)
        self._uprights = ()
        self._has_top_line = False


def _part(span: _Span, lines: slice) -> _Span:
    return replace(span, broken=replace(span.broken, lines=span.broken.lines[lines]))


def centered(text: str) -> Cell:
    """Return a cell set in the middle."""
    return Cell((Piece(text),), style=CELL_CENTER)


def label(text: str) -> Cell:
    """Return a cell that names what stands beside it."""
    return Cell((Piece(text),), style=CELL_HEAD)
