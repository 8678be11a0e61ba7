"""What stands in the dossier of one incident (突发事件卷宗): all that is on record of it."""

from __future__ import annotations

from datetime import date, datetime

from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True)
class GradingLine:
    """One decision on the level: who, when, why."""

    at: datetime
    by: str
    level: str
    reason: str = ""


@dataclass(frozen=True)
class ClockLine:
    """One limit of the report chain; `result` is a wording (按时, 迟报8分, 计时中)."""

    name: str
    starts_at: datetime
    due_at: datetime
    result: str
    rule: str = ""
    sent_at: datetime | None = None
    reason: str = ""
    is_missed: bool = False


@dataclass(frozen=True)
class ReportPart:
    """One report in full."""

    name: str
    sent_at: datetime
    title: str
    body: tuple[str, ...]
    issue_no: str = ""
    report_to: tuple[str, ...] = ()
    copy_to: tuple[str, ...] = ()
    receiver: str = ""
    drafted_by: str = ""
    reviewed_by: str = ""
    signed_by: str = ""
    judged: str = ""
    already_told: str = ""
    instruction: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class EntryLine:
    """One entry of the duty log about the incident; `no` names it with its duty day."""

    duty_date: date
    no: int
    at: datetime
    kind: str
    text: str
    recorder: str
    source: str = ""
    is_struck: bool = False


@dataclass(frozen=True)
class TimeLine:
    """One moment of the timeline: what happened, and of what sort it is (报告, 定级…)."""

    at: datetime
    sort: str
    text: str


@dataclass(frozen=True)
class NamedPart:
    """A table of what other parts of the room keep of it (告知, 先期处置, 复盘): head and rows."""

    title: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class AttachmentLine:
    """One attached file with the start of its SHA-256 and the entry it belongs to."""

    name: str
    size: str
    sha256: str
    entry: str
    is_withdrawn: bool = False


@dataclass(frozen=True)
class IncidentDossier:
    """One incident as a whole; `facts` and `figures` are words with their values, in order.

    `as_of` is the instant it was composed at: the chain and the clocks are those of then.
    """

    unit: str
    is_practice: bool
    incident_no: str
    title: str
    level: str
    status: str
    received_at: datetime
    as_of: datetime
    closed_at: datetime | None = None
    facts: tuple[tuple[str, str], ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    gradings: tuple[GradingLine, ...] = ()
    clocks: tuple[ClockLine, ...] = ()
    reports: tuple[ReportPart, ...] = ()
    timeline: tuple[TimeLine, ...] = ()
    entries: tuple[EntryLine, ...] = ()
    parts: tuple[NamedPart, ...] = ()
    attachments: tuple[AttachmentLine, ...] = ()
