"""Matching the people of a file with those on file: who is new, who gains what, what is doubtful.

Rules of cli.md: same name and unit, or same name and mobile, is the same person, whose empty
fields are filled and whose other numbers are appended; same mobile, other name is a new person
plus a problem. Nothing on file is overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dutydesk.domain.contact_count import Outcome, PeopleCount
from dutydesk.domain.contact_file import (
    ContactField,
    ContactFile,
    Problem,
    ProblemCode,
    ReadPerson,
)
from dutydesk.domain.contact_units import UnitTree
from dutydesk.domain.contacts import (
    AddressBook,
    Contact,
    ContactNumber,
    Unit,
    name_key,
    paths,
)
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.phone import NumberDoubt, NumberKind, ReadNumber, digits, masked


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do, in people: each counts once in one of the other four.

    Somebody named in several rows is one person; a row without a name counts as skipped.
    """

    read: int
    added: int
    updated: int
    unchanged: int
    skipped: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The rows to write, new or changed, parents before children, and the report of them."""

    units: tuple[Unit, ...]
    contacts: tuple[Contact, ...]
    numbers: tuple[ContactNumber, ...]
    report: ImportReport


def plan_import(book: AddressBook, file: ContactFile, new_id: Callable[[], str]) -> ImportPlan:
    """Return what taking this file would write; `new_id` names new records in ascending order."""
    planner = _Planner(book, new_id)
    for person in file.people:
        planner.take(person)
    planner.pair_up()
    return planner.plan(file)


_FILLED: Mapping[str, ContactField] = {
    "post": ContactField.POST,
    "address": ContactField.ADDRESS,
    "area": ContactField.AREA,
    "category": ContactField.CATEGORY,
    "note": ContactField.NOTE,
    "training_days": ContactField.TRAINING_DAYS,
    "role_pair": ContactField.ROLE_PAIR,
}
_EMPTY = ("", None)


class _Planner:
    """The state of one matching run; lives inside `plan_import` only."""

    def __init__(self, book: AddressBook, new_id: Callable[[], str]) -> None:
        self._new_id = new_id
        self._tree = UnitTree(book.units, new_id)
        self._contacts: dict[str, Contact] = {}
        self._numbers: dict[str, list[ContactNumber]] = {}
        self._by_name: dict[str, list[str]] = {}
        self._by_mobile: dict[str, list[str]] = {}
        self._touched: dict[str, None] = {}
        self._new_numbers: list[ContactNumber] = []
        self._people = PeopleCount()
        self._problems: list[Problem] = []
        for contact in book.contacts:
            self._know(contact)
        for number in sorted(book.numbers, key=lambda n: n.order_no):
            if number.contact_id in self._contacts:
                self._know_number(number)
        self._next_order = max((c.order_no for c in book.contacts), default=0) + 1

    def take(self, person: ReadPerson) -> None:
        unit_id = self._tree.find_or_add(person.unit_path)
        known = self._match(person, unit_id)
        if known is None:
            self._people.note(self._add(person, unit_id), Outcome.ADDED)
        elif self._merge(known, person, unit_id):
            self._people.note(known.id, Outcome.UPDATED)
        else:
            self._people.note(known.id, Outcome.UNCHANGED)

    def plan(self, file: ContactFile) -> ImportPlan:
        people = self._people
        problems = (*file.problems, *self._problems)
        sheets = {s: place for place, s in enumerate(dict.fromkeys(p.sheet for p in problems))}
        report = ImportReport(
            read=len(people) + file.skipped,
            added=people.of(Outcome.ADDED),
            updated=people.of(Outcome.UPDATED),
            unchanged=people.of(Outcome.UNCHANGED),
            skipped=file.skipped,
            problems=tuple(sorted(problems, key=lambda p: (sheets[p.sheet], p.row))),
        )
        return ImportPlan(
            units=self._tree.written(),
            contacts=tuple(self._contacts[i] for i in self._touched),
            numbers=tuple(self._new_numbers),
            report=report,
        )

    def pair_up(self) -> None:
        """Pair A and B of a unit with one of each, where neither has a partner yet."""
        units = {self._contacts[i].unit_id for i in self._touched}
        by_unit: dict[str | None, list[Contact]] = {}
        for contact in self._contacts.values():
            if contact.unit_id in units and contact.role_pair and not contact.is_retired:
                by_unit.setdefault(contact.unit_id, []).append(contact)
        for unit_id, people in by_unit.items():
            one_of_each = sorted(str(p.role_pair) for p in people) == ["A", "B"]
            if unit_id is None or not one_of_each or any(p.pair_contact_id for p in people):
                continue
            first, second = people
            self._put(replace(first, pair_contact_id=second.id))
            self._put(replace(second, pair_contact_id=first.id))

    def _know(self, contact: Contact) -> None:
        if contact.id not in self._contacts:
            self._by_name.setdefault(name_key(contact.name), []).append(contact.id)
        self._contacts[contact.id] = contact

    def _know_number(self, number: ContactNumber) -> None:
        self._numbers.setdefault(number.contact_id, []).append(number)
        if number.kind is NumberKind.MOBILE and not number.is_doubtful:
            owners = self._by_mobile.setdefault(number.number, [])
            if number.contact_id not in owners:
                owners.append(number.contact_id)

    def _put(self, contact: Contact) -> None:
        self._know(contact)
        self._touched[contact.id] = None

    def _match(self, person: ReadPerson, unit_id: str | None) -> Contact | None:
        """Find the same person: by unit, by mobile, or by any number where no unit is known."""
        namesakes = [self._contacts[i] for i in self._by_name.get(name_key(person.name), ())]
        same_unit = [c for c in namesakes if unit_id is not None and c.unit_id == unit_id]
        mobiles = _mobiles(person)
        same_mobile = [
            c for c in namesakes if any(c.id in self._by_mobile.get(m, ()) for m in mobiles)
        ]
        both = [c for c in same_unit if c in same_mobile]
        for found in (both, same_unit, same_mobile):
            if found:
                return found[0]
        if unit_id is None:
            return next((c for c in namesakes if self._is_same_without_unit(c, person)), None)
        return None

    def _is_same_without_unit(self, contact: Contact, person: ReadPerson) -> bool:
        own = {digits(n.number) or n.number for n in self._numbers.get(contact.id, ())}
        read = {digits(n.number) or n.number for n in person.numbers}
        return contact.unit_id is None and (not own or not read or not own.isdisjoint(read))

    def _add(self, person: ReadPerson, unit_id: str | None) -> str:
        contact = Contact(
            id=self._new_id(),
            name=person.name,
            unit_id=unit_id,
            post=person.post,
            duty_role=person.duty_role,
            role_pair=person.role_pair,
            other_posts=person.other_posts,
            address=person.address,
            area=person.area,
            category=person.category,
            training_days=person.training_days,
            note=person.note,
            order_no=self._next_order,
        )
        self._next_order += 1
        self._doubt_shared_mobile(person)
        self._put(contact)
        self._append_numbers(contact, person.numbers)
        return contact.id

    def _doubt_shared_mobile(self, person: ReadPerson) -> None:
        for mobile in _mobiles(person):
            for owner in self._by_mobile.get(mobile, ())[:1]:
                self._doubt(
                    ProblemCode.SAME_MOBILE_OTHER_NAME,
                    person,
                    ContactField.MOBILE,
                    (mobile, self._contacts[owner].name),
                )

    def _doubt(
        self, code: ProblemCode, person: ReadPerson, field: ContactField, said: tuple[str, str]
    ) -> None:
        column = person.columns.get(field) or person.columns.get(ContactField.PHONE, "")
        self._problems.append(Problem(code, person.sheet, person.row, column, *said))

    def _merge(self, known: Contact, person: ReadPerson, unit_id: str | None) -> bool:
        """Fill what is empty, append other numbers; tell whether anything was gained."""
        merged = self._filled(known, person)
        if known.is_retired:
            self._doubt(ProblemCode.PERSON_RETIRED, person, ContactField.NAME, (person.name, ""))
        if unit_id is not None and known.unit_id is None:
            merged = replace(merged, unit_id=unit_id)
        elif unit_id is not None and known.unit_id != unit_id:
            merged = self._with_other_post(merged, person, unit_id)
        if merged != known:
            self._put(merged)
        has_more = self._append_numbers(merged, person.numbers)
        return merged != known or has_more

    def _filled(self, known: Contact, person: ReadPerson) -> Contact:
        gained: dict[str, object] = {}
        for field, column in _FILLED.items():
            old, new = getattr(known, field), getattr(person, field)
            if new in _EMPTY or name_key(str(new)) == name_key(str(old)):
                continue
            if old in _EMPTY:
                gained[field] = new
            elif not (field == "post" and self._is_elsewhere(known, person)):
                self._doubt(ProblemCode.FIELD_DIFFERS, person, column, (str(new), field))
        if known.duty_role is None and person.duty_role is not None:
            gained["duty_role"] = person.duty_role
        more = tuple(p for p in person.other_posts if p not in known.other_posts)
        if more:
            gained["other_posts"] = known.other_posts + more
        return replace(known, **gained) if gained else known  # type: ignore[arg-type]  # names and types of _FILLED are those of Contact

    def _is_elsewhere(self, known: Contact, person: ReadPerson) -> bool:
        """Tell whether the post read belongs to another unit than the one on file."""
        unit_id = self._tree.find(person.unit_path)
        return unit_id is not None and known.unit_id not in (None, unit_id)

    def _with_other_post(self, known: Contact, person: ReadPerson, unit_id: str) -> Contact:
        """Keep the post in another unit beside the first one: one person, several roles."""
        unit = paths(self._tree.units())[unit_id][-1]
        other = f"{unit} {person.post}".strip()
        if other in known.other_posts:
            return known
        return replace(known, other_posts=(*known.other_posts, other))

    def _append_numbers(self, contact: Contact, numbers: Sequence[ReadNumber]) -> bool:
        known = self._numbers.get(contact.id, [])
        place = max((n.order_no for n in known), default=0) + 1
        has_more = False
        for number in numbers:
            if any(_is_same_number(old, number) for old in self._numbers.get(contact.id, ())):
                continue
            added = ContactNumber(
                id=self._new_id(),
                contact_id=contact.id,
                kind=number.kind,
                number=number.number,
                label=number.label,
                order_no=place,
                is_doubtful=number.doubt is NumberDoubt.MALFORMED,
            )
            self._know_number(added)
            self._new_numbers.append(added)
            place += 1
            has_more = True
        return has_more


def _mobiles(person: ReadPerson) -> list[str]:
    return [n.number for n in person.numbers if n.kind is NumberKind.MOBILE and n.doubt is None]


def _is_same_number(old: ContactNumber, new: ReadNumber) -> bool:
    """Compare by digits; a kind only concluded from them, or a masked mobile, is nothing new."""
    if "*" in new.number and masked(old.number) == new.number:
        return True
    same_digits = (digits(old.number) or old.number) == (digits(new.number) or new.number)
    return same_digits and (old.kind is new.kind or not new.is_kind_certain)
