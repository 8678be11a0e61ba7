"""Use cases of the unit tree: move units and people, a unit's telephones, a unit at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.contact_number import NumberPlace, number_typed
from dutydesk.domain.contact_state import contact_dates, is_expired, is_stale
from dutydesk.domain.contacts import (
    Contact,
    ContactCard,
    ContactNumber,
    ContactRole,
    Unit,
    name_key,
    paths,
    within,
)
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.phone import NumberKind
from dutydesk.domain.unit_card import (
    UnitCard,
    duty_number,
    duty_room_of,
    fax_number,
    heads_of,
    new_duty_room,
)
from dutydesk.domain.unit_order import check_unit, moved_unit, shifted_person, shifted_unit
from dutydesk.exchange.contact_keys import is_named, keys_for
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.contacts import CONTACT_ROLES


@dataclass(frozen=True, slots=True)
class Telephones:
    """The telephones of a unit itself as typed; an empty text is none."""

    duty_phone: str = ""
    fax: str = ""


class ContactUnitService:
    """What an officer does with the tree of units."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def card(self, unit_id: str) -> UnitCard:
        """Return a unit at a glance, people below it counted; raises RecordUnknown."""
        with self._store.reading() as tables:
            units = tables.contacts.units()
            unit = _unit(tables, unit_id)
            inside = within(unit_id, units)
            dates = contact_dates(self._clock.now(), tables.setting.get)
            everybody = tables.contacts.in_units(inside)
            people = [one for one in everybody if not is_expired(one, dates.today)]
            own = self._people(tables, unit_id, people)
        return UnitCard(
            unit,
            paths(units)[unit_id],
            duty_number(own, unit_id),
            fax_number(own, unit_id),
            heads_of(own, unit_id),
            len(people),
            sum(is_stale(one, dates.stale_before) for one in people),
        )

    def new_id(self) -> str:
        """Return an id for a form to put on a new unit."""
        return self._ids.new()

    def find_units(self, text: str) -> frozenset[str] | None:
        """Return the units whose name holds a text, or begins so when typed in letters.

        None for an empty text: then nothing is looked for.
        """
        wanted = name_key(text)
        if not wanted:
            return None
        with self._store.reading() as tables:
            units = tables.contacts.units()
        return frozenset(unit.id for unit in units if is_named(unit.name, wanted))

    def save(self, unit: Unit, telephones: Telephones, *, by: Actor) -> Done[Unit]:
        """Write a new or changed unit with its telephones.

        Raises UnitNameMissing, UnitBelowItself.
        """
        with self._store.writing(actor=by.name, action="contacts.save_unit") as work:
            tables = work.tables
            check_unit(unit, tables.contacts.units())
            if tables.contacts.unit(unit.id) != unit:
                self._put_units(tables, [unit], below=unit.id)
            self._write_telephones(tables, unit, telephones)
        return Done(unit, work.changes)

    def move_unit(
        self, unit_id: str, parent_id: str | None, before_id: str | None = None, *, by: Actor
    ) -> Done[Unit]:
        """Put a unit below another (None: to the top), before a sibling or behind all.

        Raises RecordUnknown, UnitBelowItself.
        """
        with self._store.writing(actor=by.name, action="contacts.move_unit") as work:
            units = work.tables.contacts.units()
            changed = moved_unit(units, unit_id, parent_id, before_id)
            self._put_units(work.tables, changed, below=unit_id)
            moved = _unit(work.tables, unit_id)
        return Done(moved, work.changes)

    def shift_unit(self, unit_id: str, steps: int, *, by: Actor) -> Done[Unit]:
        """Move a unit up (less than 0) or down among its siblings; raises RecordUnknown."""
        with self._store.writing(actor=by.name, action="contacts.move_unit") as work:
            for unit in shifted_unit(work.tables.contacts.units(), unit_id, steps):
                work.tables.contacts.put_unit(unit)
            moved = _unit(work.tables, unit_id)
        return Done(moved, work.changes)

    def move_person(self, contact_id: str, unit_id: str | None, *, by: Actor) -> Done[Contact]:
        """Put somebody with the first role into another unit, or into none.

        Raises RecordUnknown.
        """
        with self._store.writing(actor=by.name, action="contacts.move_person") as work:
            tables = work.tables
            if unit_id is not None:
                _unit(tables, unit_id)
            known = _known(tables, contact_id)
            moved = replace(known, unit_id=unit_id, updated_at=self._clock.now())
            if known.unit_id != unit_id:
                tables.contacts.put(moved)
                _renew_keys(tables, [moved])
        return Done(moved, work.changes)

    def shift_person(self, contact_id: str, steps: int, *, by: Actor) -> Done[Contact]:
        """Move somebody up or down among the people of the same unit; raises RecordUnknown."""
        with self._store.writing(actor=by.name, action="contacts.move_person") as work:
            tables = work.tables
            unit_id = _known(tables, contact_id).unit_id
            people = tables.contacts.of_unit(unit_id)
            for one in shifted_person(people, contact_id, steps):
                tables.contacts.put(one)
            moved = _known(tables, contact_id)
        return Done(moved, work.changes)

    def save_telephones(
        self, unit_id: str, telephones: Telephones, *, by: Actor
    ) -> Done[ContactCard | None]:
        """Write the duty telephone and the fax of a unit itself, as numbers of its duty room.

        A duty room is made when there is none; an empty text takes the number away. Raises
        RecordUnknown.
        """
        with self._store.writing(actor=by.name, action="contacts.save_telephones") as work:
            unit = _unit(work.tables, unit_id)
            card = self._write_telephones(work.tables, unit, telephones)
        return Done(card, work.changes)

    def _write_telephones(
        self, tables: Tables, unit: Unit, telephones: Telephones
    ) -> ContactCard | None:
        people = self._people(tables, unit.id)
        room = duty_room_of(unit.id, people)
        is_typed = bool(telephones.duty_phone.strip() or telephones.fax.strip())
        if room is None and (not is_typed or _stands(people, unit, telephones)):
            return None
        contact = room.contact if room else self._new_room(tables, unit)
        numbers = room.numbers if room else ()
        self._put_number(tables, contact, numbers, (NumberKind.DUTY, telephones.duty_phone))
        self._put_number(tables, contact, numbers, (NumberKind.FAX, telephones.fax))
        if tables.contacts.numbers_of(contact.id) != list(numbers):
            tables.contacts.put(replace(contact, updated_at=self._clock.now()))
            _renew_keys(tables, [contact])
        return tables.contacts.cards_of([_known(tables, contact.id)])[0]

    def _new_room(self, tables: Tables, unit: Unit) -> Contact:
        name = CONTACT_ROLES[ContactRole.DUTY_ROOM]
        made = new_duty_room(unit, self._ids.new(), name)
        made = replace(made, order_no=tables.contacts.next_order_no())
        tables.contacts.put(made)
        return made

    def _put_number(
        self,
        tables: Tables,
        contact: Contact,
        numbers: Sequence[ContactNumber],
        typed: tuple[NumberKind, str],
    ) -> None:
        kind, text = typed
        known = next((one for one in numbers if one.kind is kind), None)
        if not text.strip():
            if known is not None:
                tables.contacts.remove_number(known)
            return
        last = max((one.order_no for one in numbers), default=0)
        place = NumberPlace(
            known.id if known else self._ids.new(),
            contact.id,
            known.order_no if known else last + 1 + (kind is NumberKind.FAX),
        )
        number = number_typed(text, kind, known.label if known else "", place)
        # What it is for was said by the field it was typed into.
        number = replace(number, kind=kind)
        if number != known:
            tables.contacts.put_number(number)

    def _people(
        self, tables: Tables, unit_id: str, people: Iterable[Contact] | None = None
    ) -> list[ContactCard]:
        inside = tables.contacts.in_units([unit_id])
        if people is not None:
            known = {one.id for one in people}
            inside = [one for one in inside if one.id in known]
        return tables.contacts.cards_of(inside)

    def _put_units(self, tables: Tables, units: Iterable[Unit], below: str) -> None:
        for unit in units:
            tables.contacts.put_unit(unit)
        inside = within(below, tables.contacts.units())
        _renew_keys(tables, tables.contacts.in_units(inside))


def _stands(people: Sequence[ContactCard], unit: Unit, typed: Telephones) -> bool:
    """Tell whether what was typed is what somebody of the unit has: no room is made of it."""
    duty = duty_number(people, unit.id)
    return duty is not None and duty.number == typed.duty_phone.strip() and not typed.fax.strip()


def _unit(tables: Tables, unit_id: str) -> Unit:
    unit = tables.contacts.unit(unit_id)
    if unit is None:
        raise RecordUnknown("unit", unit_id)
    return unit


def _known(tables: Tables, contact_id: str) -> Contact:
    contact = tables.contacts.contact(contact_id)
    if contact is None:
        raise RecordUnknown("contact", contact_id)
    return contact


def _renew_keys(tables: Tables, contacts: Iterable[Contact]) -> None:
    tables.contact_lookup.renew(tables.contacts.cards_of(list(contacts)), keys_for)
