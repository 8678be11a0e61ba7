"""Zero reports 零报告: what every subordinate unit said by each cut-off (notes rule 8, B13–B15).

Rules of this file: a report answers one cut-off (cut_off.py) and is never changed: one that was
wrong is followed by one that corrects it and says why.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.reporting_unit import ReachResult, ReportingUnit, check_text

MAX_CONTENT = 2000


class NilReportState(StrEnum):
    """零报告, 有情况, 待报 (before the cut-off), 未报 (after it)."""

    NIL = "nil"
    CONTENT = "content"
    WAITING = "waiting"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class NilReport:
    """What a unit said for a cut-off; ``entry_id`` is the log entry of one with content."""

    id: str
    unit_id: str
    due_at: datetime
    is_nil: bool
    content: str
    reporter: str
    reported_at: datetime
    officer_id: str | None
    recorder: str
    recorded_at: datetime
    is_late: bool
    correction_of: str | None = None
    correction_reason: str = ""
    entry_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftNilReport:
    """What an officer took down; without ``content`` it is a nil report, ``id`` is the form's.

    ``reported_at`` None is now. Where the unit has said something else, a reason is asked.
    """

    id: str
    unit_id: str
    due_at: datetime
    content: str = ""
    reporter: str = ""
    reported_at: datetime | None = None
    correction_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NilReportChase:
    """One call to a unit that had not reported; ``phone`` is the number that was rung."""

    id: str
    unit_id: str
    due_at: datetime
    at: datetime
    result: ReachResult
    phone: str
    person: str
    answer: str
    officer_id: str | None
    recorder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftNilReportChase:
    """What became of a call; ``id`` is made by the form. ``is_nil``: it said nothing happened."""

    id: str
    unit_id: str
    due_at: datetime
    result: ReachResult
    person: str = ""
    answer: str = ""
    is_nil: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NilReportSummary:
    """What the log says of a cut-off, as it then stood."""

    id: str
    due_at: datetime
    text: str
    at: datetime
    recorder: str
    entry_id: str


@dataclass(frozen=True, slots=True)
class NilReportLine:
    """One unit at one cut-off: what holds, what it took the place of, and the calls."""

    unit: ReportingUnit
    state: NilReportState
    report: NilReport | None = None
    struck: tuple[NilReport, ...] = ()
    chases: tuple[NilReportChase, ...] = ()

    @property
    def is_missing(self) -> bool:
        """Tell whether the unit has said nothing."""
        return self.report is None

    @property
    def is_late(self) -> bool:
        """迟报: the first word of the unit came after the cut-off."""
        first = self.struck[0] if self.struck else self.report
        return first is not None and first.is_late


@dataclass(frozen=True, slots=True)
class NilReportBoard:
    """Every unit at one cut-off; its report day begins after ``starts_at``."""

    due_at: datetime
    starts_at: datetime
    lines: tuple[NilReportLine, ...] = ()

    def of(self, *states: NilReportState) -> tuple[NilReportLine, ...]:
        """Return the lines in some states."""
        return tuple(line for line in self.lines if line.state in states)

    @property
    def missing(self) -> tuple[NilReportLine, ...]:
        """Return who has said nothing."""
        return tuple(line for line in self.lines if line.is_missing)

    @property
    def is_all_nil(self) -> bool:
        """Tell whether every unit reported that nothing happened."""
        return bool(self.lines) and all(one.state is NilReportState.NIL for one in self.lines)


@dataclass(eq=False)
class NilReportTimeUnfit(Refusal):
    """No reports are asked for by this time, or its report day has not begun."""

    due_at: datetime


@dataclass(eq=False)
class NilReportAhead(Refusal):
    """A report cannot have been made later than now."""

    reported_at: datetime


@dataclass(eq=False)
class NilReportStands(Refusal):
    """The unit has reported already; another word of it says why it takes the place."""

    name: str


@dataclass(eq=False)
class NilReportUnchanged(Refusal):
    """A correction says what stands there already."""

    name: str


@dataclass(eq=False)
class NoNilReportTimes(Refusal):
    """The unit asks for no reports."""


@dataclass(eq=False)
class NilReportUnasked(Refusal):
    """The unit was not on the list by this cut-off."""

    name: str
    due_at: datetime


@dataclass(eq=False)
class NilReportSummaryStands(Refusal):
    """The log says it already in these words."""

    due_at: datetime


def check_report(draft: DraftNilReport, now: datetime) -> None:
    """Raise NilReportAhead, ReportingTextTooLong."""
    check_text("content", draft.content, MAX_CONTENT)
    for name in ("reporter", "correction_reason"):
        check_text(name, getattr(draft, name))
    if draft.reported_at is not None and draft.reported_at > now:
        raise NilReportAhead(draft.reported_at)


def check_standing(draft: DraftNilReport, standing: NilReport | None, unit: ReportingUnit) -> None:
    """Raise NilReportStands, NilReportUnchanged where the unit has said something before."""
    if standing is None:
        return
    same = (standing.content, standing.reporter) == (
        draft.content.strip(),
        draft.reporter.strip(),
    )
    if same:
        raise NilReportUnchanged(unit.name)
    if not draft.correction_reason.strip():
        raise NilReportStands(unit.name)


def board_of(
    due_at: datetime,
    begins_at: datetime,
    units: Iterable[ReportingUnit],
    said: tuple[Iterable[NilReport], Iterable[NilReportChase]],
    now: datetime,
) -> NilReportBoard:
    """Return who said what for a cut-off; reports and chases of it in the order of the record.

    Whoever reported is on it, also a unit that came on the list later.
    """
    reports, chases = list(said[0]), list(said[1])
    lines = []
    for unit in units:
        mine = [one for one in reports if one.unit_id == unit.id]
        if not mine and not unit.owes(due_at):
            continue
        holds = mine[-1] if mine else None
        calls = tuple(one for one in chases if one.unit_id == unit.id)
        state = _state(holds, due_at, now)
        lines.append(NilReportLine(unit, state, holds, tuple(mine[:-1]), calls))
    return NilReportBoard(due_at, begins_at, tuple(lines))


def _state(report: NilReport | None, due_at: datetime, now: datetime) -> NilReportState:
    if report is not None:
        return NilReportState.NIL if report.is_nil else NilReportState.CONTENT
    return NilReportState.OVERDUE if now > due_at else NilReportState.WAITING
