"""Use cases of papers: compose from the record, set as PDF, archive and register what leaves.

Composing reads the record (on the store lane); setting is pure and slow (on the pool); issuing
writes. What is previewed is the file that is issued.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.officer import Actor
from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_absence_list import AbsenceList
from dutydesk.domain.paper_directive_ledger import DirectiveLedger
from dutydesk.domain.paper_directory import Directory
from dutydesk.domain.paper_entry_register import EntryRegister
from dutydesk.domain.paper_equipment_list import EquipmentList
from dutydesk.domain.paper_handover_record import HandoverRecord
from dutydesk.domain.paper_issue import (
    PaperIssue,
    PaperKind,
    PaperNotWritten,
    PaperPurpose,
    PaperRequest,
)
from dutydesk.domain.paper_log_sheet import LogSheet
from dutydesk.domain.paper_month_volume import MonthVolume
from dutydesk.domain.paper_open_item_list import OpenItemList
from dutydesk.domain.paper_special_report import SpecialReport
from dutydesk.store import logbook
from dutydesk.store.paper import archive, take_out, write_file
from dutydesk.store.store import Store

PaperValue = (
    tuple[LogSheet, ...]
    | HandoverRecord
    | SpecialReport
    | Directory
    | EntryRegister
    | MonthVolume
    | AbsenceList
    | EquipmentList
    | DirectiveLedger
    | OpenItemList
)

Step = Callable[[int, int, str], object]
"""Told how far a long paper is: number, total, words; it may raise to stop the work."""


@dataclass(frozen=True, slots=True)
class Composed:
    """What will stand on a paper; ``subject`` is the duty date or the id it speaks of."""

    kind: PaperKind
    subject: str
    value: PaperValue
    title: str


# Each feature composes its own paper; assembly hands the functions in.
Sources = Mapping[PaperKind, Callable[[PaperRequest], Composed]]


class PaperService:
    """What an officer does with papers."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, sources: Sources) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._sources = sources

    def compose(self, request: PaperRequest) -> Composed:
        """Read what stands on the paper; raises NothingToPrint, RecordUnknown."""
        return self._sources[request.kind](request)

    @staticmethod
    def render(composed: Composed, step: Step | None = None) -> Pdf:
        """Set the paper on any thread; only a month volume still reads, sheet by sheet."""
        return _set(composed.value, step)

    def make(self, request: PaperRequest, step: Step | None = None) -> tuple[Composed, Pdf]:
        """Compose and set in one snapshot, so that a long paper agrees with itself.

        Also beside the lane: this thread keeps no reader. Raises what ``compose`` raises.
        """
        try:
            with self._store.reading():
                composed = self.compose(request)
                return composed, self.render(composed, step)
        finally:
            self._store.close_reader()

    def issue(
        self, composed: Composed, pdf: Pdf, purpose: PaperPurpose, *, by: Actor
    ) -> Done[PaperIssue]:
        """Archive the file as ``papers/<sha256>.pdf`` and register the copy.

        Raises PaperNotWritten when the archive cannot take it; then nothing is registered.
        """
        self._keep(pdf)
        with self._store.writing(actor=by.name, action=f"paper.{purpose.value}") as work:
            recorder = logbook.recorder_for(work.tables, by, work.tables.shift.running())
            issue = PaperIssue(
                id=self._ids.new(),
                kind=composed.kind,
                subject=composed.subject,
                sha256=pdf.sha256,
                pages=pdf.pages,
                copy_no=work.tables.paper.next_copy_no(composed.kind, composed.subject),
                purpose=purpose,
                issued_at=self._clock.now(),
                officer=recorder.name,
            )
            work.tables.paper.put(issue)
        return Done(issue, work.changes)

    def save(self, pdf: Pdf, target: Path) -> Path:
        """Archive the file and write it where it was asked for; raises PaperNotWritten.

        Archived first: what the archive cannot take does not leave the desk either. What could
        not be written there is taken out of the archive again.
        """
        is_new = self._keep(pdf)
        try:
            write_file(target, pdf.content)
        except OSError as error:
            if is_new:
                take_out(self._store.folder, pdf.sha256)
            raise PaperNotWritten(str(target), error.strerror or "") from error
        return target

    def issues(self) -> list[PaperIssue]:
        """Return the register of everything that left the desk."""
        with self._store.reading() as tables:
            return tables.paper.all()

    def _keep(self, pdf: Pdf) -> bool:
        try:
            return archive(self._store.folder, pdf.sha256, pdf.content)
        except OSError as error:
            raise PaperNotWritten(str(self._store.folder), error.strerror or "") from error


def _set(value: PaperValue, step: Step | None) -> Pdf:
    # ReportLab and the fonts cost a tenth of a second; only who prints pays.
    from dutydesk.papers.handover_record import handover_record_pdf  # noqa: PLC0415
    from dutydesk.papers.log_sheet import log_sheet_pdf  # noqa: PLC0415
    from dutydesk.papers.month_volume import month_volume_pdf  # noqa: PLC0415
    from dutydesk.papers.special_report import special_report_pdf  # noqa: PLC0415

    # No case for everything else: a paper that was forgotten here must not come out as another.
    match value:
        case HandoverRecord():
            return handover_record_pdf(value)
        case SpecialReport():
            return special_report_pdf(value)
        case EntryRegister() | DirectiveLedger() | OpenItemList():
            return _set_register(value)
        case MonthVolume():
            return month_volume_pdf(value, step=step)
        case AbsenceList() | EquipmentList() | Directory():
            return _set_list(value)
        case tuple():
            return log_sheet_pdf(value)


def _set_list(value: AbsenceList | EquipmentList | Directory) -> Pdf:
    from dutydesk.papers.absence_list import absence_list_pdf  # noqa: PLC0415
    from dutydesk.papers.directory import directory_pdf  # noqa: PLC0415
    from dutydesk.papers.equipment_list import equipment_list_pdf  # noqa: PLC0415

    match value:
        case AbsenceList():
            return absence_list_pdf(value)
        case EquipmentList():
            return equipment_list_pdf(value)
        case Directory():
            return directory_pdf(value)


def _set_register(value: EntryRegister | DirectiveLedger | OpenItemList) -> Pdf:
    """Set a register, or a paper of what is followed until it is closed."""
    from dutydesk.papers.directive_ledger import directive_ledger_pdf  # noqa: PLC0415 -- as above
    from dutydesk.papers.entry_register import entry_register_pdf  # noqa: PLC0415 -- as above
    from dutydesk.papers.open_item_list import open_item_list_pdf  # noqa: PLC0415 -- as above

    match value:
        case EntryRegister():
            return entry_register_pdf(value)
        case DirectiveLedger():
            return directive_ledger_pdf(value)
        case OpenItemList():
            return open_item_list_pdf(value)
