"""What was heard of each running clock, and what nobody could hear; not journalled."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from dutydesk.domain.alarm import AlarmState, MissedAlarm
from dutydesk.domain.alarm_clock import BEFORE, Rung
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

    def heard_at(self) -> datetime | None:
        """Return the last instant at which an alarm began that was heard; None when none was."""
        heard = [one for one in self.all().values() if one.raised]
        return max((one.due_at - BEFORE[one.raised] for one in heard), default=None)

    def missed(self) -> tuple[MissedAlarm, ...]:
        """Return what nobody could hear and nobody has acknowledged, the earliest first."""
        found = self._rows.query("SELECT key, rung, at, words FROM missed_alarm ORDER BY at, rung")
        return tuple(
            MissedAlarm(key, Rung(rung), from_text(at), words) for key, rung, at, words in found
        )

    def put_missed(self, missed: Iterable[MissedAlarm]) -> None:
        """List these, in place of what stood there for the same rung."""
        for one in missed:
            self._rows.execute_unjournalled(
                "INSERT OR REPLACE INTO missed_alarm (key, rung, at, words) VALUES (?, ?, ?, ?)",
                (one.key, int(one.rung), to_text(one.at), one.words),
            )

    def drop_missed(self, missed: Iterable[MissedAlarm]) -> None:
        """Take these off the list."""
        for one in missed:
            self._rows.execute_unjournalled(
                "DELETE FROM missed_alarm WHERE key = ? AND rung = ?", (one.key, int(one.rung))
            )

    def _put(self, states: Iterable[AlarmState], update: str) -> None:
        for state in states:
            self._rows.execute_unjournalled(
                "INSERT INTO alarm_state (key, due_at, raised, acknowledged) VALUES (?, ?, ?, ?)"
                f" ON CONFLICT (key) DO UPDATE SET {update}"
                " max(acknowledged, excluded.acknowledged))",
                (state.key, to_text(state.due_at), int(state.raised), int(state.acknowledged)),
            )
