"""Call rounds on file: rounds, targets, attempts, and the saved lists of whom to call."""

from __future__ import annotations

from dutydesk.domain.call_round import CallAttempt, CallRound, CallTarget, TargetState
from dutydesk.domain.call_selection import CallList
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

ROUND = Mapper(CallRound, "call_round")
TARGET = Mapper(CallTarget, "call_target")
ATTEMPT = Mapper(CallAttempt, "call_attempt")
CALL_LIST = Mapper(CallList, "call_list")


class CallRoundTable:
    """Reads and writes call rounds."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def by_id(self, round_id: str) -> CallRound | None:
        """Return one round."""
        found = self._rounds("WHERE id = ?", round_id)
        return found[0] if found else None

    def all(self) -> list[CallRound]:
        """Return every round, the newest first."""
        return self._rounds("ORDER BY started_at DESC, rowid DESC")

    def running(self) -> list[CallRound]:
        """Return the rounds that nobody ended, the oldest first."""
        return self._rounds("WHERE ended_at IS NULL ORDER BY started_at, rowid")

    def of_warning(self, warning_id: str) -> list[CallRound]:
        """Return the rounds of a warning, the oldest first."""
        return self._rounds("WHERE warning_id = ? ORDER BY started_at, rowid", warning_id)

    def of_incident(self, incident_id: str) -> list[CallRound]:
        """Return the rounds of an incident, the oldest first."""
        return self._rounds("WHERE incident_id = ? ORDER BY started_at, rowid", incident_id)

    def states(self) -> dict[str, dict[TargetState, int]]:
        """Return how many targets of each state every round has."""
        found: dict[str, dict[TargetState, int]] = {}
        for round_id, state, count in self._rows.query(
            "SELECT round_id, state, count(*) FROM call_target GROUP BY round_id, state"
        ):
            found.setdefault(round_id, {})[TargetState(state)] = count
        return found

    def states_of(self, round_id: str) -> dict[TargetState, int]:
        """Return how many targets of each state a round has."""
        found = self._rows.query(
            "SELECT state, count(*) FROM call_target WHERE round_id = ? GROUP BY state",
            (round_id,),
        )
        return {TargetState(state): int(count) for state, count in found}

    def open_count(self, round_id: str) -> int:
        """Return how many targets of a round were not reached yet."""
        row = self._rows.one(
            "SELECT count(*) FROM call_target"
            " WHERE round_id = ? AND state IN ('waiting', 'trying')",
            (round_id,),
        )
        return int(row[0]) if row else 0

    def put(self, call_round: CallRound) -> None:
        """Write a round."""
        self._rows.put(ROUND.table, ROUND.to_row(call_round))

    def targets(self, round_id: str) -> list[CallTarget]:
        """Return the targets of a round in their order."""
        return self._targets("WHERE round_id = ? ORDER BY order_no, rowid", round_id)

    def target(self, target_id: str) -> CallTarget | None:
        """Return one target."""
        found = self._targets("WHERE id = ?", target_id)
        return found[0] if found else None

    def put_target(self, target: CallTarget) -> None:
        """Write a target."""
        self._rows.put(TARGET.table, TARGET.to_row(target))

    def attempts(self, round_id: str) -> list[CallAttempt]:
        """Return every attempt of a round, in order."""
        return self._attempts(
            "WHERE target_id IN (SELECT id FROM call_target WHERE round_id = ?)"
            " ORDER BY at, rowid",
            round_id,
        )

    def attempts_of(self, target_id: str) -> list[CallAttempt]:
        """Return the attempts of one target, in order."""
        return self._attempts("WHERE target_id = ? ORDER BY attempt_no", target_id)

    def attempt(self, attempt_id: str) -> CallAttempt | None:
        """Return one attempt."""
        found = self._attempts("WHERE id = ?", attempt_id)
        return found[0] if found else None

    def append_attempt(self, attempt: CallAttempt) -> None:
        """Add an attempt."""
        self._rows.append(ATTEMPT.table, ATTEMPT.to_row(attempt))

    def incident_ids(self) -> list[str]:
        """Return the incidents that somebody was called about."""
        found = self._rows.query(
            "SELECT DISTINCT incident_id FROM call_round WHERE incident_id IS NOT NULL"
        )
        return [str(row[0]) for row in found]

    def often_answered(self, most: int) -> list[str]:
        """Return what was answered most often, in every round."""
        found = self._rows.query(
            "SELECT words FROM call_attempt WHERE result = 'answered' AND words <> ''"
            " GROUP BY words ORDER BY count(*) DESC, max(rowid) DESC LIMIT ?",
            (most,),
        )
        return [str(row[0]) for row in found]

    def lists(self) -> list[CallList]:
        """Return the saved lists in their order."""
        found = self._rows.query(
            f"SELECT {CALL_LIST.columns} FROM call_list ORDER BY order_no, rowid"
        )
        return [CALL_LIST.from_row(row) for row in found]

    def put_list(self, call_list: CallList) -> None:
        """Write a saved list."""
        self._rows.put(CALL_LIST.table, CALL_LIST.to_row(call_list))

    def remove_list(self, list_id: str) -> None:
        """Take a saved list off file; the journal keeps it."""
        self._rows.remove(CALL_LIST.table, list_id)

    def _rounds(self, rest: str, *parameters: object) -> list[CallRound]:
        found = self._rows.query(f"SELECT {ROUND.columns} FROM call_round {rest}", parameters)
        return [ROUND.from_row(row) for row in found]

    def _targets(self, rest: str, *parameters: object) -> list[CallTarget]:
        found = self._rows.query(f"SELECT {TARGET.columns} FROM call_target {rest}", parameters)
        return [TARGET.from_row(row) for row in found]

    def _attempts(self, rest: str, *parameters: object) -> list[CallAttempt]:
        found = self._rows.query(f"SELECT {ATTEMPT.columns} FROM call_attempt {rest}", parameters)
        return [ATTEMPT.from_row(row) for row in found]
