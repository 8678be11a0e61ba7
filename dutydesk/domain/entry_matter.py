"""Entries told as matters: what was corrected stands with its corrections, what went on folds in.

Rules of this file: nothing is left out. A matter begins with an entry that corrects none; its
versions are that entry and its corrections, oldest first; a withdrawal is the last version.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import ListedEntry, LogEntry


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing on record; ``continuations`` went on with it, in the order they happened.

    ``continues`` is the entry it goes on with when that one is no part of the same list.
    """

    versions: tuple[ListedEntry, ...]
    continuations: tuple[Matter, ...] = ()
    continues: ListedEntry | None = None

    @property
    def first(self) -> LogEntry:
        """The entry it began with."""
        return self.versions[0].entry

    @property
    def latest(self) -> LogEntry | None:
        """What holds now; None when it was withdrawn."""
        last = self.versions[-1].entry
        return None if last.is_withdrawal else last

    @property
    def order(self) -> tuple[datetime, datetime, int, str]:
        """Where it stands among others: where its first entry stood."""
        first = self.first
        return first.at, first.recorded_at, first.no, first.id


def matters(
    begun: Iterable[ListedEntry],
    corrections: Mapping[str, ListedEntry],
    continued: Mapping[str, Sequence[ListedEntry]],
    before: Mapping[str, ListedEntry],
) -> list[Matter]:
    """Return the matters that begin with ``begun``, in order.

    ``corrections`` and ``continued`` are keyed by the entry they speak of and hold everything
    that follows; ``before`` holds what the begun entries go on with.
    """
    firsts = {listed.entry.id: listed for listed in begun}
    chains = {key: _versions(first, corrections) for key, first in firsts.items()}
    reached: set[str] = set()
    for versions in chains.values():
        reached.update(one.entry.id for one in _following(versions, corrections, continued))
    made = [
        _matter(versions, corrections, continued, before)
        for key, versions in chains.items()
        if key not in reached
    ]
    return sorted(made, key=lambda matter: matter.order)


def _matter(
    versions: tuple[ListedEntry, ...],
    corrections: Mapping[str, ListedEntry],
    continued: Mapping[str, Sequence[ListedEntry]],
    before: Mapping[str, ListedEntry],
) -> Matter:
    following = _following(versions, corrections, continued)
    folded = sorted(
        (Matter(_versions(one, corrections)) for one in following), key=lambda one: one.order
    )
    earlier = versions[0].entry.continuation_of
    return Matter(versions, tuple(folded), before.get(earlier) if earlier else None)


def _versions(
    first: ListedEntry, corrections: Mapping[str, ListedEntry]
) -> tuple[ListedEntry, ...]:
    found = [first]
    while (later := corrections.get(found[-1].entry.id)) is not None:
        found.append(later)
    return tuple(found)


def _following(
    versions: Sequence[ListedEntry],
    corrections: Mapping[str, ListedEntry],
    continued: Mapping[str, Sequence[ListedEntry]],
) -> list[ListedEntry]:
    """Return everything that goes on with any of these versions, also at further removes."""
    found: list[ListedEntry] = []
    waiting = list(versions)
    while waiting:
        for one in continued.get(waiting.pop().entry.id, ()):
            found.append(one)
            waiting += _versions(one, corrections)
    return found
