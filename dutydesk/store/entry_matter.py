"""Reading entries as matters (domain/entry_matter.py): a span of kinds with all that follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.entry_matter import Matter, matters
from dutydesk.domain.paper_span import PaperSpan
from dutydesk.store.duty_log import LOG_ENTRY
from dutydesk.store.incident_masking import IncidentMaskingTable
from dutydesk.store.rows import Rows

_LISTED = (
    f"SELECT {LOG_ENTRY.prefixed('e')}, s.duty_date,"
    " (SELECT c.id FROM log_entry c WHERE c.correction_of = e.id)"
)
_WIDTH = LOG_ENTRY.columns.count(",") + 1
_BATCH = 500


class EntryMatterTable:
    """Reads the log by matters; writes nothing."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def matters(self, kinds: Sequence[EntryKind], span: PaperSpan) -> list[Matter]:
        """Return the matters of these kinds that began on the duty days of a span.

        Also one that was made one of these kinds by a later correction.
        """
        begun = {one.entry.id: one for one in self._begun(kinds, span)}
        for later in self._corrected_into(kinds, span.since):
            first = self._first_of(later)
            if span.since <= first.duty_date <= span.until:
                begun[first.entry.id] = first
        corrections: dict[str, ListedEntry] = {}
        continued: dict[str, list[ListedEntry]] = {}
        waiting, reached = list(begun), set(begun)
        while waiting:
            following: list[str] = []
            for one in self._by("correction_of", waiting):
                corrections[one.entry.correction_of or ""] = one
                following.append(one.entry.id)
            for one in self._by("continuation_of", waiting):
                # A correction of a continuation goes on with the same entry: it is a version.
                if one.entry.correction_of is None:
                    continued.setdefault(one.entry.continuation_of or "", []).append(one)
                    following.append(one.entry.id)
            # What began in the span and goes on with another of it was asked for before.
            waiting = [key for key in following if key not in reached]
            reached.update(waiting)
        named = {one.entry.continuation_of for one in begun.values()} - {None}
        before = {one.entry.id: one for one in self._by("id", [key for key in named if key])}
        return matters(begun.values(), corrections, continued, before)

    def _begun(self, kinds: Sequence[EntryKind], span: PaperSpan) -> list[ListedEntry]:
        marks = ", ".join("?" * len(kinds))
        return self._some(
            "FROM shift s CROSS JOIN log_entry e ON e.shift_id = s.id"
            " WHERE s.duty_date BETWEEN ? AND ? AND e.correction_of IS NULL"
            f" AND e.kind IN ({marks})",
            (span.since.isoformat(), span.until.isoformat(), *kinds),
        )

    def _corrected_into(self, kinds: Sequence[EntryKind], since: date) -> list[ListedEntry]:
        marks = ", ".join("?" * len(kinds))
        return self._some(
            "FROM log_entry e INDEXED BY log_entry_by_correction"
            " JOIN log_entry o ON o.id = e.correction_of JOIN shift s ON s.id = e.shift_id"
            f" WHERE e.correction_of IS NOT NULL AND e.kind IN ({marks}) AND o.kind <> e.kind"
            " AND s.duty_date >= ?",
            (*kinds, since.isoformat()),
        )

    def _first_of(self, listed: ListedEntry) -> ListedEntry:
        while listed.entry.correction_of is not None:
            (listed,) = self._by("id", [listed.entry.correction_of])
        return listed

    def _by(self, column: str, ids: Iterable[str]) -> Iterator[ListedEntry]:
        wanted = list(ids)
        for start in range(0, len(wanted), _BATCH):
            batch = wanted[start : start + _BATCH]
            marks = ", ".join("?" * len(batch))
            yield from self._some(
                "FROM log_entry e JOIN shift s ON s.id = e.shift_id"
                f" WHERE e.{column} IN ({marks}) ORDER BY e.rowid",
                batch,
            )

    def _some(self, rest: str, parameters: Sequence[object]) -> list[ListedEntry]:
        found = [
            ListedEntry(LOG_ENTRY.from_row(row), date.fromisoformat(row[_WIDTH]), row[_WIDTH + 1])
            for row in self._rows.query(f"{_LISTED} {rest}", parameters)
        ]
        return IncidentMaskingTable(self._rows).entries(found)
