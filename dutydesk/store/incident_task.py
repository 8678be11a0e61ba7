"""Tasks of incidents that were done; a record is only ever added."""

from __future__ import annotations

from collections.abc import Iterable

from dutydesk.domain.deadline_task import IncidentTask
from dutydesk.store.grouped import Grouped, by_incident
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

TASK = Mapper(IncidentTask, "incident_task")


class IncidentTaskTable:
    """Reads and adds what was done about incidents within a limit."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_incident(self, incident_id: str) -> tuple[IncidentTask, ...]:
        """Return the records of an incident in the order of recording."""
        return self._some("WHERE incident_id = ?", incident_id)

    def by_incident(self, incident_ids: Iterable[str]) -> Grouped[IncidentTask]:
        """Return the same of many incidents."""
        return by_incident(self._rows, TASK, incident_ids)

    def by_id(self, task_id: str) -> IncidentTask | None:
        """Return one record."""
        found = self._some("WHERE id = ?", task_id)
        return found[0] if found else None

    def append(self, task: IncidentTask) -> None:
        """Add a record."""
        self._rows.append(TASK.table, TASK.to_row(task))

    def _some(self, where: str, *parameters: object) -> tuple[IncidentTask, ...]:
        found = self._rows.query(
            f"SELECT {TASK.columns} FROM incident_task {where} ORDER BY rowid", parameters
        )
        return tuple(TASK.from_row(row) for row in found)
