"""Matching the people of a file with those on file: who is new, who gains what, what is doubtful.

Rules of cli.md: the same person's empty fields are filled and other numbers appended; same mobile,
other name is a new person plus a problem. Nothing on file is overwritten unless that was decided.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dutydesk.domain.contact_count import Outcome, PeopleCount
from dutydesk.domain.contact_file import (
    ContactField,
    ContactFile,
    Problem,
    ProblemCode,
    ReadPerson,
)
from dutydesk.domain.contact_filling import COLUMNS, differing, filled
from dutydesk.domain.contact_units import UnitTree
from dutydesk.domain.contacts import (
    AddressBook,
    Contact,
    ContactCard,
    ContactNumber,
    Unit,
    name_key,
    paths,
)
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.import_doubt import (
    UNDECIDED,
    Decision,
    Decisions,
    DoubtKind,
    ImportDoubt,
    PairDecision,
)
from dutydesk.domain.known_people import KnownPeople
from dutydesk.domain.phone import NumberDoubt, ReadNumber


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do, in people: each counts once in one of the other four.

    Somebody named in several rows is one person; a row without a name counts as skipped, as does
    whom an officer decided to leave out.
    """

    read: int
    added: int
    updated: int
    unchanged: int
    skipped: int
    problems: tuple[Problem, ...]
    doubts: tuple[ImportDoubt, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The rows to write, new or changed, parents before children, and the report of them."""

    units: tuple[Unit, ...]
    contacts: tuple[Contact, ...]
    numbers: tuple[ContactNumber, ...]
    report: ImportReport

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would be written."""
        return not (self.units or self.contacts or self.numbers)


def plan_import(
    book: AddressBook,
    file: ContactFile,
    new_id: Callable[[], str],
    decisions: Decisions = UNDECIDED,
) -> ImportPlan:
    """Return what taking this file would write; `new_id` names new records in ascending order."""
    planner = _Planner(book, new_id, decisions)
    for at, person in enumerate(file.people):
        planner.take(at, person)
    planner.pair_up()
    return planner.plan(file)


class _Planner:
    """The state of one matching run; lives inside `plan_import` only."""

    def __init__(self, book: AddressBook, new_id: Callable[[], str], decisions: Decisions) -> None:
        self._new_id = new_id
        self._decisions = decisions
        self._tree = UnitTree(book.units, new_id)
        self._known = KnownPeople(book)
        self._touched: dict[str, None] = {}
        self._new_numbers: list[ContactNumber] = []
        self._people = PeopleCount()
        self._left_out = 0
        self._problems: list[Problem] = []
        self._doubts: list[ImportDoubt] = []
        self._next_order = max((c.order_no for c in book.contacts), default=0) + 1

    def take(self, at: int, person: ReadPerson) -> None:
        decided = self._decisions.get(at)
        unit_id = self._unit_of(person, decided)
        found = self._known.match(person, unit_id)
        doubt = self._doubt_of(at, person, found)
        if doubt is None:
            decided = None
        else:
            self._doubts.append(doubt)
        if decided and decided.decision is Decision.SKIP:
            self._left_out += 1
            return
        if doubt and decided and decided.decision is not Decision.APART:
            found = self._known.contacts[doubt.known.contact.id]
        if found is None or (decided and decided.decision is Decision.APART):
            self._people.note(self._add(person, unit_id, decided), Outcome.ADDED)
            return
        gained = self._merge(found, person, unit_id, decided)
        self._people.note(found.id, Outcome.UPDATED if gained else Outcome.UNCHANGED)

    def _unit_of(self, person: ReadPerson, decided: PairDecision | None) -> str | None:
        """Return the unit of a person, adding it; whoever is left out adds none."""
        if decided is None or decided.decision is not Decision.SKIP:
            return self._tree.find_or_add(person.unit_path)
        return self._tree.find(person.unit_path) or ("" if person.unit_path else None)

    def plan(self, file: ContactFile) -> ImportPlan:
        people = self._people
        problems = (*file.problems, *self._problems)
        sheets = {s: place for place, s in enumerate(dict.fromkeys(p.sheet for p in problems))}
        skipped = file.skipped + self._left_out
        report = ImportReport(
            read=len(people) + skipped,
            added=people.of(Outcome.ADDED),
            updated=people.of(Outcome.UPDATED),
            unchanged=people.of(Outcome.UNCHANGED),
            skipped=skipped,
            problems=tuple(sorted(problems, key=lambda p: (sheets[p.sheet], p.row))),
            doubts=tuple(self._doubts),
        )
        return ImportPlan(
            units=self._tree.written(),
            contacts=tuple(self._known.contacts[i] for i in self._touched),
            numbers=tuple(self._new_numbers),
            report=report,
        )

    def pair_up(self) -> None:
        """Pair A and B of a unit with one of each, where neither has a partner yet."""
        units = {self._known.contacts[i].unit_id for i in self._touched}
        by_unit: dict[str | None, list[Contact]] = {}
        for contact in self._known.contacts.values():
            if contact.unit_id in units and contact.role_pair and not contact.is_retired:
                by_unit.setdefault(contact.unit_id, []).append(contact)
        for unit_id, people in by_unit.items():
            one_of_each = sorted(str(p.role_pair) for p in people) == ["A", "B"]
            if unit_id is None or not one_of_each or any(p.pair_contact_id for p in people):
                continue
            first, second = people
            self._put(replace(first, pair_contact_id=second.id))
            self._put(replace(second, pair_contact_id=first.id))

    def _put(self, contact: Contact) -> None:
        self._known.know(contact)
        self._touched[contact.id] = None

    def _doubt_of(self, at: int, person: ReadPerson, found: Contact | None) -> ImportDoubt | None:
        """Return the pair an officer should look at, if there is one."""
        if found is not None:
            kind, others = DoubtKind.FIELDS_DIFFER, self._differing(found, person)
            return self._pair(at, kind, person, found, others) if others else None
        owners = self._known.owners(person)
        other = owners[0][1] if owners else self._known.numberless_namesake(person)
        if other is None:
            return None
        kind = DoubtKind.SAME_MOBILE if owners else DoubtKind.SAME_NAME
        return self._pair(at, kind, person, other, differing(other, person))

    def _pair(
        self,
        at: int,
        kind: DoubtKind,
        person: ReadPerson,
        known: Contact,
        others: tuple[ContactField, ...],
    ) -> ImportDoubt:
        path = paths(self._tree.units()).get(known.unit_id or "", ())
        card = ContactCard(known, path, self._known.numbers_of(known.id))
        if kind is not DoubtKind.FIELDS_DIFFER:
            unit_id = self._tree.find(person.unit_path)
            if person.unit_path and unit_id != known.unit_id:
                others = (ContactField.UNIT, *others)
            if name_key(person.name) != name_key(known.name):
                others = (ContactField.NAME, *others)
        return ImportDoubt(at, kind, person, card, others)

    def _differing(self, known: Contact, person: ReadPerson) -> tuple[ContactField, ...]:
        """Return the fields that differ; a post in another unit is another post."""
        unit_id = self._tree.find(person.unit_path)
        is_elsewhere = unit_id is not None and known.unit_id not in (None, unit_id)
        found = differing(known, person)
        return tuple(f for f in found if not (f is ContactField.POST and is_elsewhere))

    def _add(self, person: ReadPerson, unit_id: str | None, decided: PairDecision | None) -> str:
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
        if decided is None:
            for mobile, owner in self._known.owners(person):
                said = (mobile, owner.name)
                self._doubt(ProblemCode.SAME_MOBILE_OTHER_NAME, person, ContactField.MOBILE, said)
        self._put(contact)
        self._append_numbers(contact, person.numbers)
        return contact.id

    def _doubt(
        self, code: ProblemCode, person: ReadPerson, field: ContactField, said: tuple[str, str]
    ) -> None:
        column = person.columns.get(field) or person.columns.get(ContactField.PHONE, "")
        self._problems.append(Problem(code, person.sheet, person.row, column, *said))

    def _merge(
        self,
        known: Contact,
        person: ReadPerson,
        unit_id: str | None,
        decided: PairDecision | None,
    ) -> bool:
        """Fill what is empty, append other numbers; tell whether anything was gained."""
        wins = (
            decided.fields if decided and decided.decision is Decision.FILE_WINS else frozenset()
        )
        merged = filled(known, person, wins)
        if decided is None:
            self._tell_differing(known, person)
        if known.is_retired:
            self._doubt(ProblemCode.PERSON_RETIRED, person, ContactField.NAME, (person.name, ""))
        if ContactField.NAME in wins:
            merged = replace(merged, name=person.name)
        if unit_id is not None and (known.unit_id is None or ContactField.UNIT in wins):
            merged = replace(merged, unit_id=unit_id)
        elif unit_id is not None and known.unit_id != unit_id:
            merged = self._with_other_post(merged, person, unit_id)
        if merged != known:
            self._put(merged)
        has_more = self._append_numbers(merged, person.numbers)
        return merged != known or has_more

    def _tell_differing(self, known: Contact, person: ReadPerson) -> None:
        for column in self._differing(known, person):
            said = (str(getattr(person, COLUMNS[column])), COLUMNS[column])
            self._doubt(ProblemCode.FIELD_DIFFERS, person, column, said)

    def _with_other_post(self, known: Contact, person: ReadPerson, unit_id: str) -> Contact:
        """Keep the post in another unit beside the first one: one person, several roles."""
        unit = paths(self._tree.units())[unit_id][-1]
        other = f"{unit} {person.post}".strip()
        if other in known.other_posts:
            return known
        return replace(known, other_posts=(*known.other_posts, other))

    def _append_numbers(self, contact: Contact, numbers: Sequence[ReadNumber]) -> bool:
        known = self._known.numbers_of(contact.id)
        place = max((n.order_no for n in known), default=0) + 1
        has_more = False
        for number in numbers:
            if self._known.has_number(contact.id, number):
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
            self._known.know_number(added)
            self._new_numbers.append(added)
            place += 1
            has_more = True
        return has_more
