"""Writing into the running shift, for every use case that leaves an entry in the duty log."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.clock import Ids
from dutydesk.domain.duty_log import DraftEntry, LogEntry, Recorder, Writing, accept
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor, OfficerInactive, OfficerMayNot
from dutydesk.domain.shift import Shift, awaiting_shift
from dutydesk.store.shift_days import unit_pattern
from dutydesk.store.tables import Tables


def running_shift(tables: Tables, now: datetime, ids: Ids) -> Shift:
    """Return the running shift; before a room's first shift, one that waits for its officer.

    So that no call is lost because nobody has signed in yet, the desk takes entries before the
    first shift and attaches them to it.
    """
    shift = tables.shift.running()
    if shift is None:
        slot = unit_pattern(tables).slot_for_relief(now)
        shift = awaiting_shift(ids.new(), slot)
        tables.shift.put(shift)
    return shift


def recorder_for(tables: Tables, by: Actor, shift: Shift | None) -> Recorder:
    """Return who writes: the actor's officer, else the primary officer on shift, else the actor.

    Raises RecordUnknown, OfficerInactive, and OfficerMayNot for 查阅.
    """
    officer_id = by.officer_id or (shift.primary_officer_id if shift else None)
    if officer_id is None:
        return Recorder(by.name, None)
    officer = tables.officer.by_id(officer_id)
    if officer is None:
        raise RecordUnknown("officer", officer_id)
    if not officer.is_active:
        raise OfficerInactive(officer.name)
    if not officer.may_write:
        raise OfficerMayNot(officer.name, "record")
    return Recorder(officer.name, officer.id)


def append(
    tables: Tables, draft: DraftEntry, recorder: Recorder, now: datetime, ids: Ids
) -> LogEntry:
    """Accept the draft into the running shift and append it; raises what ``accept`` raises."""
    return append_to(tables, running_shift(tables, now, ids), draft, recorder, now)


def append_to(
    tables: Tables, shift: Shift, draft: DraftEntry, recorder: Recorder, now: datetime
) -> LogEntry:
    """Accept the draft into a shift that the caller knows to be running, and append it."""
    late = tables.setting.span("late_after_minutes")
    entry = accept(draft, shift, Writing(tables.duty_log.next_no(shift.id), now, recorder, late))
    tables.duty_log.append(entry)
    return entry
