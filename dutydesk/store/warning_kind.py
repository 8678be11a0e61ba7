"""The unit's kinds of warnings; a room without a list of its own has the shipped one."""

from __future__ import annotations

import json
from itertools import count

from dutydesk import paths
from dutydesk.domain.warning_kind import WarningKind
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows
from dutydesk.store.unit_list import UnitListTable

KIND = Mapper(WarningKind, "warning_kind")


def kind_table(rows: Rows) -> UnitListTable[WarningKind]:
    """Return the table of the kinds."""
    return UnitListTable(rows, KIND, shipped_kinds)


def shipped_kinds() -> list[WarningKind]:
    """Return the shipped kinds with their colours."""
    file = paths.resources_dir() / "warning_kinds.json"
    order = count(1)
    return [
        WarningKind(
            id=f"shipped-{line['name']}",
            name=line["name"],
            colors=tuple(line["colors"]),
            order_no=next(order),
        )
        for line in json.loads(file.read_text(encoding="utf-8"))["kinds"]
    ]
