"""Reading csv files as offices save them: several encodings, several separators."""

from __future__ import annotations

import codecs
import csv
import unicodedata
from io import StringIO

from dutydesk.domain.contact_refusals import ForeignFileUnreadable
from dutydesk.exchange.grid import Grid, text_of
from dutydesk.exchange.guard import check_extent

_SEPARATORS = ",\t;，"
_SAMPLE_LINES = 20
_SAMPLE_SIZE = 50_000
# Controls, unassigned, private and halves of pairs.
_UNWRITTEN = frozenset({"Cc", "Cn", "Co", "Cs"})
_PLAIN_TO_ONE_ACCENTED = 4
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(content: bytes, name: str) -> str:
    """Return the text of a file: by its mark, UTF-16 by its zeros, strict UTF-8, strict GB18030.

    Guessing libraries are not used: one of them took a short GB18030 file for Korean.
    """
    is_marked = content.startswith((*_UTF16_MARKS, codecs.BOM_UTF8))
    if content.startswith(_UTF16_MARKS):
        encodings: tuple[str, ...] = ("utf-16",)
    elif content.startswith(codecs.BOM_UTF8):
        encodings = ("utf-8-sig",)
    elif b"\0" in content[:_SAMPLE_SIZE]:
        encodings = (_unmarked(content[:_SAMPLE_SIZE]),)
    else:
        encodings = ("utf-8", "gb18030")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and (len(encodings) > 1 or is_marked or _is_written(text)):
            return text
    raise ForeignFileUnreadable(name)


def _is_written(text: str) -> bool:
    """Tell whether characters are such as people write: a picture read as UTF-16 has others.

    The zeros that make a file pass for UTF-16 must stand over plain letters, figures or signs.
    """
    start = text[:_SAMPLE_SIZE]
    plain = sum(sign < "\x80" for sign in start)
    accented = sum("\x80" <= sign <= "\xff" for sign in start)
    return accented * _PLAIN_TO_ONE_ACCENTED <= plain > 0 and all(
        sign in "\t\r\n" or unicodedata.category(sign) not in _UNWRITTEN for sign in start
    )


def _unmarked(start: bytes) -> str:
    """Return the order of bytes of UTF-16 without a mark: half of each plain character is zero."""
    is_little = start[1::2].count(0) >= start[0::2].count(0)
    return "utf-16-le" if is_little else "utf-16-be"


def read_delimited(text: str, name: str) -> tuple[Grid, ...]:
    """Return the one table of a csv text, or nothing when it holds no text at all."""
    rows: list[tuple[str, ...]] = []
    try:
        separator = _separator(text)
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator):
            check_extent(len(rows), len(row), name)
            rows.append(tuple(text_of(cell) for cell in row))
    except csv.Error as error:
        raise ForeignFileUnreadable(name) from error
    grid = Grid(sheet=name, rows=tuple(rows))
    return () if grid.is_empty() else (grid,)


def _separator(text: str) -> str:
    """Choose the separator that cuts most of the first lines into the same number of cells."""
    start = text[:_SAMPLE_SIZE].splitlines()
    lines = [line for line in start if line.strip()][:_SAMPLE_LINES]
    best, best_score = ",", 0
    for separator in _SEPARATORS:
        widths = [len(row) for row in csv.reader(lines, delimiter=separator) if len(row) > 1]
        score = max((widths.count(width) * width for width in set(widths)), default=0)
        if score > best_score:
            best, best_score = separator, score
    return best
