"""The duty log on file: append, list by shift or day, page by key, find by text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from dutydesk.domain.duty_log import ListedEntry, LogEntry, in_order
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.entry_link import Continued
from dutydesk.domain.instants import to_text
from dutydesk.domain.log_search import Found, LogSearch, searched_text
from dutydesk.domain.repeat_caller import CALLS, CallerTyped, RepeatCall
from dutydesk.domain.search_text import index_tokens
from dutydesk.store import entry_link
from dutydesk.store.log_search import matching
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows
from dutydesk.store.shift import ShiftTable

LOG_ENTRY = Mapper(LogEntry, "log_entry")

# A count above this is shown as "1000+"; an exact one of a common word costs up to 0.6 s.
COUNT_CAP = 1000

# What struck an entry, and what it took the place of: one statement lists all three.
_LISTED = (
    f"SELECT {LOG_ENTRY.prefixed('e')}, s.duty_date, {entry_link.columns('c', 'cs')},"
    f" {entry_link.columns('o', 'os')},"
    # What of a watched word waits for somebody to say what it comes to.
    " (SELECT w.words FROM incident_offer w WHERE w.entry_id = e.id AND w.settled_at IS NULL),"
    " (SELECT d.duty_date || ' ' || p.no FROM log_entry p JOIN shift d ON d.id = p.shift_id"
    " WHERE p.id = e.continuation_of)"
    " FROM log_entry e JOIN shift s ON s.id = e.shift_id"
    " LEFT JOIN log_entry c ON c.correction_of = e.id LEFT JOIN shift cs ON cs.id = c.shift_id"
    " LEFT JOIN log_entry o ON o.id = e.correction_of LEFT JOIN shift os ON os.id = o.shift_id"
)

_WIDTH = LOG_ENTRY.columns.count(",") + 1


class DutyLogTable:
    """Reads and appends entries; nothing here changes one."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._shifts = ShiftTable(rows)

    def append(self, entry: LogEntry) -> int:
        """Append an entry with its search row; returns the local rowid."""
        rowid = self._rows.append(LOG_ENTRY.table, LOG_ENTRY.to_row(entry))
        self._rows.execute_unjournalled(
            "INSERT INTO log_search (rowid, body) VALUES (?, ?)",
            (rowid, index_tokens(searched_text(entry))),
        )
        return rowid

    def next_no(self, shift_id: str) -> int:
        """Return the number the next entry of a shift gets, from 1."""
        found = self._rows.one("SELECT max(no) FROM log_entry WHERE shift_id = ?", (shift_id,))
        return int((found[0] if found else 0) or 0) + 1

    def count(self) -> int:
        """Return how many entries there are; nothing is ever removed, so rowids have no gaps."""
        found = self._rows.one("SELECT max(rowid) FROM log_entry")
        return int(found[0] or 0) if found else 0

    def has(self, entry_id: str) -> bool:
        """Tell whether an entry is on record, without reading it."""
        return self._rows.one("SELECT 1 FROM log_entry WHERE id = ?", (entry_id,)) is not None

    def by_id(self, entry_id: str) -> ListedEntry | None:
        """Return one entry."""
        found = self._some("WHERE e.id = ?", (entry_id,))
        return found[0] if found else None

    def rowid_of(self, entry_id: str) -> int | None:
        """Return the local number of an entry, by which long lists page."""
        found = self._rows.one("SELECT rowid FROM log_entry WHERE id = ?", (entry_id,))
        return int(found[0]) if found else None

    def correction_of(self, entry_id: str) -> ListedEntry | None:
        """Return the entry that corrects this one."""
        found = self._some("WHERE e.correction_of = ?", (entry_id,))
        return found[0] if found else None

    def of_shift(self, shift_id: str) -> list[ListedEntry]:
        """Return a shift's entries in the order of the log."""
        return in_order(self._some("WHERE e.shift_id = ?", (shift_id,)))

    def of_incident(self, incident_id: str) -> list[ListedEntry]:
        """Return the entries that belong to one incident."""
        return in_order(self._some("WHERE e.incident_id = ?", (incident_id,)))

    def repeat_of(self, typed: CallerTyped, since: datetime) -> RepeatCall | None:
        """Return the newest call with the same caller that was at ``since`` or later.

        Looked for in the shifts that ran since then, so that the age of the room costs nothing.
        """
        shifts = self._shifts.ended_after(since)
        kinds = [kind.value for kind in CALLS]
        marks = ("?, " * len(shifts))[:-2], ("?, " * len(kinds))[:-2]
        found = self._rows.query(
            "SELECT rowid, phone, source, person FROM log_entry"
            f" WHERE shift_id IN ({marks[0]}) AND kind IN ({marks[1]}) AND at >= ?"
            " AND is_automatic = 0 ORDER BY rowid DESC",
            (*shifts, *kinds, to_text(since)),
        )
        for rowid, phone, source, person in found:
            if typed.is_same(phone, source, person):
                listed = self.by_rowids([rowid])[rowid]
                if not listed.is_struck:
                    return RepeatCall(listed, typed.has_number(phone))
        return None

    def rowids(self, kind: EntryKind | None = None) -> list[int]:
        """Return the local numbers of all entries, oldest first: the spine of a long list."""
        where, parameters = ("WHERE kind = ?", (kind.value,)) if kind else ("", ())
        found = self._rows.query(f"SELECT rowid FROM log_entry {where} ORDER BY rowid", parameters)
        return [row[0] for row in found]

    def by_rowids(self, rowids: Sequence[int]) -> dict[int, ListedEntry]:
        """Return entries by local number, for one page of a list."""
        marks = ", ".join("?" * len(rowids))
        found = self._rows.query(
            _LISTED.replace("SELECT ", "SELECT e.rowid, ", 1) + f" WHERE e.rowid IN ({marks})",
            tuple(rowids),
        )
        return {row[0]: _listed(row[1:]) for row in found}

    def find(self, search: LogSearch) -> Found:
        """Return the newest entries that are looked for; always equal to a plain scan."""
        rowids: list[int] = []
        total = 0
        for rowid in matching(self._rows, search):
            total += 1
            if len(rowids) < search.limit:
                rowids.append(rowid)
            elif total >= COUNT_CAP:
                break
        # Only what is shown is read whole: counting a common word touches a thousand entries.
        listed = self.by_rowids(rowids)
        entries = tuple(listed[rowid] for rowid in rowids)
        return Found(entries, total, total >= COUNT_CAP, tuple(rowids))

    def all_matching(self, search: LogSearch) -> list[int]:
        """Return the local numbers of all entries that are looked for, newest first."""
        return list(matching(self._rows, search))

    def _some(self, where: str, parameters: Sequence[object]) -> list[ListedEntry]:
        return [_listed(row) for row in self._rows.query(f"{_LISTED} {where}", parameters)]


def _listed(row: tuple[Any, ...]) -> ListedEntry:
    struck_by = entry_link.from_row(row, _WIDTH + 1)
    return ListedEntry(
        LOG_ENTRY.from_row(row),
        date.fromisoformat(row[_WIDTH]),
        struck_by.id if struck_by else None,
        _continued(row[-1]),
        struck_by,
        entry_link.from_row(row, _WIDTH + 1 + entry_link.WIDTH),
        tuple(json.loads(row[-2])) if row[-2] else (),
    )


def _continued(kept: str | None) -> Continued | None:
    if kept is None:
        return None
    day, _, no = kept.partition(" ")
    return Continued(date.fromisoformat(day), int(no))
