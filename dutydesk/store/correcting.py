"""What follows from a correction after handover, for who corrects and for who passes duty."""

from __future__ import annotations

from dutydesk.domain.clock import Ids
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.late_correction import LateCorrection, UnseenCorrection, unseen_correction
from dutydesk.store.tables import Tables


def note_if_late(tables: Tables, original: LogEntry, entry: LogEntry, ids: Ids) -> None:
    """Put on record that an entry of a shift handed over was corrected or withdrawn."""
    if original.shift_id == entry.shift_id:
        return
    shift = tables.shift.by_id(original.shift_id)
    if shift is not None and shift.is_locked:
        tables.late_correction.put(
            LateCorrection(id=ids.new(), entry_id=entry.id, corrected_at=entry.recorded_at)
        )


def unseen_corrections(tables: Tables) -> tuple[UnseenCorrection, ...]:
    """Return what a handover says of those no leader has seen."""
    listed = (tables.duty_log.by_id(late.entry_id) for late in tables.late_correction.unseen())
    told = (unseen_correction(one) for one in listed if one is not None)
    return tuple(one for one in told if one is not None)
