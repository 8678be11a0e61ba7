"""Roll calls 点名: subordinate duty rooms are called, and what was found (domain notes §7.7).

Rules of this file: who is called is drawn once and kept with the roll call; every try is kept, the
newest of a unit holds. Units are drawn fairly: those called least often by lot come first, and
among equals the lot decides, which the id of the roll call makes the same whenever it is cast.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.reporting_unit import ReachResult, ReportingUnit, check_text

MAX_COUNT = 9999


class RollCallMethod(StrEnum):
    """电话, 视频, 对讲机, 实地."""

    PHONE = "phone"
    VIDEO = "video"
    RADIO = "radio"
    ON_SITE = "on_site"


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCall:
    """One roll call; ``is_random`` where the units were drawn, ``planned_at`` of its plan."""

    id: str
    title: str
    method: RollCallMethod
    is_random: bool
    started_at: datetime
    started_by: str
    plan_id: str | None = None
    planned_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: str = ""
    end_note: str = ""
    entry_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCallTarget:
    """A unit that is called; what was on file when it began stays written here."""

    id: str
    roll_call_id: str
    unit_id: str
    order_no: int
    name: str
    phone: str
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCallResult:
    """What one try found; None is what was not asked."""

    id: str
    target_id: str
    result: ReachResult
    person: str
    lead_on_post: bool | None
    officer_on_post: bool | None
    ring_count: int | None
    answer_seconds: int | None
    knows_situation: bool | None
    finding: str
    action: str
    checker: str
    at: datetime
    officer_id: str | None
    recorder: str
    entry_id: str | None = None

    @property
    def is_answered(self) -> bool:
        """Tell whether somebody answered."""
        return self.result is ReachResult.ANSWERED

    @property
    def is_in_order(self) -> bool:
        """Tell whether somebody answered and nothing was found wrong."""
        asked = (self.lead_on_post, self.officer_on_post, self.knows_situation)
        return self.is_answered and False not in asked and not self.finding


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRollCall:
    """How a roll call begins: with these units, or with ``draw_count`` of all drawn by lot."""

    id: str
    title: str
    method: RollCallMethod = RollCallMethod.PHONE
    unit_ids: tuple[str, ...] = ()
    draw_count: int | None = None
    plan_id: str | None = None
    planned_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRollCallResult:
    """What an officer found; ``id`` is made by the form. With a finding may begin an open item."""

    id: str
    target_id: str
    result: ReachResult
    person: str = ""
    lead_on_post: bool | None = None
    officer_on_post: bool | None = None
    ring_count: int | None = None
    answer_seconds: int | None = None
    knows_situation: bool | None = None
    finding: str = ""
    action: str = ""
    checker: str = ""
    begins_open_item: bool = False


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """How a unit answered in the roll calls before: called, not answered, not in order."""

    called: int = 0
    unanswered: int = 0
    faulty: int = 0


@dataclass(frozen=True, slots=True)
class RollCallLine:
    """One unit of a roll call: its tries in order, and how it answered before."""

    target: RollCallTarget
    tries: tuple[RollCallResult, ...] = ()
    record: UnitRecord = UnitRecord()

    @property
    def holds(self) -> RollCallResult | None:
        """Return the newest try."""
        return self.tries[-1] if self.tries else None


@dataclass(frozen=True, slots=True)
class RollCallSheet:
    """A roll call with its units."""

    roll_call: RollCall
    lines: tuple[RollCallLine, ...]

    def with_result(self, result: ReachResult) -> tuple[RollCallLine, ...]:
        """Return the units of one result."""
        return tuple(line for line in self.lines if line.holds and line.holds.result is result)

    @property
    def waiting(self) -> tuple[RollCallLine, ...]:
        """Return the units nobody has called yet."""
        return tuple(line for line in self.lines if line.holds is None)

    @property
    def faulty(self) -> tuple[RollCallLine, ...]:
        """Return the units that answered, but something was wrong."""
        answered = self.with_result(ReachResult.ANSWERED)
        return tuple(line for line in answered if line.holds and not line.holds.is_in_order)

    @property
    def is_running(self) -> bool:
        """Tell whether it goes on."""
        return self.roll_call.ended_at is None


@dataclass(eq=False)
class RollCallTitleMissing(Refusal):
    """A roll call has a name."""


@dataclass(eq=False)
class NoUnitsToCall(Refusal):
    """Nobody was chosen, or nobody is on the list."""


@dataclass(eq=False)
class RollCallRunning(Refusal):
    """Another roll call goes on."""

    title: str


@dataclass(eq=False)
class NoRollCallRunning(Refusal):
    """None goes on."""


@dataclass(eq=False)
class NoRollCallYet(Refusal):
    """None was ever begun: there is nothing to show."""


@dataclass(eq=False)
class RollCallEnded(Refusal):
    """It has ended; its results stand."""

    title: str


@dataclass(eq=False)
class RollCallUnfinished(Refusal):
    """Units were not called; ending all the same says why."""

    count: int


@dataclass(eq=False)
class RollCallFindingMissing(Refusal):
    """An open item says what is open."""

    name: str


@dataclass(eq=False)
class RollCallCountUnfit(Refusal):
    """A count that cannot be: rings, seconds, units to draw."""

    field: str
    value: str


def check_draft(draft: DraftRollCall) -> None:
    """Raise RollCallTitleMissing, ReportingTextTooLong, RollCallCountUnfit."""
    if not draft.title.strip():
        raise RollCallTitleMissing
    check_text("title", draft.title)
    if draft.draw_count is not None and draft.draw_count < 1:
        raise RollCallCountUnfit("draw_count", str(draft.draw_count))


def check_result(name: str, draft: DraftRollCallResult) -> None:
    """Raise RollCallFindingMissing, ReportingTextTooLong, RollCallCountUnfit."""
    for field in ("person", "finding", "action", "checker"):
        check_text(field, getattr(draft, field), 500)
    for field in ("ring_count", "answer_seconds"):
        count = getattr(draft, field)
        if count is not None and not 0 <= count <= MAX_COUNT:
            raise RollCallCountUnfit(field, str(count))
    if draft.begins_open_item and not draft.finding.strip():
        raise RollCallFindingMissing(name)


def lot(words: str) -> int:
    """Return a number that follows from the words alone and that nobody can steer."""
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:8])


def drawn(
    units: Sequence[ReportingUnit], count: int, drawn_before: Mapping[str, int], seed: str
) -> list[ReportingUnit]:
    """Return ``count`` units by lot, in the order of the list; who was drawn least is in first."""
    ranks = {one.id: (drawn_before.get(one.id, 0), lot(f"{seed}:{one.id}")) for one in units}
    chosen = {one.id for one in sorted(units, key=lambda unit: ranks[unit.id])[:count]}
    return [unit for unit in units if unit.id in chosen]


def read_rings(text: str) -> tuple[int | None, int | None]:
    """Read 3, 3声 as rings and 20秒 as seconds; raises RollCallCountUnfit."""
    typed = text.strip()
    if not typed:
        return None, None
    is_seconds = typed.endswith("秒")
    digits = typed.removesuffix("秒").removesuffix("声").removesuffix("次").strip()
    if not (digits.isascii() and digits.isdecimal() and int(digits) <= MAX_COUNT):
        raise RollCallCountUnfit("ring_count", text)
    return (None, int(digits)) if is_seconds else (int(digits), None)
