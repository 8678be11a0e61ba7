"""Every paper of the practice room, each as a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.drill import NoDrill
from dutydesk.domain.officer import Actor
from dutydesk.domain.paper_issue import NothingToPrint, PaperKind, PaperPurpose, PaperRequest
from dutydesk.domain.report import ReportMedium


def write_papers(room: DutyRoom, folder: Path) -> list[Path]:
    """Write every kind of paper that has something to say, and register each copy.

    The finished day and its handover, each written report, everything else of that day's month;
    what is made to be posted up as well, in both versions.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for request in _requests(room):
        try:
            composed, pdf = room.paper.make(request)
        except (NothingToPrint, NoDrill):
            # The practice room is no replay of a past day: there is nothing to review.
            continue
        target = folder / f"{request.kind.value}-{len(written) + 1}.pdf"
        written.append(room.paper.save(pdf, target))
        room.paper.issue(composed, pdf, PaperPurpose.SAVED, by=Actor("demo"))
    return written


def _requests(room: DutyRoom) -> Iterator[PaperRequest]:
    handover = room.handover.handovers(1)[0]
    finished = handover.facts.outgoing_shift.duty_date
    own: dict[PaperKind, tuple[PaperRequest, ...]] = {
        PaperKind.LOG_SHEET: (PaperRequest(PaperKind.LOG_SHEET, duty_date=finished),),
        PaperKind.HANDOVER_RECORD: (
            PaperRequest(PaperKind.HANDOVER_RECORD, handover_id=handover.handover.id),
        ),
        PaperKind.SPECIAL_REPORT: tuple(_reports(room)),
        PaperKind.DIRECTORY: (
            PaperRequest(PaperKind.DIRECTORY),
            PaperRequest(PaperKind.DIRECTORY, is_masked=True),
        ),
        PaperKind.DAILY: (PaperRequest(PaperKind.DAILY, duty_date=finished),),
        PaperKind.NIL_REPORT_SUMMARY: (
            PaperRequest(PaperKind.NIL_REPORT_SUMMARY, duty_date=finished),
            PaperRequest(PaperKind.NIL_REPORT_SUMMARY, month=finished),
        ),
        PaperKind.ROSTER_SHEET: (
            PaperRequest(PaperKind.ROSTER_SHEET, month=finished),
            PaperRequest(PaperKind.ROSTER_SHEET, month=finished, is_masked=True),
        ),
    }
    for kind in PaperKind:
        if kind is PaperKind.DRILL_REVIEW:
            # The practice day is lived, not come in again: there is no drill to review.
            continue
        yield from own.get(kind, (PaperRequest(kind, month=finished),))


def _reports(room: DutyRoom) -> Iterator[PaperRequest]:
    for view in room.incident.incidents():
        for report in view.reports:
            if report.medium is ReportMedium.WRITTEN:
                yield PaperRequest(PaperKind.SPECIAL_REPORT, report_id=report.id)
