"""Looks up who is meant for a seat: those on the unit's list first, then everybody on file."""

from __future__ import annotations

from dutydesk.domain.contact_lookup import words_of
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.roster import RosterMember
from dutydesk.domain.roster_edit import RosterPerson
from dutydesk.store.store import Store


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody who may be meant; ``is_listed`` for the post, or at all where none is named."""

    person: RosterPerson
    is_listed: bool
    unit: str = ""
    post: str = ""


class RosterPeopleService:
    """Reads only."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, text: str, post_id: str = "", limit: int = 8) -> tuple[FoundPerson, ...]:
        """Return whom a text may mean: Chinese, pinyin, initials, or the tail of a number."""
        from dutydesk.exchange.pinyin_match import is_typed_as  # noqa: PLC0415 -- tables of signs

        with self._store.reading() as tables:
            members = [
                one
                for one in tables.roster.members()
                if one.is_active and is_typed_as(text, one.name)
            ]
            cards = tables.contacts.cards_of(
                tables.contacts.by_rowids(tables.contact_lookup.find(words_of(text), limit))
            )
        members.sort(key=lambda one: post_id not in one.posts)
        found = [_of_member(one, post_id) for one in members]
        names = {one.person.name for one in found}
        found += [
            FoundPerson(
                RosterPerson(card.contact.name, None, card.contact.id),
                is_listed=False,
                unit=card.unit,
                post=card.contact.post,
            )
            for card in cards
            if card.contact.name not in names
        ]
        return tuple(found[:limit])


def _of_member(member: RosterMember, post_id: str) -> FoundPerson:
    person = RosterPerson(member.name, member.id, member.contact_id, member.phone)
    return FoundPerson(person, is_listed=not post_id or post_id in member.posts)
