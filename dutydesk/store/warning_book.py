"""The register of warnings beside the log: entries they begin with, entries that steps leave.

Rules of this file: everything happens inside the caller's transaction. A warning begins with an
entry of its own or with one on record; each step leaves an automatic entry.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from dutydesk.domain.call_round import TargetState
from dutydesk.domain.clock import Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import DraftEntry, LogEntry, Recorder
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.instants import to_text
from dutydesk.domain.warning import WarningNotice, WarningStep
from dutydesk.domain.warning_clock import WarningLimits
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_refusals import WarningEntryUnfit, WarningListed
from dutydesk.store import logbook
from dutydesk.store.entry_chain import entry_of
from dutydesk.store.tables import Tables
from dutydesk.wording import warning as words

_REACHED = (TargetState.ANSWERED, TargetState.ANSWERED_BY_B)


@dataclass(frozen=True, slots=True)
class RoundCount:
    """One call round of a warning: how many of its people answered."""

    id: str
    title: str
    started_at: datetime
    is_running: bool
    answered: int
    escalated: int
    total: int


def warning_of(tables: Tables, warning_id: str) -> WarningNotice:
    """Return a warning by id or number; raises RecordUnknown."""
    found = tables.warning.by_id(warning_id) or tables.warning.by_no(warning_id)
    if found is None:
        raise RecordUnknown("warning", warning_id)
    return found


def limits(tables: Tables) -> WarningLimits:
    """Return within what the unit reports and forwards warnings."""
    return WarningLimits(
        tables.setting.span("warning_report_minutes"),
        tables.setting.span("warning_forward_minutes"),
        WarningColor(cast("str", tables.setting.get("warning_clock_color"))),
    )


def rounds(tables: Tables, warning_id: str) -> tuple[RoundCount, ...]:
    """Return the call rounds of a warning, the oldest first."""
    counts = []
    for one in tables.call_round.of_warning(warning_id):
        states = tables.call_round.states_of(one.id)
        counts.append(
            RoundCount(
                one.id,
                one.title,
                one.started_at,
                one.ended_at is None,
                sum(states.get(state, 0) for state in _REACHED),
                states.get(TargetState.ESCALATED, 0),
                sum(states.values()) - states.get(TargetState.SKIPPED, 0),
            )
        )
    return tuple(counts)


def check_entry(tables: Tables, entry_id: str) -> LogEntry:
    """Return the entry that a warning is registered from, a fax or a call as well.

    Raises RecordUnknown, WarningEntryUnfit, WarningListed.
    """
    listed = entry_of(tables, entry_id)
    if listed.is_struck:
        raise WarningEntryUnfit(listed.entry.no)
    known = tables.warning.of_entry(listed.entry.id)
    if known is not None:
        raise WarningListed(known.warning_no)
    return listed.entry


def begin_entry(
    tables: Tables, warning: WarningNotice, recorder: Recorder, now: datetime, ids: Ids
) -> str:
    """Leave the entry that a warning begins with, and return its id."""
    details = {
        "reported_to": warning.reported_to,
        "reported_at": to_text(warning.reported_at) if warning.reported_at else "",
        "forwarded_to": warning.forwarded_to,
        "forwarded_at": to_text(warning.forwarded_at) if warning.forwarded_at else "",
    }
    draft = DraftEntry(
        id=ids.new(),
        kind=EntryKind.WARNING,
        text=words.registered_line(warning),
        at=warning.received_at,
        source=warning.issued_by,
        details={name: text for name, text in details.items() if text},
    )
    return logbook.append(tables, draft, recorder, now, ids).id


def step_entry(text: str, at: datetime, ids: Ids) -> DraftEntry:
    """Return the draft of the entry that a step leaves."""
    return DraftEntry(id=ids.new(), kind=EntryKind.WARNING, text=text, at=at)


def tell(tables: Tables, draft: DraftEntry, recorder: Recorder, now: datetime, ids: Ids) -> str:
    """Leave the automatic entry of a step, and return its id."""
    automatic = replace(recorder, is_automatic=True)
    return logbook.append(tables, draft, automatic, now, ids).id


def put_step(tables: Tables, warning: WarningNotice, step: WarningStep, entry_id: str) -> None:
    """Write a warning as it stands after a step, and the step with the entry that tells of it."""
    tables.warning.put(warning)
    tables.warning.append_step(replace(step, entry_id=entry_id))
