"""The generator: no broken rule, fair as its module defines it, the same for the same task."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.roster import (
    LEAD_POST,
    PRIMARY_POST,
    FindingKind,
    RosterMember,
    RosterPost,
    RosterSlot,
    RosterTurn,
    RosterWish,
    SlotSource,
    WishKind,
)
from dutydesk.domain.roster_check import check
from dutydesk.domain.roster_generator import generate
from dutydesk.domain.roster_task import GapReason, RosterProposal, RosterTask
from dutydesk.domain.shift import ShiftKind
from tests.domain.roster_sample import (
    FULL_DAY,
    PATTERNS,
    POSTS,
    TWO_SHIFTS,
    calendar_of,
    chance_of,
    could_keep,
    counts_of,
    members_of,
    random_task,
    shift_of,
    standing_of,
)

NOVEMBER = RosterTask(
    first=date(2026, 11, 1),
    last=date(2026, 11, 30),
    pattern=FULL_DAY,
    calendar=calendar_of(2026),
    posts=POSTS[:1],
    members=members_of(6, LEAD_POST),
)
ONE_DAY = replace(NOVEMBER, first=date(2026, 11, 20), last=date(2026, 11, 20))


def broken_rules(proposal: RosterProposal, task: RosterTask) -> list[str]:
    """Return every rule a proposal breaks, asked anew without the generator's own means."""
    members = {one.id: one for one in task.members}
    shifts = task.shifts
    places = [(one.duty_date, one.shift, one.post_id, one.seat) for one in proposal.assignments]
    broken = ["seat twice"] if len(set(places)) < len(places) else []
    theirs: dict[str, list[int]] = {}
    for one in proposal.assignments:
        shift = shift_of(task, one.duty_date, one.shift)
        if not could_keep(task, members[one.member_id], one.post_id, shift):
            broken.append(f"{one} may not be")
        theirs.setdefault(one.member_id, []).append(shifts.index(shift))
    for who, kept in theirs.items():
        kept.sort()
        for before, after in pairwise(kept):
            rest = shifts[after].starts_at - shifts[before].ends_at
            if after - before < 2 or rest < timedelta(hours=task.rest_hours):
                broken.append(f"{who} at {shifts[before]} and {shifts[after]}")
    seats = len(shifts) * sum(post.seats for post in task.active_posts)
    filled = len(proposal.assignments) + len(proposal.gaps)
    return broken if filled == seats else [*broken, f"{filled} of {seats} seats told"]


def spread_of(proposal: RosterProposal, task: RosterTask) -> dict[tuple[str, str], int]:
    """Return by post and class of day how far those lie apart who could have kept every duty."""
    counts = counts_of(proposal.assignments, task)
    apart = {}
    for post in task.active_posts:
        for day_class in {task.calendar.day_class(one.duty_date) for one in task.shifts}:
            asked = [
                one for one in task.shifts if task.calendar.day_class(one.duty_date) is day_class
            ]
            theirs = [
                counts[post.id, day_class.value, one.id]
                for one in task.members
                if all(could_keep(task, one, post.id, shift) for shift in asked)
            ]
            if theirs:
                apart[post.id, day_class.value] = max(theirs) - min(theirs)
    return apart


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9), st.integers(2004, 2035), st.sampled_from((1, 28, 31, 61)))
def test_no_generated_roster_breaks_a_rule(seed: int, year: int, days: int) -> None:
    task = random_task(chance_of(seed), days, year)
    proposal = generate(task)
    assert broken_rules(proposal, task) == []
    own = {FindingKind.GAP, FindingKind.NO_LEADER, FindingKind.WISH_BROKEN, FindingKind.UNEVEN}
    found = check(replace(task, standing=standing_of(proposal, task)))
    assert {one.kind for one in found} <= own, "generator and check know the same rules"
    # Where few people and long rests leave no exchange that evens out, the check says so.
    told = {(one.post_id, one.day_class) for one in found if one.kind is FindingKind.UNEVEN}
    assert told == {key for key, most in spread_of(proposal, task).items() if most > 1}


@settings(max_examples=15, deadline=None)
@given(
    st.integers(5, 30),
    st.integers(2004, 2035),
    st.sampled_from(PATTERNS),
    st.sampled_from((31, 92, 365)),
    st.sampled_from((0, 12, 24)),
)
def test_nobody_has_more_than_one_duty_more_than_another_of_a_class(
    count: int,
    year: int,
    pattern: object,
    days: int,
    rest_hours: int,
) -> None:
    first = date(year, 1, 1)
    task = replace(
        NOVEMBER,
        first=first,
        last=first + timedelta(days=days - 1),
        pattern=pattern,
        calendar=calendar_of(year),
        members=members_of(count, LEAD_POST),
        rest_hours=rest_hours,
    )
    proposal = generate(task)
    assert proposal.gaps == ()
    apart = spread_of(proposal, task)
    assert {key: most for key, most in apart.items() if most > 1} == {}


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 10**9), st.integers(5, 8), st.integers(2004, 2035))
def test_fairness_carries_on_from_month_to_month(seed: int, each: int, year: int) -> None:
    chance = chance_of(seed)
    posts = POSTS[: chance.randint(1, 3)]
    members = members_of(3 * each, *(post.id for post in posts))
    task = replace(NOVEMBER, posts=posts, members=members, calendar=calendar_of(year))
    kept: tuple[RosterSlot, ...] = ()
    made = []
    for month in range(1, 7):
        first = date(year, month, 1)
        last = date(year, month + 1, 1) - timedelta(days=1)
        task = replace(task, first=first, last=last, standing=kept)
        proposal = generate(task)
        made += proposal.assignments
        kept += standing_of(proposal, task)
        half_a_year = replace(task, first=date(year, 1, 1), standing=())
        so_far = RosterProposal(tuple(made))
        apart = spread_of(so_far, half_a_year)
        assert {key: most for key, most in apart.items() if most > 1} == {}
    assert broken_rules(so_far, half_a_year) == []


def test_the_same_task_gives_the_same_roster() -> None:
    task = random_task(chance_of(5), 31, 2026)
    assert generate(task) == generate(task)


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ((), GapReason.NOBODY_LISTED),
        (members_of(3, PRIMARY_POST), GapReason.NOBODY_LISTED),
        (
            (RosterMember("m1", "甲某", posts=(LEAD_POST,), ends_on=date(2026, 11, 19)),),
            GapReason.NOBODY_SERVES,
        ),
        (
            (RosterMember("m1", "甲某", posts=(LEAD_POST,), is_night_free=True),),
            GapReason.NOBODY_FREE,
        ),
    ],
)
def test_a_gap_has_its_reason(members: tuple[RosterMember, ...], reason: GapReason) -> None:
    proposal = generate(replace(ONE_DAY, members=members))
    assert [gap.reason for gap in proposal.gaps] == [reason]
    assert proposal.assignments == ()


def test_two_shifts_in_a_row_are_a_gap_rather_than_one_persons() -> None:
    alone = replace(NOVEMBER, members=members_of(1, LEAD_POST), rest_hours=0)
    proposal = generate(alone)
    assert len(proposal.assignments) == len(proposal.gaps) == 15
    assert {gap.reason for gap in proposal.gaps} == {GapReason.ALL_RESTING}


def test_what_stands_stays_and_counts() -> None:
    stands = RosterSlot(
        "s1", date(2026, 11, 20), ShiftKind.FULL, LEAD_POST, 1, "甲03", source=SlotSource.TYPED
    )
    proposal = generate(replace(NOVEMBER, standing=(stands,)))
    days = {one.duty_date for one in proposal.assignments}
    near = {
        one.duty_date
        for one in proposal.assignments
        if one.member_id == "m03" and abs((one.duty_date - stands.duty_date).days) < 2
    }
    assert stands.duty_date not in days, "also a name alone keeps its seat"
    assert near == set(), "and its bearer has his rest around it"


def test_a_fixed_wish_is_kept_and_one_that_a_rule_forbids_is_told() -> None:
    def fixed(key: str, day: int) -> RosterWish:
        one = date(2026, 11, day)
        return RosterWish(key, "m02", WishKind.FIXED, one, one, LEAD_POST)

    proposal = generate(replace(NOVEMBER, wishes=(fixed("w1", 10), fixed("w2", 11))))
    on = {one.duty_date.day: one.member_id for one in proposal.assignments}
    assert on[10] == "m02"
    assert [(wish.id, day.day) for wish, day in proposal.unkept] == [("w2", 11)]


def test_a_preferred_day_is_given_where_it_costs_no_fairness() -> None:
    day = date(2026, 11, 17)
    wish = RosterWish("w1", "m00", WishKind.PREFERRED, day, day)
    task = replace(NOVEMBER, wishes=(wish,))
    proposal = generate(task)
    assert [one.member_id for one in proposal.assignments if one.duty_date == day] == ["m00"]
    assert max(spread_of(proposal, task).values()) <= 1


def test_duties_are_spread_in_time() -> None:
    task = replace(NOVEMBER, last=date(2027, 1, 31), members=members_of(12, LEAD_POST))
    by_member: dict[str, list[date]] = {}
    for one in generate(task).assignments:
        by_member.setdefault(one.member_id, []).append(one.duty_date)
    nearest = min(
        (after - before).days for days in by_member.values() for before, after in pairwise(days)
    )
    assert nearest >= 5, "of twelve people"


def test_who_keeps_no_nights_makes_up_for_them_by_days() -> None:
    members = members_of(7, LEAD_POST)
    members = (replace(members[0], is_night_free=True), *members[1:])
    task = replace(NOVEMBER, pattern=TWO_SHIFTS, members=members)
    theirs = [one for one in generate(task).assignments if one.member_id == "m00"]
    assert {one.shift for one in theirs} == {ShiftKind.DAY}
    assert len(theirs) in {8, 9}, "sixty shifts among seven"


def test_a_newcomer_does_not_make_up_for_what_was_before_him() -> None:
    year = replace(NOVEMBER, first=date(2026, 1, 1), last=date(2026, 10, 31))
    kept = standing_of(generate(year), year)
    newcomer = RosterMember(
        "m99", "乙某", posts=(LEAD_POST,), starts_on=date(2026, 11, 1), order_no=99
    )
    task = replace(NOVEMBER, members=(*NOVEMBER.members, newcomer), standing=kept)
    proposal = generate(task)
    assert sum(one.member_id == "m99" for one in proposal.assignments) in {4, 5}


class TestWeeklyPosts:
    post = RosterPost(LEAD_POST, "带班领导", turn=RosterTurn.WEEK)
    task = replace(NOVEMBER, posts=(post,), first=date(2026, 11, 2), last=date(2026, 12, 27))

    def test_one_person_keeps_a_week_from_monday(self) -> None:
        weeks: dict[date, set[str]] = {}
        for one in generate(self.task).assignments:
            monday = one.duty_date - timedelta(days=one.duty_date.weekday())
            weeks.setdefault(monday, set()).add(one.member_id)
        assert len(weeks) == 8
        assert all(len(who) == 1 for who in weeks.values())
        turns = [who.pop() for who in weeks.values()]
        assert max(turns.count(one) for one in turns) - min(turns.count(one) for one in turns) <= 1
        assert all(one != other for one, other in pairwise(turns))

    def test_a_week_begun_in_the_month_before_is_kept_to_its_end(self) -> None:
        november = replace(self.task, last=date(2026, 12, 1))
        kept = standing_of(generate(november), november)
        keeper = {one.member_id for one in kept if one.duty_date == date(2026, 12, 1)}
        december = replace(self.task, first=date(2026, 12, 2), standing=kept)
        on = {one.duty_date: one.member_id for one in generate(december).assignments}
        assert {on[date(2026, 12, day)] for day in range(2, 7)} == keeper
        assert on[date(2026, 12, 7)] not in keeper

    def test_a_week_that_nobody_can_keep_whole_is_passed_on_within_it(self) -> None:
        members = members_of(2, LEAD_POST)
        leaving = replace(members[0], ends_on=date(2026, 11, 4))
        coming = replace(members[1], starts_on=date(2026, 11, 5))
        week = replace(self.task, last=date(2026, 11, 8), members=(leaving, coming))
        on = {one.duty_date.day: one.member_id for one in generate(week).assignments}
        assert on == dict.fromkeys((2, 3, 4), "m00") | dict.fromkeys((5, 6, 7, 8), "m01")

    def test_a_fixed_wish_takes_its_week(self) -> None:
        day = date(2026, 11, 18)
        wish = RosterWish("w1", "m05", WishKind.FIXED, day, day, LEAD_POST)
        proposal = generate(replace(self.task, wishes=(wish,)))
        assert {
            one.member_id
            for one in proposal.assignments
            if date(2026, 11, 16) <= one.duty_date <= date(2026, 11, 22)
        } == {"m05"}
        assert proposal.unkept == ()
