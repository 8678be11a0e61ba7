"""Roll calls on file: plans, roll calls, whom they called, what was found."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.instants import to_text
from dutydesk.domain.roll_call import (
    RollCall,
    RollCallLine,
    RollCallResult,
    RollCallSheet,
    RollCallTarget,
    UnitRecord,
)
from dutydesk.domain.roll_call_plan import RollCallPlan
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

PLAN = Mapper(RollCallPlan, "roll_call_plan")
ROLL_CALL = Mapper(RollCall, "roll_call")
TARGET = Mapper(RollCallTarget, "roll_call_target")
RESULT = Mapper(RollCallResult, "roll_call_result")

_ALWAYS = "9999-12-31T23:59:59Z"
# What RollCallResult.is_in_order says no to of whoever answered: years of tries are only counted.
_FAULTY = (
    "r.result = 'answered' AND (r.lead_on_post IS 0 OR r.officer_on_post IS 0"
    " OR r.knows_situation IS 0 OR r.finding <> '')"
)


class RollCallTable:
    """Reads and writes roll calls; targets and results are only added."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def by_id(self, roll_call_id: str) -> RollCall | None:
        """Return one roll call."""
        found = self._calls("WHERE id = ?", roll_call_id)
        return found[0] if found else None

    def all(self) -> list[RollCall]:
        """Return every roll call, the newest first."""
        return self._calls("ORDER BY started_at DESC, rowid DESC")

    def running(self) -> RollCall | None:
        """Return the one that goes on."""
        found = self._calls("WHERE ended_at IS NULL ORDER BY rowid LIMIT 1")
        return found[0] if found else None

    def put(self, roll_call: RollCall) -> None:
        """Write a roll call."""
        self._rows.put(ROLL_CALL.table, ROLL_CALL.to_row(roll_call))

    def targets(self, roll_call_id: str) -> list[RollCallTarget]:
        """Return whom a roll call calls, in order."""
        return self._targets("WHERE roll_call_id = ? ORDER BY order_no, rowid", roll_call_id)

    def target(self, target_id: str) -> RollCallTarget | None:
        """Return one of them."""
        found = self._targets("WHERE id = ?", target_id)
        return found[0] if found else None

    def append_target(self, target: RollCallTarget) -> None:
        """Add whom it calls."""
        self._rows.append(TARGET.table, TARGET.to_row(target))

    def result(self, result_id: str) -> RollCallResult | None:
        """Return one try."""
        found = self._results("WHERE id = ?", result_id)
        return found[0] if found else None

    def results(self, roll_call_id: str) -> list[RollCallResult]:
        """Return every try of a roll call in order."""
        return self._results(
            "WHERE target_id IN (SELECT id FROM roll_call_target WHERE roll_call_id = ?)"
            " ORDER BY rowid",
            roll_call_id,
        )

    def append_result(self, result: RollCallResult) -> None:
        """Add a try."""
        self._rows.append(RESULT.table, RESULT.to_row(result))

    def sheet(self, roll_call: RollCall, *, with_records: bool = True) -> RollCallSheet:
        """Return a roll call with its units, what was found, and how they answered before.

        A list of many is read without the records: they go through every roll call.
        """
        tries: dict[str, list[RollCallResult]] = {}
        for one in self.results(roll_call.id):
            tries.setdefault(one.target_id, []).append(one)
        before = self.records(before=roll_call.started_at) if with_records else {}
        lines = (
            RollCallLine(
                target,
                tuple(tries.get(target.id, ())),
                before.get(target.unit_id, UnitRecord()),
            )
            for target in self.targets(roll_call.id)
        )
        return RollCallSheet(roll_call, tuple(lines))

    def records(self, before: datetime | None = None) -> dict[str, UnitRecord]:
        """Return how each unit answered, in all roll calls or in those begun before an instant."""
        until = to_text(before) if before else _ALWAYS
        found = self._rows.query(
            f"SELECT t.unit_id, count(*), sum(r.result <> 'answered'), sum({_FAULTY})"
            " FROM roll_call_result r"
            " JOIN roll_call_target t ON t.id = r.target_id"
            " JOIN roll_call c ON c.id = t.roll_call_id"
            " WHERE r.rowid IN (SELECT max(rowid) FROM roll_call_result GROUP BY target_id)"
            " AND c.started_at < ? GROUP BY t.unit_id",
            (until,),
        )
        return {row[0]: UnitRecord(*row[1:]) for row in found}

    def drawn_counts(self) -> dict[str, int]:
        """Return how often each unit was drawn by lot."""
        found = self._rows.query(
            "SELECT t.unit_id, count(*) FROM roll_call_target t"
            " JOIN roll_call c ON c.id = t.roll_call_id WHERE c.is_random = 1 GROUP BY t.unit_id"
        )
        return {row[0]: int(row[1]) for row in found}

    def plans(self) -> list[RollCallPlan]:
        """Return every plan, the oldest first."""
        found = self._rows.query(f"SELECT {PLAN.columns} FROM roll_call_plan ORDER BY rowid")
        return [PLAN.from_row(row) for row in found]

    def put_plan(self, plan: RollCallPlan) -> None:
        """Write a plan."""
        self._rows.put(PLAN.table, PLAN.to_row(plan))

    def made(self) -> list[tuple[str | None, datetime | None]]:
        """Return which plans were followed, each with its time."""
        found = self._calls("WHERE plan_id IS NOT NULL ORDER BY rowid DESC LIMIT 200")
        return [(one.plan_id, one.planned_at) for one in found]

    def _calls(self, rest: str, *parameters: object) -> list[RollCall]:
        found = self._rows.query(f"SELECT {ROLL_CALL.columns} FROM roll_call {rest}", parameters)
        return [ROLL_CALL.from_row(row) for row in found]

    def _targets(self, rest: str, *parameters: object) -> list[RollCallTarget]:
        found = self._rows.query(
            f"SELECT {TARGET.columns} FROM roll_call_target {rest}", parameters
        )
        return [TARGET.from_row(row) for row in found]

    def _results(self, rest: str, *parameters: object) -> list[RollCallResult]:
        found = self._rows.query(
            f"SELECT {RESULT.columns} FROM roll_call_result {rest}", parameters
        )
        return [RESULT.from_row(row) for row in found]
