"""Where a broken line stands in its measure, and which of its gaps take up the slack.

Slack goes between Chinese characters and at blanks: spread figures and letters are unreadable.
"""

from __future__ import annotations

import re

from dutydesk.domain.dataclass import dataclass
from dutydesk.papers.font_files import Role
from dutydesk.papers.paragraph import Line
from dutydesk.papers.styles import Align, TextStyle

_WIDEST_GAP = 0.13
"""A justified line whose gaps would open wider than this part of an em stays ragged."""

_NO_SLACK = 0.01

# Quotation marks and the middle dot are drawn as wide as a Chinese character.
_NARROW = "[^\\s\u2e80-\U0010ffff“”‘’·]"
_TIGHT = re.compile(f"{_NARROW}(?={_NARROW})")


@dataclass(frozen=True, slots=True)
class Placed:
    """How far a line moves right, its runs with the tracking of each, and its drawn width."""

    x: float
    runs: tuple[tuple[Role, str], ...]
    trackings: tuple[float, ...]
    width: float


def placed(line: Line, style: TextStyle, width: float) -> Placed:
    """Place a line in a measure; one that is a little too wide is squeezed into it."""
    slack = width - line.indent - line.width
    gaps = len(line.text) - 1
    if slack < -_NO_SLACK and gaps:
        return _even(line, style.tracking + slack / gaps, 0.0, width - line.indent)
    if style.align is Align.JUSTIFY and not line.is_last and gaps > 0:
        # The tracking after the last character lies outside the measure.
        return _justified(line, style, slack + style.tracking)
    x = {Align.CENTER: slack / 2, Align.RIGHT: slack}.get(style.align, 0.0)
    return _even(line, style.tracking, x, line.width - style.tracking)


def _justified(line: Line, style: TextStyle, slack: float) -> Placed:
    natural = line.width - style.tracking
    tight = {found.start() for found in _TIGHT.finditer(line.text)}
    extra = slack / max(1, len(line.text) - 1 - len(tight))
    if extra > _WIDEST_GAP * style.size:
        return _even(line, style.tracking, 0.0, natural)
    if not tight:
        return _even(line, style.tracking + extra, 0.0, natural + slack)
    runs, trackings = _cut(line, tight, (style.tracking, style.tracking + extra))
    return Placed(0.0, runs, trackings, natural + slack)


def _even(line: Line, tracking: float, x: float, width: float) -> Placed:
    return Placed(x, line.runs, (tracking,) * len(line.runs), width)


def _cut(
    line: Line, tight: set[int], trackings: tuple[float, float]
) -> tuple[tuple[tuple[Role, str], ...], tuple[float, ...]]:
    """Cut the runs where the tracking changes: the first for tight gaps, the second for others."""
    runs: list[tuple[Role, str]] = []
    out: list[float] = []
    place = 0
    for role, text in line.runs:
        start = 0
        for number in range(1, len(text) + 1):
            before = place + number - 1 in tight
            if number == len(text) or (place + number in tight) != before:
                runs.append((role, text[start:number]))
                out.append(trackings[0 if before else 1])
                start = number
        place += len(text)
    return tuple(runs), tuple(out)
