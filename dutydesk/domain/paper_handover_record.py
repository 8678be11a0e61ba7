"""What stands on a handover record (交接班记录, domain.md §9.5 with the sign block of §8)."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper import UNSIGNED, CheckLine, OpenItemLine, Signature


@dataclass(frozen=True)
class CountLine:
    """One figure of the shift summary: a wording (来电) and how many."""

    name: str
    count: int


@dataclass(frozen=True)
class ArticleLine:
    """One thing handed over: `quantity` as written (3 把), `result` the wording of its check."""

    name: str
    quantity: str = ""
    result: str = ""
    note: str = ""


@dataclass(frozen=True)
class HandoverRecord:
    """One handover as printed; `handed_over_at` is the second signature, None while unfinished.

    `journal_head` is the chain head at signing, 64 hex digits, or empty before it is known.
    `forced_reason` is printed when duty passed because nobody came or could sign.
    """

    unit: str
    no: str
    outgoing_shift: str
    incoming_shift: str
    is_practice: bool
    handed_over_at: datetime | None = None
    counts: tuple[CountLine, ...] = ()
    summary: str = ""
    open_items: tuple[OpenItemLine, ...] = ()
    checks: tuple[CheckLine, ...] = ()
    articles: tuple[ArticleLine, ...] = ()
    remarks: str = ""
    forced_reason: str = ""
    outgoing_signature: Signature = UNSIGNED
    incoming_signature: Signature = UNSIGNED
    lead_signature: Signature = UNSIGNED
    journal_head: str = ""

    @property
    def head_groups(self) -> str:
        """The first 16 hex digits in four groups, short enough to be read out and compared."""
        return head_groups(self.journal_head)


def head_groups(journal_head: str) -> str:
    """Return the first 16 hex digits of a chain head in four groups."""
    start = journal_head[:16]
    return " ".join(start[i : i + 4] for i in range(0, len(start), 4))
