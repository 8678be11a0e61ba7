"""Papers as things that leave the desk: which kind, of what, how often."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal


class PaperKind(StrEnum):
    """The papers of domain notes §9; their words are in ``wording.paper``."""

    LOG_SHEET = "log_sheet"
    HANDOVER_RECORD = "handover_record"
    SPECIAL_REPORT = "special_report"
    DIRECTORY = "directory"
    CALL_REGISTER = "call_register"
    DOCUMENT_REGISTER = "document_register"
    NOTICE_REGISTER = "notice_register"
    VISIT_REGISTER = "visit_register"
    PATROL_REGISTER = "patrol_register"
    FAULT_REGISTER = "fault_register"
    DUTY_CHECK_SHEET = "duty_check_sheet"
    CONSULTATION_REGISTER = "consultation_register"
    MONTH_VOLUME = "month_volume"
    ABSENCE_LIST = "absence_list"
    EQUIPMENT_LIST = "equipment_list"
    DIRECTIVE_LEDGER = "directive_ledger"
    OPEN_ITEM_LIST = "open_item_list"
    BULLETIN = "bulletin"
    DUTY_INFORMATION = "duty_information"
    HIGHLIGHTS = "highlights"
    DAILY = "daily"
    PHONE_REPORT_SHEET = "phone_report_sheet"
    INCIDENT_LEDGER = "incident_ledger"
    INCIDENT_DOSSIER = "incident_dossier"
    STATISTICS = "statistics"
    DRILL_REVIEW = "drill_review"
    NIL_REPORT_SUMMARY = "nil_report_summary"
    ROLL_CALL_RESULT = "roll_call_result"
    WARNING_FORM = "warning_form"
    ROSTER_SHEET = "roster_sheet"
    CALL_ROUND_SHEET = "call_round_sheet"
    SPOT_CHECK_PACK = "spot_check_pack"
    STALE_CONTACT_LIST = "stale_contact_list"
    TRAINING_LIST = "training_list"


class PaperPurpose(StrEnum):
    """Saved as a file, or sent to a printer."""

    SAVED = "saved"
    PRINTED = "printed"


class PaperFormat(StrEnum):
    """The very pages, or a file for WPS and Word that may still be edited."""

    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """Which paper is wanted; what is None falls back to the newest of its kind.

    ``month`` is any day of a calendar month; ``since`` and ``until`` are duty days.
    """

    kind: PaperKind
    duty_date: date | None = None
    incident_id: str | None = None
    report_id: str | None = None
    handover_id: str | None = None
    bulletin_id: str | None = None
    roll_call_id: str | None = None
    warning_id: str | None = None
    month: date | None = None
    since: date | None = None
    until: date | None = None
    is_masked: bool = False
    call_round_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperIssue:
    """One copy that left the desk; ``subject`` is a duty date or the id of what is printed.

    ``copy_no`` counts the copies of one kind and subject from 1. ``pages`` is None of a Word file.
    """

    id: str
    kind: PaperKind
    subject: str
    sha256: str
    pages: int | None
    copy_no: int
    purpose: PaperPurpose
    issued_at: datetime
    officer: str
    file_format: PaperFormat = PaperFormat.PDF


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
