"""The people of one cell of a foreign roster: several names, numbers in brackets, marks of posts.

Rules of this file: a name is kept as written but for the blanks that align it; what stands in
brackets and is no number or post is the person's note.
"""

from __future__ import annotations

import re
import unicodedata

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.roster import LEAD_POST, PRIMARY_POST, SECONDARY_POST, STANDBY_POST
from dutydesk.domain.shift import ShiftKind
from dutydesk.exchange.grid import is_blank

OFFICERS = "officers"
"""值班员: whoever is on duty, the first of them 主班."""

_BRACKETS = re.compile(r"[(（\[【]([^)）\]】]*)[)）\]】]")
_SPLIT = re.compile(r"[、,，;；/／|\n\r]+")
_NUMBER = re.compile(r"\+?\d[\d\-]{4,}\d|\d{7,}")
_LABEL = re.compile(r"([\u3400-\u9fff]{1,8})[::：]\s*")
_TITLES = re.compile(
    r"(党?工?委?(副?书记)|(副?(主任|区长|镇长|乡长|局长|科长|处长|队长|所长|站长|院长|校长|部长|主席|委员)))$"
)
_EDGE = re.compile(r"^[\s:：.。—*·-]+|[\s:：.。—*·-]+$")
_HAN = re.compile(r"[\u3400-\u9fff]+")

_POSTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), post)
    for pattern, post in (
        (r"备勤|备班|备岗|候班|听班|预备", STANDBY_POST),
        (r"副班|副值|副岗|副$|协班|B岗|B角", SECONDARY_POST),
        (r"主班|主值|主岗|主$|正班|值班长|A岗|A角", PRIMARY_POST),
        (r"带班|领导|值班负责人|总值班|责任领导", LEAD_POST),
        (r"值班|值守|人员|姓名|白班|夜班|日班|晚班|早班|全天班", OFFICERS),
    )
)
_SHIFTS: tuple[tuple[re.Pattern[str], ShiftKind], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"全天|24小时|二十四小时|昼夜", ShiftKind.FULL),
        (r"白班|日班|白天|早班|昼|日间", ShiftKind.DAY),
        (r"夜班|晚班|夜间|晚上|夜", ShiftKind.NIGHT),
    )
)
_HOURS = re.compile(
    r"(\d{1,2})[:时]\d{0,2}分?\s*[-—–~至到]+\s*(?:次日|翌日|第二天)?(\d{1,2})[:时]"
)


@dataclass(frozen=True, slots=True)
class ReadName:
    """One person of a cell; ``post`` only where the cell says so."""

    name: str
    phone: str = ""
    note: str = ""
    post: str = ""


def post_in(text: str) -> str:
    """Return the post a heading or label names, ``OFFICERS`` for 值班员, or empty."""
    key = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return next((post for pattern, post in _POSTS if pattern.search(key)), "")


def shift_in(text: str) -> ShiftKind | None:
    """Return the kind of shift a text names, by its word or its hours."""
    key = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    named = next((kind for pattern, kind in _SHIFTS if pattern.search(key)), None)
    if named is not None:
        return named
    hours = _HOURS.search(key)
    if hours is None:
        return None
    begin, end = int(hours[1]), int(hours[2])
    if begin == end:
        return ShiftKind.FULL
    return ShiftKind.DAY if begin < end else ShiftKind.NIGHT


def names_in(cell: str) -> tuple[ReadName, ...]:
    """Return the people of a cell in their order."""
    if is_blank(cell):
        return ()
    found: list[ReadName] = []
    post = ""
    for piece in _pieces(cell):
        text = piece
        label = _LABEL.match(text)
        if label and post_in(label[1]):
            post, text = post_in(label[1]), text[label.end() :]
        for word in _words(text):
            read = _one(word, post)
            if read is not None:
                found.append(read)
            elif found and (number := _NUMBER.search(_half(word))):
                found[-1] = _with_phone(found[-1], number[0])
    return tuple(found)


def phones_in(cell: str) -> tuple[str, ...]:
    """Return the numbers of a cell in their order."""
    if is_blank(cell):
        return ()
    parts = re.split(r"[、,，;；/／|\s]+", _half(cell))
    return tuple(part for part in parts if any(sign.isdigit() for sign in part))


def _pieces(cell: str) -> list[str]:
    """Cut a cell where one person ends; a bracket is never cut."""
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match[0])
        return f"\0{len(held) - 1}\0"

    cut = _SPLIT.split(_BRACKETS.sub(hold, cell))
    pieces = [re.sub(r"\0(\d+)\0", lambda m: held[int(m[1])], part) for part in cut]
    return [part.strip() for part in pieces if part.strip()]


def _words(text: str) -> list[str]:
    """Cut at blanks, but not the blank that aligns a short name, nor before brackets."""
    parts = re.sub(r"[\s\u3000]+(?=[(（\[【])", "", text).split()
    words: list[str] = []
    for part in parts:
        is_short = len(part) == 1 and _HAN.fullmatch(part)
        if is_short and words and len(words[-1]) == 1 and _HAN.fullmatch(words[-1]):
            words[-1] += part
        elif words and (_TITLES.fullmatch(part) or _NUMBER.fullmatch(_half(part))):
            words[-1] += f"({part})"
        else:
            words.append(part)
    return words


def _one(word: str, post: str) -> ReadName | None:
    phone = note = ""
    for match in _BRACKETS.finditer(word):
        inside = match[1].strip()
        number = _NUMBER.search(_half(inside))
        if number:
            phone = phone or number[0]
        elif marked := _mark(inside):
            post = marked
        elif inside:
            note = f"{note} {inside}".strip()
    bare = _BRACKETS.sub("", word)
    number = _NUMBER.search(_half(bare))
    if number:
        phone = phone or number[0]
        bare = _half(bare).replace(number[0], "")
    name = _EDGE.sub("", bare)
    if is_blank(name) or not re.search(r"[^\W\d_]", name):
        return None
    return ReadName(name, phone, note, post)


def _mark(inside: str) -> str:
    found = post_in(inside) if len(inside) <= 4 else ""  # noqa: PLR2004 -- longer is a title
    return "" if found == OFFICERS else found


def _with_phone(read: ReadName, phone: str) -> ReadName:
    return read if read.phone else ReadName(read.name, phone, read.note, read.post)


def _half(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
