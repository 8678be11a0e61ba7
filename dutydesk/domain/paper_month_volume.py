"""What stands in the month volume (值班日志合订本): cover, contents, all sheets, chain heads."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper_handover_record import head_groups
from dutydesk.domain.paper_log_sheet import LogSheet


@dataclass(frozen=True)
class VolumeLine:
    """One line of the contents: a shift as worded, or a duty day without any (`shift` empty)."""

    duty_date: date
    shift: str = ""
    lead_officer: str = ""
    officers: str = ""
    is_running: bool = False


@dataclass(frozen=True)
class HandoverHead:
    """The chain head that the handover record of one shift shows; 64 hex digits."""

    duty_date: date
    shift: str
    handed_over_at: datetime
    journal_head: str

    @property
    def groups(self) -> str:
        """The head as it stands on the handover record."""
        return head_groups(self.journal_head)


@dataclass(frozen=True)
class MonthVolume:
    """One month bound: `sheets` come in the order of `lines`, read while they are set.

    `month` is its first day; `journal_head` the chain head at the moment of making.
    """

    unit: str
    month: date
    is_practice: bool
    lines: tuple[VolumeLine, ...]
    sheets: Iterable[LogSheet]
    journal_head: str
    journal_rows: int
    heads: tuple[HandoverHead, ...] = ()

    @property
    def groups(self) -> str:
        """The head at the moment of making, short enough to be read out."""
        return head_groups(self.journal_head)
