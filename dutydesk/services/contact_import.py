"""Use cases of files of contacts: look into one, take it, write one.

The readers and writers of foreign files are loaded on first use: no start of the desk needs them.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.contact_refusals import ImportUndone
from dutydesk.domain.contacts import Contact, Unit, name_key, within
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.further_role import with_training_year
from dutydesk.domain.import_batch import ImportBatch, proposed, shape_of
from dutydesk.domain.import_batch import kept as kept_mapping
from dutydesk.domain.import_doubt import UNDECIDED, Decisions
from dutydesk.domain.officer import Actor
from dutydesk.exchange.contact_keys import keys_for
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables

if TYPE_CHECKING:
    from dutydesk.domain.contact_file import (
        ContactFile,
        FilePreview,
        SheetMapping,
        SheetPreview,
    )
    from dutydesk.domain.contact_import import ImportPlan, ImportReport

    _Read = tuple[
        tuple[tuple[str, int, int], tuple[SheetMapping, ...] | None],
        ContactFile,
    ]


class ContactImportService:
    """What an officer does with files of contacts."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._last: _Read | None = None

    def new_id(self) -> str:
        """Return an id for an import, so that taking a file twice takes it once."""
        return self._ids.new()

    def preview(self, path: Path) -> FilePreview:
        """Return what each sheet of a file is taken for, with its first rows; stores nothing.

        A sheet whose headings an officer read in another way is proposed like that. Raises the
        refusals of `exchange.contact_reader.open_source` and of `exchange.apart`.
        """
        from dutydesk.exchange.apart import apart
        from dutydesk.exchange.contact_reader import preview_file

        guessed = apart(preview_file, path)
        with self._store.reading() as tables:
            sheets = tuple(_as_remembered(tables, sheet) for sheet in guessed.sheets)
        return replace(guessed, sheets=sheets)

    def would_import(
        self,
        path: Path,
        mapping: Sequence[SheetMapping] | None = None,
        decisions: Decisions = UNDECIDED,
    ) -> ImportReport:
        """Return what an import would do, changing nothing; raises the same refusals."""
        file = self._file(path, mapping)
        with self._store.reading() as tables:
            return self._plan(tables, file, decisions).report

    def import_file(
        self,
        path: Path,
        mapping: Sequence[SheetMapping] | None = None,
        decisions: Decisions = UNDECIDED,
        *,
        import_id: str | None = None,
        by: Actor,
    ) -> Done[ImportReport]:
        """Take all people of a file in one transaction, by the mapping given or guessed.

        Raises the refusals of reading a file; then nothing was changed.
        """
        file = self._file(path, mapping)
        with self._store.writing(actor=by.name, action="contacts.import") as work:
            tables = work.tables
            known = tables.contact_import.by_id(import_id) if import_id else None
            if known is not None:
                return Done(_report_of(known), work.changes)
            plan = self._plan(tables, file, decisions)
            if not plan.is_empty:
                self._write(tables, plan)
                batch = self._batch(import_id or self._ids.new(), file, plan, by)
                tables.contact_import.put(replace(batch, imported_by=_name_of(tables, by)))
                self._keep(tables, file, mapping)
                work.note["file"] = file.name
                if decisions:
                    work.note["decisions"] = _decided(plan.report, decisions)
        return Done(plan.report, work.changes)

    def imports(self) -> list[ImportBatch]:
        """Return every import, the newest first."""
        with self._store.reading() as tables:
            return tables.contact_import.all()

    def undo_import(self, import_id: str, *, by: Actor) -> Done[ImportBatch]:
        """Take a whole import back: what was new goes, what was changed is as before.

        Raises RecordUnknown, ImportUndone, and ImportChangedSince with the names of who was
        changed or used since; then nothing is taken back.
        """
        from dutydesk.store.import_undo import undo

        with self._store.writing(actor=by.name, action="contacts.undo_import") as work:
            batch = work.tables.contact_import.by_id(import_id)
            if batch is None:
                raise RecordUnknown("contact_import", import_id)
            if batch.undone_at is not None:
                raise ImportUndone(batch.file)
            undo(work.tables, batch, keys_for)
            undone = replace(
                batch, undone_at=self._clock.now(), undone_by=_name_of(work.tables, by)
            )
            work.tables.contact_import.put(undone)
        return Done(undone, work.changes)

    def export(
        self,
        path: Path,
        *,
        is_masked: bool,
        unit: str | None = None,
        unit_id: str | None = None,
        by: Actor,
    ) -> Path:
        """Write everybody in service to xlsx, csv or vcf, and journal that this was done.

        A unit, by name or id, is written with everything below it. Returns the absolute path;
        raises RecordUnknown, ExportEndingUnknown, ExportNotWritten.
        """
        from dutydesk.exchange.contact_writer import write_contacts

        with self._store.writing(actor=by.name, action="contacts.export") as work:
            book = work.tables.contacts.book()
            chosen = _units_of(book.units, unit, unit_id)
            contacts = [
                contact
                for contact in book.contacts
                if not contact.is_retired and (chosen is None or contact.unit_id in chosen)
            ]
            cards = work.tables.contacts.cards_of(contacts)
            written = write_contacts(path, cards, is_masked=is_masked)
            work.note.update(file=path.name, people=len(cards), is_masked=is_masked)
            if unit or unit_id:
                work.note["unit"] = unit or unit_id or ""
        return written

    def _plan(self, tables: Tables, file: ContactFile, decisions: Decisions) -> ImportPlan:
        from dutydesk.domain.contact_import import plan_import

        return plan_import(tables.contacts.book(), file, self._ids.new, decisions)

    def _file(self, path: Path, mapping: Sequence[SheetMapping] | None) -> ContactFile:
        """Read a file, once for what is shown and taken: what was looked at is what is taken."""
        from dutydesk.exchange.apart import apart
        from dutydesk.exchange.contact_reader import read_file

        wanted = (_state_of(path), None if mapping is None else tuple(mapping))
        kept = self._last
        if kept is None or kept[0] != wanted:
            kept = self._last = (wanted, apart(read_file, path, wanted[1]))
        return kept[1]

    def _batch(
        self, import_id: str, file: ContactFile, plan: ImportPlan, by: Actor
    ) -> ImportBatch:
        report = plan.report
        return ImportBatch(
            id=import_id,
            file=file.name,
            imported_at=self._clock.now(),
            imported_by=by.name,
            read=report.read,
            added=report.added,
            updated=report.updated,
            unchanged=report.unchanged,
            skipped=report.skipped,
        )

    def _keep(
        self, tables: Tables, file: ContactFile, mapping: Sequence[SheetMapping] | None
    ) -> None:
        """Keep how the sheets were read where that is not what is proposed."""
        for used in mapping or ():
            guess = next((one for one in file.guesses if one.sheet == used.sheet), None)
            made = kept_mapping(guess, used, self._clock.now()) if guess else None
            if guess is None or made is None:
                continue
            known = tables.contact_import.kept(made.id)
            before = proposed(guess, known) if known else guess
            if replace(before, default_unit="") != replace(used, default_unit=""):
                tables.contact_import.keep(made)

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


def _units_of(
    units: Sequence[Unit], name: str | None, unit_id: str | None
) -> frozenset[str] | None:
    """Return the units to write; None means everybody, also those without a unit."""
    if name is None and unit_id is None:
        return None
    wanted = name_key(name or "")
    found = [
        one.id for one in units if one.id == unit_id or (name and name_key(one.name) == wanted)
    ]
    if not found:
        raise RecordUnknown("unit", name or unit_id or "")
    return frozenset().union(*(within(one, units) for one in found))


def _state_of(path: Path) -> tuple[str, int, int]:
    """Return what changes when a file does; a missing one is told by whoever reads it."""
    try:
        found = path.stat()
    except OSError:
        return str(path), 0, -1
    return str(path), found.st_mtime_ns, found.st_size


def _as_remembered(tables: Tables, sheet: SheetPreview) -> SheetPreview:
    shape = shape_of(sheet.mapping.columns)
    known = tables.contact_import.kept(shape) if shape else None
    if known is None:
        return sheet
    mapping = proposed(sheet.mapping, known)
    return replace(sheet, mapping=mapping, is_remembered=mapping != sheet.mapping)


def _report_of(batch: ImportBatch) -> ImportReport:
    from dutydesk.domain.contact_import import ImportReport

    counts = (batch.read, batch.added, batch.updated, batch.unchanged, batch.skipped)
    return ImportReport(*counts, problems=())


def _decided(report: ImportReport, decisions: Decisions) -> list[dict[str, object]]:
    """Return what was decided of whom, for the journal."""
    return [
        {
            "sheet": doubt.person.sheet,
            "row": doubt.person.row,
            "name": doubt.person.name,
            "contact": doubt.known.contact.id,
            "doubt": doubt.kind.value,
            "decision": decisions[doubt.at].decision.value,
            "fields": sorted(field.value for field in decisions[doubt.at].fields),
        }
        for doubt in report.doubts
        if doubt.at in decisions
    ]


def _name_of(tables: Tables, by: Actor) -> str:
    officer = tables.officer.by_id(by.officer_id)
    return officer.name if officer else by.name


def _known(tables: Tables, contact_id: str) -> Contact:
    contact = tables.contacts.contact(contact_id)
    if contact is None:
        raise RecordUnknown("contact", contact_id)
    return contact
