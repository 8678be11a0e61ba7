"""Who may be rostered where nobody has named anybody yet.

Rules of this file: whoever is on the rosters of the last months goes on as before; else the
officers by their roles; else the people of the unit itself in the contacts, or all contacts where
they are few enough to be one office. Who is found is written as a member: the unit changes the
list from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from dutydesk.domain.clock import Ids
from dutydesk.domain.contacts import Contact, ContactRole, name_key
from dutydesk.domain.instants import china
from dutydesk.domain.officer import OfficerRole
from dutydesk.domain.roster import (
    LEAD_POST,
    PRIMARY_POST,
    SECONDARY_POST,
    STANDBY_POST,
    RosterMember,
    RosterSlot,
)
from dutydesk.domain.roster_refusals import RosterMembersMissing
from dutydesk.store import roster_book
from dutydesk.store.tables import Tables

_RECENT = timedelta(days=120)
_COMING = timedelta(days=62)
_ONE_OFFICE = 60
_DESK = (PRIMARY_POST, SECONDARY_POST, STANDBY_POST)
# Of fewer people one post less is kept, or the first would be empty every other day.
_ENOUGH = (1, 3, 6)
_LEADERS = frozenset({ContactRole.HEAD, ContactRole.DEPUTY_IN_CHARGE})
_LEADS = re.compile(r"书记|区长|镇长|乡长|局长|(办事处|管委会)(副?主任)|负责人|领导")


def ensured(tables: Tables, ids: Ids, now: datetime) -> tuple[RosterMember, ...]:
    """Return the unit's members; where it has none in use, write those that can be told.

    Raises RosterMembersMissing.
    """
    members = tables.roster.members()
    if any(one.is_active for one in members):
        return members
    found = _of_recent_rosters(tables, now) or _officers(tables) or _contacts(tables)
    known = {name_key(one.name) for one in members}
    named = {name_key(one[0]): one for one in reversed(found)}
    found = [one for one in found if named[name_key(one[0])] is one]
    fresh = [
        roster_book.member_on_file(
            tables,
            RosterMember(ids.new(), name, contact_id, posts, phone=phone, order_no=place),
        )
        for place, (name, contact_id, posts, phone) in enumerate(found, len(members) + 1)
        if name_key(name) not in known
    ]
    if not fresh:
        raise RosterMembersMissing
    for member in fresh:
        tables.roster.put_member(member)
    return tables.roster.members()


Found = tuple[str, str | None, tuple[str, ...], str]


def _of_recent_rosters(tables: Tables, now: datetime) -> list[Found]:
    today = china(now).date()
    slots = tables.roster.slots(today - _RECENT, today + _COMING)
    held: dict[str, set[str]] = {}
    first: dict[str, RosterSlot] = {}
    for slot in slots:
        key = name_key(slot.person)
        first.setdefault(key, slot)
        held.setdefault(key, set()).add(slot.post_id)
    order = [post.id for post in roster_book.posts(tables)]
    # Who keeps one of the two seats at the desk keeps the other as well.
    desk = {slot.post_id for slot in slots} & {PRIMARY_POST, SECONDARY_POST}
    for key, posts in held.items():
        held[key] = posts | desk if posts & desk else posts
    return [
        (slot.person, slot.contact_id, _ordered(held[key], order), slot.phone)
        for key, slot in first.items()
    ]


def _officers(tables: Tables) -> list[Found]:
    officers = [one for one in tables.officer.all() if one.may_write]
    leads = [one for one in officers if one.role is OfficerRole.LEAD_OFFICER]
    desk = [one for one in officers if one.role is not OfficerRole.LEAD_OFFICER]
    posts = _desk_posts(len(desk))
    return [
        *((one.name, None, (LEAD_POST,), one.phone) for one in leads),
        *((one.name, None, posts, one.phone) for one in desk),
    ]


def _contacts(tables: Tables) -> list[Found]:
    people = [one for one in _of_own_unit(tables) if one.duty_role is not ContactRole.DUTY_ROOM]
    leads = [one for one in people if _may_lead(one)]
    desk = [one for one in people if not _may_lead(one)]
    posts = _desk_posts(len(desk))
    return [
        *((one.name, one.id, (LEAD_POST,), "") for one in leads),
        *((one.name, one.id, posts, "") for one in desk),
    ]


def _of_own_unit(tables: Tables) -> Sequence[Contact]:
    name = name_key(tables.room.get().unit)
    named = [one for one in tables.contacts.units() if _is_own(name_key(one.name), name)]
    if named:
        own = max(named, key=lambda one: len(one.name))
        found = tables.contacts.in_units([own.id])
        if found:
            return found
    rowids = tables.contacts.rowids()
    return tables.contacts.by_rowids(rowids) if len(rowids) <= _ONE_OFFICE else ()


def _may_lead(contact: Contact) -> bool:
    return contact.duty_role in _LEADERS or _LEADS.search(contact.post) is not None


def _is_own(unit: str, room: str) -> bool:
    return len(unit) > 1 and (unit in room or room in unit)


def _desk_posts(people: int) -> tuple[str, ...]:
    return _DESK[: sum(people >= least for least in _ENOUGH)]


def _ordered(posts: Iterable[str], order: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(posts, key=order.index))
