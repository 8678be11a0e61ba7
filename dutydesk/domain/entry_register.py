"""Which entries of the one log stand in which printed register (domain notes §7.3-7.9, §9.7)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.paper_issue import PaperKind

REGISTER_KINDS: Mapping[PaperKind, tuple[EntryKind, ...]] = MappingProxyType(
    {
        PaperKind.CALL_REGISTER: (EntryKind.INCOMING_CALL, EntryKind.OUTGOING_CALL),
        PaperKind.DOCUMENT_REGISTER: (EntryKind.INCOMING_DOCUMENT, EntryKind.FAX),
        PaperKind.NOTICE_REGISTER: (EntryKind.SUPERIOR_NOTICE,),
        PaperKind.VISIT_REGISTER: (EntryKind.VISIT,),
        PaperKind.PATROL_REGISTER: (EntryKind.PATROL,),
        PaperKind.FAULT_REGISTER: (EntryKind.EQUIPMENT,),
        PaperKind.DUTY_CHECK_SHEET: (EntryKind.DUTY_CHECK,),
        PaperKind.CONSULTATION_REGISTER: (EntryKind.CONSULTATION,),
    }
)

# The part of a register that an entry stands in is the value of this detail.
PARTED_BY: Mapping[PaperKind, str] = MappingProxyType({PaperKind.DUTY_CHECK_SHEET: "direction"})

_CONDITION = "equipment_condition"
_NO_FAULT = "normal"


def stands_in(kind: PaperKind, entry: LogEntry) -> bool:
    """Tell whether an entry is one for this register.

    Equipment found in order is no fault; where nobody said how it was, it stands there: a gap
    must not hide a fault.
    """
    if entry.kind not in REGISTER_KINDS[kind] or entry.is_withdrawal:
        return False
    if kind is PaperKind.FAULT_REGISTER:
        return entry.details.get(_CONDITION) != _NO_FAULT
    return True


def part_of(kind: PaperKind, entry: LogEntry) -> str:
    """Return the part of the register an entry stands in, empty where nobody said."""
    name = PARTED_BY.get(kind)
    return entry.details.get(name, "") if name else ""
