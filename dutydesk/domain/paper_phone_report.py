"""What stands on a telephone report sheet (电话报告记录单, domain.md §6 《值班电话记录簿》)."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True)
class PhoneReportSheet:
    """One report by telephone with the facts of the incident as they stood when it was recorded.

    `stage`, `kind`, `level`, `judged` and `marks` are wordings; `harm` names every figure that
    was stated. `limit` is the rule that applied, in words, empty where no clock ran.
    """

    unit: str
    is_practice: bool
    incident_no: str
    title: str
    stage: str
    sent_at: datetime
    recorded_at: datetime
    body: str
    received_at: datetime
    place: str
    kind: str
    level: str
    report_to: tuple[str, ...] = ()
    receiver: str = ""
    reporter: str = ""
    approved_by: str = ""
    phone: str = ""
    occurred_at: datetime | None = None
    source: str = ""
    cause: str = ""
    situation: str = ""
    measures: str = ""
    next_steps: str = ""
    harm: str = ""
    already_told: str = ""
    instruction: str = ""
    is_read_back: bool = False
    limit: str = ""
    judged: str = ""
    late_reason: str = ""
    marks: tuple[str, ...] = ()
