"""A foreign table as plain text cells, with merged cells spread out and remembered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal

from dutydesk.domain.contact_refusals import FileDanger, ForeignFileDangerous
from dutydesk.domain.dataclass import dataclass

Range = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell of a merged range, each as (row, column) from 0."""

MAX_SPREAD = 2_000_000
NOTHING = "无"
_BLANKS = frozenset({"", "-", "--", "—", "——", "/", "\\", NOTHING, "暂无", "空", "None", "null"})
_GUARDED = re.compile(r"'[=+\-@\t\r]")
_EXCEL_TEXT = re.compile(r'="([^"]*)"')
_LONGEST_BLANK = max(map(len, _BLANKS))
_NUMBER = re.compile(r"\d{7,15}\.0+|\d\.\d{6,14}[eE]\+\d{1,2}")
_HAN_BLANK = re.compile(r"(?<=[\u3400-\u9fff])[ \t]+(?=[\u3400-\u9fff])")


@dataclass(frozen=True)
class Grid:
    """One table; `carried` are cells that a merged range above fills, `across` rows merged whole.

    `has_merges` is None where the format cannot say (csv).
    """

    sheet: str
    rows: tuple[tuple[str, ...], ...]
    carried: frozenset[tuple[int, int]] = frozenset()
    across: frozenset[int] = frozenset()
    has_merges: bool | None = None

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell; cells beyond a short row are empty."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    @property
    def width(self) -> int:
        """Return the number of columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)

    def is_empty(self) -> bool:
        """Tell whether no cell holds any text."""
        return not any(any(row) for row in self.rows)


def spread(sheet: str, rows: Sequence[Sequence[str]], merged: Iterable[Range], name: str) -> Grid:
    """Fill every cell of a merged range with the text of its first cell."""
    cells = [list(row) for row in rows]
    width = max((len(row) for row in cells), default=0)
    carried: set[tuple[int, int]] = set()
    across: set[int] = set()
    budget = MAX_SPREAD
    for (top, left), (bottom, right) in merged:
        last_row, last_column = min(bottom, len(cells) - 1), min(right, width - 1)
        if top > last_row or left > last_column:
            continue
        budget -= (last_row - top + 1) * (last_column - left + 1)
        if budget < 0:
            raise ForeignFileDangerous(name, FileDanger.MERGED_CELLS, MAX_SPREAD)
        text = cells[top][left]
        for row in range(top, last_row + 1):
            for column in range(left, last_column + 1):
                cells[row][column] = text
                if row > top:
                    carried.add((row, column))
        if top == bottom and is_wide(left, right, width):
            across.add(top)
    return Grid(
        sheet=sheet,
        rows=tuple(tuple(row) for row in cells),
        carried=frozenset(carried),
        across=frozenset(across),
        has_merges=True,
    )


def is_wide(left: int, right: int, width: int) -> bool:
    """Tell whether a range reaches over most of the table: a title or a section, not a cell."""
    return right > left and (right - left + 1) * 2 > width


def text_of(value: object) -> str:
    """Return a cell as text: whole numbers without decimals, so that telephones stay whole."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value).replace("\r\n", "\n").strip()
    wrapped = _EXCEL_TEXT.fullmatch(text)
    if wrapped:
        text = wrapped[1]
    if _NUMBER.fullmatch(text):
        return _whole(text)
    return text[1:] if _GUARDED.match(text) else text


def _whole(text: str) -> str:
    """Return a telephone a spreadsheet wrote as a number; lost digits stay lost."""
    number = Decimal(text)
    is_exact = len(number.as_tuple().digits) > number.adjusted() or "E" not in text.upper()
    return str(int(number)) if is_exact and number == int(number) else text


def is_blank(text: str) -> bool:
    """Tell whether a cell says nothing, in the ways people write nothing."""
    if len(text.strip()) > _LONGEST_BLANK:
        return False
    return unicodedata.normalize("NFKC", text).strip() in _BLANKS


def tidy(text: str) -> str:
    """Return a name or post without the blanks around it and those that align Chinese words."""
    return _HAN_BLANK.sub("", " ".join(text.split()))
