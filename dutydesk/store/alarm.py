"""What was heard of each running clock; not journalled."""

from __future__ import annotations

import json
from collections.abc import Iterable

from dutydesk.domain.alarm import AlarmState, Rung
from dutydesk.domain.instants import from_text, to_text
from dutydesk.store.rows import Rows


class AlarmTable:
    """Reads and writes the states of alarms."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> dict[str, AlarmState]:
        """Return every state by key."""
        found = self._rows.query("SELECT key, due_at, raised, acknowledged FROM alarm_state")
        return {
            key: AlarmState(key, from_text(due_at), Rung(raised), Rung(acknowledged))
            for key, due_at, raised, acknowledged in found
        }

    def put(self, states: Iterable[AlarmState]) -> None:
        """Write these states; what was acknowledged stays so up to the rung now raised."""
        self._put(states, "raised = excluded.raised, acknowledged = min(excluded.raised,")

    def put_heard(self, states: Iterable[AlarmState]) -> None:
        """Write what somebody acknowledged; a rung raised since is not lowered."""
        self._put(states, "raised = max(raised, excluded.raised), acknowledged = (")

    def keep_only(self, keys: Iterable[str]) -> None:
        """Forget what no longer runs."""
        self._rows.execute_unjournalled(
            "DELETE FROM alarm_state WHERE key NOT IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(keys)),),
        )

    def _put(self, states: Iterable[AlarmState], update: str) -> None:
        for state in states:
            self._rows.execute_unjournalled(
                "INSERT INTO alarm_state (key, due_at, raised, acknowledged) VALUES (?, ?, ?, ?)"
                f" ON CONFLICT (key) DO UPDATE SET {update}"
                " max(acknowledged, excluded.acknowledged))",
                (state.key, to_text(state.due_at), int(state.raised), int(state.acknowledged)),
            )
