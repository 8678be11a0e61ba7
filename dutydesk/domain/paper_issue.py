"""Papers as things that leave the desk: which kind, of what, how often."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dutydesk.domain.errors import Refusal


class PaperKind(StrEnum):
    """值班日志, 交接班记录, 突发事件信息专报, 通讯录."""

    LOG_SHEET = "log_sheet"
    HANDOVER_RECORD = "handover_record"
    SPECIAL_REPORT = "special_report"
    DIRECTORY = "directory"


class PaperPurpose(StrEnum):
    """Saved as a file, or sent to a printer."""

    SAVED = "saved"
    PRINTED = "printed"


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """Which paper is wanted; what is None falls back to the newest of its kind."""

    kind: PaperKind
    duty_date: date | None = None
    incident_id: str | None = None
    report_id: str | None = None
    handover_id: str | None = None
    is_masked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperIssue:
    """One copy that left the desk; ``subject`` is a duty date or the id of what is printed.

    ``copy_no`` counts the copies of one kind and subject from 1.
    """

    id: str
    kind: PaperKind
    subject: str
    sha256: str
    pages: int
    copy_no: int
    purpose: PaperPurpose
    issued_at: datetime
    officer: str


@dataclass(eq=False)
class PaperKindUnknown(Refusal):
    """No paper of this name is made."""

    kind: str


@dataclass(eq=False)
class PaperOptionUnfit(Refusal):
    """The option means nothing for this kind of paper."""

    kind: PaperKind
    option: str


@dataclass(eq=False)
class NothingToPrint(Refusal):
    """The paper speaks of something that does not exist yet: no handover, no report."""

    kind: PaperKind


@dataclass(eq=False)
class PaperNotWritten(Refusal):
    """The file could not be written where it was asked for; the record is not touched."""

    path: str
    detail: str
