"""Use cases of command HQs: who commands, who belongs to which, how they are reached."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Ids
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.hq_member import HqMember, HqView, checked_member, moved_member
from dutydesk.domain.officer import Actor
from dutydesk.domain.phone import NumberKind
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables

_KINDS = (NumberKind.DUTY, NumberKind.MOBILE, NumberKind.OFFICE, NumberKind.OTHER)


class HqMemberService:
    """What an officer does with the members; the HQs themselves are the unit's list."""

    def __init__(self, store: Store, ids: Ids) -> None:
        self._store = store
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a new member."""
        return self._ids.new()

    def views(self) -> list[HqView]:
        """Return every HQ in use with its members, the unit's own order.

        Who is of the contacts has the name, unit and number that stand there now.
        """
        with self._store.reading() as tables:
            hqs = [hq for hq in tables.incident_handling.hqs.all() if hq.is_active]
            members = tables.hq_member.all()
            cards = _cards(tables, members)
        shown = [_as_on_file(one, cards.get(one.contact_id or "")) for one in members]
        return [HqView(hq, tuple(one for one in shown if one.hq_id == hq.id)) for hq in hqs]

    def put(self, member: HqMember, *, by: Actor) -> Done[HqMember]:
        """Write a member, a new one behind the others of the part.

        An HQ of the shipped list becomes the unit's own with its first member. Raises
        HqMemberNameless, RecordUnknown.
        """
        member = checked_member(member)
        with self._store.writing(actor=by.name, action="hq_member.put") as work:
            tables = work.tables
            hq = next(
                (h for h in tables.incident_handling.hqs.all() if h.id == member.hq_id), None
            )
            if hq is None:
                raise RecordUnknown("command_hq", member.hq_id)
            own = tables.incident_handling.hqs.put(hq, self._ids)
            if not member.order_no:
                peers = (one.order_no for one in tables.hq_member.all() if one.hq_id == own.id)
                member = replace(member, order_no=max(peers, default=0) + 1)
            kept = replace(member, hq_id=own.id)
            tables.hq_member.put(kept)
        return Done(kept, work.changes)

    def move(self, member_id: str, steps: int, *, by: Actor) -> Done[None]:
        """Move a member among those of the same part; raises RecordUnknown."""
        with self._store.writing(actor=by.name, action="hq_member.put") as work:
            table = work.tables.hq_member
            known = table.member(member_id)
            if known is None:
                raise RecordUnknown("hq_member", member_id)
            peers = [one for one in table.all() if one.hq_id == known.hq_id]
            for one in moved_member(peers, member_id, steps):
                table.put(one)
        return Done(None, work.changes)

    def remove(self, member_id: str, *, by: Actor) -> Done[None]:
        """Take a member off the list; the journal keeps it. Raises RecordUnknown."""
        with self._store.writing(actor=by.name, action="hq_member.remove") as work:
            if work.tables.hq_member.member(member_id) is None:
                raise RecordUnknown("hq_member", member_id)
            work.tables.hq_member.remove(member_id)
        return Done(None, work.changes)


def _cards(tables: Tables, members: list[HqMember]) -> dict[str, ContactCard]:
    ids = dict.fromkeys(one.contact_id for one in members if one.contact_id is not None)
    known = [one for key in ids if (one := tables.contacts.contact(key)) is not None]
    return {card.contact.id: card for card in tables.contacts.cards_of(known)}


def _as_on_file(member: HqMember, card: ContactCard | None) -> HqMember:
    if card is None:
        return member
    number = card.first_number(*_KINDS)
    return replace(
        member,
        name=card.contact.name,
        unit=member.unit or card.unit,
        duty=member.duty or card.contact.post,
        phone=number or member.phone,
    )
