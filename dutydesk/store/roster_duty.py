"""Who is or was on duty at an instant: the shift as it was really kept, else the roster.

Rules of this file: a shift on record says who led and kept it; what it leaves open the roster
answers, marked as such. The roster of what is past cannot change, so it is told as it stands.
"""

from __future__ import annotations

from datetime import date, datetime

from dutydesk.domain.contacts import name_key
from dutydesk.domain.roster import (
    LEAD_POST,
    PRIMARY_POST,
    SECONDARY_POST,
    STANDBY_POST,
    RosterPost,
    RosterSlot,
)
from dutydesk.domain.roster_view import DutySource, OnDutyPerson, OnDutyView
from dutydesk.domain.rostered_posts import RosteredPosts
from dutydesk.domain.shift import Shift, ShiftKind
from dutydesk.store import roster_book
from dutydesk.store.roster_people import PeopleOnFile, people_on
from dutydesk.store.shift import SHIFT
from dutydesk.store.tables import Tables


def on_duty(tables: Tables, at: datetime, now: datetime) -> OnDutyView:
    """Return who is or was on duty at an instant."""
    kept = tables.shift.kept_at(at, now)
    layout = roster_book.frame(tables)
    planned = layout.shift_at(at)
    if kept is not None:
        place, hours = (kept.duty_date, kept.kind), (kept.starts_at, kept.ends_at)
    elif planned is not None:
        place = (planned.duty_date, planned.kind)
        hours = (planned.starts_at, planned.ends_at)
    else:
        return OnDutyView(at)
    slots = [s for s in tables.roster.slots(place[0], place[0]) if s.shift is place[1]]
    posts = [one for one in roster_book.posts(tables) if one.is_active or _held(one, slots)]
    actual, on_file = _kept_by(tables, kept, at), people_on(tables, slots)
    people: list[OnDutyPerson] = []
    for post in posts:
        rostered = _rostered(on_file, post, slots)
        if post.id in actual:
            name, phone = actual[post.id]
            people.append(OnDutyPerson(post, name, phone, DutySource.ACTUAL))
            rostered = [one for one in rostered if name_key(one.person) != name_key(name)]
            rostered = rostered[: post.seats - 1]
        people += rostered
    return OnDutyView(at, *place, *hours, tuple(people))


def rostered_posts(tables: Tables, duty_date: date, kind: ShiftKind) -> RosteredPosts:
    """Return which active officers the roster has on a shift, each where he may be."""
    officers = {name_key(one.name): one for one in tables.officer.all() if one.may_write}
    found: dict[str, str] = {}
    for slot in tables.roster.slots(duty_date, duty_date):
        officer = officers.get(name_key(slot.person))
        is_fit = officer is not None and (slot.post_id != LEAD_POST or officer.may_lead)
        if officer is not None and is_fit and slot.shift in {kind, ShiftKind.FULL}:
            found.setdefault(slot.post_id, officer.id)
    return RosteredPosts(
        found.get(PRIMARY_POST),
        found.get(LEAD_POST),
        found.get(SECONDARY_POST),
        found.get(STANDBY_POST),
    )


def _rostered(
    on_file: PeopleOnFile, post: RosterPost, slots: list[RosterSlot]
) -> list[OnDutyPerson]:
    return [
        OnDutyPerson(post, slot.person, on_file.phone_of(slot), DutySource.ROSTER)
        for slot in slots
        if slot.post_id == post.id
    ]


def _kept_by(tables: Tables, shift: Shift | None, at: datetime) -> dict[str, tuple[str, str]]:
    """Return name and telephone of whoever the shift on record names at an instant, by post."""
    if shift is None:
        return {}
    posts = {
        LEAD_POST: shift.lead_officer_id,
        PRIMARY_POST: shift.primary_officer_id,
        SECONDARY_POST: shift.secondary_officer_id,
        STANDBY_POST: shift.standby_officer_id,
    }
    # Who keeps a post beside the primary may change while the shift runs; the journal knows when.
    for step in tables.journal.history(SHIFT.table, shift.id):
        if step.row is not None and step.recorded_at <= at:
            posts = {post: _text(step.row.get(f"{post}_id")) for post in posts}
    found = {post_id: tables.officer.by_id(one) for post_id, one in posts.items()}
    return {post_id: (one.name, one.phone) for post_id, one in found.items() if one is not None}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _held(post: RosterPost, slots: list[RosterSlot]) -> bool:
    return any(one.post_id == post.id for one in slots)
