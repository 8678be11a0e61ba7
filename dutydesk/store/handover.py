"""Handovers on file with their lines and signatures, and the frozen facts of completed ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dutydesk.domain.absence_facts import CarriedAbsence
from dutydesk.domain.call_facts import CarriedRound
from dutydesk.domain.equipment_due import CarriedEquipment
from dutydesk.domain.handover import (
    Handover,
    HandoverCheck,
    HandoverSignature,
    HandoverThing,
)
from dutydesk.domain.handover_facts import (
    CarriedItem,
    Count,
    HandoverFacts,
    RunningIncident,
    ShiftLabel,
)
from dutydesk.domain.late_correction import UnseenCorrection
from dutydesk.domain.report_draft import CarriedDraft
from dutydesk.domain.warning_facts import CarriedWarning
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

HANDOVER = Mapper(Handover, "handover")
CHECK = Mapper(HandoverCheck, "handover_check")
THING = Mapper(HandoverThing, "handover_thing")
SIGNATURE = Mapper(HandoverSignature, "handover_signature")

# Values inside the snapshot; they have no table of their own.
_LABEL = Mapper(ShiftLabel, "")
_COUNT = Mapper(Count, "")
_ITEM = Mapper(CarriedItem, "")
# Handovers of before the entry and the progress were kept with the item have none of these.
_ITEM_BEFORE = {
    "text": "",
    "entry_no": None,
    "entry_duty_date": None,
    "handling": "",
    "is_important": 0,
    "progress": "[]",
    "progress_count": 0,
    "is_directive": 0,
}
_ABSENCE = Mapper(CarriedAbsence, "")
_EQUIPMENT = Mapper(CarriedEquipment, "")
_DRAFT = Mapper(CarriedDraft, "")
_WARNING = Mapper(CarriedWarning, "")
_ROUND = Mapper(CarriedRound, "")
_INCIDENT = Mapper(RunningIncident, "")
# Nor any of these, of before other tasks had clocks.
_INCIDENT_BEFORE = {"next_task": "report"}
_LATE = Mapper(UnseenCorrection, "")


class HandoverTable:
    """Reads and writes handovers."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def by_id(self, handover_id: str) -> Handover | None:
        """Return one handover; None before anything was written for that shift."""
        found = self._some("WHERE id = ?", handover_id)
        return found[0] if found else None

    def newest_first(self, limit: int | None = None) -> list[Handover]:
        """Return handovers begun or completed, the newest first."""
        return self._some("ORDER BY rowid DESC LIMIT ?", -1 if limit is None else limit)

    def newest_over(self) -> Handover | None:
        """Return the last handover in which duty passed."""
        found = self._some("WHERE completed_at IS NOT NULL ORDER BY rowid DESC LIMIT 1")
        return found[0] if found else None

    def numbers(self) -> list[str]:
        """Return every number given so far."""
        found = self._rows.query("SELECT handover_no FROM handover WHERE handover_no <> ''")
        return [row[0] for row in found]

    def put(self, handover: Handover) -> None:
        """Write a handover."""
        self._rows.put(HANDOVER.table, HANDOVER.to_row(handover))

    def checks_of(self, handover_id: str) -> tuple[HandoverCheck, ...]:
        """Return the written checklist lines in the order of the list."""
        return tuple(
            CHECK.from_row(row)
            for row in self._rows.query(
                f"SELECT {CHECK.columns} FROM handover_check WHERE handover_id = ?"
                " ORDER BY order_no, rowid",
                (handover_id,),
            )
        )

    def put_check(self, line: HandoverCheck) -> None:
        """Write a checklist line."""
        self._rows.put(CHECK.table, CHECK.to_row(line))

    def things_of(self, handover_id: str) -> tuple[HandoverThing, ...]:
        """Return the written things in their order."""
        return tuple(
            THING.from_row(row)
            for row in self._rows.query(
                f"SELECT {THING.columns} FROM handover_thing WHERE handover_id = ?"
                " ORDER BY order_no, rowid",
                (handover_id,),
            )
        )

    def put_thing(self, thing: HandoverThing) -> None:
        """Write a thing."""
        self._rows.put(THING.table, THING.to_row(thing))

    def remove_thing(self, thing_id: str) -> None:
        """Take a thing off the list."""
        self._rows.remove(THING.table, thing_id)

    def signatures_of(self, handover_id: str) -> tuple[HandoverSignature, ...]:
        """Return the signatures in the order of signing."""
        return tuple(
            SIGNATURE.from_row(row)
            for row in self._rows.query(
                f"SELECT {SIGNATURE.columns} FROM handover_signature WHERE handover_id = ?"
                " ORDER BY rowid",
                (handover_id,),
            )
        )

    def add_signature(self, signature: HandoverSignature) -> None:
        """Add a signature."""
        self._rows.append(SIGNATURE.table, SIGNATURE.to_row(signature))

    def remove_signature(self, signature_id: str) -> None:
        """Take a signature back; the journal keeps that it was given."""
        self._rows.remove(SIGNATURE.table, signature_id)

    def _some(self, rest: str, *parameters: object) -> list[Handover]:
        found = self._rows.query(f"SELECT {HANDOVER.columns} FROM handover {rest}", parameters)
        return [HANDOVER.from_row(row) for row in found]


def snapshot_of(facts: HandoverFacts) -> dict[str, object]:
    """Return the facts as they are kept with a completed handover."""
    return {
        "unit": facts.unit,
        "is_practice": facts.is_practice,
        "handover_no": facts.handover_no,
        "outgoing_shift": _LABEL.to_row(facts.outgoing_shift),
        "incoming_shift": _LABEL.to_row(facts.incoming_shift),
        "outgoing_officer": facts.outgoing_officer,
        "general_situation": facts.general_situation,
        "first_report_word": facts.first_report_word,
        "counts": [_COUNT.to_row(count) for count in facts.counts],
        "open_items": [_ITEM.to_row(item) for item in facts.open_items],
        "incidents": [_INCIDENT.to_row(incident) for incident in facts.incidents],
        "directives": [_ITEM.to_row(line) for line in facts.directives],
        "absences": [_ABSENCE.to_row(one) for one in facts.absences],
        "equipment": [_EQUIPMENT.to_row(one) for one in facts.equipment],
        "report_drafts": [_DRAFT.to_row(one) for one in facts.report_drafts],
        "warnings": [_WARNING.to_row(one) for one in facts.warnings],
        "call_rounds": [_ROUND.to_row(one) for one in facts.call_rounds],
        "late_corrections": [_LATE.to_row(late) for late in facts.late_corrections],
    }


def facts_from(snapshot: Mapping[str, Any]) -> HandoverFacts:
    """Return the facts a completed handover keeps."""
    return HandoverFacts(
        unit=snapshot["unit"],
        is_practice=snapshot["is_practice"],
        handover_no=snapshot["handover_no"],
        outgoing_shift=_LABEL.from_row(snapshot["outgoing_shift"]),
        incoming_shift=_LABEL.from_row(snapshot["incoming_shift"]),
        outgoing_officer=snapshot["outgoing_officer"],
        general_situation=snapshot["general_situation"],
        first_report_word=snapshot["first_report_word"],
        counts=tuple(_COUNT.from_row(row) for row in snapshot["counts"]),
        open_items=tuple(_ITEM.from_row(_ITEM_BEFORE | row) for row in snapshot["open_items"]),
        incidents=tuple(
            _INCIDENT.from_row(_INCIDENT_BEFORE | row) for row in snapshot["incidents"]
        ),
        # Handovers of before the ledger have none.
        directives=tuple(
            _ITEM.from_row(_ITEM_BEFORE | row) for row in snapshot.get("directives", ())
        ),
        absences=tuple(_ABSENCE.from_row(row) for row in snapshot.get("absences", ())),
        equipment=tuple(_EQUIPMENT.from_row(row) for row in snapshot.get("equipment", ())),
        report_drafts=tuple(_DRAFT.from_row(row) for row in snapshot.get("report_drafts", ())),
        warnings=tuple(_WARNING.from_row(row) for row in snapshot.get("warnings", ())),
        # Handovers of before they were told have none.
        call_rounds=tuple(_ROUND.from_row(row) for row in snapshot.get("call_rounds", ())),
        late_corrections=tuple(
            _LATE.from_row(row) for row in snapshot.get("late_corrections", ())
        ),
    )
