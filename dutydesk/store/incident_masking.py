"""Decisions on masking on file, and the masked values that screens and papers get."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.incident_masking import IncidentMasking, masked, masker_of
from dutydesk.domain.personal_word import Masker
from dutydesk.store.grouped import by_incident
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

MASKING = Mapper(IncidentMasking, "incident_masking")

V = TypeVar("V")


class IncidentMaskingTable:
    """Reads and adds decisions; ``entries`` masks what belongs to a masked incident."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_incident(self, incident_id: str) -> tuple[IncidentMasking, ...]:
        """Return the decisions on an incident, oldest first."""
        found = self._rows.query(
            f"SELECT {MASKING.columns} FROM incident_masking WHERE incident_id = ? ORDER BY rowid",
            (incident_id,),
        )
        return tuple(MASKING.from_row(row) for row in found)

    def by_id(self, masking_id: str) -> IncidentMasking | None:
        """Return one decision."""
        found = self._rows.one(
            f"SELECT {MASKING.columns} FROM incident_masking WHERE id = ?", (masking_id,)
        )
        return MASKING.from_row(found) if found else None

    def add(self, masking: IncidentMasking) -> None:
        """Add a decision."""
        self._rows.append(MASKING.table, MASKING.to_row(masking))

    def masker(self, incident_id: str) -> Masker | None:
        """Return what masks the texts of an incident now."""
        return masker_of(self.of_incident(incident_id))

    def shown(self, incident_id: str, value: V) -> V:
        """Return what tells of an incident as it may be shown: a sheet, a paper, a history."""
        return masked(value, self.masker(incident_id))

    def entries(self, listed: Sequence[ListedEntry]) -> list[ListedEntry]:
        """Return the entries of a page, those of masked incidents masked.

        A page without an incident costs no statement.
        """
        maskers = self.maskers(one.entry.incident_id for one in listed)
        if not maskers:
            return list(listed)
        return [
            replace(one, entry=masked(one.entry, maskers.get(one.entry.incident_id or "")))
            for one in listed
        ]

    def of_entries(self, values: Sequence[V], entry_id: Callable[[V], str | None]) -> list[V]:
        """Return records that began with entries of the log, those of masked incidents masked.

        For papers and files; where a record is changed its own words must stand.
        """
        begun = [entry_id(value) for value in values]
        found = self._rows.query(
            "SELECT id, incident_id FROM log_entry WHERE incident_id IS NOT NULL"
            " AND id IN (SELECT value FROM json_each(?))",
            (json.dumps([one for one in begun if one is not None]),),
        )
        about = {row[0]: row[1] for row in found}
        maskers = self.maskers(about.values())
        return [
            masked(value, maskers.get(about.get(one or "", "")))
            for value, one in zip(values, begun, strict=True)
        ]

    def of_incidents(self, values: Sequence[V], incident_id: Callable[[V], str | None]) -> list[V]:
        """Return records that belong to incidents, those of masked ones masked; for showing."""
        maskers = self.maskers(map(incident_id, values))
        return [masked(one, maskers.get(incident_id(one) or "")) for one in values]

    def maskers(self, incident_ids: Iterable[str | None]) -> dict[str, Masker]:
        """Return what masks the texts of those incidents that are masked now."""
        wanted = {one for one in incident_ids if one is not None}
        if not wanted:
            return {}
        decided = by_incident(self._rows, MASKING, sorted(wanted))
        found = {incident_id: masker_of(made) for incident_id, made in decided.items()}
        return {incident_id: one for incident_id, one in found.items() if one is not None}
