"""The colophon (版记) of a bulletin, standing on the lower edge of the last page's type area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dutydesk.domain.paper_special_report import SpecialReport
from dutydesk.papers.font_files import Role
from dutydesk.papers.page import Pages
from dutydesk.papers.paragraph import Line
from dutydesk.papers.styles import MM, SI_HAO, Align, TextStyle

_STYLE = TextStyle(Role.FANG, SI_HAO, 23.0, Align.JUSTIFY)
_THICK, _THIN = 0.35 * MM, 0.25 * MM
_PAD = 2.0


def height(pages: Pages, report: SpecialReport) -> float:
    """Return the height of the colophon in points."""
    rows = len(_recipients(pages, report)) + len(_people(pages, report))
    gaps = 4 if _recipients(pages, report) else 2
    return rows * _STYLE.leading + gaps * _PAD


def draw(pages: Pages, report: SpecialReport) -> None:
    """Draw the colophon so that its last line lies on the lower edge; the page must have room."""
    y = pages.height - height(pages, report)
    lines = _recipients(pages, report)
    _rule(pages, y, _THICK)
    if lines:
        y += _PAD
        for line in lines:
            pages.set_line(line, _STYLE, (SI_HAO, y), pages.width - 2 * SI_HAO)
            y += _STYLE.leading
        y += _PAD
        _rule(pages, y, _THIN)
    y += _PAD
    for row in _people(pages, report):
        _spread(pages, row, y)
        y += _STYLE.leading
    _rule(pages, pages.height, _THICK)
    pages.y = pages.height


def _recipients(pages: Pages, report: SpecialReport) -> list[Line]:
    width = pages.width - 2 * SI_HAO
    out: list[Line] = []
    for name, units in (("报：", report.report_to), ("送：", report.copy_to)):
        if units:
            text = "，".join(units) + "。"
            hang = pages.breaker.width(name, _STYLE)
            lines = pages.breaker.lines(text, _STYLE, width - hang)
            first = replace(lines[0], runs=((_STYLE.role, name), *lines[0].runs))
            out.append(replace(first, width=first.width + hang))
            out += [replace(line, indent=hang) for line in lines[1:]]
    return out


def _people(pages: Pages, report: SpecialReport) -> list[list[str]]:
    people = [
        f"编辑：{report.drafted_by}",
        f"审核：{report.reviewed_by}",
        f"签发：{report.signed_by}",
    ]
    others = [f"联系电话：{report.phone}"] if report.phone else []
    if report.copies is not None:
        others.append(f"（共印{report.copies}份）")
    whole = sum(pages.breaker.width(text, _STYLE) + SI_HAO for text in (*people, *others))
    if whole <= pages.width - SI_HAO:
        return [people + others]
    return [people, others] if others else [people]


def _spread(pages: Pages, row: Sequence[str], y: float) -> None:
    """Set texts over one line with even gaps, the first flush left, the last flush right."""
    inner = pages.width - 2 * SI_HAO
    widths = [pages.breaker.width(text, _STYLE) for text in row]
    gap = max(0.0, inner - sum(widths)) / max(1, len(row) - 1)
    x = SI_HAO
    for text, width in zip(row, widths, strict=True):
        pages.put(text, replace(_STYLE, align=Align.LEFT), (x, y), width + 1)
        x += width + gap


def _rule(pages: Pages, y: float, width: float) -> None:
    pages.rule((0, y), (pages.width, y), width)
