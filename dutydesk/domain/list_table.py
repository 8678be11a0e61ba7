"""A list as a table for a spreadsheet: headings and cells, no layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal

# Texts, whole numbers, duty days, and moments in China time without an offset.
Cell = str | int | date | datetime | None

# Hears of each step: how many rows are done, of how many; raises to stop.
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ListTable:
    """One list; ``rows`` may come one after another, ``row_count`` tells how many there are."""

    title: str
    columns: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]
    row_count: int


@dataclass(frozen=True, slots=True)
class WrittenList:
    """The file that was written; ``cleaned`` cells lost characters that no spreadsheet holds."""

    path: Path
    title: str
    row_count: int
    cleaned: int
    sha256: str


@dataclass(eq=False)
class ListEndingUnknown(Refusal):
    """Lists are written as xlsx."""

    name: str


@dataclass(eq=False)
class ListNotWritten(Refusal):
    """The place to write to refused."""

    name: str


def no_step(_done: int, _of: int) -> None:
    """Hear of nothing."""
