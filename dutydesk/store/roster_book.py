"""Reading the roster with all it depends on, for every use case that shows, changes or checks it.

Rules of this file: posts are the shipped ones until the unit's list is first written; nothing is
written but by ``seed_posts``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from itertools import count

from dutydesk import paths
from dutydesk.domain.duty_calendar import DutyCalendar
from dutydesk.domain.roster import RosterMember, RosterPost, RosterSlot, RosterSwap, SwapKind
from dutydesk.domain.roster_change import standing
from dutydesk.domain.roster_count import CompLeave
from dutydesk.domain.roster_day import RosterFrame, day_view, days_of, posts_shown
from dutydesk.domain.roster_edit import RosterPerson
from dutydesk.domain.roster_view import RosterDayView, SwapView
from dutydesk.domain.settings import shift_pattern
from dutydesk.store.roster import SLOT
from dutydesk.store.roster_people import PeopleOnFile, people_on
from dutydesk.store.tables import Tables


@cache
def shipped_posts() -> tuple[RosterPost, ...]:
    """Return the posts a unit begins with."""
    path = paths.resources_dir() / "roster_posts.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    return tuple(
        RosterPost(one["id"], one["name"], is_needed=one["is_needed"], order_no=place)
        for place, one in zip(count(1), document["posts"], strict=False)
    )


def posts(tables: Tables) -> tuple[RosterPost, ...]:
    """Return the unit's posts in their order, those out of use among them."""
    return tables.roster.posts() or shipped_posts()


def seed_posts(tables: Tables) -> tuple[RosterPost, ...]:
    """Write the shipped posts where the unit has none yet, and return the unit's."""
    found = tables.roster.posts()
    if found:
        return found
    for post in shipped_posts():
        tables.roster.put_post(post)
    return shipped_posts()


def member_on_file(tables: Tables, member: RosterMember) -> RosterMember:
    """Return a member with the contact that is meant, as far as one can be told."""
    people = PeopleOnFile(tables, [member.name], filter(None, [member.contact_id]))
    person = RosterPerson(member.name, None, member.contact_id, member.phone)
    return replace(member, name=member.name.strip(), contact_id=people.contact_of(person))


def calendar(tables: Tables) -> DutyCalendar:
    """Return the days of all holiday notices known."""
    return tables.holiday.calendar()


def comp_leave(tables: Tables) -> CompLeave:
    """Return the days off the unit gives for a duty."""
    return CompLeave(
        tables.setting.span("comp_leave_workday_days").days,
        tables.setting.span("comp_leave_rest_day_days").days,
    )


def frame(tables: Tables, slots: Iterable[RosterSlot] = ()) -> RosterFrame:
    """Return what days are laid out by; posts out of use only where ``slots`` hold them."""
    return RosterFrame(
        shift_pattern(tables.setting.get("shift_pattern")),
        calendar(tables),
        posts_shown(posts(tables), slots),
        tables.roster.key_periods(),
        tables.roster.published(),
    )


def day_views(
    tables: Tables, first: date, last: date, now: datetime
) -> tuple[tuple[RosterDayView, ...], RosterFrame, PeopleOnFile]:
    """Return every day of a span with its seats, by what they are laid out, and who is on them."""
    slots = tables.roster.slots(first, last)
    layout, people = frame(tables, slots), people_on(tables, slots)
    by_day: dict[date, list[RosterSlot]] = {}
    for slot in slots:
        by_day.setdefault(slot.duty_date, []).append(slot)
    days = tuple(
        day_view(day, layout, by_day.get(day, ()), now, people.phone_of)
        for day in days_of(first, last)
    )
    return days, layout, people


def swap_views(tables: Tables, first: date, last: date, now: datetime) -> tuple[SwapView, ...]:
    """Return the swaps of a span in the order of filing, with what may be taken back."""
    swaps = tables.roster.swaps(first, last)
    if not swaps:
        return ()
    undone, layout = tables.roster.undone(), frame(tables)
    return tuple(
        SwapView(
            swap,
            swap.id in undone,
            swap.kind is not SwapKind.UNDO
            and swap.id not in undone
            and stands(tables, swap)
            and all(layout.hours_of(s.duty_date, s.shift).starts_at > now for s in after(swap)),
        )
        for swap in swaps
    )


def stands(tables: Tables, swap: RosterSwap) -> bool:
    """Tell whether the slots of a swap are as it left them, and no later swap is built on it."""
    slots = after(swap)
    if any(tables.roster.slot(one.id) != one for one in slots):
        return False
    days = [one.duty_date for one in slots]
    around = standing(tables.roster.swaps(min(days), max(days)))
    places = {one.id for one in slots}
    later = around[around.index(swap) + 1 :]
    return not any(places & {one.slot_id, one.other_slot_id} for one in later)


def before(swap: RosterSwap) -> tuple[RosterSlot, ...]:
    """Return the slots of a swap as they were before it."""
    return tuple(SLOT.from_row(row) for row in swap.before)


def after(swap: RosterSwap) -> tuple[RosterSlot, ...]:
    """Return the slots of a swap as it left them."""
    return tuple(SLOT.from_row(row) for row in swap.after)


def slots_around(tables: Tables, slots: Iterable[RosterSlot]) -> list[RosterSlot]:
    """Return all slots of the days of some slots."""
    days = {one.duty_date for one in slots}
    return [slot for day in sorted(days) for slot in tables.roster.slots(day, day)]
