"""Reports of an incident: 首报 → 续报… → (核报) → 终报, each by telephone and on paper (§6).

Rules of this file: what has left is never changed; the first comes before every other, nothing
comes after the final; written reports of a year are numbered without gaps; a telephone report
may exist before any written text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import AHEAD_ALLOWED
from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident import Incident, IncidentLevel
from dutydesk.domain.incident_refusals import IncidentEnded
from dutydesk.domain.report_refusals import (
    CorrectedReportUnfit,
    FinalReportExists,
    FirstReportExists,
    ReceiverUnitMissing,
    ReportBeforePrevious,
    ReportBeforeReceived,
    ReportInFuture,
    ReportSignerMissing,
    ReportTextTooLong,
)
from dutydesk.domain.signature_form import SignatureForm

MAX_BODY = 20_000


class ReportStage(StrEnum):
    """首报 (初报), 续报, 核报, 终报, in the order of the chain."""

    FIRST = "first"
    FOLLOW_UP = "follow_up"
    VERIFICATION = "verification"
    FINAL = "final"


class ReportMedium(StrEnum):
    """电话报告, 书面报告."""

    PHONE = "phone"
    WRITTEN = "written"


@dataclass(frozen=True, kw_only=True)
class DraftReport:
    """One report as the officer gives it; ``body`` empty lets the program write the text.

    ``signed_by`` is a name; None takes the leader of the shift on duty. ``corrects_report_id``
    makes it a marked 更正 of a sent one; ``bypass_reason`` says why it skipped a level (越级上报);
    ``already_told`` keeps whom the caller had told before, and when (domain notes §6);
    ``instruction`` what was ordered in answer, ``is_read_back`` that the words were read back.
    """

    id: str
    incident_id: str
    stage: ReportStage
    medium: ReportMedium
    sent_at: datetime
    report_to: tuple[str, ...]
    copy_to: tuple[str, ...] = ()
    receiver: str = ""
    body: str = ""
    signed_by: str | None = None
    late_reason: str = ""
    corrects_report_id: str | None = None
    bypass_reason: str = ""
    already_told: str = ""
    instruction: str = ""
    is_read_back: bool = False


@dataclass(frozen=True, kw_only=True)
class Report:
    """One report that was signed and sent; frozen.

    ``sequence_no`` counts within stage and medium (续报一 is 1). ``issue_year`` and ``issue_no``
    are None by telephone. ``figures`` and ``level`` are those of the moment. ``rule_text`` keeps
    the rule that applied, in words; ``due_at`` and ``is_met`` are None where no clock ran.
    ``is_after_upgrade`` marks a report whose limit had passed when the level was raised.
    """

    id: str
    incident_id: str
    stage: ReportStage
    medium: ReportMedium
    sequence_no: int
    issue_year: int | None = None
    issue_no: int | None = None
    title: str
    body: str
    figures: Mapping[str, int | None]
    level: IncidentLevel
    report_to: tuple[str, ...]
    copy_to: tuple[str, ...] = ()
    receiver: str = ""
    drafted_by: str
    reviewed_by: str = ""
    signed_by: str
    signature_form: SignatureForm | None = None
    signed_at: datetime
    sent_at: datetime
    recorded_at: datetime
    rule_id: str | None = None
    rule_text: str = ""
    starts_at: datetime | None = None
    due_at: datetime | None = None
    is_met: bool | None = None
    late_by_minutes: int = 0
    late_reason: str = ""
    is_after_upgrade: bool = False
    corrects_report_id: str | None = None
    bypass_reason: str = ""
    already_told: str = ""
    instruction: str = ""
    is_read_back: bool = False


@dataclass(eq=False)
class FirstReportMissing(Refusal):
    """A later stage was given though its first report is missing.

    On paper 续报一 needs a first paper; a final may close what was first told by telephone.
    """

    stage: ReportStage
    medium: ReportMedium


def check_report(
    draft: DraftReport, incident: Incident, earlier: Sequence[Report], now: datetime
) -> None:
    """Accept a report into the chain, or raise one of its refusals.

    Raises IncidentEnded after the end of the incident, unless it corrects what has left.
    """
    if incident.is_closed and draft.corrects_report_id is None:
        raise IncidentEnded(incident.incident_no, incident.closed_at)
    if not any(unit.strip() for unit in draft.report_to):
        raise ReceiverUnitMissing
    if len(draft.body) > MAX_BODY:
        raise ReportTextTooLong(len(draft.body), MAX_BODY)
    if draft.sent_at > now + AHEAD_ALLOWED:
        raise ReportInFuture(draft.sent_at, now)
    if draft.sent_at < incident.received_at:
        raise ReportBeforeReceived(draft.sent_at, incident.received_at)
    _check_chain(draft, earlier)


def check_report_signer(medium: ReportMedium, signer: str) -> None:
    """Raise ReportSignerMissing for a written report that was given a signer without a name."""
    if medium is ReportMedium.WRITTEN and not signer.strip():
        raise ReportSignerMissing


def sequence_no(draft: DraftReport, earlier: Iterable[Report]) -> int:
    """Return 1 for the first report of this stage by this medium, 2 for the next (续报二).

    A correction keeps the number of what it corrects, and takes none.
    """
    known = list(earlier)
    for one in known:
        if one.id == draft.corrects_report_id:
            return one.sequence_no
    same = (one for one in known if one.stage is draft.stage and one.medium is draft.medium)
    return 1 + max((one.sequence_no for one in same), default=0)


def without_corrections(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return the reports that stop clocks: a correction has none, and changes none."""
    return tuple(one for one in reports if one.corrects_report_id is None)


def corrected_report(draft: DraftReport, earlier: Iterable[Report]) -> Report | None:
    """Return what a report corrects, None for one that corrects nothing.

    Raises CorrectedReportUnfit.
    """
    if draft.corrects_report_id is None:
        return None
    for one in earlier:
        is_same = one.stage is draft.stage and one.medium is draft.medium
        if one.id == draft.corrects_report_id and is_same:
            return one
    raise CorrectedReportUnfit(draft.corrects_report_id)


def first_delivery(reports: Iterable[Report]) -> datetime | None:
    """Return when the first written report left, from which later clocks run; None before."""
    sent = [one.sent_at for one in reports if one.medium is ReportMedium.WRITTEN]
    return min(sent, default=None)


def has_final(reports: Iterable[Report], medium: ReportMedium | None = None) -> bool:
    """Tell whether a final report was made, by this medium or by whatever one."""
    return any(one.stage is ReportStage.FINAL and medium in {None, one.medium} for one in reports)


def is_reported_out(reports: Iterable[Report]) -> bool:
    """Tell whether nothing is left to report: every incident has a written final (notes §6)."""
    return has_final(reports, ReportMedium.WRITTEN)


def latest_written(reports: Iterable[Report]) -> Report | None:
    """Return the written report sent last; of equal times the one recorded last."""
    written = [one for one in reports if one.medium is ReportMedium.WRITTEN]
    return max(written, key=lambda one: (one.sent_at, one.recorded_at, one.id), default=None)


def _check_chain(draft: DraftReport, earlier: Sequence[Report]) -> None:
    corrected = corrected_report(draft, earlier)
    if corrected is not None:
        if draft.sent_at < corrected.sent_at:
            raise ReportBeforePrevious(draft.sent_at, corrected.sent_at)
        return
    earlier = without_corrections(earlier)
    _check_final(draft, earlier)
    firsts = [one for one in earlier if one.stage is ReportStage.FIRST]
    if draft.stage is ReportStage.FIRST:
        written_at = first_delivery(earlier)
        if draft.medium is ReportMedium.WRITTEN and written_at is not None:
            raise FirstReportExists(written_at)
        return
    if not [one for one in firsts if _opens_the_way(one, draft)]:
        raise FirstReportMissing(draft.stage, draft.medium)
    previous = _previous(draft, earlier)
    if draft.sent_at < previous:
        raise ReportBeforePrevious(draft.sent_at, previous)


def _opens_the_way(first: Report, draft: DraftReport) -> bool:
    needs_paper = draft.medium is ReportMedium.WRITTEN and draft.stage is not ReportStage.FINAL
    return first.medium is ReportMedium.WRITTEN or not needs_paper


def _check_final(draft: DraftReport, earlier: Sequence[Report]) -> None:
    finals = [one for one in earlier if one.stage is ReportStage.FINAL]
    if not finals:
        return
    # The final is spoken and written like every stage: one medium may follow the other.
    is_other_medium = draft.stage is ReportStage.FINAL and all(
        one.medium is not draft.medium for one in finals
    )
    if not is_other_medium:
        raise FinalReportExists(finals[0].sent_at)


def _previous(draft: DraftReport, earlier: Sequence[Report]) -> datetime:
    """Return the time of the chain's last report that this one has to follow."""
    if draft.stage is ReportStage.FINAL:
        others = [one.sent_at for one in earlier if one.stage is not ReportStage.FINAL]
        return max(others)
    same = [
        one.sent_at for one in earlier if one.stage is draft.stage and one.medium is draft.medium
    ]
    first = min(one.sent_at for one in earlier if one.stage is ReportStage.FIRST)
    return max([first, *same])
