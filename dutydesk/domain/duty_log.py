"""The duty log: entries in order, to the minute, never rewritten (domain notes §7.2).

Rules of this file: an entry is accepted whole or refused with a reason; a correction is an entry
of its own that points at the one it corrects; nothing here changes an entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, fields, replace
from datetime import date, datetime, timedelta

from dutydesk.domain.attachment import Attachment
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log_refusals import (
    CorrectionChangesNothing,
    CorrectionReasonMissing,
    EntryInFuture,
    EntryTextBroken,
    EntryTextMissing,
    EntryTextTooLong,
    ShiftHandedOver,
    WithdrawalStands,
)
from dutydesk.domain.entry_detail import check_details, fitting
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.entry_link import Continued, OtherEntry
from dutydesk.domain.shift import Shift

# Recorded longer than this after the event: the entry marks itself late (a setting).
LATE_AFTER = timedelta(minutes=10)

# A typed time may run ahead of a slow machine clock by this much.
AHEAD_ALLOWED = timedelta(minutes=10)

# Longest texts in characters: of the content, and of every other field.
MAX_TEXT = 20_000
MAX_FIELD = 2_000

# What search looks through, in this order.
SEARCHED = ("text", "source", "person", "phone", "handling", "instruction")


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEntry:
    """What an officer typed; ``id`` is made by the form, so that saving twice writes once.

    ``details`` are the fields of its kind (entry_detail.py). ``continuation_of`` is the entry
    that this one goes on with (接着这件事).
    """

    id: str
    kind: EntryKind
    text: str
    at: datetime
    source: str = ""
    person: str = ""
    phone: str = ""
    handling: str = ""
    instruction: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    continuation_of: str | None = None
    incident_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One entry on record; ``no`` counts within the shift, ``at`` is when it happened.

    A withdrawal is a correction without anything in its place: ``correction_of`` names what was
    withdrawn, ``text`` and ``correction_reason`` say why.
    """

    id: str
    shift_id: str
    no: int
    at: datetime
    kind: EntryKind
    source: str
    person: str
    phone: str
    text: str
    handling: str
    instruction: str
    officer_id: str | None
    recorder: str
    recorded_at: datetime
    is_late: bool
    is_automatic: bool = False
    correction_of: str | None = None
    correction_reason: str = ""
    is_withdrawal: bool = False
    details: Mapping[str, str] = field(default_factory=dict)
    continuation_of: str | None = None
    incident_id: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What changes in a correction; None leaves the field as it was, ``details`` as a whole."""

    id: str
    reason: str
    text: str | None = None
    at: datetime | None = None
    kind: EntryKind | None = None
    source: str | None = None
    person: str | None = None
    phone: str | None = None
    handling: str | None = None
    instruction: str | None = None
    details: Mapping[str, str] | None = None


# What a correction may change: every field that it has besides its own two.
CORRECTED = tuple(one.name for one in fields(Correction) if one.name not in {"id", "reason"})


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """An entry as a list shows it: with its duty day, struck when corrected or withdrawn.

    ``struck_by`` is what corrected or withdrew it, ``corrects`` what it took the place of;
    ``offered`` are the watched words that wait for somebody to say what the entry comes to.
    ``attachments`` are its own and those of what it corrects, also withdrawn ones.
    """

    entry: LogEntry
    duty_date: date
    corrected_by: str | None = None
    continues: Continued | None = None
    struck_by: OtherEntry | None = None
    corrects: OtherEntry | None = None
    offered: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def is_struck(self) -> bool:
        """A corrected or withdrawn entry stays, struck through."""
        return self.corrected_by is not None

    @property
    def is_withdrawn(self) -> bool:
        """Nothing stands in the place of a withdrawn entry."""
        return self.struck_by is not None and self.struck_by.is_withdrawal


@dataclass(frozen=True, slots=True)
class Recorder:
    """Who writes an entry: an officer, or the program on behalf of one."""

    name: str
    officer_id: str | None
    is_automatic: bool = False


@dataclass(frozen=True, slots=True)
class Writing:
    """The circumstances of writing: next number in the shift, clock, who, the late mark."""

    no: int
    now: datetime
    recorder: Recorder
    late_after: timedelta = LATE_AFTER


def accept(draft: DraftEntry, shift: Shift, writing: Writing) -> LogEntry:
    """Return the entry that the log takes for this draft.

    Raises EntryTextMissing, EntryTextTooLong, EntryTextBroken, EntryInFuture, ShiftHandedOver.
    """
    check_entry(draft, shift, writing.now)
    return LogEntry(
        id=draft.id,
        shift_id=shift.id,
        no=writing.no,
        at=draft.at,
        kind=draft.kind,
        source=draft.source,
        person=draft.person,
        phone=draft.phone,
        text=draft.text,
        handling=draft.handling,
        instruction=draft.instruction,
        details=fitting(draft.kind, draft.details),
        continuation_of=draft.continuation_of,
        officer_id=writing.recorder.officer_id,
        recorder=writing.recorder.name,
        recorded_at=writing.now,
        is_late=_is_late(draft.at, shift, writing),
        is_automatic=writing.recorder.is_automatic,
        incident_id=draft.incident_id,
    )


def _is_late(at: datetime, shift: Shift, writing: Writing) -> bool:
    """Tell whether an event is recorded long after it, or in a shift that began after it.

    Times are typed to the minute, so the minute in which the shift began is its own.
    """
    began = shift.started_at.replace(second=0) if shift.started_at else None
    # A clock that was put back before the shift began says nothing about it.
    is_of_earlier_shift = began is not None and at < began <= writing.now
    return writing.now - at > writing.late_after or is_of_earlier_shift


def correct(
    original: ListedEntry, correction: Correction, shift: Shift, writing: Writing
) -> LogEntry:
    """Return the correcting entry; it stands in the running shift, the original stays as it is.

    A correction is never marked late: its own mark says when and why it was written.
    Raises CorrectionReasonMissing, CorrectionChangesNothing, WithdrawalStands and what
    ``accept`` raises.
    """
    if not correction.reason.strip():
        raise CorrectionReasonMissing
    _check_text("reason", correction.reason, MAX_FIELD)
    old = original.entry
    if old.is_withdrawal:
        raise WithdrawalStands(old.no)
    changes = {
        name: value
        for name in CORRECTED
        if (value := getattr(correction, name)) is not None and value != getattr(old, name)
    }
    if {"kind", "details"} & changes.keys():
        # What the new kind does not ask for has no place to stand.
        kept = changes.get("details", old.details)
        changes["details"] = fitting(changes.get("kind", old.kind), kept)
    if not changes:
        raise CorrectionChangesNothing
    new = replace(
        old,
        **changes,
        id=correction.id,
        shift_id=shift.id,
        no=writing.no,
        officer_id=writing.recorder.officer_id,
        recorder=writing.recorder.name,
        recorded_at=writing.now,
        is_late=False,
        is_automatic=writing.recorder.is_automatic,
        correction_of=old.id,
        correction_reason=correction.reason,
    )
    check_entry(new, shift, writing.now)
    return new


def in_order(entries: Iterable[ListedEntry]) -> list[ListedEntry]:
    """Return entries in the order of the log: by event time, then by number."""
    return sorted(entries, key=lambda listed: (listed.entry.at, listed.entry.no))


def check_entry(entry: DraftEntry | LogEntry, shift: Shift, now: datetime) -> None:
    """Raise what ``accept`` raises for an entry that the log does not take."""
    if not entry.text.strip():
        raise EntryTextMissing
    for name in SEARCHED:
        limit = MAX_TEXT if name == "text" else MAX_FIELD
        _check_text(name, getattr(entry, name), limit)
    for name, value in entry.details.items():
        _check_text(name, value, MAX_FIELD)
    check_details(entry.kind, entry.details)
    if entry.at > now + AHEAD_ALLOWED:
        raise EntryInFuture(entry.at, now)
    if shift.is_locked:
        raise ShiftHandedOver(shift.duty_date)


def _check_text(name: str, text: str, limit: int) -> None:
    if len(text) > limit:
        raise EntryTextTooLong(name, len(text), limit)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise EntryTextBroken(name, error.start + 1) from error
