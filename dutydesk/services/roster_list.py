"""Use cases of what a roster is made from: posts, members, wishes, key periods."""

from __future__ import annotations

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.contacts import name_key
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.roster import KeyPeriod, RosterMember, RosterPost, RosterWish
from dutydesk.domain.roster_edit import RosterPerson, check_texts
from dutydesk.domain.roster_refusals import (
    RosterMemberExists,
    RosterPersonMissing,
    RosterPostUnfit,
    RosterSpanUnfit,
)
from dutydesk.store import roster_book
from dutydesk.store.roster_people import PeopleOnFile
from dutydesk.store.store import Store

_SEATS = range(1, 10)


class RosterListService:
    """What an administrator, and for wishes and members an officer, does with the lists."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def posts(self) -> tuple[RosterPost, ...]:
        """Return the unit's posts in their order, those out of use among them."""
        with self._store.reading() as tables:
            return roster_book.posts(tables)

    def put_post(self, post: RosterPost, *, by: Actor) -> Done[RosterPost]:
        """Write a post, new or changed; raises RosterPostUnfit."""
        with self._store.writing(actor=by.name, action="roster.put_post") as work:
            others = [one for one in roster_book.seed_posts(work.tables) if one.id != post.id]
            is_taken = any(name_key(one.name) == name_key(post.name) for one in others)
            if not post.name.strip() or is_taken or post.seats not in _SEATS:
                raise RosterPostUnfit(post.name)
            check_texts(name=post.name)
            if post in work.tables.roster.posts():
                return Done(post, work.changes)
            work.tables.roster.put_post(post)
        return Done(post, work.changes)

    def members(self) -> tuple[RosterMember, ...]:
        """Return everybody who may be or was rostered, in their order."""
        with self._store.reading() as tables:
            return tables.roster.members()

    def put_member(self, member: RosterMember, *, by: Actor) -> Done[RosterMember]:
        """Write a member, new or changed; one of a contact's name gets the contact.

        Raises RosterPersonMissing, RosterMemberExists, RosterSpanUnfit, RosterTextTooLong and
        RecordUnknown for a post.
        """
        if not member.name.strip():
            raise RosterPersonMissing
        check_texts(name=member.name, phone=member.phone, note=member.note)
        if member.starts_on and member.ends_on and member.ends_on < member.starts_on:
            raise RosterSpanUnfit(member.starts_on, member.ends_on)
        with self._store.writing(actor=by.name, action="roster.put_member") as work:
            tables = work.tables
            known = roster_book.seed_posts(tables)
            for post_id in member.posts:
                if post_id not in {one.id for one in known}:
                    raise RecordUnknown("roster_post", post_id)
            made = roster_book.member_on_file(tables, member)
            for other in tables.roster.members():
                if other.id != made.id and name_key(other.name) == name_key(made.name):
                    raise RosterMemberExists(made.name)
            if made in tables.roster.members():
                return Done(made, Changes())
            tables.roster.put_member(made)
        return Done(made, work.changes)

    def people(self, names: tuple[str, ...]) -> tuple[RosterPerson, ...]:
        """Return who is meant by some names as typed."""
        with self._store.reading() as tables:
            people = PeopleOnFile(tables, names, ())
            return tuple(people.known(RosterPerson(one)) for one in names)

    def wishes(self) -> tuple[RosterWish, ...]:
        """Return all wishes by their first day, those taken back among them."""
        with self._store.reading() as tables:
            return tables.roster.wishes()

    def put_wish(self, wish: RosterWish, *, by: Actor) -> Done[RosterWish]:
        """Write a wish, new or changed; raises RosterSpanUnfit and RecordUnknown."""
        check_texts(reason=wish.reason)
        if wish.ends_on < wish.starts_on:
            raise RosterSpanUnfit(wish.starts_on, wish.ends_on)
        with self._store.writing(actor=by.name, action="roster.put_wish") as work:
            tables = work.tables
            if wish.member_id not in {one.id for one in tables.roster.members()}:
                raise RecordUnknown("roster_member", wish.member_id)
            posts = {one.id for one in roster_book.seed_posts(tables)}
            if wish.post_id is not None and wish.post_id not in posts:
                raise RecordUnknown("roster_post", wish.post_id)
            if wish in tables.roster.wishes():
                return Done(wish, Changes())
            tables.roster.put_wish(wish)
        return Done(wish, work.changes)

    def key_periods(self) -> tuple[KeyPeriod, ...]:
        """Return all key periods by their first day, those taken back among them."""
        with self._store.reading() as tables:
            return tables.roster.key_periods()

    def put_key_period(self, period: KeyPeriod, *, by: Actor) -> Done[KeyPeriod]:
        """Write a key period, new or changed; raises RosterSpanUnfit, RosterPersonMissing."""
        check_texts(name=period.name, note=period.note)
        if not period.name.strip():
            raise RosterPostUnfit("")
        if period.ends_on < period.starts_on:
            raise RosterSpanUnfit(period.starts_on, period.ends_on)
        with self._store.writing(actor=by.name, action="roster.put_key_period") as work:
            if period in work.tables.roster.key_periods():
                return Done(period, Changes())
            work.tables.roster.put_key_period(period)
        return Done(period, work.changes)
