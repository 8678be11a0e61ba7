"""Whether duties are spread evenly, by the definition of ``roster_generator``.

Compared are those who could have kept every duty of a class of day in the span; they lie at most
one duty apart, or no further than before the span.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster import (
    FindingKind,
    RosterFinding,
    RosterMember,
    RosterPost,
    RosterSlot,
    RosterTurn,
)
from dutydesk.domain.roster_tally import counts_before
from dutydesk.domain.roster_task import RosterTask
from dutydesk.domain.roster_timeline import Timeline, member_of, people_of

# Accounts with credits are no whole numbers; further apart than one duty is meant.
MOST_APART = 1 + 1e-6


def uneven(task: RosterTask, timeline: Timeline) -> Iterator[RosterFinding]:
    """Yield for each post and class who has most and who least, where they lie too far apart.

    Only what the span made is told: who has most had a duty of the class in it. Weekly posts are
    not judged by classes of day.
    """
    so_far = tuple(one for one in task.standing if one.duty_date <= task.last)
    earlier = tuple(one for one in so_far if one.duty_date < task.first)
    after = counts_before(replace(task, standing=so_far))
    before = counts_before(replace(task, standing=earlier))
    served = _served(task)
    for post in task.active_posts:
        by_class = _compared(task, timeline, post) if post.turn is RosterTurn.SHIFT else {}
        for day_class, whole in by_class.items():
            bucket = (post.id, day_class.value)
            kept = served.get((post.id, day_class), {})
            found = _furthest(whole, kept, after.get(bucket, {}), before.get(bucket, {}))
            if found is not None:
                slot = kept[found[0].id]
                yield RosterFinding(
                    FindingKind.UNEVEN,
                    slot.duty_date,
                    slot.shift,
                    post.id,
                    found[0].name,
                    day_class=day_class.value,
                    count=round(after[bucket].get(found[0].id, 0)),
                    other_person=found[1].name,
                    other_count=round(after[bucket].get(found[1].id, 0)),
                )


def _compared(
    task: RosterTask, timeline: Timeline, post: RosterPost
) -> dict[DayClass, list[RosterMember]]:
    """Return by class of day the members who could have kept every duty of it in the span."""
    places: dict[DayClass, list[int]] = {one: [] for one in DayClass}
    for at in timeline.in_span():
        places[task.calendar.day_class(timeline.shifts[at].duty_date)].append(at)
    listed = [(one, timeline.able(one, post.id)) for one in task.members if post.id in one.posts]
    return {
        day_class: [one for one, able in listed if all(able[at] for at in found)]
        for day_class, found in places.items()
    }


def _furthest(
    whole: list[RosterMember],
    served: Mapping[str, RosterSlot],
    now: Mapping[str, float],
    was: Mapping[str, float],
) -> tuple[RosterMember, RosterMember] | None:
    """Return who has most and who least, if that is further apart than it may be."""
    on = [one for one in whole if one.id in served]
    if not on:
        return None
    most = max(on, key=lambda one: now.get(one.id, 0))
    least = min(whole, key=lambda one: now.get(one.id, 0))
    apart = now.get(most.id, 0) - now.get(least.id, 0)
    old = [was.get(one.id, 0) for one in whole]
    return (most, least) if apart > max(MOST_APART, max(old) - min(old) + 1e-6) else None


def _served(task: RosterTask) -> dict[tuple[str, DayClass], dict[str, RosterSlot]]:
    """Return by post and class of day the last duty of everybody who had one in the span."""
    people = people_of(task.members)
    found: dict[tuple[str, DayClass], dict[str, RosterSlot]] = {}
    in_span = (one for one in task.standing if task.first <= one.duty_date <= task.last)
    for slot in sorted(in_span, key=lambda one: one.duty_date):
        holder = member_of(slot, people)
        if holder is not None:
            bucket = (slot.post_id, task.calendar.day_class(slot.duty_date))
            found.setdefault(bucket, {})[holder] = slot
    return found
