"""What stands on the list of absences (外出报备登记表, domain notes §7.8, §9.7)."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper_span import PaperSpan


@dataclass(frozen=True)
class AbsenceChangeLine:
    """One change as printed: `word` is 变更 or 取消, `told` when, by whom, what and why."""

    word: str
    told: str


@dataclass(frozen=True)
class AbsenceRow:
    """One notice as printed; `place_of_work` is the unit with the post.

    `state` is the wording of what is not over: 未销假, 外出中; a cancelled one is struck.
    """

    person: str
    place_of_work: str
    starts_at: datetime
    ends_at: datetime
    place: str
    reason: str
    acting: str
    approved_by: str
    filed_at: datetime
    recorder: str
    is_late: bool = False
    is_cancelled: bool = False
    back_at: datetime | None = None
    state: str = ""
    changes: tuple[AbsenceChangeLine, ...] = ()


@dataclass(frozen=True)
class AbsenceList:
    """Every notice of which a part lies in a span, in the order of departure."""

    unit: str
    span: PaperSpan
    is_practice: bool
    rows: tuple[AbsenceRow, ...] = ()
