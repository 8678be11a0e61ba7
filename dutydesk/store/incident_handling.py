"""What was done about an incident on file: calls and first actions, only ever added."""

from __future__ import annotations

from typing import Any, TypeVar

from dutydesk.domain.command_hq import CommandHq
from dutydesk.domain.incident_notice import IncidentNotice, NotifiedParty
from dutydesk.domain.initial_action import ActionTaken, InitialAction
from dutydesk.store import unit_list
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows
from dutydesk.store.unit_list import UnitListTable

NOTICE = Mapper(IncidentNotice, "incident_notice")
TAKEN = Mapper(ActionTaken, "initial_action_taken")

V = TypeVar("V")

# A correction of the entry leaves the call as it is; withdrawing the last of them takes it back.
_HOLDS = """NOT EXISTS (
    WITH RECURSIVE later (id, is_withdrawal) AS (
        SELECT id, is_withdrawal FROM log_entry WHERE correction_of = n.entry_id
        UNION ALL
        SELECT e.id, e.is_withdrawal FROM log_entry e JOIN later ON e.correction_of = later.id
    ) SELECT 1 FROM later WHERE is_withdrawal = 1)"""


class IncidentHandlingTable:
    """Reads and adds; what was taken back with its log entry is not given."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.parties: UnitListTable[NotifiedParty] = UnitListTable(
            rows, unit_list.PARTY, unit_list.shipped_parties
        )
        self.actions: UnitListTable[InitialAction] = UnitListTable(
            rows, unit_list.ACTION, unit_list.shipped_actions
        )
        self.hqs: UnitListTable[CommandHq] = UnitListTable(
            rows, unit_list.HQ, unit_list.shipped_hqs
        )

    def notices_of(self, incident_id: str) -> tuple[IncidentNotice, ...]:
        """Return who was told of an incident, in the order of telling."""
        return self._of(NOTICE, incident_id, "told_at")

    def notice(self, notice_id: str) -> IncidentNotice | None:
        """Return one call."""
        return self._one(NOTICE, notice_id)

    def add_notice(self, notice: IncidentNotice) -> None:
        """Add a call."""
        self._rows.append(NOTICE.table, NOTICE.to_row(notice))

    def taken_of(self, incident_id: str) -> tuple[ActionTaken, ...]:
        """Return what was done first, in the order of doing."""
        return self._of(TAKEN, incident_id, "done_at")

    def taken(self, taken_id: str) -> ActionTaken | None:
        """Return one tick."""
        return self._one(TAKEN, taken_id)

    def add_taken(self, taken: ActionTaken) -> None:
        """Add a tick."""
        self._rows.append(TAKEN.table, TAKEN.to_row(taken))

    def _of(self, mapper: Mapper[V], incident_id: str, order: str) -> tuple[V, ...]:
        found: list[tuple[Any, ...]] = self._rows.query(
            f"SELECT {mapper.prefixed('n')} FROM {mapper.table} n"
            f" WHERE n.incident_id = ? AND {_HOLDS} ORDER BY n.{order}, n.rowid",
            (incident_id,),
        )
        return tuple(mapper.from_row(row) for row in found)

    def _one(self, mapper: Mapper[V], record_id: str) -> V | None:
        found = self._rows.one(
            f"SELECT {mapper.columns} FROM {mapper.table} WHERE id = ?", (record_id,)
        )
        return mapper.from_row(found) if found else None
