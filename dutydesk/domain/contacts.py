"""Units and the people in them with their numbers: values and the rules that need no file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.phone import NumberKind

_CYCLE_LIMIT = 32


class UnitKind(StrEnum):
    """What a unit is (the groups of domain.md §7.12)."""

    SUPERIOR = "superior"
    DISTRICT_LEADERS = "district_leaders"
    DEPARTMENT = "department"
    STREET = "street"
    COMMUNITY = "community"
    COMMAND_HQ = "command_hq"
    TEAM = "team"
    KEY_UNIT = "key_unit"
    PUBLIC_SERVICE = "public_service"
    HOSPITAL = "hospital"
    MILITARY = "military"
    EXPERTS = "experts"
    VOLUNTEERS = "volunteers"
    MEDIA = "media"
    OTHER = "other"


class ContactRole(StrEnum):
    """The part a person plays for the duty room (domain.md §7.12)."""

    HEAD = "head"
    DEPUTY_IN_CHARGE = "deputy_in_charge"
    LIAISON = "liaison"
    DUTY_ROOM = "duty_room"
    INFO_OFFICER = "info_officer"
    GRID_WORKER = "grid_worker"
    FIRST_RESPONDER = "first_responder"
    SAFETY_OFFICER = "safety_officer"
    TEAM_LEADER = "team_leader"
    STORE_KEEPER = "store_keeper"


class RolePair(StrEnum):
    """A is called first, B when A does not answer."""

    A = "A"
    B = "B"


@dataclass(frozen=True, slots=True)
class Unit:
    """A node of the unit tree; `order_no` is its place among its siblings."""

    id: str
    name: str
    parent_id: str | None = None
    order_no: int = 0
    kind: UnitKind = UnitKind.OTHER


@dataclass(frozen=True, slots=True)
class Contact:
    """One person, or a duty room that answers as one.

    `other_posts` are further posts as "unit post" texts that no `FurtherRole` was made of;
    `training_days` is what a file said of `training_year`. The first and the last day are valid.
    Who was on file twice is retired and names the contact that stayed.
    """

    id: str
    name: str
    unit_id: str | None = None
    post: str = ""
    duty_role: ContactRole | None = None
    role_pair: RolePair | None = None
    pair_contact_id: str | None = None
    other_posts: tuple[str, ...] = ()
    address: str = ""
    area: str = ""
    category: str = ""
    training_days: int | None = None
    note: str = ""
    order_no: int = 0
    is_retired: bool = False
    last_verified_at: datetime | None = None
    verified_by: str = ""
    updated_at: datetime | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    training_year: int | None = None
    merged_into: str | None = None


@dataclass(frozen=True, slots=True)
class FurtherRole:
    """Another part a person plays (兼任), beside the first one in `Contact`."""

    id: str
    contact_id: str
    unit_id: str | None = None
    post: str = ""
    duty_role: ContactRole | None = None
    role_pair: RolePair | None = None
    pair_contact_id: str | None = None
    area: str = ""
    order_no: int = 0


@dataclass(frozen=True, slots=True)
class ShownRole:
    """A further role with the names of its unit from the top down."""

    role: FurtherRole
    unit_path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactNumber:
    """One number of a contact; a doubtful one is kept as it was typed."""

    id: str
    contact_id: str
    kind: NumberKind
    number: str
    label: str = ""
    order_no: int = 0
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A contact with everything a screen or a caller wants to see at once."""

    contact: Contact
    unit_path: tuple[str, ...] = ()
    numbers: tuple[ContactNumber, ...] = ()
    roles: tuple[ShownRole, ...] = ()

    @property
    def unit(self) -> str:
        """Return the name of the unit itself, empty without one."""
        return self.unit_path[-1] if self.unit_path else ""

    def number(self, kind: NumberKind) -> str:
        """Return the first number of a kind, sound ones before doubtful ones, or empty."""
        fitting = [n for n in self.numbers if n.kind is kind]
        fitting.sort(key=lambda n: (n.is_doubtful, n.order_no))
        return fitting[0].number if fitting else ""

    def first_number(self, *kinds: NumberKind) -> str:
        """Return the first number of the first of these kinds that has one, or empty."""
        return next(filter(None, map(self.number, kinds)), "")


@dataclass(frozen=True, slots=True)
class AddressBook:
    """Everything on file at one moment."""

    units: tuple[Unit, ...] = ()
    contacts: tuple[Contact, ...] = ()
    numbers: tuple[ContactNumber, ...] = ()
    roles: tuple[FurtherRole, ...] = ()


def name_key(name: str) -> str:
    """Return what two spellings of one name share: width, case and blanks do not count."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", name)).casefold()


def paths(units: Iterable[Unit]) -> dict[str, tuple[str, ...]]:
    """Return the names from the root down to each unit; a circle is cut, never followed."""
    by_id = {unit.id: unit for unit in units}
    return {unit_id: _path(unit_id, by_id) for unit_id in by_id}


def _path(unit_id: str, by_id: Mapping[str, Unit]) -> tuple[str, ...]:
    names: list[str] = []
    current: str | None = unit_id
    while current is not None and current in by_id and len(names) < _CYCLE_LIMIT:
        names.append(by_id[current].name)
        current = by_id[current].parent_id
    return tuple(reversed(names))


def within(unit_id: str, units: Iterable[Unit]) -> frozenset[str]:
    """Return the ids of a unit and everything below it."""
    children: dict[str | None, list[str]] = {}
    for unit in units:
        children.setdefault(unit.parent_id, []).append(unit.id)
    found: set[str] = set()
    waiting = [unit_id]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting.extend(children.get(current, ()))
    return frozenset(found)


def in_tree_order(units: Sequence[Unit]) -> list[tuple[Unit, int]]:
    """Return every unit with its depth (0 at the top), parents before their children."""
    known = {unit.id for unit in units}
    children: dict[str | None, list[Unit]] = {}
    for unit in sorted(units, key=lambda u: (u.order_no, u.name)):
        parent = unit.parent_id if unit.parent_id in known else None
        children.setdefault(parent, []).append(unit)
    ordered: list[tuple[Unit, int]] = []
    waiting = [(unit, 0) for unit in reversed(children.get(None, []))]
    while waiting:
        unit, depth = waiting.pop()
        ordered.append((unit, depth))
        waiting.extend((child, depth + 1) for child in reversed(children.get(unit.id, [])))
    return ordered


def cards(book: AddressBook) -> list[ContactCard]:
    """Join contacts with their numbers and unit names, in the order of the book's contacts."""
    unit_paths = paths(book.units)
    numbers: dict[str, list[ContactNumber]] = {}
    for number in sorted(book.numbers, key=lambda n: n.order_no):
        numbers.setdefault(number.contact_id, []).append(number)
    roles: dict[str, list[ShownRole]] = {}
    for role in sorted(book.roles, key=lambda r: r.order_no):
        shown = ShownRole(role, unit_paths.get(role.unit_id or "", ()))
        roles.setdefault(role.contact_id, []).append(shown)
    return [
        ContactCard(
            contact=contact,
            unit_path=unit_paths.get(contact.unit_id or "", ()),
            numbers=tuple(numbers.get(contact.id, ())),
            roles=tuple(roles.get(contact.id, ())),
        )
        for contact in book.contacts
    ]
