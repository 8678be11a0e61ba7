"""Filters of the duty log kept under a name: an officer's own, or shared by the unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import Refusal
from dutydesk.domain.log_search import LogSearch

MAX_NAME = 20

# Kept under the name it is asked for by; a field more of the search is a field more here.
_SAME = tuple(
    field.name
    for field in fields(LogSearch)
    if field.name not in {"kinds", "officer_id", "limit", "before"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter:
    """A filter with its name; ``officer_id`` is whose own it is, None is the unit's.

    ``is_mine`` means whoever uses it, so that a shared one serves everybody.
    """

    id: str
    name: str
    officer_id: str | None = None
    text: str = ""
    since: date | None = None
    until: date | None = None
    kinds: tuple[str, ...] = ()
    source: str = ""
    person: str = ""
    phone: str = ""
    is_mine: bool = False
    is_open: bool = False
    is_late: bool = False
    is_corrected: bool = False
    order_no: int = 1

    def search(self, officer_id: str | None) -> LogSearch:
        """Return what it looks for when this officer uses it."""
        return LogSearch(
            kinds=tuple(map(EntryKind, self.kinds)),
            officer_id=officer_id if self.is_mine else None,
            **{name: getattr(self, name) for name in _SAME},
        )


@dataclass(eq=False)
class SavedFilterNameMissing(Refusal):
    """A filter is called by its name."""


@dataclass(eq=False)
class SavedFilterNameTooLong(Refusal):
    """A name stands on one line: ``limit`` characters."""

    limit: int


@dataclass(eq=False)
class SavedFilterEmpty(Refusal):
    """A filter that asks for nothing."""


@dataclass(eq=False)
class SavedFilterKnown(Refusal):
    """Another filter in the same list has this name."""

    name: str


@dataclass(eq=False)
class SavedFilterNotYours(Refusal):
    """An officer's own filter is changed by nobody else."""

    name: str


def kept_filter(
    search: LogSearch, *, filter_id: str, name: str, officer_id: str | None
) -> SavedFilter:
    """Return what is asked for as a filter with a name; whose entries becomes ``is_mine``."""
    return SavedFilter(
        id=filter_id,
        name=name,
        officer_id=officer_id,
        kinds=tuple(kind.value for kind in search.kinds),
        is_mine=search.officer_id is not None,
        **{field: getattr(search, field) for field in _SAME},
    )


def check_filter(wanted: SavedFilter, others: Iterable[SavedFilter]) -> None:
    """Accept a filter beside the ``others`` that its owner sees.

    Raises SavedFilterNameMissing, SavedFilterNameTooLong, SavedFilterEmpty, SavedFilterKnown.
    """
    if not wanted.name.strip():
        raise SavedFilterNameMissing
    if len(wanted.name) > MAX_NAME:
        raise SavedFilterNameTooLong(MAX_NAME)
    if wanted.search("").is_empty():
        raise SavedFilterEmpty
    if any(one.name == wanted.name and one.id != wanted.id for one in others):
        raise SavedFilterKnown(wanted.name)


def seen_by(filters: Iterable[SavedFilter], officer_id: str | None) -> list[SavedFilter]:
    """Return the filters of the unit and of this officer, as they stand in the list."""
    return [one for one in filters if one.officer_id in {None, officer_id}]
