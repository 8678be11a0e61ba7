"""Incidents on file, with the decisions on their level."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dutydesk.domain.incident import Grading, Incident
from dutydesk.domain.instants import to_text
from dutydesk.store.grouped import Grouped, by_incident
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

INCIDENT = Mapper(Incident, "incident")
GRADING = Mapper(Grading, "incident_grading")


class IncidentTable:
    """Reads and writes incidents; gradings are only ever added."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def by_id(self, incident_id: str) -> Incident | None:
        """Return one incident by its id or by its register number."""
        found = self._some("WHERE id = ?1 OR incident_no = ?1", incident_id)
        return found[0] if found else None

    def running(self) -> list[Incident]:
        """Return the incidents that have not ended, in the order of opening."""
        return self._some("WHERE closed_at IS NULL")

    def all(self) -> list[Incident]:
        """Return every incident in the order of opening."""
        return self._some("")

    def since(self, instant: datetime) -> list[Incident]:
        """Return the incidents that run, or were received since an instant."""
        return self._some("WHERE closed_at IS NULL OR received_at >= ?", to_text(instant))

    def numbers(self) -> list[str]:
        """Return every register number given so far."""
        return [row[0] for row in self._rows.query("SELECT incident_no FROM incident")]

    def put(self, incident: Incident) -> None:
        """Write an incident."""
        self._rows.put(INCIDENT.table, INCIDENT.to_row(incident))

    def gradings_by_incident(self, incident_ids: Iterable[str]) -> Grouped[Grading]:
        """Return the same of many incidents."""
        return by_incident(self._rows, GRADING, incident_ids)

    def add_grading(self, grading: Grading) -> None:
        """Add a decision."""
        self._rows.append(GRADING.table, GRADING.to_row(grading))

    def _some(self, where: str, *parameters: object) -> list[Incident]:
        found = self._rows.query(
            f"SELECT {INCIDENT.columns} FROM incident {where} ORDER BY rowid", parameters
        )
        return [INCIDENT.from_row(row) for row in found]
