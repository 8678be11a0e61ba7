"""The colophon (版记) of a bulletin, standing on the lower edge of the last page's type area."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dutydesk.domain.paper_special_report import SpecialReport
from dutydesk.papers.font_files import Role
from dutydesk.papers.page import Pages
from dutydesk.papers.paragraph import Line, Piece
from dutydesk.papers.styles import MM, SI_HAO, WU_HAO, XIAO_SI, XIAO_WU, Align, TextStyle

_STYLE = TextStyle(Role.FANG, SI_HAO, 23.0, Align.JUSTIFY)
_SMALLER = tuple(
    replace(_STYLE, size=size, leading=size * 1.35) for size in (XIAO_SI, WU_HAO, XIAO_WU)
)
_THICK, _THIN = 0.35 * MM, 0.25 * MM
_PAD = 2.0
_ROOM_TO_SIGN = "　" * 5
_FEW = 10
_USUAL, _MOST = 0.45, 0.64
"""Recipients taller than the first part of a page are set smaller, than the second cut short."""


class Colophon:
    """The colophon of one report: broken once, measured, then drawn at the end."""

    def __init__(self, pages: Pages, report: SpecialReport) -> None:
        self._pages = pages
        self._width = pages.width - 2 * SI_HAO
        self._style, self._recipients = self._fitting(report)
        self._people = self._rows(report)

    @property
    def height(self) -> float:
        """The height in points."""
        gaps = 4 if self._recipients else 2
        people = len(self._people) * _STYLE.leading
        return len(self._recipients) * self._style.leading + people + gaps * _PAD

    def draw(self) -> None:
        """Draw it so that its last line lies on the lower edge; the page must have room."""
        pages = self._pages
        y = pages.height - self.height
        self._rule(y, _THICK)
        if self._recipients:
            y += _PAD
            for line in self._recipients:
                pages.set_line(line, self._style, (SI_HAO, y), self._width)
                y += self._style.leading
            y += _PAD
            self._rule(y, _THIN)
        y += _PAD
        for row in self._people:
            self._spread(row, y)
            y += _STYLE.leading
        self._rule(pages.height, _THICK)
        pages.y = pages.height

    def _fitting(self, report: SpecialReport) -> tuple[TextStyle, list[Line]]:
        named = [("报：", report.report_to), ("送：", report.copy_to)]
        for style in (_STYLE, *_SMALLER):
            lines = self._broken(named, style)
            if len(lines) * style.leading <= self._pages.height * _USUAL:
                return style, lines

        def shortened(share: int) -> list[Line]:
            fewer = [(name, _shortened(units, share)) for name, units in named]
            return self._broken(fewer, style)

        most = int(self._pages.height * _MOST / style.leading)
        if len(lines) <= most:
            return style, lines
        shares = range(1, 1000)
        last = bisect_right(shares, most, key=lambda share: len(shortened(share))) - 1
        return style, shortened(shares[max(0, last)])[:most]

    def _broken(
        self, named: Sequence[tuple[str, tuple[str, ...]]], style: TextStyle
    ) -> list[Line]:
        breaker = self._pages.breaker
        out: list[Line] = []
        for name, units in named:
            if units:
                hang = breaker.width(name, style)
                lines = breaker.lines("，".join(units) + "。", style, self._width - hang)
                first = replace(lines[0], runs=((style.role, name), *lines[0].runs))
                out.append(replace(first, width=first.width + hang))
                out += [replace(line, indent=hang) for line in lines[1:]]
        return out

    def _rows(self, report: SpecialReport) -> list[list[Line]]:
        """Return the people and the rest on one line, on two, or on as many as are needed."""
        people = [("编辑：", report.drafted_by), ("审核：", report.reviewed_by)]
        signed = ("签发：", report.signed_by or _ROOM_TO_SIGN)
        first = [self._item(*pair) for pair in (*people, signed) if pair[1]]
        others = [self._item("联系电话：", report.phone)] if report.phone else []
        if report.copies is not None:
            others.append(self._item("", f"（共印{report.copies}份）"))
        for rows in ([[*first, *others]], [first, others]):
            parts = [[line for lines in row for line in lines] for row in rows if row]
            if all(len(lines) == 1 for row in rows for lines in row) and self._fit(parts):
                return parts
        return [[line] for lines in (*first, *others) for line in lines]

    def _fit(self, rows: Sequence[Sequence[Line]]) -> bool:
        return all(
            sum(line.width for line in row) + SI_HAO * (len(row) - 1) <= self._width
            for row in rows
        )

    def _item(self, label: str, text: str) -> list[Line]:
        breaker = self._pages.breaker
        pieces = (Piece(label), Piece(text, breaker.role_of(text, _STYLE.role)))
        return breaker.lines(pieces, _STYLE, self._width)

    def _spread(self, row: Sequence[Line], y: float) -> None:
        """Set items over one line with even gaps, the first flush left, the last flush right."""
        free = self._width - sum(line.width for line in row)
        x = SI_HAO
        for line in row:
            self._pages.set_line(line, replace(_STYLE, align=Align.LEFT), (x, y), line.width)
            x += line.width + free / max(1, len(row) - 1)

    def _rule(self, y: float, width: float) -> None:
        self._pages.rule((0, y), (self._pages.width, y), width)


def _shortened(units: tuple[str, ...], share: int) -> tuple[str, ...]:
    """Return the first thousandths of a list and how many there are in all."""
    shown = max(1, len(units) * share // 1000)
    return units if len(units) <= max(shown, _FEW) else (*units[:shown], f"等{len(units)}个单位")
