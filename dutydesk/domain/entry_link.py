"""The other entry that a list names beside one: what it takes the place of, or what struck it."""

from __future__ import annotations

from datetime import date, datetime

from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class OtherEntry:
    """Enough of another entry to name it: which one, who wrote it, when, why it was written.

    ``reason`` is why it corrects or withdraws; empty where it does neither.
    """

    id: str
    no: int
    duty_date: date
    recorder: str
    recorded_at: datetime
    reason: str = ""
    is_withdrawal: bool = False


@dataclass(frozen=True, slots=True)
class Continued:
    """What an entry goes on with, as people name it: duty day and number."""

    duty_date: date
    no: int
