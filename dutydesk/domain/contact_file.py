"""What a file of contacts says before anything is stored: guesses, people as read, doubts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from functools import cache

from dutydesk.domain.contacts import ContactRole, RolePair, UnitKind
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.phone import NumberKind, ReadNumber


class ContactField(StrEnum):
    """What one column of a foreign table holds."""

    NAME = "name"
    PARENT_UNIT = "parent_unit"
    DISTRICT = "district"
    STREET = "street"
    UNIT = "unit"
    DEPARTMENT = "department"
    COMMUNITY = "community"
    POST = "post"
    OTHER_POSTS = "other_posts"
    DUTY_ROLE = "duty_role"
    ROLE_PAIR = "role_pair"
    PHONE = "phone"
    MOBILE = "mobile"
    OFFICE_PHONE = "office_phone"
    DUTY_PHONE = "duty_phone"
    FAX = "fax"
    HOME_PHONE = "home_phone"
    SATELLITE_PHONE = "satellite_phone"
    RADIO = "radio"
    OTHER_PHONE = "other_phone"
    ADDRESS = "address"
    AREA = "area"
    CATEGORY = "category"
    TRAINING_DAYS = "training_days"
    NOTE = "note"
    ORDER_NO = "order_no"
    DATE = "date"
    DUTY_PERSON = "duty_person"
    UNKNOWN = "unknown"
    IGNORED = "ignored"


PHONE_KINDS: Mapping[ContactField, NumberKind | None] = {
    ContactField.PHONE: None,
    ContactField.MOBILE: NumberKind.MOBILE,
    ContactField.OFFICE_PHONE: NumberKind.OFFICE,
    ContactField.DUTY_PHONE: NumberKind.DUTY,
    ContactField.FAX: NumberKind.FAX,
    ContactField.HOME_PHONE: NumberKind.HOME,
    ContactField.SATELLITE_PHONE: NumberKind.SATELLITE,
    ContactField.RADIO: NumberKind.RADIO,
    ContactField.OTHER_PHONE: NumberKind.OTHER,
}
"""The kind of number in each telephone column; None leaves it to the digits."""

UNIT_LEVELS = (
    ContactField.PARENT_UNIT,
    ContactField.DISTRICT,
    ContactField.STREET,
    ContactField.UNIT,
    ContactField.DEPARTMENT,
    ContactField.COMMUNITY,
)
"""Columns that name units, from the root of the tree downwards."""


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """What a column is taken for; a screen may change `field` and `person`.

    `index` counts from 0, `person` is the place of the person in a row that names several.
    """

    index: int
    heading: str
    field: ContactField
    person: int = 0

    @property
    def letter(self) -> str:
        """Return the column as a spreadsheet names it: A, B, … AA."""
        return _letters(self.index)

    @property
    def shown(self) -> str:
        """Return letter and heading, as a problem names the column."""
        return f"{self.letter} {self.heading}".strip()


@cache
def _letters(index: int) -> str:
    letters, rest = "", index + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """How one sheet is read; of the first `heading_rows` rows the last holds the headings.

    `default_unit` stands for people without any unit column; an ignored sheet is not read.
    """

    sheet: str
    heading_rows: int
    columns: tuple[ColumnGuess, ...]
    default_unit: str = ""
    is_ignored: bool = False


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """One sheet as guessed, or as read before, with its first rows below the headings."""

    mapping: SheetMapping
    first_rows: tuple[tuple[str, ...], ...]
    row_count: int
    is_roster: bool = False
    is_remembered: bool = False


@dataclass(frozen=True, slots=True)
class FilePreview:
    """A whole file as guessed; cards of a telephone need no mapping and come as one sheet."""

    name: str
    sheets: tuple[SheetPreview, ...]

    def mapping(self) -> tuple[SheetMapping, ...]:
        """Return the guesses, to be changed or handed back as they are."""
        return tuple(sheet.mapping for sheet in self.sheets)


class ProblemCode(StrEnum):
    """What the officer should look at after an import."""

    NAME_MISSING = "name_missing"
    NAME_DOUBTFUL = "name_doubtful"
    NUMBER_MALFORMED = "number_malformed"
    NUMBER_NOT_A_MOBILE = "number_not_a_mobile"
    ROLE_PAIR_UNKNOWN = "role_pair_unknown"
    TRAINING_DAYS_UNKNOWN = "training_days_unknown"
    UNIT_MISSING = "unit_missing"
    UNIT_FROM_ABOVE = "unit_from_above"
    SAME_MOBILE_OTHER_NAME = "same_mobile_other_name"
    PERSON_RETIRED = "person_retired"
    FIELD_DIFFERS = "field_differs"
    SHEET_NOT_READ = "sheet_not_read"
    CARD_UNREADABLE = "card_unreadable"
    HEADINGS_GUESSED = "headings_guessed"
    VALUE_NOT_TAKEN = "value_not_taken"


@dataclass(frozen=True, slots=True)
class Problem:
    """One doubt with its place; `row` counts from 1, `detail` is a further fact."""

    code: ProblemCode
    sheet: str
    row: int
    column: str = ""
    value: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class UnitStep:
    """One step of a unit's path as read."""

    name: str
    kind: UnitKind = UnitKind.OTHER


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """One person as a file names them, after cleaning and before matching."""

    sheet: str
    row: int
    name: str
    unit_path: tuple[UnitStep, ...] = ()
    post: str = ""
    duty_role: ContactRole | None = None
    role_pair: RolePair | None = None
    other_posts: tuple[str, ...] = ()
    address: str = ""
    area: str = ""
    category: str = ""
    training_days: int | None = None
    note: str = ""
    numbers: tuple[ReadNumber, ...] = ()
    columns: Mapping[ContactField, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ContactFile:
    """All people of a file with the doubts of reading it; `skipped` rows have no name.

    `guesses` is what the program itself took the sheets for.
    """

    name: str
    people: tuple[ReadPerson, ...]
    skipped: int = 0
    problems: tuple[Problem, ...] = ()
    guesses: tuple[SheetMapping, ...] = ()
