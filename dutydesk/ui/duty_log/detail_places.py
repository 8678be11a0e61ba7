"""Which fields of a kind stand in the one row that is always there, and which fold away.

Rules of this file: at most three in the row, the usual ones of that kind; all others follow in
the order of the domain's table, what was done first and what was ordered last.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dutydesk.domain.entry_detail import COMMON, DETAILS
from dutydesk.domain.entry_kind import EntryKind

# Beside time, kind, caller and text: what every kind may be asked.
BESIDE = ("handling", "instruction")

FOREMOST: Mapping[EntryKind, tuple[str, ...]] = MappingProxyType(
    {
        EntryKind.INCOMING_CALL: ("handling", "already_told", "read_back"),
        EntryKind.OUTGOING_CALL: ("handling", "result", "read_back"),
        EntryKind.INCOMING_DOCUMENT: ("document_no", "urgency", "proposed_handling"),
        EntryKind.FAX: ("document_no", "urgency", "proposed_handling"),
        EntryKind.SUPERIOR_NOTICE: ("handling", "urgency", "read_back"),
        EntryKind.VISIT: ("handling", "visitor_count", "received_by"),
        EntryKind.PATROL: ("place", "condition", "handling"),
        EntryKind.INCIDENT: ("handling", "reported_to"),
        EntryKind.WARNING: ("handling", "reported_to", "forwarded_to"),
        EntryKind.CONSULTATION: ("method", "participants", "conclusion"),
        EntryKind.DIRECTIVE: ("directive_form", "carrier", "passed_to"),
        EntryKind.EQUIPMENT: ("equipment_name", "equipment_condition", "fault_reported_to"),
        EntryKind.DUTY_CHECK: ("direction", "method", "finding"),
        EntryKind.OTHER: ("handling", "instruction"),
    }
)


def further(kind: EntryKind) -> tuple[str, ...]:
    """Return the fields that fold away, in the order of Tab."""
    handling, instruction = ((name,) if name in COMMON[kind] else () for name in BESIDE)
    asked = (*handling, *(field.name for field in DETAILS[kind]), *instruction)
    return tuple(name for name in asked if name not in FOREMOST[kind])
