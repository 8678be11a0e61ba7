"""One person while the cells of a row are gathered, with the doubts each cell raises."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import field

from dutydesk.domain.contact_file import (
    PHONE_KINDS,
    ColumnGuess,
    ContactField,
    ProblemCode,
    ReadPerson,
    UnitStep,
)
from dutydesk.domain.contacts import ContactRole, RolePair
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.phone import ReadNumber, numbers_in
from dutydesk.exchange.grid import tidy
from dutydesk.exchange.heading_words import field_of, heading_key, role_of, role_pair_of

Doubt = tuple[ProblemCode, str]
"""What is doubtful in a cell, and the value as typed."""

_GENERIC_HEADINGS = frozenset({"姓名", "名字", "name", "人员", "联系人", "人员姓名", "联系人姓名"})
_DAYS = re.compile(r"(\d{1,3})(?:\.0+)?\s*天?")
_TEXTS = frozenset(
    {
        ContactField.POST,
        ContactField.DUTY_ROLE,
        ContactField.ADDRESS,
        ContactField.AREA,
        ContactField.CATEGORY,
    }
)


@dataclass
class PersonDraft:
    """A person in the making; only its name is certain from the start."""

    name: str
    is_continued: bool = False
    texts: dict[ContactField, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    other_posts: list[str] = field(default_factory=list)
    numbers: list[ReadNumber] = field(default_factory=list)
    columns: dict[ContactField, str] = field(default_factory=dict)
    duty_role: ContactRole | None = None
    role_pair: RolePair | None = None
    training_days: int | None = None

    def fill(self, column: ColumnGuess, cell: str) -> Iterator[Doubt]:
        """Take one cell; what it cannot place goes to the note as typed, and is yielded."""
        self.columns.setdefault(column.field, column.shown)
        if column.field in PHONE_KINDS:
            yield from self._fill_numbers(column.field, cell)
        elif column.field in _TEXTS:
            self.texts.setdefault(column.field, tidy(cell))
        elif column.field is ContactField.NOTE:
            self.notes.append(cell.strip())
        elif column.field is ContactField.OTHER_POSTS:
            self.other_posts.extend(part.strip() for part in re.split(r"[;；\n]", cell) if part)
        elif column.field in _SPECIAL:
            code = _SPECIAL[column.field](self, cell)
            if code is not None:
                self._keep(column, cell)
                yield code, cell.strip()
        elif column.field is ContactField.UNKNOWN:
            self._keep(column, cell)

    def _keep(self, column: ColumnGuess, cell: str) -> None:
        self.notes.append(f"{tidy(column.heading) or column.letter}：{cell.strip()}")

    def _fill_numbers(self, column: ContactField, cell: str) -> Iterator[Doubt]:
        for number in numbers_in(cell, PHONE_KINDS[column]):
            if number not in self.numbers:
                self.numbers.append(number)
            if number.doubt is not None:
                yield ProblemCode(number.doubt.value), number.number

    def fill_role_pair(self, cell: str) -> ProblemCode | None:
        """Take A or B; return the doubt when the cell says neither."""
        self.role_pair = role_pair_of(cell)
        return None if self.role_pair else ProblemCode.ROLE_PAIR_UNKNOWN

    def fill_training_days(self, cell: str) -> ProblemCode | None:
        """Take a number of days; return the doubt when the cell is no number."""
        days = _DAYS.fullmatch(cell.strip())
        self.training_days = int(days[1]) if days else None
        return None if days else ProblemCode.TRAINING_DAYS_UNKNOWN

    def conclude(self, heading: str, role_of_sheet: ContactRole | None) -> None:
        """Take post, role and pair from the heading of the name where no column gives them."""
        said = re.sub(r"姓?名$", "", heading_key(heading))
        pair = role_pair_of(said)
        self.role_pair = self.role_pair or pair
        if field_of(said) is ContactField.NAME and not pair and said not in _GENERIC_HEADINGS:
            self.texts.setdefault(ContactField.POST, said)
        role_text = self.texts.get(ContactField.DUTY_ROLE, "")
        texts = (role_text, self.texts.get(ContactField.POST, ""), self.name)
        roles = (role_of(text) for text in texts if text)
        self.duty_role = next((role for role in roles if role), role_of_sheet)
        if not self.texts.get(ContactField.POST) and role_of(role_text) is None:
            self.texts[ContactField.POST] = role_text

    def person(self, sheet: str, row: int, unit_path: tuple[UnitStep, ...]) -> ReadPerson:
        """Return the finished person of a row."""
        return ReadPerson(
            sheet=sheet,
            row=row,
            name=self.name,
            unit_path=unit_path,
            post=self.texts.get(ContactField.POST, ""),
            duty_role=self.duty_role,
            role_pair=self.role_pair,
            other_posts=tuple(self.other_posts),
            address=self.texts.get(ContactField.ADDRESS, ""),
            area=self.texts.get(ContactField.AREA, ""),
            category=self.texts.get(ContactField.CATEGORY, ""),
            training_days=self.training_days,
            note="；".join(dict.fromkeys(self.notes)),
            numbers=tuple(self.numbers),
            columns=self.columns,
        )


_SPECIAL: dict[ContactField, Callable[[PersonDraft, str], ProblemCode | None]] = {
    ContactField.ROLE_PAIR: PersonDraft.fill_role_pair,
    ContactField.TRAINING_DAYS: PersonDraft.fill_training_days,
}
