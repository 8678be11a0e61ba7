"""Use cases of contacts: find, change, verify; files in and out are `contact_import`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.contact_lookup import NOBODY, Lifted, words_of
from dutydesk.domain.contact_refusals import ContactNameMissing, UnitBelowItself, UnitNameMissing
from dutydesk.domain.contacts import Contact, ContactCard, ContactNumber, Unit, within
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import BadInput, RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.phone import NumberDoubt, NumberKind, numbers_in
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
        """Return the contacts that hold every word, best first (ecosystem.md §6.3)."""
        if limit < 1:
            raise BadInput("limit", str(limit))
        with self._store.reading() as tables:
            lifted = self._called_lately(tables)
            rowids = tables.contact_lookup.find(words_of(text), limit, lifted)
            return tables.contacts.cards_of(tables.contacts.by_rowids(rowids))

    def units(self) -> list[Unit]:
        """Return all units; `domain.contacts.in_tree_order` makes the tree."""
        with self._store.reading() as tables:
            return tables.contacts.units()

    def people_of(self, unit_id: str) -> list[ContactCard]:
        """Return the people of a unit and of everything below it, retired ones left out."""
        with self._store.reading() as tables:
            units = within(unit_id, tables.contacts.units())
            return tables.contacts.cards_of(tables.contacts.in_units(units))

    def listing(self, unit_id: str | None = None, *, is_retired: bool = False) -> list[int]:
        """Return the local numbers of whom a list shows, for `page`.

        None means everybody, an id the unit and all below it, an empty text those without unit.
        """
        with self._store.reading() as tables:
            if is_retired or unit_id is None:
                return tables.contacts.rowids(is_retired=is_retired)
            if not unit_id:
                return tables.contacts.rowids_without_unit()
            return tables.contacts.rowids_in(within(unit_id, tables.contacts.units()))

    def page(self, rowids: Sequence[int]) -> dict[int, ContactCard]:
        """Return the contacts under some local numbers."""
        with self._store.reading() as tables:
            found = tables.contacts.numbered(rowids)
            shown = tables.contacts.cards_of(list(found.values()))
            return dict(zip(found, shown, strict=True))

    def counts(self) -> dict[str | None, int]:
        """Return how many people in service each unit has itself; None: without a unit."""
        with self._store.reading() as tables:
            return tables.contacts.counts()

    def card(self, contact_id: str) -> ContactCard:
        """Return one contact; raises RecordUnknown."""
        with self._store.reading() as tables:
            return tables.contacts.cards_of([_known(tables, contact_id)])[0]

    def save(
        self, contact: Contact, numbers: Sequence[NumberDraft], *, by: Actor
    ) -> Done[ContactCard]:
        """Write a new or changed contact with exactly these numbers.

        Raises ContactNameMissing; a doubtful number is kept as typed, never refused.
        """
        if not contact.name.strip():
            raise ContactNameMissing
        with self._store.writing(actor=by.name, action="contacts.save") as work:
            tables = work.tables
            order_no = contact.order_no or tables.contacts.next_order_no()
            saved = replace(contact, order_no=order_no, updated_at=self._clock.now())
            tables.contacts.put(saved)
            self._write_numbers(tables, saved, numbers)
            _renew_keys(tables, [saved])
            card = tables.contacts.cards_of([saved])[0]
        return Done(card, work.changes)

    def save_unit(self, unit: Unit, *, by: Actor) -> Done[Unit]:
        """Write a new or changed unit; raises UnitNameMissing, UnitBelowItself."""
        if not unit.name.strip():
            raise UnitNameMissing
        with self._store.writing(actor=by.name, action="contacts.save_unit") as work:
            tables = work.tables
            below = within(unit.id, tables.contacts.units())
            if unit.parent_id in below:
                raise UnitBelowItself(unit.name)
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
        before = {number.id: number for number in tables.contacts.numbers_of(contact.id)}
        kept: set[str] = set()
        typed = [draft for draft in drafts if draft.number.strip()]
        for place, draft in enumerate(typed, start=1):
            number = self._number(contact, draft, place)
            kept.add(number.id)
            if before.get(number.id) != number:
                tables.contacts.put_number(number)
        for number in before.values():
            if number.id not in kept:
                tables.contacts.remove_number(number)

    def _number(self, contact: Contact, draft: NumberDraft, place: int) -> ContactNumber:
        read_numbers = numbers_in(draft.number, draft.kind)
        is_single = len(read_numbers) == 1
        first = read_numbers[0]
        is_sound = is_single and first.doubt is not NumberDoubt.MALFORMED
        return ContactNumber(
            id=draft.id or self._ids.new(),
            contact_id=contact.id,
            kind=first.kind if is_single else NumberKind.OTHER,
            number=first.number if is_sound else draft.number.strip(),
            label=draft.label or (first.label if is_sound else ""),
            order_no=place,
            is_doubtful=not is_sound,
        )


def _known(tables: Tables, contact_id: str) -> Contact:
    contact = tables.contacts.contact(contact_id)
    if contact is None:
        raise RecordUnknown("contact", contact_id)
    return contact


def _renew_keys(tables: Tables, contacts: Iterable[Contact]) -> None:
    tables.contact_lookup.renew(tables.contacts.cards_of(list(contacts)), keys_for)
