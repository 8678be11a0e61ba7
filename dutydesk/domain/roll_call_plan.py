"""Plans of roll calls: at a fixed time, or by lot within a span of the day (domain notes §7.7).

Rules of this file: the time of a random roll call follows from the seed kept with its plan and the
day, so it can be shown afterwards that nobody chose it; until it has come nothing tells it. A span
that ends before it begins ends on the next day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline_rule import daily_time
from dutydesk.domain.errors import BadInput, Refusal
from dutydesk.domain.instants import china, china_instant
from dutydesk.domain.reporting_unit import check_text
from dutydesk.domain.roll_call import (
    RollCallCountUnfit,
    RollCallMethod,
    RollCallTitleMissing,
    lot,
)

EVERY_DAY = "1234567"
TOLD_BEFORE = timedelta(hours=1)
OPEN_FOR = timedelta(hours=12)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCallPlan:
    """A roll call that comes again; ``weekdays`` holds 1 (Monday) to 7.

    With ``ends_at_time`` it comes at random between both times. ``unit_count`` None is every unit.
    """

    id: str
    title: str
    method: RollCallMethod
    weekdays: str
    starts_at_time: str
    ends_at_time: str
    unit_count: int | None
    seed: str
    created_at: datetime
    is_active: bool = True

    @property
    def is_random(self) -> bool:
        """Tell whether its time is drawn."""
        return bool(self.ends_at_time)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRollCallPlan:
    """What an officer typed of a plan; ``id`` is made by the form."""

    id: str
    title: str
    method: RollCallMethod = RollCallMethod.PHONE
    weekdays: str = EVERY_DAY
    starts_at_time: str = "21:00"
    ends_at_time: str = ""
    unit_count: int | None = None
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class PlannedCall:
    """One day of a plan."""

    plan: RollCallPlan
    at: datetime


@dataclass(eq=False)
class RollCallDaysUnfit(Refusal):
    """The days of a plan are digits from 1 to 7."""

    value: str


@dataclass(eq=False)
class RollCallTimeUnfit(Refusal):
    """A time of day cannot be read, or the span has no length."""

    value: str


def check_plan(draft: DraftRollCallPlan) -> None:
    """Raise RollCallTitleMissing, RollCallDaysUnfit, RollCallTimeUnfit, RollCallCountUnfit."""
    if not draft.title.strip():
        raise RollCallTitleMissing
    check_text("title", draft.title)
    if not draft.weekdays or not set(draft.weekdays) <= set(EVERY_DAY):
        raise RollCallDaysUnfit(draft.weekdays)
    times = [draft.starts_at_time, *([draft.ends_at_time] if draft.ends_at_time else [])]
    for text in times:
        if not is_time(text):
            raise RollCallTimeUnfit(text)
    if draft.starts_at_time == draft.ends_at_time:
        raise RollCallTimeUnfit(draft.ends_at_time)
    if draft.unit_count is not None and draft.unit_count < 1:
        raise RollCallCountUnfit("draw_count", str(draft.unit_count))


def is_time(text: str) -> bool:
    """Tell whether a text is a time of day as it is kept: 08:30."""
    try:
        return daily_time(text).strftime("%H:%M") == text
    except BadInput:
        return False


def time_on(plan: RollCallPlan, day: date) -> datetime:
    """Return when the plan's roll call of a day is made; the same whenever it is asked."""
    begin = _instant(day, plan.starts_at_time)
    if not plan.is_random:
        return begin
    end = _instant(day, plan.ends_at_time)
    end = end if end > begin else end + _DAY
    minutes = int((end - begin).total_seconds()) // 60
    return begin + timedelta(minutes=lot(f"{plan.seed}:{day.isoformat()}") % minutes)


def calls_in_hand(
    plans: Iterable[RollCallPlan],
    made: Iterable[tuple[str | None, datetime | None]],
    now: datetime,
) -> list[PlannedCall]:
    """Return what has to be called now or soon, the first first; ``made`` is plan and time.

    A fixed time is told an hour ahead, a drawn one when it has come; both until half a day later.
    """
    done = set(made)
    found = []
    today = china(now).date()
    for plan in plans:
        for day in (today - _DAY, today, today + _DAY):
            if not plan.is_active or str(day.isoweekday()) not in plan.weekdays:
                continue
            at = time_on(plan, day)
            told_from = at if plan.is_random else at - TOLD_BEFORE
            is_on = told_from <= now < at + OPEN_FOR and at >= plan.created_at
            if is_on and (plan.id, at) not in done:
                found.append(PlannedCall(plan, at))
    return sorted(found, key=lambda one: (one.at, one.plan.id))


def _instant(day: date, text: str) -> datetime:
    one = daily_time(text)
    return china_instant(day, one.hour, one.minute)
