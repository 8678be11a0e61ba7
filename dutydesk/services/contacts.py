"""Use cases of contacts: find, change, verify; files in and out are `contact_import`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.contact_lookup import NOBODY, Lifted, words_of
from dutydesk.domain.contact_number import NumberPlace, number_typed, removed
from dutydesk.domain.contact_pair import partners
from dutydesk.domain.contact_state import Listed, PeopleCounts, contact_dates, is_expired
from dutydesk.domain.contacts import Contact, ContactCard, FurtherRole, Unit, within
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import BadInput, RecordUnknown
from dutydesk.domain.further_role import check_contact, checked_roles
from dutydesk.domain.instants import china
from dutydesk.domain.officer import Actor
from dutydesk.domain.phone import NumberKind
from dutydesk.domain.unit_order import check_unit
from dutydesk.exchange.contact_keys import keys_for
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables


@dataclass(frozen=True, slots=True)
class NumberDraft:
    """A number as typed in the form; with the `id` of one on file it stays that one."""

    kind: NumberKind
    number: str
    label: str = ""
    id: str | None = None


class ContactsService:
    """What an officer does with contacts and units."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._lifted: tuple[int, Lifted] = (-1, NOBODY)

    def new_id(self) -> str:
        """Return an id for a form to put on a new contact or unit."""
        return self._ids.new()

    def find(self, text: str, limit: int = 20) -> list[ContactCard]:
        """Return the contacts that hold every word, best first (ecosystem.md §6.3).

        Whose last valid day is over comes behind all others.
        """
        if limit < 1:
            raise BadInput("limit", str(limit))
        with self._store.reading() as tables:
            lifted = self._called_lately(tables)
            rowids = tables.contact_lookup.find(words_of(text), limit, lifted)
            found = tables.contacts.cards_of(tables.contacts.by_rowids(rowids))
        today = china(self._clock.now()).date()
        return sorted(found, key=lambda card: is_expired(card.contact, today))

    def units(self) -> list[Unit]:
        """Return all units; `domain.contacts.in_tree_order` makes the tree."""
        with self._store.reading() as tables:
            return tables.contacts.units()

    def people_of(self, unit_id: str) -> list[ContactCard]:
        """Return the people of a unit and of everything below it, retired ones left out."""
        with self._store.reading() as tables:
            units = within(unit_id, tables.contacts.units())
            return tables.contacts.cards_of(tables.contacts.in_units(units))

    def listing(self, unit_id: str | None = None, listed: Listed = Listed.IN_SERVICE) -> list[int]:
        """Return the local numbers of whom a list shows, for `page`.

        None means everybody, an id the unit and all below it, an empty text those without unit.
        """
        with self._store.reading() as tables:
            dates = contact_dates(self._clock.now(), tables.setting.get)
            units: frozenset[str] | None = None
            if unit_id is not None:
                units = within(unit_id, tables.contacts.units()) if unit_id else frozenset()
            if listed is Listed.UNTRAINED:
                rowids = tables.contact_list.rowids(Listed.IN_SERVICE, dates, units)
                return _untrained(tables, rowids, dates.today.year)
            return tables.contact_list.rowids(listed, dates, units)

    def page(self, rowids: Sequence[int]) -> dict[int, ContactCard]:
        """Return the contacts under some local numbers."""
        with self._store.reading() as tables:
            found = tables.contacts.numbered(rowids)
            shown = tables.contacts.cards_of(list(found.values()))
            return dict(zip(found, shown, strict=True))

    def counts(self) -> PeopleCounts:
        """Return how many people in service each unit has, and how many stand in each list."""
        with self._store.reading() as tables:
            dates = contact_dates(self._clock.now(), tables.setting.get)
            lists = tables.contact_list
            return PeopleCounts(lists.counts(dates), lists.places(dates), lists.tally(dates))

    def card(self, contact_id: str) -> ContactCard:
        """Return one contact; raises RecordUnknown."""
        with self._store.reading() as tables:
            return tables.contacts.cards_of([_known(tables, contact_id)])[0]

    def save(
        self,
        contact: Contact,
        numbers: Sequence[NumberDraft],
        roles: Sequence[FurtherRole] | None = None,
        *,
        by: Actor,
    ) -> Done[ContactCard]:
        """Write a new or changed contact with exactly these numbers, and roles unless None.

        Whoever is named as the other of a pair is written too. Raises ContactNameMissing,
        ValidityReversed; a doubtful number is kept as typed, never refused.
        """
        check_contact(contact)
        with self._store.writing(actor=by.name, action="contacts.save") as work:
            tables = work.tables
            order_no = contact.order_no or tables.contacts.next_order_no()
            saved = replace(contact, order_no=order_no, updated_at=self._clock.now())
            tables.contacts.put(saved)
            self._write_numbers(tables, saved, numbers)
            if roles is not None:
                tables.contact_role.replace(saved.id, checked_roles(saved, roles))
            _renew_keys(tables, [saved, *_write_partners(tables, saved)])
            card = tables.contacts.cards_of([saved])[0]
        return Done(card, work.changes)

    def save_unit(self, unit: Unit, *, by: Actor) -> Done[Unit]:
        """Write a new or changed unit; raises UnitNameMissing, UnitBelowItself."""
        with self._store.writing(actor=by.name, action="contacts.save_unit") as work:
            tables = work.tables
            units = tables.contacts.units()
            check_unit(unit, units)
            below = within(unit.id, units)
            tables.contacts.put_unit(unit)
            _renew_keys(tables, tables.contacts.in_units(below))
        return Done(unit, work.changes)

    def verify(self, contact_id: str, *, by: Actor) -> Done[Contact]:
        """Mark that somebody made sure the numbers still hold; raises RecordUnknown."""
        with self._store.writing(actor=by.name, action="contacts.verify") as work:
            officer = work.tables.officer.by_id(by.officer_id)
            verified = replace(
                _known(work.tables, contact_id),
                last_verified_at=self._clock.now(),
                verified_by=officer.name if officer else by.name,
            )
            work.tables.contacts.put(verified)
        return Done(verified, work.changes)

    def retire(self, contact_id: str, *, is_retired: bool = True, by: Actor) -> Done[Contact]:
        """Take somebody out of lists and lookup, or back in; nothing is deleted."""
        with self._store.writing(actor=by.name, action="contacts.retire") as work:
            known = _known(work.tables, contact_id)
            changed = replace(known, is_retired=is_retired, updated_at=self._clock.now())
            work.tables.contacts.put(changed)
            _renew_keys(work.tables, [changed])
        return Done(changed, work.changes)

    def has_all_keys(self) -> bool:
        """Tell whether everybody can be found; quick, for each start of the desk."""
        with self._store.reading() as tables:
            return tables.contact_lookup.is_complete()

    def renew_keys(self) -> None:
        """Make all lookup keys again when they do not fit the record, as after a rebuild."""
        with self._store.unjournalled() as tables:
            if not tables.contact_lookup.is_complete():
                tables.contact_lookup.clear()
                _renew_keys(tables, tables.contacts.book().contacts)

    def _called_lately(self, tables: Tables) -> Lifted:
        """Read anew only when something was recorded: a lookup comes with every key press."""
        newest = tables.journal.count()
        if self._lifted[0] != newest:
            recent = tables.recent_calls.rowids(self._clock.now())
            self._lifted = newest, tables.contact_lookup.lifted(recent)
        return self._lifted[1]

    def _write_numbers(
        self, tables: Tables, contact: Contact, drafts: Sequence[NumberDraft]
    ) -> None:
        before = tables.contacts.numbers_of(contact.id)
        typed = [draft for draft in drafts if draft.number.strip()]
        kept = [
            number_typed(
                draft.number,
                draft.kind,
                draft.label,
                NumberPlace(draft.id or self._ids.new(), contact.id, place),
            )
            for place, draft in enumerate(typed, start=1)
        ]
        for number in kept:
            if number not in before:
                tables.contacts.put_number(number)
        for number in removed(before, kept):
            tables.contacts.remove_number(number)


def _known(tables: Tables, contact_id: str) -> Contact:
    contact = tables.contacts.contact(contact_id)
    if contact is None:
        raise RecordUnknown("contact", contact_id)
    return contact


def _untrained(tables: Tables, rowids: Sequence[int], year: int) -> list[int]:
    people = tables.contacts.numbered(rowids)
    states = tables.training.states(tables.contacts.cards_of(list(people.values())), year)
    return [rowid for rowid, one in people.items() if states[one.id].missing]


def _write_partners(tables: Tables, saved: Contact) -> list[Contact]:
    both = [saved.id, *([saved.pair_contact_id] if saved.pair_contact_id else [])]
    pointing = tables.contacts.pointing_at(both)
    known = {one.id: one for one in pointing}
    for contact_id in both[1:]:
        known[contact_id] = _known(tables, contact_id)
    changed = partners(saved, known, [one.id for one in pointing])
    for one in changed:
        tables.contacts.put(one)
    return changed


def _renew_keys(tables: Tables, contacts: Iterable[Contact]) -> None:
    tables.contact_lookup.renew(tables.contacts.cards_of(list(contacts)), keys_for)
