"""Why a report is not taken into the chain; the sentences stand in ``wording.incident``."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal


@dataclass(eq=False)
class FirstReportExists(Refusal):
    """There is one written first report; what comes later is a follow-up."""

    sent_at: datetime


@dataclass(eq=False)
class FinalReportExists(Refusal):
    """Nothing is reported after the final report (by telephone: in the same medium)."""

    sent_at: datetime


@dataclass(eq=False)
class CorrectedReportUnfit(Refusal):
    """A correction names a report of the same incident, stage and medium that has left."""

    report_id: str


@dataclass(eq=False)
class ReportInFuture(Refusal):
    """A report cannot have been sent later than now."""

    sent_at: datetime
    now: datetime


@dataclass(eq=False)
class ReportBeforeReceived(Refusal):
    """Nothing can be reported before it was received."""

    sent_at: datetime
    received_at: datetime


@dataclass(eq=False)
class ReportBeforePrevious(Refusal):
    """A report is not older than the stage it follows."""

    sent_at: datetime
    previous_at: datetime


@dataclass(eq=False)
class ReceiverUnitMissing(Refusal):
    """A report names the unit it goes to."""


@dataclass(eq=False)
class ReportSignerMissing(Refusal):
    """A written report is signed by somebody; what is said on the telephone need not be."""


@dataclass(eq=False)
class ReportTextTooLong(Refusal):
    """The text is longer than a report holds."""

    length: int
    limit: int
