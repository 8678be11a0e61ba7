"""The ledger of directives beside the log: lines that entries begin, and entries that steps leave.

Rules of this file: everything happens inside the caller's transaction. An entry of kind directive
begins its line by itself, unless it goes on with one that has a line, or with a step of one; the
steps of a line leave automatic entries that go on with its own, so that the log tells the night.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dutydesk.domain.clock import Ids
from dutydesk.domain.directive import Directive
from dutydesk.domain.directive_step import after_correction, from_entry
from dutydesk.domain.duty_log import DraftEntry, LogEntry, Recorder
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.store import logbook
from dutydesk.store.tables import Tables


def begin_line(tables: Tables, entry: LogEntry, ids: Ids) -> None:
    """Begin the line of an entry of kind directive."""
    before = entry.continuation_of
    if before is not None and line_told_by(tables, before) is not None:
        return
    tables.directive.put(from_entry(entry, ids.new()))


def line_told_by(tables: Tables, entry_id: str) -> Directive | None:
    """Return the line that an entry tells of: as any of its versions, or as a step of the line."""
    waiting, seen = [entry_id], {entry_id}
    while waiting:
        line = tables.directive.of_entry(waiting[0])
        listed = tables.duty_log.by_id(waiting.pop(0))
        if line is not None:
            return line
        if listed is None:
            continue
        entry = listed.entry
        before = entry.continuation_of if entry.kind is EntryKind.DIRECTIVE else None
        near = (listed.corrected_by, entry.correction_of, before)
        waiting += [key for key in near if key is not None and key not in seen]
        seen.update(waiting)
    return None


def follow_correction(tables: Tables, old: LogEntry, new: LogEntry, ids: Ids) -> None:
    """Let the line of a corrected entry follow the correction; a new directive begins its line."""
    line = tables.directive.of_entry(old.id)
    if line is not None and not line.is_closed:
        tables.directive.put(after_correction(line, old, new))
    elif line is None and new.kind is EntryKind.DIRECTIVE is not old.kind:
        begin_line(tables, new, ids)


def step_entry(line: Directive, step_id: str, text: str, at: datetime) -> DraftEntry:
    """Return the draft of the entry that a step leaves; it bears the id of the step."""
    return DraftEntry(
        id=step_id,
        kind=EntryKind.DIRECTIVE,
        text=text,
        at=at,
        person=line.leader,
        continuation_of=line.entry_id,
    )


def append_step(
    tables: Tables, draft: DraftEntry, recorder: Recorder, now: datetime, ids: Ids
) -> LogEntry:
    """Append the entry of a step to the running shift."""
    automatic = replace(recorder, is_automatic=True)
    return logbook.append(tables, draft, automatic, now, ids)
