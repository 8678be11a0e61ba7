"""The shifts of a roster in order of time: which of them one person cannot keep together.

Two shifts in a row are never one person's, nor two with less than the rest between them. Who may
keep a shift at all is decided here too: on the list of the post, in service, not away, not
unavailable, no nights for who keeps none.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from dutydesk.domain.instants import china_instant
from dutydesk.domain.roster import RosterMember, RosterSlot, WishKind
from dutydesk.domain.roster_task import MemberAbsence, RosterTask, has_night, shifts_between
from dutydesk.domain.shift import ShiftKind, ShiftSlot

# Further from the span nothing forbids a duty in it: the longest rest is a week, a shift a day.
MARGIN = timedelta(days=10)

# For what stands on a roster of an older pattern.
_USUAL = {
    ShiftKind.DAY: (time(8, 30), time(18, 0)),
    ShiftKind.NIGHT: (time(18, 0), time(8, 30)),
    ShiftKind.FULL: (time(8, 30), time(8, 30)),
}


class Timeline:
    """The shifts from before the span to after it, by their place in time."""

    def __init__(self, task: RosterTask) -> None:
        self._task = task
        first, last = task.first - MARGIN, task.last + MARGIN
        known = {
            (one.duty_date, one.kind): one
            for one in shifts_between(task.pattern, task.calendar, first, last)
        }
        for slot in task.standing:
            if first <= slot.duty_date <= last and (slot.duty_date, slot.shift) not in known:
                known[slot.duty_date, slot.shift] = usual_shift(slot.duty_date, slot.shift)
        self.shifts = sorted(known.values(), key=lambda one: (one.starts_at, one.ends_at))
        self._at = {(one.duty_date, one.kind): at for at, one in enumerate(self.shifts)}
        rest = timedelta(hours=task.rest_hours)
        self.windows = [self._window(at, rest) for at in range(len(self.shifts))]

    def at(self, duty_date: date, kind: ShiftKind) -> int | None:
        """Return the place of a shift, None of one too far from the span."""
        return self._at.get((duty_date, kind))

    def in_span(self) -> list[int]:
        """Return the places of the shifts of the span by the unit's pattern."""
        return [self._at[one.duty_date, one.kind] for one in self._task.shifts]

    def able(self, member: RosterMember, post_id: str) -> bytearray:
        """Return for every shift whether the rules let the member keep the post on it."""
        if post_id not in member.posts:
            return bytearray(len(self.shifts))
        refused = [
            (wish.starts_on, wish.ends_on)
            for wish in self._task.wishes
            if wish.is_active
            and wish.member_id == member.id
            and wish.kind is WishKind.UNAVAILABLE
            and wish.post_id in {None, post_id}
        ]
        excused = self.excused(member)
        if not (refused or member.is_night_free):
            return bytearray(not one for one in excused)
        return bytearray(
            not excused[at]
            and not (member.is_night_free and has_night(one.kind))
            and not any(begin <= one.duty_date <= end for begin, end in refused)
            for at, one in enumerate(self.shifts)
        )

    def excused(self, member: RosterMember) -> bytearray:
        """Return for every shift whether the member is not in service then or away."""
        away = [one for one in self._task.absences if one.member_id == member.id]
        if not (away or is_bounded(member)):
            return bytearray(len(self.shifts))
        return bytearray(is_excused(member, one, away) for one in self.shifts)

    def _window(self, at: int, rest: timedelta) -> tuple[int, int]:
        """Return the first and the last place that exclude this one, itself among them."""
        mine = self.shifts[at]
        first, last = max(at - 1, 0), min(at + 1, len(self.shifts) - 1)
        while first > 0 and mine.starts_at - self.shifts[first - 1].ends_at < rest:
            first -= 1
        while (
            last + 1 < len(self.shifts) and self.shifts[last + 1].starts_at - mine.ends_at < rest
        ):
            last += 1
        return first, last


def is_bounded(member: RosterMember) -> bool:
    """Tell whether there may be days on which the member does not serve."""
    return not member.is_active or member.starts_on is not None or member.ends_on is not None


def is_excused(member: RosterMember, shift: ShiftSlot, away: Iterable[MemberAbsence]) -> bool:
    """Tell whether the member does not serve on the day or is away in the shift."""
    return not member.serves(shift.duty_date) or any(
        one.starts_at < shift.ends_at and shift.starts_at < one.ends_at for one in away
    )


def usual_shift(duty_date: date, kind: ShiftKind) -> ShiftSlot:
    """Return the usual hours of a shift that the unit's pattern does not have (any more)."""
    start, end = _USUAL[kind]
    next_day = duty_date if end > start else duty_date + timedelta(days=1)
    return ShiftSlot(duty_date, kind, _instant(duty_date, start), _instant(next_day, end))


def _instant(day: date, at: time) -> datetime:
    return china_instant(day, at.hour, at.minute)


def people_of(members: Iterable[RosterMember]) -> dict[str, str]:
    """Return the id of everybody whose name only one member has."""
    found: dict[str, str | None] = {}
    for one in members:
        found[one.name] = one.id if one.name not in found else None
    return {name: key for name, key in found.items() if key is not None}


def member_of(slot: RosterSlot, people: dict[str, str]) -> str | None:
    """Return whose slot it is: as it says, else by a name that is one member's alone."""
    return slot.member_id or people.get(slot.person)
