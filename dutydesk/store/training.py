"""Training on file: what is required, and what was done."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import count

from dutydesk import paths
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.training import (
    TrainingRecord,
    TrainingRequirement,
    TrainingState,
    training_state,
)
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows
from dutydesk.store.unit_list import UnitListTable

REQUIREMENT = Mapper(TrainingRequirement, "training_requirement")
RECORD = Mapper(TrainingRecord, "training_record")


class TrainingTable:
    """Reads and writes records; ``requirements`` is the unit's list."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.requirements: UnitListTable[TrainingRequirement] = UnitListTable(
            rows, REQUIREMENT, shipped_requirements
        )

    def of(self, contact_id: str) -> list[TrainingRecord]:
        """Return the trainings of somebody, newest first."""
        return self._some("WHERE contact_id = ? ORDER BY trained_on DESC, rowid", contact_id)

    def of_year(self, year: int) -> list[TrainingRecord]:
        """Return every training of a year."""
        return self._some(
            "WHERE trained_on BETWEEN ? AND ? ORDER BY trained_on, rowid",
            f"{year:04}-01-01",
            f"{year:04}-12-31",
        )

    def states(self, cards: Sequence[ContactCard], year: int) -> dict[str, TrainingState]:
        """Return how some people stand in a year, by their ids."""
        done: dict[str, list[TrainingRecord]] = {}
        for record in self.of_year(year):
            done.setdefault(record.contact_id, []).append(record)
        asked = self.requirements.all()
        return {
            card.contact.id: training_state(card, done.get(card.contact.id, ()), asked, year)
            for card in cards
        }

    def record(self, record_id: str) -> TrainingRecord | None:
        """Return one training."""
        found = self._some("WHERE id = ?", record_id)
        return found[0] if found else None

    def put(self, record: TrainingRecord) -> None:
        """Write a training."""
        self._rows.put(RECORD.table, RECORD.to_row(record))

    def remove(self, record_id: str) -> None:
        """Take a training off file; the journal keeps it."""
        self._rows.remove(RECORD.table, record_id)

    def _some(self, where: str, *parameters: object) -> list[TrainingRecord]:
        found = self._rows.query(
            f"SELECT {RECORD.columns} FROM training_record {where}", parameters
        )
        return [RECORD.from_row(row) for row in found]


def shipped_requirements() -> list[TrainingRequirement]:
    """Return the shipped list of what is required."""
    file = paths.resources_dir() / "training_requirements.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    order = count(1)
    return [
        TrainingRequirement(
            id=f"shipped-{line['name']}",
            name=line["name"],
            duty_roles=tuple(line["duty_roles"]),
            words=tuple(line["words"]),
            days=line["days"],
            source=document["source"],
            order_no=next(order),
        )
        for line in document["requirements"]
    ]
