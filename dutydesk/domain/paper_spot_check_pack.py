"""What an inspector asks for over a span of duty days, bound in one: 迎检材料."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper_handover_record import HandoverRecord
from dutydesk.domain.paper_log_sheet import LogSheet
from dutydesk.domain.paper_roster_sheet import RosterSheet
from dutydesk.domain.paper_span import PaperSpan
from dutydesk.domain.statistics import LateReport


@dataclass(frozen=True, slots=True)
class ProofLine:
    """One test of a number, of equipment, or of a duty room: what was tried and what came out."""

    at: datetime
    what: str
    who: str
    result: str
    by: str = ""
    is_fault: bool = False


@dataclass(frozen=True)
class SpotCheckPack:
    """The parts in the order of the pack; ``sheets`` and ``records`` are read while they are set.

    ``shift_count`` and ``record_count`` say how many there will be.
    """

    unit: str
    span: PaperSpan
    is_practice: bool
    rosters: tuple[RosterSheet, ...]
    sheets: Iterable[LogSheet]
    shift_count: int
    records: Iterable[HandoverRecord]
    record_count: int
    late: tuple[LateReport, ...]
    first_word: str
    tested: tuple[ProofLine, ...]
