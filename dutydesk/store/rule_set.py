"""What a unit may edit about incidents: kinds, level criteria and deadline rules."""

from __future__ import annotations

from dutydesk.domain.deadline_rule import DeadlineRule
from dutydesk.domain.incident import IncidentKind
from dutydesk.domain.level import LevelCriterion
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

KIND = Mapper(IncidentKind, "incident_kind")
CRITERION = Mapper(LevelCriterion, "level_criterion")
RULE = Mapper(DeadlineRule, "deadline_rule")


class RuleSetTable:
    """Reads and writes the unit's kinds, criteria and rules."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def kinds(self) -> list[IncidentKind]:
        """Return the unit's list of sub-types in its order."""
        found = self._rows.query(f"SELECT {KIND.columns} FROM incident_kind ORDER BY order_no")
        return [KIND.from_row(row) for row in found]

    def criteria(self) -> list[LevelCriterion]:
        """Return every level criterion, table by table."""
        found = self._rows.query(f"SELECT {CRITERION.columns} FROM level_criterion ORDER BY rowid")
        return [CRITERION.from_row(row) for row in found]

    def rules(self, rule_set: str) -> list[DeadlineRule]:
        """Return the deadline rules of one set in its order."""
        found = self._rows.query(
            f"SELECT {RULE.columns} FROM deadline_rule WHERE rule_set = ? ORDER BY order_no",
            (rule_set,),
        )
        return [RULE.from_row(row) for row in found]

    def rule_sets(self) -> list[str]:
        """Return the names of the sets on file."""
        found = self._rows.query("SELECT DISTINCT rule_set FROM deadline_rule ORDER BY rule_set")
        return [row[0] for row in found]

    def rule(self, rule_id: str) -> DeadlineRule | None:
        """Return one rule of whatever set."""
        found = self._rows.one(
            f"SELECT {RULE.columns} FROM deadline_rule WHERE id = ?", (rule_id,)
        )
        return RULE.from_row(found) if found else None

    def put_kind(self, kind: IncidentKind) -> None:
        """Write a kind."""
        self._rows.put(KIND.table, KIND.to_row(kind))

    def remove_kind(self, kind_id: str) -> None:
        """Take a kind off; incidents of it keep its name."""
        self._rows.remove(KIND.table, kind_id)

    def put_criterion(self, criterion: LevelCriterion) -> None:
        """Write a criterion."""
        self._rows.put(CRITERION.table, CRITERION.to_row(criterion))

    def remove_criterion(self, criterion_id: str) -> None:
        """Take a criterion off; decisions made by it keep their words."""
        self._rows.remove(CRITERION.table, criterion_id)

    def put_rule(self, rule: DeadlineRule) -> None:
        """Write a rule."""
        self._rows.put(RULE.table, RULE.to_row(rule))

    def remove_rule(self, rule_id: str) -> None:
        """Take a rule out of its set; reports keep its words."""
        self._rows.remove(RULE.table, rule_id)
