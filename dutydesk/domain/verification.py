"""What a check of the record finds: problems as facts, and the heads people hold against it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import BadInput

# A damaged room can differ in every row; whoever mends it needs the first ones.
PROBLEM_CAP = 200

_HEAD = re.compile(r"[0-9a-f]{16}|[0-9a-f]{64}")


class VerifyStage(StrEnum):
    """The parts of a whole check, in the order they are done."""

    FILE = "file"
    SCHEMA = "schema"
    CHAIN = "chain"
    TABLES = "tables"
    LOG_SEARCH = "log_search"
    CONTACT_SEARCH = "contact_search"
    ATTACHMENTS = "attachments"


# Told before each part and often within it; what it raises ends the check.
WatchStage = Callable[[VerifyStage], None]


class ProblemKind(StrEnum):
    """What is wrong, each named by where it shows."""

    FILE = "file"
    SCHEMA = "schema"
    JOURNAL_GAP = "journal_gap"
    JOURNAL_HASH = "journal_hash"
    JOURNAL_LINK = "journal_link"
    JOURNAL_COUNT = "journal_count"
    JOURNAL_BODY = "journal_body"
    ROW_MISSING = "row_missing"
    ROW_EXTRA = "row_extra"
    ROW_DIFFERS = "row_differs"
    HISTORY_INDEX = "history_index"
    SEARCH_INDEX = "search_index"
    HEAD_UNKNOWN = "head_unknown"
    ATTACHMENT_MISSING = "attachment_missing"
    ATTACHMENT_DAMAGED = "attachment_damaged"
    ATTACHMENT_ORPHAN = "attachment_orphan"


OF_ATTACHMENTS = frozenset(
    {
        ProblemKind.ATTACHMENT_MISSING,
        ProblemKind.ATTACHMENT_DAMAGED,
        ProblemKind.ATTACHMENT_ORPHAN,
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding.

    ``record_id`` and ``column`` name a row of ``table``; ``journal_rowid`` a journal row;
    ``detail`` is what SQLite says, or the word or head that was not found.
    """

    kind: ProblemKind
    table: str = ""
    record_id: str = ""
    column: str = ""
    journal_rowid: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ChainPoint:
    """A place in the journal up to which the chain was checked; 0 is before the first row."""

    rowid: int = 0
    hash: bytes = bytes(32)


@dataclass(frozen=True, slots=True)
class HeadFound:
    """Where a head from an old paper stands: the row it seals, and the handover it was printed on.

    With a chain that checks, it proves that row and all before it: none was changed, taken out
    or put in since the paper was signed. ``handover_no`` is empty for a head copied elsewhere.
    """

    journal_row: int
    recorded_at: datetime
    handover_no: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of a check; ``journal_head`` is 64 hex digits.

    ``notices`` are worth knowing and nothing to worry about: files that no entry names.
    ``against`` is where the head asked about was found.
    """

    journal_rows: int
    journal_head: str
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...] = ()
    against: HeadFound | None = None

    @property
    def ok(self) -> bool:
        """Tell whether nothing was found."""
        return not self.problems

    @property
    def is_record_sound(self) -> bool:
        """Tell whether the record itself passed: at most files of attachments are at fault."""
        return all(problem.kind in OF_ATTACHMENTS for problem in self.problems)


def head_from_text(text: str) -> str:
    """Return the digits of a head as people copy it from paper: spaces and case do not matter.

    Raises BadInput unless 64 or the first 16 hex digits remain.
    """
    digits = "".join(text.split()).lower()
    if _HEAD.fullmatch(digits) is None:
        raise BadInput("against", text)
    return digits
