"""谁管这事: whom to ring for a place and a kind of incident, and the unit's list behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dutydesk.domain import handling_list
from dutydesk.domain import responsibility as domain
from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.contacts import ContactCard, Unit, UnitKind, within
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.message_reading import MESSAGE_LENGTH
from dutydesk.domain.officer import Actor
from dutydesk.domain.responsibility import Asked, Responsibility, Responsible, Why
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.incident import LEVEL

_OF_A_LINE = 3
"""So many people of a unit named by the list: one rings the duty room, else its head."""


class ResponsibilityService:
    """Answers who handles this, and lets an administrator change the list."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a new line."""
        return self._ids.new()

    def asked(self, text: str) -> Asked:
        """Return what words are about, as pasted messages are read; a kind may stay open."""
        text = text[:MESSAGE_LENGTH]
        if not text.strip():
            return Asked("")
        # Its words are loaded on first use: no start needs them.
        from dutydesk.exchange.message_reader import read_message  # noqa: PLC0415 -- see above

        reading = read_message(text, self._clock.now())
        return Asked(text, reading.category, reading.kind or "")

    def who(self, asked: Asked) -> list[Responsible]:
        """Return whom to ring: the place first, then areas, then whoever handles the kind.

        Nobody is named twice; nothing named is an empty list.
        """
        if not asked.text.strip() and asked.category is None and not asked.kind:
            return []
        with self._store.reading() as tables:
            units = tables.contacts.units()
            named = domain.units_named(asked.text, units)
            found = [
                *_of_places(tables, asked, named, units),
                *_of_areas(tables, asked),
                *_of_lines(tables, asked, units),
                *_commanding(tables, asked),
            ]
        return domain.once_each(found)

    def lines(self) -> list[Responsibility]:
        """Return the unit's list, also what is switched off."""
        with self._store.reading() as tables:
            return sorted(tables.responsibilities.all(), key=lambda one: one.order_no)

    def put(self, line: Responsibility, *, by: Actor) -> Done[Responsibility]:
        """Write a line; raises what ``handling_list.checked`` raises, ResponsibilityScopeMissing.

        A new one stands behind all others.
        """
        with self._store.writing(actor=by.name, action="responsibility.put") as work:
            table = work.tables.responsibilities
            others = table.all()
            line = handling_list.checked(line, others)
            domain.check_scope(line)
            if not line.order_no:
                line = replace(line, order_no=max((one.order_no for one in others), default=0) + 1)
            kept = table.put(line, self._ids)
        return Done(kept, work.changes)

    def move(self, line_id: str, steps: int, *, by: Actor) -> Done[None]:
        """Move a line up (negative) or down; raises RecordUnknown."""
        with self._store.writing(actor=by.name, action="responsibility.put") as work:
            table = work.tables.responsibilities
            line = next((one for one in table.all() if one.id == line_id), None)
            if line is None:
                raise RecordUnknown("handling_line", line_id)
            own = table.put(line, self._ids)
            for one in handling_list.moved(table.all(), own.id, steps):
                table.put(one, self._ids)
        return Done(None, work.changes)


def _of_places(
    tables: Tables, asked: Asked, named: Sequence[tuple[Unit, str]], units: Sequence[Unit]
) -> Iterator[Responsible]:
    """Yield the people of the units named, those of a fitting area first, then what is above."""
    told: set[str] = set()
    for unit, said in named:
        yield from _people(tables, asked, unit, said)
        told.add(unit.id)
    by_id = {unit.id: unit for unit in units}
    for unit, said in named:
        above = by_id.get(unit.parent_id or "")
        if above is not None and above.kind is UnitKind.STREET and above.id not in told:
            told.add(above.id)
            yield from _people(tables, asked, above, said)


def _people(tables: Tables, asked: Asked, unit: Unit, said: str) -> Iterator[Responsible]:
    cards = domain.in_charge_first(tables.contacts.cards_of(tables.contacts.in_units([unit.id])))
    by_area = [
        card
        for card in cards
        if domain.areas_named(asked.text, card.contact.area, is_in_unit=True)
    ]
    others = [card for card in cards if card not in by_area]
    for card in [*by_area, *others][: domain.MOST_OF_A_UNIT]:
        yield _answer(Why.AREA if card in by_area else Why.PLACE, said, card)


def _of_areas(tables: Tables, asked: Asked) -> Iterator[Responsible]:
    """Yield whoever looks after a place that the words name, whatever unit they belong to."""
    for card in domain.in_charge_first(tables.contacts.cards_of(tables.contacts.with_area())):
        said = domain.areas_named(asked.text, card.contact.area, is_in_unit=False)
        if said:
            yield _answer(Why.AREA, said, card)


def _of_lines(tables: Tables, asked: Asked, units: Sequence[Unit]) -> Iterator[Responsible]:
    lines = sorted(tables.responsibilities.all(), key=lambda one: one.order_no)
    for line in lines:
        if not line.is_active or not line.fits(asked):
            continue
        cards = _cards_meant(tables, line.name, units)
        for card in cards:
            yield _answer(Why.KIND, line.note or line.name, card)
        if line.phone or not cards:
            yield Responsible(Why.KIND, line.note, line.name, phone=line.phone)


def _cards_meant(tables: Tables, name: str, units: Sequence[Unit]) -> list[ContactCard]:
    meant = domain.units_meant(name, units)
    if not meant:
        return []
    ids = within(meant[0].id, units)
    cards = tables.contacts.cards_of(tables.contacts.in_units(ids))
    return domain.in_charge_first(cards)[:_OF_A_LINE]


def _commanding(tables: Tables, asked: Asked) -> Iterator[Responsible]:
    for hq in tables.incident_handling.hqs.all():
        is_category = asked.category is not None and hq.category is asked.category
        if not hq.is_active or not (asked.kind in hq.kinds or (is_category and not hq.kinds)):
            continue
        level = f"{LEVEL[hq.at_least]}及以上" if hq.at_least else ""
        who = "·".join(part for part in (hq.commander, hq.lead_department) if part)
        yield Responsible(Why.COMMAND, level, hq.name, unit=who, phone=hq.phone)


def _answer(why: Why, said: str, card: ContactCard) -> Responsible:
    return Responsible(why, said, card.contact.name, card.unit, domain.phone_of(card), card)
