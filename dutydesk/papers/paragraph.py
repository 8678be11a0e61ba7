"""Line breaking by the Chinese rules, for text in several roles; nothing is drawn here.

No line begins with a closing mark or ends with an opening one, numbers and Latin words stay
whole unless one alone is wider than the line, and no line is wider than its measure.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from dutydesk.domain.dataclass import dataclass
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts
from dutydesk.papers.styles import TextStyle
from dutydesk.papers.text import clean

NO_START = frozenset("，。、；：？！）》〉」』】〕］｝”’…—·％‰℃℉°′″～／々!),.:;?]}%>")
NO_END = frozenset("（《〈「『【〔［｛“‘([{<￥＄￡$¥€£±≤≥§№＃")
_DASHES = frozenset("—…")
_WORD_MARKS = frozenset("._-/@+%:#&=~'_*")
_FIRST_HAN = "\u2e80"
_SLACK = 1e-6
_PARTS = frozenset("-/.@&=?_:")
"""A word wider than its line is cut after one of these."""
SQUEEZED = 1.06
"""A word up to this much wider than its line is squeezed into it instead of being cut."""
_ORPHAN = 2
_LONG = 12
"""A paragraph of longer lines does not leave one character and its full stop on a line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one role; `role` None takes the style's own."""

    text: str
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One broken line: its runs, its natural width in points, and whether it ends a paragraph."""

    runs: tuple[tuple[Role, str], ...]
    width: float
    is_last: bool
    indent: float = 0.0
    is_struck: bool = False

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(text for _, text in self.runs)


class Breaker:
    """Breaks text into lines with the widths of one set of fonts."""

    def __init__(self, fonts: PaperFonts) -> None:
        self._fonts = fonts

    def lines(
        self, text: str | Sequence[Piece], style: TextStyle, width: float, *, indent: float = 0.0
    ) -> list[Line]:
        """Break a text into lines of at most `width` points; `indent` opens each paragraph.

        A text is cleaned here; an empty one gives one empty line.
        """
        pieces = (Piece(text),) if isinstance(text, str) else text
        out: list[Line] = []
        for paragraph in self._paragraphs(pieces, style.role):
            out += self._paragraph(paragraph, style, (width - indent, width), indent)
        return out

    def width(self, text: str, style: TextStyle) -> float:
        """Return the natural width of one line in points."""
        typeface = self._fonts.typeface(style.role)
        text = typeface.spelt(text)
        return sum(typeface[char] for char in text) * style.size + style.tracking * len(text)

    def role_of(self, name: str, role: Role) -> Role:
        """Return the role in which a name is set whole, in one face."""
        return self._fonts.best_role(clean(name), role)

    def _paragraphs(self, pieces: Sequence[Piece], own: Role) -> list[list[tuple[Role, str]]]:
        out: list[list[tuple[Role, str]]] = [[]]
        for piece in pieces:
            role = piece.role or own
            text = self._fonts.typeface(role).spelt(clean(piece.text))
            for number, part in enumerate(text.split("\n")):
                if number:
                    out.append([])
                if part:
                    out[-1].append((role, part))
        return [runs or [(own, "")] for runs in out]

    def _paragraph(
        self,
        runs: list[tuple[Role, str]],
        style: TextStyle,
        widths: tuple[float, float],
        indent: float,
    ) -> list[Line]:
        text = "".join(part for _, part in runs)
        ends = self._ends(runs, style)
        out: list[Line] = []
        start = 0
        while True:
            measure = widths[0] if not out else widths[1]
            stop = bisect_right(ends, ends[start] + measure + _SLACK) - 1
            if stop < len(text):
                stop = _cut(text, start, stop, (measure, ends))
                if len(text) - stop <= _ORPHAN:
                    stop = _before_orphan(text, start, stop)
            else:
                stop = len(text)
            last = start + len(text[start:stop].rstrip(" "))
            begin = indent if not out else 0.0
            line_runs = _slice(runs, start, last)
            out.append(Line(line_runs, ends[last] - ends[start], stop == len(text), begin))
            start = stop
            while start < len(text) and text[start] == " ":
                start += 1
            if start >= len(text):
                return _closed(out)

    def _ends(self, runs: list[tuple[Role, str]], style: TextStyle) -> list[float]:
        widths: list[float] = [0.0]
        for role, part in runs:
            typeface = self._fonts.typeface(role)
            widths += [typeface[char] * style.size + style.tracking for char in part]
        return list(accumulate(widths))


def _closed(lines: list[Line]) -> list[Line]:
    last = lines[-1]
    if not last.is_last:
        lines[-1] = replace(last, is_last=True)
    return lines


def _slice(runs: list[tuple[Role, str]], start: int, stop: int) -> tuple[tuple[Role, str], ...]:
    if len(runs) == 1:
        return ((runs[0][0], runs[0][1][start:stop]),)
    out: list[tuple[Role, str]] = []
    offset = 0
    for role, part in runs:
        piece = part[max(0, start - offset) : max(0, stop - offset)]
        if piece:
            out.append((role, piece))
        offset += len(part)
    return tuple(out)


def _cut(text: str, start: int, limit: int, room: tuple[float, list[float]]) -> int:
    """Return where the line ends: at `limit` or before, and always past `start`.

    A single word that is a little too wide is left whole.
    """
    measure, ends = room
    cut = max(limit, start)
    while cut > start and not may_break(text, cut, keep_words=True):
        cut -= 1
    whole = _word_end(text, cut)
    width = ends[whole] - ends[cut]
    if cut > start and width <= measure * SQUEEZED:
        return cut
    if whole > cut == start and width <= measure * SQUEEZED and _ends_line(text, whole):
        return whole
    if limit <= start:
        return start + 1
    return _cut_in_word(text, start, limit)


def _cut_in_word(text: str, start: int, limit: int) -> int:
    """Cut a word that no line holds: after one of its marks, else where the line is full."""
    cut = limit
    while cut > start and not may_break(text, cut, keep_words=False):
        cut -= 1
    part = cut
    while part > (start + cut) // 2 and not (
        text[part - 1] in _PARTS and may_break(text, part, keep_words=False)
    ):
        part -= 1
    if part > (start + cut) // 2:
        return part
    return cut if cut > start else limit


def _word_end(text: str, start: int) -> int:
    stop = start
    while stop < len(text) and _in_word(text[stop]):
        stop += 1
    return stop


def _ends_line(text: str, at: int) -> bool:
    return at == len(text) or may_break(text, at, keep_words=True)


def _before_orphan(text: str, start: int, stop: int) -> int:
    """Return an earlier end of the line, so that more than a character and its mark follow."""
    if stop - start < _LONG or text[-1] not in NO_START:
        return stop
    cut = stop - 1
    while cut > stop - 4 and not may_break(text, cut, keep_words=True):
        cut -= 1
    return cut if cut > stop - 4 else stop


def may_break(text: str, at: int, *, keep_words: bool) -> bool:
    """Tell whether a line may end before the character at a place."""
    left, right = at - 1, at
    while left > 0 and text[left] == " ":
        left -= 1
    while right < len(text) - 1 and text[right] == " ":
        right += 1
    before, after = text[left], text[right]
    if after in NO_START or before in NO_END:
        return False
    if right - left > 1:
        return True
    if before in _DASHES and before == after:
        return False
    return not (keep_words and _in_word(before) and _in_word(after))


def _in_word(char: str) -> bool:
    return char < _FIRST_HAN and (char.isalnum() or char in _WORD_MARKS)
