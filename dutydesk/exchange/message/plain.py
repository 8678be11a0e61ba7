"""A message as the rules see it: full-width signs made narrow, remarks in brackets blanked.

Both change no position, so every span found here is a span of the text as pasted.
"""

from __future__ import annotations

import re

from dutydesk.domain.dataclass import dataclass

_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord("\u3000"): " ",
    ord("\u00a0"): " ",
    ord("〇"): "零",
    ord("○"): "零",
    ord("―"): "-",
    ord("—"): "-",
    ord("–"): "-",
    ord("～"): "-",
    ord("∶"): ":",
}
_REMARK = re.compile(r"[(\[【][^()\[\]【】\n]{0,60}[)\]】]")
_HARM = r"(?:重伤|轻伤|危重|病危|死亡|遇难|身亡|失踪|失联|受伤|住院)"
_REMARK_OF_HARM = re.compile(
    rf".(?:其中|含|包括)?(?:[^\d]{{0,6}}{_HARM}(?:者|人员)?(?:\d+|[一两三四五六七八九十]+)[人名]?"
    rf"|(?:\d+|[一两三四五六七八九十]+)(?:人|名[^,]{{0,4}})?{_HARM})[^()]*."
)
"""A remark that counts people: 5人受伤(其中重伤2人)."""
_LONGEST_TITLE = 500
_REMARK_DAY = re.compile(r"[(\[【]\s*(?:\d{1,2}月)?\d{1,2}[日号]\s*[)\]】]")
# A text without full stops is cut all the same: rules look at pairs inside a sentence.
_SENTENCE = re.compile(r"[^。!?;\n]{1,500}")


@dataclass(frozen=True)
class Sentence:
    """One sentence: its place in the message and the words of it."""

    start: int
    end: int
    text: str
    no: int
    """0 is the first line, the title where there is one."""


def narrow(text: str) -> str:
    """Return the text with ASCII digits and signs, as long as before."""
    return text.translate(_NARROW)


def without_remarks(text: str) -> str:
    """Blank what stands in brackets, but for a day and for people counted: those belong to it."""

    def blank(found: re.Match[str]) -> str:
        if _REMARK_DAY.fullmatch(found[0]):
            return found[0]
        if _REMARK_OF_HARM.fullmatch(found[0]):
            return f",{found[0][1:-1]},"
        return " " * len(found[0])

    return _REMARK.sub(blank, text)


def sentences(text: str) -> list[Sentence]:
    """Cut a narrow text into sentences; the first line is the first, whatever stands in it."""
    head = text.find("\n")
    title_end = head if head >= 0 else 0
    found: list[Sentence] = []
    if text[:title_end].strip():
        end = min(title_end, _LONGEST_TITLE)
        found.append(Sentence(0, end, text[:end], 0))
    first = 0 if found else 1
    for piece in _SENTENCE.finditer(text, min(title_end, _LONGEST_TITLE)):
        if piece[0].strip():
            found.append(Sentence(piece.start(), piece.end(), piece[0], len(found) + first))
    return found
