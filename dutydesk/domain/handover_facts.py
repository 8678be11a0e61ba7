"""What a handover passes on: counts, open items, running incidents; and what blocks signing.

Rules of this file: pure functions of what is on record; only the four reasons of the command-line
document block, an unfilled line of the checklist never does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum

from dutydesk.domain.absence_facts import CarriedAbsence
from dutydesk.domain.call_facts import CarriedRound
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline_task import DeadlineTask
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.equipment_due import CarriedEquipment
from dutydesk.domain.errors import Refusal
from dutydesk.domain.handover import (
    CheckResult,
    Handover,
    HandoverCheck,
    HandoverSide,
    HandoverSignature,
    HandoverThing,
)
from dutydesk.domain.incident import Incident, IncidentLevel, IncidentStatus
from dutydesk.domain.late_correction import UnseenCorrection
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.domain.report_draft import CarriedDraft
from dutydesk.domain.shift import ShiftKind
from dutydesk.domain.warning_facts import CarriedWarning


class CountKind(StrEnum):
    """来电, 来文, 上级通知, 突发事件, 预警, 批示: what the summary counts."""

    INCOMING_CALL = "incoming_call"
    INCOMING_DOCUMENT = "incoming_document"
    SUPERIOR_NOTICE = "superior_notice"
    INCIDENT = "incident"
    WARNING = "warning"
    DIRECTIVE = "directive"


_COUNTED = {
    EntryKind.INCOMING_CALL: CountKind.INCOMING_CALL,
    EntryKind.INCOMING_DOCUMENT: CountKind.INCOMING_DOCUMENT,
    EntryKind.FAX: CountKind.INCOMING_DOCUMENT,
    EntryKind.SUPERIOR_NOTICE: CountKind.SUPERIOR_NOTICE,
    EntryKind.WARNING: CountKind.WARNING,
    EntryKind.DIRECTIVE: CountKind.DIRECTIVE,
}


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of the summary."""

    kind: CountKind
    count: int


@dataclass(frozen=True, slots=True)
class ShiftLabel:
    """A shift as a paper names it."""

    duty_date: date
    kind: ShiftKind


@dataclass(frozen=True, slots=True)
class CarriedItem:
    """One open item as it was carried on; ``is_taken``: the incoming officer ticked it.

    ``text`` is the whole first paragraph of the entry a title was cut from, else empty;
    ``entry_no`` and ``entry_duty_date`` name that entry, ``handling`` is what was done about it;
    ``progress`` are the latest notes in words, oldest first, of ``progress_count``. A directive
    that is not closed is carried like an item: ``owner`` is to whom it was passed.
    """

    id: str
    title: str
    owner: str
    due_at: datetime | None
    attention: str
    is_taken: bool
    text: str = ""
    entry_no: int | None = None
    entry_duty_date: date | None = None
    handling: str = ""
    is_important: bool = False
    progress: tuple[str, ...] = ()
    progress_count: int = 0
    is_directive: bool = False


@dataclass(frozen=True, slots=True)
class RunningIncident:
    """One incident under way, with the report or other task due next; no clock, no due time."""

    id: str
    incident_no: str
    title: str
    level: IncidentLevel
    status: IncidentStatus
    next_stage: ReportStage | None = None
    next_medium: ReportMedium | None = None
    next_due_at: datetime | None = None
    is_overdue: bool = False
    next_task: DeadlineTask = DeadlineTask.REPORT


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverFacts:
    """Everything of a handover that lies elsewhere on record; frozen when duty passes."""

    unit: str
    is_practice: bool
    handover_no: str
    outgoing_shift: ShiftLabel
    incoming_shift: ShiftLabel
    outgoing_officer: str
    general_situation: str
    first_report_word: str
    counts: tuple[Count, ...]
    open_items: tuple[CarriedItem, ...]
    incidents: tuple[RunningIncident, ...]
    absences: tuple[CarriedAbsence, ...] = ()
    equipment: tuple[CarriedEquipment, ...] = ()
    late_corrections: tuple[UnseenCorrection, ...] = ()
    directives: tuple[CarriedItem, ...] = ()
    report_drafts: tuple[CarriedDraft, ...] = ()
    warnings: tuple[CarriedWarning, ...] = ()
    call_rounds: tuple[CarriedRound, ...] = ()


@dataclass(frozen=True, slots=True)
class SamePersonBothSides:
    """One person cannot sign both sides."""

    name: str


@dataclass(frozen=True, slots=True)
class FirstReportOverdue:
    """A first report is overdue, and no note was signed since it fell due."""

    incident_no: str
    title: str
    medium: ReportMedium
    due_at: datetime


@dataclass(frozen=True, slots=True)
class OpenItemWithoutOwner:
    """Nobody has this open item."""

    title: str


@dataclass(frozen=True, slots=True)
class FaultWithoutNote:
    """A line says 异常 without saying what."""

    name: str


HandoverBlock = SamePersonBothSides | FirstReportOverdue | OpenItemWithoutOwner | FaultWithoutNote


@dataclass(eq=False)
class HandoverBlocked(Refusal):
    """The handover cannot be signed; every reason at once."""

    blocks: tuple[HandoverBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverView:
    """One handover as a screen or paper shows it, live or as it was frozen.

    ``journal_head`` is the head now, or the one stored when duty passed.
    """

    handover: Handover
    facts: HandoverFacts
    checks: tuple[HandoverCheck, ...]
    things: tuple[HandoverThing, ...]
    signatures: tuple[HandoverSignature, ...]
    blocking: tuple[HandoverBlock, ...]
    journal_head: str

    def signature(self, side: HandoverSide) -> HandoverSignature | None:
        """Return who signed a side."""
        return next((one for one in self.signatures if one.side is side), None)

    @property
    def countersigned_at(self) -> datetime | None:
        """When the lead signed."""
        lead = self.signature(HandoverSide.LEAD)
        return lead.signed_at if lead else None


def summary_counts(
    entries: Iterable[ListedEntry],
    opened: Sequence[Incident],
    known_origins: frozenset[str],
    warned: frozenset[str] = frozenset(),
) -> tuple[Count, ...]:
    """Count a shift: corrected entries once, an incident once however many entries it has.

    ``opened`` are the incidents opened in the shift. An entry of kind incident from which no
    incident was opened (``known_origins``: entries from which one was) counts by itself. A fax
    or call from which a warning was registered (``warned``) counts as that too.
    """
    counts = dict.fromkeys(CountKind, 0)
    counts[CountKind.INCIDENT] = len(opened)
    for listed in entries:
        entry = listed.entry
        if listed.is_struck or entry.is_automatic:
            continue
        if entry.id in warned and entry.kind is not EntryKind.WARNING:
            counts[CountKind.WARNING] += 1
        if entry.kind in _COUNTED:
            counts[_COUNTED[entry.kind]] += 1
        elif entry.kind is EntryKind.INCIDENT:
            has_incident = entry.incident_id is not None or entry.id in known_origins
            counts[CountKind.INCIDENT] += not has_incident
    return tuple(Count(kind, count) for kind, count in counts.items())


def same_person(
    officer_name: str, officer_ids: tuple[str | None, str | None]
) -> tuple[SamePersonBothSides, ...]:
    """Return the block when the outgoing and the incoming id are of one person."""
    outgoing, incoming = officer_ids
    is_same = outgoing is not None and outgoing == incoming
    return (SamePersonBothSides(officer_name),) if is_same else ()


def content_blocks(
    items: Iterable[CarriedItem],
    checks: Iterable[HandoverCheck],
    things: Iterable[HandoverThing],
) -> tuple[HandoverBlock, ...]:
    """Return open items without owner, and 异常 (of a check or a thing) without note."""
    lines: list[HandoverCheck | HandoverThing] = [*checks, *things]
    return (
        *(OpenItemWithoutOwner(item.title) for item in items if not item.owner.strip()),
        *(
            FaultWithoutNote(line.name)
            for line in lines
            if line.result is CheckResult.ABNORMAL and not line.note.strip()
        ),
    )


def is_explained(block: FirstReportOverdue, signatures: Iterable[HandoverSignature]) -> bool:
    """Tell whether somebody signed with a note while the report was overdue.

    A note signed before it fell due was about something else.
    """
    return any(one.note.strip() and one.signed_at > block.due_at for one in signatures)
