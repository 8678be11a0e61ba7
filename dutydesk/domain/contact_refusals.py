"""Why a file of contacts is not taken, or a contact not saved; the sentences are in wording."""

from __future__ import annotations

from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal


class FileDanger(StrEnum):
    """What in a file goes beyond what reading one may take; `limit` counts it, memory in MB."""

    RATIO = "ratio"
    MEMBERS = "members"
    UNPACKED_SIZE = "unpacked_size"
    ROWS = "rows"
    COLUMNS = "columns"
    CELLS = "cells"
    MERGED_CELLS = "merged_cells"
    MEMORY = "memory"
    SECONDS = "seconds"


@dataclass(eq=False)
class ForeignFileMissing(Refusal):
    """There is no such file, or it may not be read."""

    name: str


@dataclass(eq=False)
class ForeignFileTooLarge(Refusal):
    """The file has more bytes than are read; sizes in bytes."""

    name: str
    size: int
    limit: int


@dataclass(eq=False)
class ForeignFileDangerous(Refusal):
    """Unpacking the file would exhaust the machine."""

    name: str
    danger: FileDanger
    limit: int


@dataclass(eq=False)
class ForeignFileEncrypted(Refusal):
    """The workbook wants a password."""

    name: str


@dataclass(eq=False)
class ForeignFileUnreadable(Refusal):
    """The content is not what its kind promises, or cannot be decoded."""

    name: str


@dataclass(eq=False)
class ForeignFileKindUnknown(Refusal):
    """Neither content nor ending says it is xlsx, xls, csv or vCard."""

    name: str


@dataclass(eq=False)
class ContactFileEmpty(Refusal):
    """The file can be read, but no row or card stands in it."""

    name: str


@dataclass(eq=False)
class ContactHeadingsMissing(Refusal):
    """No sheet has headings that name people or numbers."""

    name: str


@dataclass(eq=False)
class ContactFileIsRoster(Refusal):
    """The file is a duty roster: dates with the people on duty, not people with their numbers."""

    name: str
    sheet: str


@dataclass(eq=False)
class ExportEndingUnknown(Refusal):
    """A directory is written as xlsx, csv or vcf only."""

    name: str


@dataclass(eq=False)
class ExportNotWritten(Refusal):
    """The place to write to refused."""

    name: str


@dataclass(eq=False)
class ContactNameMissing(Refusal):
    """A contact cannot be saved without a name."""


@dataclass(eq=False)
class ContactWithItself(Refusal):
    """Nobody is merged with themselves."""

    name: str


@dataclass(eq=False)
class UnitNameMissing(Refusal):
    """A unit cannot be saved without a name."""


@dataclass(eq=False)
class UnitBelowItself(Refusal):
    """The chosen parent lies below the unit itself."""

    name: str


@dataclass(eq=False)
class ImportUndone(Refusal):
    """The import was taken back already."""

    file: str


@dataclass(eq=False)
class ImportChangedSince(Refusal):
    """What the import wrote was changed or used since; `names` are the people and units."""

    file: str
    names: tuple[str, ...]


@dataclass(eq=False)
class ContactNotOne(Refusal):
    """A text that stands for one person finds several; `found` tells the first of them."""

    text: str
    found: tuple[str, ...]


@dataclass(eq=False)
class UnitNotOne(Refusal):
    """Several units have the name; `found` tells what they stand below, and their ids."""

    name: str
    found: tuple[str, ...]
