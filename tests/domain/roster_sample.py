"""Invented tasks of the roster, and what its rules ask, written anew for tests."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, datetime, timedelta

from dutydesk.domain.duty_calendar import DutyCalendar, HolidayDay
from dutydesk.domain.instants import china_instant
from dutydesk.domain.roster import (
    LEAD_POST,
    PRIMARY_POST,
    SECONDARY_POST,
    STANDBY_POST,
    RosterMember,
    RosterPost,
    RosterSlot,
    RosterWish,
    SlotSource,
    WishKind,
)
from dutydesk.domain.roster_task import MemberAbsence, RosterAssignment, RosterProposal, RosterTask
from dutydesk.domain.settings import (
    FULL_DAY_PATTERN,
    NIGHT_AND_WEEKEND_PATTERN,
    TWO_SHIFT_PATTERN,
    shift_pattern,
)
from dutydesk.domain.shift import ShiftKind, ShiftSlot

FULL_DAY = shift_pattern(FULL_DAY_PATTERN)
TWO_SHIFTS = shift_pattern(TWO_SHIFT_PATTERN)
NIGHT_AND_WEEKEND = shift_pattern(NIGHT_AND_WEEKEND_PATTERN)
PATTERNS = (FULL_DAY, TWO_SHIFTS, NIGHT_AND_WEEKEND)
POSTS = tuple(
    RosterPost(key, name, order_no=number)
    for number, (key, name) in enumerate(
        (
            (LEAD_POST, "带班领导"),
            (PRIMARY_POST, "主班"),
            (SECONDARY_POST, "副班"),
            (STANDBY_POST, "备勤"),
        )
    )
)


def calendar_of(year: int) -> DutyCalendar:
    """Return invented notices around a year, with days off and weekend days that are worked."""
    days = {}
    for one in (year - 1, year, year + 1):
        for month, first, many in ((1, 1, 3), (2, 10, 8), (4, 4, 3), (5, 1, 5), (10, 1, 7)):
            for offset in range(many):
                day = date(one, month, first) + timedelta(days=offset)
                days[day] = HolidayDay(day, "假")
        for month, first in ((2, 1), (2, 24), (4, 25), (9, 26), (10, 10)):
            day = date(one, month, first)
            day += timedelta(days=5 - day.weekday())
            days.setdefault(day, HolidayDay(day, "假", is_off_day=False))
    return DutyCalendar(days, frozenset({year - 1, year, year + 1}))


def members_of(count: int, *posts: str, start: int = 0) -> tuple[RosterMember, ...]:
    """Return so many members of the same posts."""
    return tuple(
        RosterMember(f"m{number:02d}", f"甲{number:02d}", posts=posts, order_no=number)
        for number in range(start, start + count)
    )


def standing_of(proposal: RosterProposal, task: RosterTask) -> tuple[RosterSlot, ...]:
    """Return a proposal as it is written down."""
    names = {one.id: one.name for one in task.members}
    return tuple(
        RosterSlot(
            f"s-{one.duty_date}-{one.shift}-{one.post_id}-{one.seat}",
            one.duty_date,
            one.shift,
            one.post_id,
            one.seat,
            names[one.member_id],
            one.member_id,
            source=SlotSource.GENERATED,
        )
        for one in proposal.assignments
    )


def shift_of(task: RosterTask, day: date, kind: ShiftKind) -> ShiftSlot:
    """Return a shift of the unit's pattern."""
    slots = task.pattern.slots_of(day, task.calendar.is_rest_day)
    return next(one for one in slots if one.kind is kind)


def could_keep(task: RosterTask, member: RosterMember, post_id: str, shift: ShiftSlot) -> bool:
    """Tell by the plain rules whether a member may keep a post on a shift at all."""
    day = shift.duty_date
    return (
        post_id in member.posts
        and member.serves(day)
        and not (member.is_night_free and shift.kind is not ShiftKind.DAY)
        and not any(
            one.member_id == member.id
            and one.starts_at < shift.ends_at
            and shift.starts_at < one.ends_at
            for one in task.absences
        )
        and not any(
            one.member_id == member.id
            and one.kind is WishKind.UNAVAILABLE
            and one.post_id in {None, post_id}
            and one.starts_on <= day <= one.ends_on
            for one in task.wishes
        )
    )


def counts_of(
    assignments: tuple[RosterAssignment, ...], task: RosterTask
) -> Counter[tuple[str, str, str]]:
    """Return the duties by post, class of day and member."""
    return Counter(
        (one.post_id, task.calendar.day_class(one.duty_date).value, one.member_id)
        for one in assignments
    )


def random_task(chance: random.Random, days: int, year: int) -> RosterTask:
    """Return a task of any kind: staffs, posts, patterns, absences, wishes."""
    pattern = chance.choice(PATTERNS)
    posts = POSTS[: chance.randint(1, 4)]
    staff = []
    for number in range(chance.randint(2, 30)):
        mine = tuple(post.id for post in posts if chance.random() < 0.6) or (posts[0].id,)
        staff.append(
            RosterMember(
                f"m{number:02d}",
                f"甲{number:02d}",
                posts=mine,
                is_night_free=chance.random() < 0.1,
                starts_on=date(year, 1, 1) + timedelta(days=chance.randint(0, 90))
                if chance.random() < 0.1
                else None,
                order_no=number,
            )
        )
    first = date(year, chance.randint(1, 12), 1)
    last = first + timedelta(days=days - 1)

    def some_day() -> date:
        return first + timedelta(days=chance.randrange(days))

    absences, wishes = [], []
    for member in staff:
        if chance.random() < 0.2:
            day = some_day()
            begin = china_instant(day, 9, 0)
            absences.append(MemberAbsence(member.id, begin, begin + timedelta(days=3), "北京"))
        if chance.random() < 0.3:
            day = some_day()
            kind = chance.choice(tuple(WishKind))
            many = 0 if kind is WishKind.FIXED else chance.randint(0, 5)
            wishes.append(
                RosterWish(f"w{member.id}", member.id, kind, day, day + timedelta(days=many))
            )
    return RosterTask(
        first=first,
        last=last,
        pattern=pattern,
        calendar=calendar_of(year),
        posts=posts,
        members=tuple(staff),
        wishes=tuple(wishes),
        absences=tuple(absences),
        rest_hours=chance.choice((0, 12, 24, 48)),
    )


def at(day: date, hour: int) -> datetime:
    """Return an hour of a day in China."""
    return china_instant(day, hour, 0)


def chance_of(seed: int) -> random.Random:
    """Return a chance that repeats."""
    return random.Random(seed)  # noqa: S311 -- invented tasks, not secrets
