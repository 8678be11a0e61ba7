"""Corrections and withdrawals after handover 交班后更正: the leader is told and says he has seen.

Rules of this file: what was signed for is not changed silently. Each such correction waits until a
leader has acknowledged it with his PIN; until then it stands on every handover record.
"""

from __future__ import annotations

from datetime import date, datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.errors import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class LateCorrection:
    """One correcting or withdrawing entry whose original lies in a shift handed over before."""

    id: str
    entry_id: str
    corrected_at: datetime
    seen_at: datetime | None = None
    seen_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnseenCorrection:
    """What a handover says of one that no leader has seen, as it read when duty passed."""

    entry_no: int
    duty_date: date
    original_no: int
    original_duty_date: date
    recorder: str
    corrected_at: datetime
    reason: str
    is_withdrawal: bool


@dataclass(eq=False)
class NothingUnseen(Refusal):
    """Every correction after a handover was seen before."""


def unseen_correction(listed: ListedEntry) -> UnseenCorrection | None:
    """Return what a handover says of a correcting entry; None for one that corrects nothing."""
    entry, original = listed.entry, listed.corrects
    if original is None:
        return None
    return UnseenCorrection(
        entry_no=entry.no,
        duty_date=listed.duty_date,
        original_no=original.no,
        original_duty_date=original.duty_date,
        recorder=entry.recorder,
        corrected_at=entry.recorded_at,
        reason=entry.correction_reason,
        is_withdrawal=entry.is_withdrawal,
    )
