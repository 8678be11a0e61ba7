"""Withdrawals of log entries: taken back with a reason, the original stays, struck."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import ListedEntry, LogEntry, Writing, check_entry
from dutydesk.domain.duty_log_refusals import (
    AutomaticEntryStands,
    CorrectionReasonMissing,
    WithdrawalStands,
)
from dutydesk.domain.open_item import OpenItem
from dutydesk.domain.shift import Shift


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Takes an entry back: nothing stands in its place, the entry stays, struck."""

    id: str
    reason: str


def withdraw(
    original: ListedEntry, withdrawal: Withdrawal, shift: Shift, writing: Writing
) -> LogEntry:
    """Return the entry that takes another back; it stands in the running shift.

    Raises CorrectionReasonMissing, WithdrawalStands, AutomaticEntryStands and what ``accept``
    raises.
    """
    if not withdrawal.reason.strip():
        raise CorrectionReasonMissing
    old = original.entry
    if old.is_withdrawal:
        raise WithdrawalStands(old.no)
    if old.is_automatic:
        raise AutomaticEntryStands(old.no)
    new = LogEntry(
        id=withdrawal.id,
        shift_id=shift.id,
        no=writing.no,
        at=writing.now,
        kind=old.kind,
        source="",
        person="",
        phone="",
        text=withdrawal.reason,
        handling="",
        instruction="",
        officer_id=writing.recorder.officer_id,
        recorder=writing.recorder.name,
        recorded_at=writing.now,
        is_late=False,
        is_automatic=writing.recorder.is_automatic,
        correction_of=old.id,
        correction_reason=withdrawal.reason,
        is_withdrawal=True,
        incident_id=old.incident_id,
    )
    check_entry(new, shift, writing.now)
    return new


def with_note(item: OpenItem, note: str) -> OpenItem:
    """Return an open item that tells whoever follows it up that its entry was taken back.

    It stays open: what was promised to somebody is not done because the entry was wrong.
    """
    attention = "；".join(part for part in (item.attention.strip(), note) if part)
    return replace(item, attention=attention)
