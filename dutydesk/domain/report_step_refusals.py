"""Why a step of a report is not taken; the sentences stand in ``wording.report_draft``."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.report_draft import ReportState, StepKind


@dataclass(eq=False)
class PhoneReportHasNoDraft(Refusal):
    """What is said by telephone has left when it is recorded."""


@dataclass(eq=False)
class ReportDraftNotOpen(Refusal):
    """A draft is changed only while it is drafted; what was signed never is."""

    state: ReportState


@dataclass(eq=False)
class ReportStepUnfit(Refusal):
    """Where the report stands, this step does not follow."""

    step: StepKind
    state: ReportState


@dataclass(eq=False)
class ReportStepReasonMissing(Refusal):
    """Sending back and giving up say why."""

    step: StepKind


@dataclass(eq=False)
class ReportStepReasonTooLong(Refusal):
    """A reason is a sentence, no report."""

    length: int
    limit: int


@dataclass(eq=False)
class ReportStepPersonMissing(Refusal):
    """Whoever reviewed, signed or acknowledged has a name."""

    step: StepKind


@dataclass(eq=False)
class ReportStepInFuture(Refusal):
    """A step cannot have happened later than now."""

    step: StepKind
    at: datetime
    now: datetime


@dataclass(eq=False)
class ReportStepTooEarly(Refusal):
    """A step does not come before the one it follows."""

    step: StepKind
    at: datetime
    since: datetime


@dataclass(eq=False)
class ReviewerIsDrafter(Refusal):
    """Nobody but a leader reviews what he wrote himself."""

    name: str


@dataclass(eq=False)
class PhoneSignerIsRecorder(Refusal):
    """Who sits at the desk signs with his PIN, not by telephone."""

    name: str
