"""Use cases of contacts: import, find, change, verify, export.

The readers and writers of foreign files are loaded on first use: no start of the desk needs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.contact_lookup import words_of
from dutydesk.domain.contact_refusals import ContactNameMissing, UnitBelowItself, UnitNameMissing
from dutydesk.domain.contacts import Contact, ContactCard, ContactNumber, Unit, within
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import BadInput, RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.phone import NumberDoubt, NumberKind, numbers_in
from dutydesk.exchange.contact_keys import keys_for
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables

if TYPE_CHECKING:
    from dutydesk.domain.contact_file import ContactFile, FilePreview, SheetMapping
    from dutydesk.domain.contact_import import ImportPlan, ImportReport


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
        self._recent: tuple[int, list[int]] = (-1, [])

    def new_id(self) -> str:
        """Return an id for a form to put on a new contact or unit."""
        return self._ids.new()

    def preview(self, path: Path) -> FilePreview:
        """Return what each sheet of a file is taken for, with its first rows; stores nothing.

        Raises the refusals of `exchange.contact_reader.open_source`.
        """
        from dutydesk.exchange.contact_reader import open_source, preview  # noqa: PLC0415 -- file head

        return preview(open_source(path))

    def would_import(
        self, path: Path, mapping: Sequence[SheetMapping] | None = None
    ) -> ImportReport:
        """Return what an import would do, changing nothing; raises the same refusals."""
        file = _file(path, mapping)
        with self._store.reading() as tables:
            return self._plan(tables, file).report

    def import_file(
        self, path: Path, mapping: Sequence[SheetMapping] | None = None, *, by: Actor
    ) -> Done[ImportReport]:
        """Take all people of a file in one transaction, by the mapping given or guessed.

        Raises the refusals of reading a file; then nothing was changed.
        """
        file = _file(path, mapping)
        with self._store.writing(actor=by.name, action="contacts.import") as work:
            plan = self._plan(work.tables, file)
            self._write(work.tables, plan)
            if plan.units or plan.contacts or plan.numbers:
                work.note["file"] = file.name
        return Done(plan.report, work.changes)

    def find(self, text: str, limit: int = 20) -> list[ContactCard]:
        """Return the contacts that hold every word, best first (ecosystem.md §6.3)."""
        if limit < 1:
            raise BadInput("limit", str(limit))
        with self._store.reading() as tables:
            recent = self._called_lately(tables)
            rowids = tables.contact_lookup.find(words_of(text), limit, recent)
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

    def export(self, path: Path, *, is_masked: bool, by: Actor) -> Path:
        """Write everybody in service to xlsx, csv or vcf, and journal that this was done.

        Returns the absolute path; raises ExportEndingUnknown, ExportNotWritten.
        """
        from dutydesk.exchange.contact_writer import write_contacts  # noqa: PLC0415 -- file head

        with self._store.writing(actor=by.name, action="contacts.export") as work:
            contacts = [c for c in work.tables.contacts.book().contacts if not c.is_retired]
            cards = work.tables.contacts.cards_of(contacts)
            written = write_contacts(path, cards, is_masked=is_masked)
            work.note.update(file=path.name, people=len(cards), is_masked=is_masked)
        return written

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

    def _called_lately(self, tables: Tables) -> list[int]:
        """Read the calls again only when the log has grown: a lookup comes with every key."""
        newest = tables.recent_calls.newest()
        if self._recent[0] != newest:
            self._recent = newest, tables.recent_calls.rowids(self._clock.now())
        return self._recent[1]

    def _plan(self, tables: Tables, file: ContactFile) -> ImportPlan:
        from dutydesk.domain.contact_import import plan_import  # noqa: PLC0415 -- file head

        return plan_import(tables.contacts.book(), file, self._ids.new)

    def _write(self, tables: Tables, plan: ImportPlan) -> None:
        now = self._clock.now()
        for unit in plan.units:
            tables.contacts.put_unit(unit)
        touched = {contact.id: contact for contact in plan.contacts}
        for contact in plan.contacts:
            tables.contacts.put(replace(contact, updated_at=now))
        for number in plan.numbers:
            tables.contacts.put_number(number)
            if number.contact_id not in touched:
                touched[number.contact_id] = _known(tables, number.contact_id)
        changed = tables.contacts.in_units(unit.id for unit in plan.units)
        touched.update((contact.id, contact) for contact in changed)
        _renew_keys(tables, list(touched.values()))

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


def _file(path: Path, mapping: Sequence[SheetMapping] | None) -> ContactFile:
    from dutydesk.exchange.contact_reader import open_source, preview, read  # noqa: PLC0415 -- head

    source = open_source(path)
    return read(source, preview(source).mapping() if mapping is None else tuple(mapping))


def _known(tables: Tables, contact_id: str) -> Contact:
    contact = tables.contacts.contact(contact_id)
    if contact is None:
        raise RecordUnknown("contact", contact_id)
    return contact


def _renew_keys(tables: Tables, contacts: Iterable[Contact]) -> None:
    for card in tables.contacts.cards_of(list(contacts)):
        rowid = tables.contact_lookup.rowid_of(card.contact.id)
        if rowid is None:
            continue
        if card.contact.is_retired:
            tables.contact_lookup.drop(rowid)
        else:
            tables.contact_lookup.put(rowid, keys_for(card))
