"""The one door for foreign files of contacts: looks at the content, not at the ending.

Services come in by `apart(preview_file, …)` and `apart(read_file, …)`: in a child, never here.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dutydesk.domain.contact_file import (
    ColumnGuess,
    ContactField,
    ContactFile,
    FilePreview,
    Problem,
    ProblemCode,
    ReadPerson,
    SheetMapping,
    SheetPreview,
)
from dutydesk.domain.contact_refusals import (
    ContactFileEmpty,
    ContactFileIsRoster,
    ContactHeadingsMissing,
    ForeignFileKindUnknown,
    ForeignFileUnreadable,
)
from dutydesk.domain.dataclass import dataclass
from dutydesk.exchange.column_guess import guess
from dutydesk.exchange.contact_rows import SheetReading, read_rows
from dutydesk.exchange.delimited import decoded, read_delimited
from dutydesk.exchange.grid import Grid
from dutydesk.exchange.guard import content_of
from dutydesk.exchange.vcard import MAGIC, read_cards
from dutydesk.exchange.workbook import is_workbook, read_workbook

_PREVIEWED_CARDS = 8
_TABLE_ENDINGS = frozenset({".xlsx", ".xls", ".xlsm", ".et", ".csv", ".txt", ".tsv", ".vcf"})
_BINARY_MAGIC = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"SQLite format")


@dataclass(frozen=True)
class ContactSource:
    """A file taken apart: tables to be mapped, or the cards of a telephone."""

    name: str
    grids: tuple[Grid, ...] = ()
    cards: SheetReading | None = None


def open_source(path: Path) -> ContactSource:
    """Read a file into memory.

    Raises the refusals of `domain.contact_refusals` for a file that is missing, too large,
    dangerous, encrypted, unreadable, of another kind, or empty.
    """
    content = content_of(path)
    name = path.name
    if is_workbook(content):
        source = ContactSource(name, grids=read_workbook(content, name))
    else:
        source = _text_source(content, path)
    if not source.grids and not (source.cards and (source.cards.people or source.cards.skipped)):
        raise ContactFileEmpty(name)
    return source


def _text_source(content: bytes, path: Path) -> ContactSource:
    name = path.name
    if not content.strip():
        raise ContactFileEmpty(name)
    if content.startswith(_BINARY_MAGIC) or path.suffix.lower() not in _TABLE_ENDINGS:
        raise ForeignFileKindUnknown(name)
    text = decoded(content, name)
    start = text.lstrip()[:200].lower()
    if start.startswith(MAGIC.lower()):
        return ContactSource(name, cards=read_cards(text, name))
    if path.suffix.lower() == ".vcf" or start.startswith(
        ("<html", "<!doctype", "<?xml", "<table")
    ):
        raise ForeignFileUnreadable(name)
    return ContactSource(name, grids=read_delimited(text, name))


def preview_file(path: Path) -> FilePreview:
    """Return what each sheet of a file is taken for; for `exchange.apart`, as is `read_file`."""
    return preview(open_source(path))


def read_file(path: Path, mapping: tuple[SheetMapping, ...] | None) -> ContactFile:
    """Return all people of a file, by the mapping given or guessed."""
    source = open_source(path)
    guesses = preview(source).mapping()
    return replace(read(source, guesses if mapping is None else mapping), guesses=guesses)


def preview(source: ContactSource) -> FilePreview:
    """Return what each sheet is taken for; a screen may change it before reading."""
    if source.cards is not None:
        return FilePreview(source.name, (_cards_preview(source.name, source.cards),))
    return FilePreview(source.name, tuple(guess(grid) for grid in source.grids))


def read(source: ContactSource, mapping: tuple[SheetMapping, ...]) -> ContactFile:
    """Read all people by a mapping.

    Raises ContactFileIsRoster or ContactHeadingsMissing when the mapping leaves every sheet out,
    ContactFileEmpty when there is no row at all.
    """
    if source.cards is not None:
        readings = [source.cards]
    else:
        _check_some_sheet(source, mapping)
        by_sheet = {sheet.sheet: sheet for sheet in mapping}
        readings = [_sheet(grid, by_sheet.get(grid.sheet)) for grid in source.grids]
    people: list[ReadPerson] = []
    problems: list[Problem] = []
    for reading in readings:
        people.extend(reading.people)
        problems.extend(reading.problems)
    skipped = sum(reading.skipped for reading in readings)
    if not people and not skipped:
        raise ContactFileEmpty(source.name)
    return ContactFile(source.name, tuple(people), skipped, tuple(problems))


def _check_some_sheet(source: ContactSource, mapping: tuple[SheetMapping, ...]) -> None:
    if any(not sheet.is_ignored for sheet in mapping):
        return
    roster = next((sheet for sheet in preview(source).sheets if sheet.is_roster), None)
    if roster is not None:
        raise ContactFileIsRoster(source.name, roster.mapping.sheet)
    raise ContactHeadingsMissing(source.name)


def _sheet(grid: Grid, mapping: SheetMapping | None) -> SheetReading:
    if mapping is None or mapping.is_ignored:
        left_out = Problem(ProblemCode.SHEET_NOT_READ, grid.sheet, 1, "", grid.sheet)
        return SheetReading(problems=[left_out])
    return read_rows(grid, mapping)


def _cards_preview(name: str, cards: SheetReading) -> SheetPreview:
    fields = (
        ("FN", ContactField.NAME),
        ("TEL", ContactField.PHONE),
        ("ORG", ContactField.UNIT),
        ("TITLE", ContactField.POST),
    )
    columns = tuple(ColumnGuess(i, heading, known) for i, (heading, known) in enumerate(fields))
    rows = tuple(
        (
            person.name,
            " ".join(number.number for number in person.numbers),
            " / ".join(step.name for step in person.unit_path),
            person.post,
        )
        for person in cards.people[:_PREVIEWED_CARDS]
    )
    return SheetPreview(SheetMapping(name, 0, columns), rows, len(cards.people))
