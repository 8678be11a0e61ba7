"""What stands on a register of one kind of entries (domain.md §9.7): calls, visits, checks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper_issue import PaperKind
from dutydesk.domain.paper_log_sheet import EntryReference
from dutydesk.domain.paper_span import PaperSpan


@dataclass(frozen=True)
class RegisterAddition:
    """What was recorded later about a row; `words` holds only what the row does not say yet.

    `words` are wordings by the name of the field: `text`, `result`, `signed_for_by` …
    """

    at: datetime
    words: Mapping[str, str]
    is_corrected: bool = False


@dataclass(frozen=True)
class RegisterRow:
    """One version of an entry; rows of one `no` are versions of the same matter, oldest first.

    `words` are wordings by the name of the field. `corrected_at` is set on a correction,
    `struck_mark` on what was corrected or withdrawn: it says by what. `continues` is the entry
    it goes on with when that one has no row here.
    """

    no: int
    at: datetime
    recorded_at: datetime
    words: Mapping[str, str]
    is_late: bool = False
    corrected_at: datetime | None = None
    correction_reason: str = ""
    struck_mark: str = ""
    continues: EntryReference | None = None
    additions: tuple[RegisterAddition, ...] = ()

    @property
    def is_struck(self) -> bool:
        """True for what was corrected or withdrawn."""
        return bool(self.struck_mark)


@dataclass(frozen=True)
class RegisterPart:
    """The rows of one part; `name` is the code name of the part, empty for an undivided one."""

    name: str
    rows: tuple[RegisterRow, ...] = ()


@dataclass(frozen=True)
class EntryRegister:
    """One register of a span of duty days."""

    kind: PaperKind
    unit: str
    span: PaperSpan
    is_practice: bool
    parts: tuple[RegisterPart, ...]

    @property
    def count(self) -> int:
        """How many matters hold; a corrected one counts once, a withdrawn one not at all."""
        return len({row.no for row in self._rows() if not row.is_struck})

    @property
    def struck_only(self) -> int:
        """How many matters stand here only struck."""
        return len({row.no for row in self._rows()}) - self.count

    def _rows(self) -> list[RegisterRow]:
        return [row for part in self.parts for row in part.rows]
