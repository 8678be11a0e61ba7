"""What stands on a log sheet (值班日志, domain.md §9.4): one shift, its entries and its end."""

from __future__ import annotations

from datetime import date, datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper import UNSIGNED, CheckLine, OpenItemLine, Signature


@dataclass(frozen=True)
class EntryReference:
    """Another entry named on paper: its number, and its duty date when it is in another shift."""

    no: int
    duty_date: date | None = None


@dataclass(frozen=True)
class LogSheetEntry:
    """One row: `at` is when it happened, `recorded_at` when it was written, both aware.

    `corrects` is set on a correction, `corrected_by` on a struck original; the paper prints the
    original struck through and both with a mark. `is_withdrawal` and `is_withdrawn` tell where
    the one takes the other back and puts nothing in its place. `kind` and `urgency` are wordings
    (来电, 特急); `particulars` is what else the kind asks, each with its word, printed below the
    content; `attachments` name each file with the start of its SHA-256.
    """

    no: int
    at: datetime
    recorded_at: datetime
    kind: str
    content: str
    recorder: str
    source: str = ""
    person: str = ""
    phone: str = ""
    urgency: str = ""
    handling: str = ""
    directive: str = ""
    result: str = ""
    particulars: tuple[str, ...] = ()
    continues: EntryReference | None = None
    is_late: bool = False
    corrects: EntryReference | None = None
    correction_reason: str = ""
    corrected_by: EntryReference | None = None
    is_withdrawal: bool = False
    is_withdrawn: bool = False
    attachments: tuple[str, ...] = ()

    @property
    def is_struck(self) -> bool:
        """True for an original that was corrected or withdrawn."""
        return self.corrected_by is not None


@dataclass(frozen=True)
class LogSheet:
    """One shift as printed; a document of several shifts is a sequence of these.

    `entries` come in print order (by `at`, then `no`). `ended_at` is None while the shift runs.
    `reviewed` is the lead officer's review text, printed only when there is one.
    """

    unit: str
    duty_date: date
    shift: str
    started_at: datetime
    is_practice: bool
    ended_at: datetime | None = None
    weather: str = ""
    rainfall_mm: float | None = None
    lead_officer: str = ""
    presence: str = ""
    shift_supervisor: str = ""
    primary_officer: str = ""
    secondary_officer: str = ""
    standby_officer: str = ""
    key_period: str = ""
    warnings: tuple[str, ...] = ()
    entries: tuple[LogSheetEntry, ...] = ()
    summary: str = ""
    open_items: tuple[OpenItemLine, ...] = ()
    equipment: tuple[CheckLine, ...] = ()
    reviewed: str = ""
    outgoing_signature: Signature = UNSIGNED
    incoming_signature: Signature = UNSIGNED
    lead_signature: Signature = UNSIGNED
