"""Choosing whom a call round rings: by place, role and level, with pairs and duty phones.

Rules of this file: whoever is B of an A on file is rung through that A; nobody is listed twice;
the superior of a person is the nearest head above; who has no number stays listed, marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dutydesk.domain.call_round import Callee
from dutydesk.domain.contacts import (
    AddressBook,
    Contact,
    ContactCard,
    ContactRole,
    FurtherRole,
    RolePair,
    Unit,
    UnitKind,
    cards,
    in_tree_order,
    within,
)
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.phone import NumberKind

# What is rung first: a person carries the mobile.
_RUNG = (
    NumberKind.MOBILE,
    NumberKind.DUTY,
    NumberKind.OFFICE,
    NumberKind.HOME,
    NumberKind.SATELLITE,
    NumberKind.OTHER,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallCriteria:
    """Whom to call: everything named must hold; ``picked`` come besides, ``left_out`` never.

    ``unit_ids`` mean the units with everything below them; without any of the first four nobody
    is chosen but those picked.
    """

    unit_ids: tuple[str, ...] = ()
    area: str = ""
    roles: tuple[ContactRole, ...] = ()
    kinds: tuple[UnitKind, ...] = ()
    with_duty_phones: bool = False
    picked: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def names_anybody(self) -> bool:
        """Tell whether the first four choose somebody."""
        return bool(self.unit_ids or self.area.strip() or self.roles or self.kinds)

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody is meant at all."""
        return not (self.names_anybody or self.picked)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallList:
    """A saved list of the unit: named criteria."""

    id: str
    name: str
    unit_ids: tuple[str, ...] = ()
    area: str = ""
    roles: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    with_duty_phones: bool = False
    picked: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    order_no: int = 0

    @property
    def criteria(self) -> CallCriteria:
        """Return whom it means."""
        return CallCriteria(
            unit_ids=self.unit_ids,
            area=self.area,
            roles=tuple(ContactRole(one) for one in self.roles),
            kinds=tuple(UnitKind(one) for one in self.kinds),
            with_duty_phones=self.with_duty_phones,
            picked=self.picked,
            left_out=self.left_out,
        )


def phone_of(card: ContactCard) -> str:
    """Return the number a person is rung at, empty without any."""
    return card.first_number(*_RUNG)


def choose(
    book: AddressBook, criteria: CallCriteria, role_words: Mapping[ContactRole, str]
) -> list[Callee]:
    """Return whom the criteria mean, in tree order; a role without post is named."""
    return _Choice(book, criteria, role_words).callees()


class _Choice:
    """One choice over the whole address book, read once."""

    def __init__(
        self,
        book: AddressBook,
        criteria: CallCriteria,
        role_words: Mapping[ContactRole, str],
    ) -> None:
        self._criteria, self._role_words = criteria, role_words
        self._units: Mapping[str, Unit] = {unit.id: unit for unit in book.units}
        self._cards = {
            card.contact.id: card for card in cards(book) if not card.contact.is_retired
        }
        self._place = {unit.id: at for at, (unit, _) in enumerate(in_tree_order(book.units))}
        self._meant_units = frozenset(
            below for unit_id in criteria.unit_ids for below in within(unit_id, book.units)
        )
        self._heads = self._heads_by_unit()
        self._a_of = self._pairs()
        self._b_of = {a: b for b, a in self._a_of.items()}

    def callees(self) -> list[Callee]:
        chosen = [card for card in self._cards.values() if self._is_meant(card)]
        picked = [self._cards[one] for one in self._criteria.picked if one in self._cards]
        first = {self._a_of.get(card.contact.id, card.contact.id): None for card in chosen}
        first |= {self._a_of.get(card.contact.id, card.contact.id): None for card in picked}
        left_out = set(self._criteria.left_out)
        people = [self._cards[one] for one in first if one not in left_out]
        people.sort(key=self._where)
        found = [*self._duty_phones(), *map(self._callee, people)]
        return list({_same(one): one for one in reversed(found)}.values())[::-1]

    def _is_meant(self, card: ContactCard) -> bool:
        if not self._criteria.names_anybody:
            return False
        further = (self._fits(one.role, one.unit_path) for one in card.roles)
        return self._fits(card.contact, card.unit_path) or any(further)

    def _fits(self, part: Contact | FurtherRole, unit_path: tuple[str, ...]) -> bool:
        """Tell whether one of the parts somebody plays is what is looked for."""
        wanted, unit = self._criteria, self._units.get(part.unit_id or "")
        if wanted.unit_ids and part.unit_id not in self._meant_units:
            return False
        area = wanted.area.strip()
        if area and not any(area in text for text in (part.area, *unit_path)):
            return False
        if wanted.roles and part.duty_role not in wanted.roles:
            return False
        return not wanted.kinds or (unit is not None and unit.kind in wanted.kinds)

    def _where(self, card: ContactCard) -> tuple[int, int]:
        place = self._place.get(card.contact.unit_id or "", len(self._place))
        return place, card.contact.order_no

    def _callee(self, card: ContactCard) -> Callee:
        contact = card.contact
        b = self._cards.get(self._b_of.get(contact.id, ""))
        head = self._head_over(card)
        return Callee(
            name=contact.name,
            phone=phone_of(card),
            unit=card.unit,
            area=contact.area,
            role=contact.post or self._role_word(contact.duty_role),
            contact_id=contact.id,
            b_name=b.contact.name if b else "",
            b_phone=phone_of(b) if b else "",
            b_contact_id=b.contact.id if b else None,
            superior=head.contact.name if head else "",
            superior_phone=phone_of(head) if head else "",
        )

    def _role_word(self, role: ContactRole | None) -> str:
        return self._role_words[role] if role else ""

    def _pairs(self) -> dict[str, str]:
        """Return the A of every B whose A is on file; what an A says of its B holds first."""
        b_of: dict[str, str] = {}
        taken: set[str] = set()
        for pair in (RolePair.A, RolePair.B):
            for card in self._cards.values():
                own, other = card.contact.id, card.contact.pair_contact_id or ""
                if card.contact.role_pair is not pair or other not in self._cards:
                    continue
                a, b = (own, other) if pair is RolePair.A else (other, own)
                # Nobody is in two pairs: whoever came first stays.
                if a != b and not {a, b} & taken:
                    b_of[a] = b
                    taken |= {a, b}
        return {b: a for a, b in b_of.items()}

    def _heads_by_unit(self) -> dict[str, ContactCard]:
        found: dict[str, ContactCard] = {}
        for card in sorted(self._cards.values(), key=lambda one: one.contact.order_no):
            unit_id = card.contact.unit_id
            if unit_id and card.contact.duty_role is ContactRole.HEAD and phone_of(card):
                found.setdefault(unit_id, card)
        return found

    def _head_over(self, card: ContactCard) -> ContactCard | None:
        known: set[str] = set()
        unit_id = card.contact.unit_id
        while unit_id and unit_id not in known:
            known.add(unit_id)
            head = self._heads.get(unit_id)
            if head is not None and head.contact.id != card.contact.id:
                return head
            unit = self._units.get(unit_id)
            unit_id = unit.parent_id if unit else None
        return None

    def _duty_phones(self) -> Iterable[Callee]:
        """Yield the duty phone of every unit meant by place or level."""
        wanted = self._criteria
        if not wanted.with_duty_phones:
            return
        area = wanted.area.strip()
        if not (wanted.unit_ids or wanted.kinds or area):
            return
        numbers = self._duty_numbers()
        for unit_id in self._place:
            unit = self._units[unit_id]
            is_meant = (
                (not wanted.unit_ids or unit_id in self._meant_units)
                and (not wanted.kinds or unit.kind in wanted.kinds)
                and area in unit.name
            )
            if is_meant and unit_id in numbers:
                yield Callee(name=f"{unit.name}值班室", phone=numbers[unit_id], unit=unit.name)

    def _duty_numbers(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for card in self._cards.values():
            number = card.number(NumberKind.DUTY)
            if number and card.contact.unit_id:
                found.setdefault(card.contact.unit_id, number)
        return found


def _same(callee: Callee) -> str:
    """Return what two lines about one person share."""
    return callee.contact_id or f"{callee.name}\n{callee.phone}"
