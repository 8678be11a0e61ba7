"""Withdrawals of log entries: taken back with a reason, the original stays, struck."""

from __future__ import annotations

from dataclasses import dataclass

from dutydesk.domain.duty_log import ListedEntry, LogEntry, Writing, check_entry
from dutydesk.domain.duty_log_refusals import CorrectionReasonMissing, WithdrawalStands
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

    Raises CorrectionReasonMissing, WithdrawalStands and what ``accept`` raises.
    """
    if not withdrawal.reason.strip():
        raise CorrectionReasonMissing
    old = original.entry
    if old.is_withdrawal:
        raise WithdrawalStands(old.no)
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
