"""What everybody has kept of a post, by class of day: the account that fairness is judged by.

Counted are the duties before the room (``RosterMember.past``), those that stand, and those being
made. Whoever was not in service or was away at a duty is credited with the mean of those who
could keep it, so that a newcomer does not make up for years and an absence is neither a gain nor
a debt. A refusal (不排) is not credited: it is made up for on other days. A weekly post is counted
by weeks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from dutydesk.domain.duty_calendar import DutyCalendar
from dutydesk.domain.roster import RosterPost, RosterSlot, RosterTurn
from dutydesk.domain.roster_task import RosterTask
from dutydesk.domain.roster_timeline import (
    is_bounded,
    is_excused,
    member_of,
    people_of,
    usual_shift,
)
from dutydesk.domain.shift import ShiftSlot

WEEKS = "weeks"
_A_WEEK = 7

# A post and a class of day, or a post and ``WEEKS``.
Bucket = tuple[str, str]


def monday_of(day: date) -> date:
    """Return the first day of the week."""
    return day - timedelta(days=day.weekday())


def bucket_of(post: RosterPost, day: date, calendar: DutyCalendar) -> Bucket:
    """Return what a duty of a post on a day is counted under."""
    if post.turn is RosterTurn.WEEK:
        return (post.id, WEEKS)
    return (post.id, calendar.day_class(day).value)


def counts_before(task: RosterTask) -> dict[Bucket, dict[str, float]]:
    """Return the account of what is past and of what stands, by bucket and member id."""
    posts = {post.id: post for post in task.posts}
    people = people_of(task.members)
    counts: dict[Bucket, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for member in task.members:
        for post_id, past in member.past.items():
            _count_past(counts, member.id, posts.get(post_id), past)
    credit = Credits(task)
    for slot in _counted(task, posts, people):
        account = counts[bucket_of(posts[slot.post_id], slot.duty_date, task.calendar)]
        holder = member_of(slot, people)
        if holder is not None:
            account[holder] += 1
        for member_id, share in credit.at(slot).items():
            account[member_id] += share
    return counts


def _counted(
    task: RosterTask, posts: Mapping[str, RosterPost], people: dict[str, str]
) -> Iterator[RosterSlot]:
    """Yield what stands, of a week of a weekly post the first slot."""
    turns = set()
    for slot in task.standing:
        post = posts.get(slot.post_id)
        if post is not None and post.turn is RosterTurn.WEEK:
            turn = (post.id, slot.seat, monday_of(slot.duty_date), member_of(slot, people))
            if turn not in turns:
                turns.add(turn)
                yield slot
        elif post is not None:
            yield slot


class Credits:
    """Who is credited with what share of a duty that was not theirs to keep."""

    def __init__(self, task: RosterTask) -> None:
        listed = {
            post.id: [one for one in task.members if post.id in one.posts] for post in task.posts
        }
        self._listed = {post_id: len(members) for post_id, members in listed.items()}
        self._away = {
            member.id: [one for one in task.absences if one.member_id == member.id]
            for member in task.members
        }
        # Most are always there; only the others are asked day by day.
        self._asked = {
            post_id: [one for one in members if self._away[one.id] or is_bounded(one)]
            for post_id, members in listed.items()
        }
        self._task = task
        self._known: dict[tuple[str, date, str], dict[str, float]] = {}

    def at(self, slot: RosterSlot) -> Mapping[str, float]:
        """Return the shares of one standing slot by member id."""
        key = (slot.post_id, slot.duty_date, slot.shift.value)
        if key not in self._known:
            asked = self._asked.get(slot.post_id, ())
            shift = shift_of(self._task, slot) if asked else None
            excused = [
                one.id for one in asked if shift and is_excused(one, shift, self._away[one.id])
            ]
            self._known[key] = shares(excused, self._listed.get(slot.post_id, 0))
        return self._known[key]


def shift_of(task: RosterTask, slot: RosterSlot) -> ShiftSlot:
    """Return the hours of a slot by the unit's pattern, else the usual ones."""
    for shift in task.pattern.slots_of(slot.duty_date, task.calendar.is_rest_day):
        if shift.kind is slot.shift:
            return shift
    return usual_shift(slot.duty_date, slot.shift)


def shares(excused: list[str], listed: int) -> dict[str, float]:
    """Return the credit of each excused member: one duty, divided by those who could keep it."""
    could = listed - len(excused)
    return dict.fromkeys(excused, 1 / could) if could else {}


def _count_past(
    counts: dict[Bucket, dict[str, float]],
    member_id: str,
    post: RosterPost | None,
    past: Mapping[str, int],
) -> None:
    if post is None:
        return
    if post.turn is RosterTurn.WEEK:
        counts[post.id, WEEKS][member_id] += round(sum(past.values()) / _A_WEEK)
        return
    for day_class, count in past.items():
        counts[post.id, day_class][member_id] += count
