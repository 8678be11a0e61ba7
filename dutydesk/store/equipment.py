"""Equipment on file: the unit's list, its checks, and the shipped list a new room begins with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dutydesk import paths
from dutydesk.domain.clock import Ids
from dutydesk.domain.equipment import EquipmentCheck, EquipmentItem, EquipmentKind, EquipmentRule
from dutydesk.domain.equipment_due import EquipmentState
from dutydesk.domain.instants import to_text
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

ITEM = Mapper(EquipmentItem, "equipment_item")
CHECK = Mapper(EquipmentCheck, "equipment_check")

# The last of the checks of an item that meet a condition; each has an index of its own.
_LAST = (
    "SELECT {columns} FROM equipment_check WHERE rowid IN"
    " (SELECT (SELECT c.rowid FROM equipment_check c"
    " WHERE c.item_id = i.id AND c.checked_at < ?{condition} ORDER BY c.rowid DESC LIMIT 1)"
    " FROM equipment_item i)"
)
_ALWAYS = "9999-12-31T23:59:59Z"
_TEST = " AND c.is_test_call = 1 AND c.result = 'normal'"
_CHARGE = " AND c.charge_percent IS NOT NULL"


class EquipmentTable:
    """Reads and writes the list of equipment, and adds checks."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def items(self) -> list[EquipmentItem]:
        """Return every item in the order of the list, those no longer used among them."""
        found = self._rows.query(
            f"SELECT {ITEM.columns} FROM equipment_item ORDER BY order_no, rowid"
        )
        return [ITEM.from_row(row) for row in found]

    def item(self, item_id: str) -> EquipmentItem | None:
        """Return one item."""
        row = self._rows.one(f"SELECT {ITEM.columns} FROM equipment_item WHERE id = ?", (item_id,))
        return ITEM.from_row(row) if row else None

    def put_item(self, item: EquipmentItem) -> None:
        """Write an item."""
        self._rows.put(ITEM.table, ITEM.to_row(item))

    def states(self, until: datetime | None = None) -> list[EquipmentState]:
        """Return every item with what its last checks say, of those before an instant."""
        before = to_text(until) if until else _ALWAYS
        last, test, charge = (self._last(one, before) for one in ("", _TEST, _CHARGE))
        return [
            EquipmentState(item, last.get(item.id), test.get(item.id), charge.get(item.id))
            for item in self.items()
        ]

    def check_by_id(self, check_id: str) -> EquipmentCheck | None:
        """Return one check."""
        found = self._checks("WHERE id = ?", check_id)
        return found[0] if found else None

    def last_check(self, item_id: str) -> EquipmentCheck | None:
        """Return the newest check of an item."""
        found = self._checks("WHERE item_id = ? ORDER BY rowid DESC LIMIT 1", item_id)
        return found[0] if found else None

    def checks_of(self, item_id: str, limit: int) -> list[EquipmentCheck]:
        """Return the last checks of an item, the newest first."""
        return self._checks("WHERE item_id = ? ORDER BY rowid DESC LIMIT ?", item_id, limit)

    def checks_between(self, since: datetime, until: datetime) -> list[EquipmentCheck]:
        """Return the checks of a span in their order."""
        return self._checks(
            "WHERE checked_at >= ? AND checked_at < ? ORDER BY checked_at, rowid",
            to_text(since),
            to_text(until),
        )

    def append_check(self, check: EquipmentCheck) -> None:
        """Add a check."""
        self._rows.append(CHECK.table, CHECK.to_row(check))

    def _last(self, condition: str, before: str) -> dict[str, EquipmentCheck]:
        sql = _LAST.format(columns=CHECK.columns, condition=condition)
        checks = (CHECK.from_row(row) for row in self._rows.query(sql, (before,)))
        return {check.item_id: check for check in checks}

    def _checks(self, rest: str, *parameters: object) -> list[EquipmentCheck]:
        found = self._rows.query(f"SELECT {CHECK.columns} FROM equipment_check {rest}", parameters)
        return [CHECK.from_row(row) for row in found]


def shipped_kinds() -> list[tuple[EquipmentKind, str, EquipmentRule]]:
    """Return the usual kinds of equipment: kind, name, and what such an item is asked."""
    file = paths.resources_dir() / "equipment_kinds.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    return [(EquipmentKind(one["kind"]), one["name"], _rule(one)) for one in document["kinds"]]


def seed(equipment: EquipmentTable, now: datetime, ids: Ids) -> None:
    """Put the usual items on an empty list; from then on it is the unit's."""
    for place, (kind, name, rule) in enumerate(shipped_kinds(), 1):
        equipment.put_item(
            EquipmentItem(
                id=ids.new(),
                kind=kind,
                name=name,
                location="",
                number="",
                order_no=place,
                created_at=now,
                is_test_monthly=rule.is_test_monthly,
                test_interval_days=rule.test_interval_days,
                low_charge_percent=rule.low_charge_percent,
                is_handed_over=rule.is_handed_over,
                is_lead_told=rule.is_lead_told,
                checklist_name=rule.checklist_name,
            )
        )


def _rule(row: Mapping[str, Any]) -> EquipmentRule:
    return EquipmentRule(**{k: v for k, v in row.items() if k not in {"kind", "name"}})
