"""Use cases of files of contacts: look into one, take it, write one.

The readers and writers of foreign files are loaded on first use: no start of the desk needs them.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.contacts import Contact
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.further_role import with_training_year
from dutydesk.domain.officer import Actor
from dutydesk.exchange.contact_keys import keys_for
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables

if TYPE_CHECKING:
    from dutydesk.domain.contact_file import ContactFile, FilePreview, SheetMapping
    from dutydesk.domain.contact_import import ImportPlan, ImportReport


class ContactImportService:
    """What an officer does with files of contacts."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def preview(self, path: Path) -> FilePreview:
        """Return what each sheet of a file is taken for, with its first rows; stores nothing.

        Raises the refusals of `exchange.contact_reader.open_source` and of `exchange.apart`.
        """
        from dutydesk.exchange.apart import apart
        from dutydesk.exchange.contact_reader import preview_file

        return apart(preview_file, path)

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

    def export(self, path: Path, *, is_masked: bool, by: Actor) -> Path:
        """Write everybody in service to xlsx, csv or vcf, and journal that this was done.

        Returns the absolute path; raises ExportEndingUnknown, ExportNotWritten.
        """
        from dutydesk.exchange.contact_writer import write_contacts

        with self._store.writing(actor=by.name, action="contacts.export") as work:
            contacts = [c for c in work.tables.contacts.book().contacts if not c.is_retired]
            cards = work.tables.contacts.cards_of(contacts)
            written = write_contacts(path, cards, is_masked=is_masked)
            work.note.update(file=path.name, people=len(cards), is_masked=is_masked)
        return written

    def _plan(self, tables: Tables, file: ContactFile) -> ImportPlan:
        from dutydesk.domain.contact_import import plan_import

        return plan_import(tables.contacts.book(), file, self._ids.new)

    def _write(self, tables: Tables, plan: ImportPlan) -> None:
        now = self._clock.now()
        for unit in plan.units:
            tables.contacts.put_unit(unit)
        touched = {contact.id: contact for contact in plan.contacts}
        for contact in plan.contacts:
            before = tables.contacts.contact(contact.id)
            tables.contacts.put(with_training_year(contact, before, now))
        for number in plan.numbers:
            tables.contacts.put_number(number)
            if number.contact_id not in touched:
                touched[number.contact_id] = _known(tables, number.contact_id)
        changed = tables.contacts.in_units(unit.id for unit in plan.units)
        touched.update((contact.id, contact) for contact in changed)
        tables.contact_lookup.renew(tables.contacts.cards_of(list(touched.values())), keys_for)


def _file(path: Path, mapping: Sequence[SheetMapping] | None) -> ContactFile:
    from dutydesk.exchange.apart import apart
    from dutydesk.exchange.contact_reader import read_file

    return apart(read_file, path, None if mapping is None else tuple(mapping))


def _known(tables: Tables, contact_id: str) -> Contact:
    contact = tables.contacts.contact(contact_id)
    if contact is None:
        raise RecordUnknown("contact", contact_id)
    return contact
