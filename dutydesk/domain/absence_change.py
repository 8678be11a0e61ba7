"""What becomes of an absence notice: reported anew with a reason, cancelled, ended by the return.

Rules of this file: what stood before a change stays with the reason; nothing changes any more
about a notice whose person is back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import datetime, timedelta

from dutydesk.domain.absence_notice import AbsenceNotice, Filing, check_notice
from dutydesk.domain.absence_refusals import (
    AbsenceBackInFuture,
    AbsenceCancelled,
    AbsenceChangeReasonMissing,
    AbsenceChangesNothing,
    AbsenceEnded,
    AbsenceNotBegun,
)
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import to_text

# A typed time of return may run ahead of a slow machine clock by this much.
_AHEAD_ALLOWED = timedelta(minutes=10)
CHANGEABLE = (
    "post",
    "unit",
    "reason",
    "starts_at",
    "ends_at",
    "place",
    "acting_person",
    "acting_phone",
    "approved_by",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAbsenceChange:
    """What is reported anew about a notice; None leaves a field as it was."""

    id: str
    notice_id: str
    change_reason: str
    reason: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    place: str | None = None
    acting_person: str | None = None
    acting_phone: str | None = None
    post: str | None = None
    unit: str | None = None
    approved_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceChange:
    """One change on record: ``before`` holds the old values by field, instants as UTC texts."""

    id: str
    notice_id: str
    version: int
    changed_at: datetime
    recorder: str
    change_reason: str
    is_cancellation: bool = False
    before: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChangeStep:
    """One change with the values before and after it, by field."""

    change: AbsenceChange
    fields: Mapping[str, tuple[str, str]]


def change(
    notice: AbsenceNotice,
    draft: DraftAbsenceChange,
    running: Iterable[AbsenceNotice],
    filing: Filing,
) -> tuple[AbsenceNotice, AbsenceChange]:
    """Return the notice as reported anew, and the change with what stood before.

    Raises AbsenceCancelled, AbsenceEnded, AbsenceChangeReasonMissing, AbsenceChangesNothing and
    what ``accept`` raises.
    """
    _check_running(notice, draft.change_reason)
    changes = {
        name: value
        for name in CHANGEABLE
        if (value := getattr(draft, name)) is not None and value != getattr(notice, name)
    }
    if not changes:
        raise AbsenceChangesNothing
    new = replace(notice, **changes, version=notice.version + 1)
    # An overlap that was there before was meant then; only other times ask again.
    is_meant = filing.is_overlap_meant or not {"starts_at", "ends_at"} & changes.keys()
    check_notice(new, running, is_overlap_meant=is_meant)
    before = {name: _as_text(getattr(notice, name)) for name in changes}
    return new, AbsenceChange(
        id=draft.id,
        notice_id=notice.id,
        version=new.version,
        changed_at=filing.now,
        recorder=filing.recorder,
        change_reason=draft.change_reason,
        before=before,
    )


def cancel(
    notice: AbsenceNotice, change_id: str, reason: str, filing: Filing
) -> tuple[AbsenceNotice, AbsenceChange]:
    """Return the notice taken back, and why.

    Raises AbsenceCancelled, AbsenceEnded, AbsenceChangeReasonMissing.
    """
    _check_running(notice, reason)
    new = replace(notice, version=notice.version + 1, is_cancelled=True)
    return new, AbsenceChange(
        id=change_id,
        notice_id=notice.id,
        version=new.version,
        changed_at=filing.now,
        recorder=filing.recorder,
        change_reason=reason,
        is_cancellation=True,
    )


def come_back(notice: AbsenceNotice, at: datetime, now: datetime) -> AbsenceNotice:
    """Return the notice with its return (销假).

    Raises AbsenceCancelled, AbsenceNotBegun, AbsenceBackInFuture.
    """
    if notice.is_cancelled:
        raise AbsenceCancelled(notice.person)
    if at > now + _AHEAD_ALLOWED:
        raise AbsenceBackInFuture(at, now)
    if at < notice.starts_at:
        raise AbsenceNotBegun(notice.person, notice.starts_at)
    return replace(notice, back_at=at)


def steps(notice: AbsenceNotice, changes: Iterable[AbsenceChange]) -> tuple[ChangeStep, ...]:
    """Return the changes of a notice in their order, each field with what stood after it."""
    after = {name: _as_text(getattr(notice, name)) for name in CHANGEABLE}
    found = []
    for one in sorted(changes, key=lambda change: change.version, reverse=True):
        # In the order of the form, whatever order they were kept in.
        named = [name for name in CHANGEABLE if name in one.before]
        fields = {name: (one.before[name], after[name]) for name in named}
        after |= one.before
        found.append(ChangeStep(one, fields))
    return tuple(reversed(found))


def _check_running(notice: AbsenceNotice, reason: str) -> None:
    if notice.is_cancelled:
        raise AbsenceCancelled(notice.person)
    if notice.back_at is not None:
        raise AbsenceEnded(notice.person, notice.back_at)
    if not reason.strip():
        raise AbsenceChangeReasonMissing


def _as_text(value: str | datetime) -> str:
    return to_text(value) if isinstance(value, datetime) else value
