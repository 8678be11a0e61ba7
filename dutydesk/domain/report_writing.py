"""What a form needs to write a report: the proposal, its sources, the entries it may tell."""

from __future__ import annotations

from collections.abc import Mapping

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.incident import Incident
from dutydesk.domain.report import DraftReport, ReportStage
from dutydesk.domain.report_check import Finding, ReportFinding, check_text
from dutydesk.domain.report_source import ReportSource, Statement, TracedSentence


@dataclass(frozen=True, slots=True)
class EntryOffer:
    """A log entry of the incident as a sentence; ``is_taken`` when the proposal tells it."""

    entry: LogEntry
    statement: Statement
    is_taken: bool


@dataclass(frozen=True, slots=True)
class ReportWriting:
    """One report to be written.

    ``statements`` is everything a sentence may come from; ``changes`` are the figures that are
    not those reported last, in words; ``before`` are the figures reported last.
    """

    draft: DraftReport
    incident: Incident
    statements: tuple[Statement, ...]
    offers: tuple[EntryOffer, ...]
    changes: tuple[str, ...]
    before: Mapping[str, int | None]

    def findings(self, body: str) -> tuple[Finding, ...]:
        """Return what has to be answered before this text is signed."""
        return check_text(body, self.incident, self.before, tells_all=tells_all(self.draft.stage))


@dataclass(frozen=True, slots=True)
class ReportTrace:
    """What is kept beside a sent report: its sources, and what was asked and answered.

    ``sentences`` are the sources with the words they stand for, as they may be shown.
    """

    sources: tuple[ReportSource, ...] = ()
    findings: tuple[ReportFinding, ...] = ()
    sentences: tuple[TracedSentence, ...] = ()


def tells_all(stage: ReportStage) -> bool:
    """Tell whether a text of this stage names every figure."""
    return stage in {ReportStage.FIRST, ReportStage.FINAL}
