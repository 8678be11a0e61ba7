"""What stands on the ledger of directives (领导批示办理台账, domain.md §7.5 and §9.7)."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper_span import PaperSpan


@dataclass(frozen=True)
class ChaseLine:
    """One chase inside the row of its directive."""

    at: datetime
    text: str
    reply: str = ""


@dataclass(frozen=True)
class DirectiveRow:
    """One directive as printed; `form` and `status` are wordings, `source` names its entry."""

    leader: str
    at: datetime
    form: str
    text: str
    status: str
    carrier: str = ""
    source: str = ""
    passed_to: str = ""
    passed_at: datetime | None = None
    receipt_by: str = ""
    receipt_at: datetime | None = None
    due_at: datetime | None = None
    chases: tuple[ChaseLine, ...] = ()
    feedback: str = ""
    feedback_at: datetime | None = None
    was_late: bool = False
    is_overdue: bool = False
    result: str = ""
    closed_at: datetime | None = None
    closed_by: str = ""


@dataclass(frozen=True)
class DirectiveLedger:
    """The directives given in a span of days, in the order of giving."""

    unit: str
    span: PaperSpan
    is_practice: bool
    rows: tuple[DirectiveRow, ...] = ()
    closed_count: int = 0
    overdue_count: int = 0
