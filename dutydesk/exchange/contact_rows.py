"""Turning the rows of a table into people, by the mapping a guess or a person gave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field, replace

from dutydesk.domain.contact_file import (
    PHONE_KINDS,
    UNIT_LEVELS,
    ColumnGuess,
    ContactField,
    Problem,
    ProblemCode,
    ReadPerson,
    SheetMapping,
    UnitStep,
)
from dutydesk.domain.contacts import name_key
from dutydesk.domain.dataclass import dataclass
from dutydesk.exchange.cell_guess import looks_like_name
from dutydesk.exchange.contact_draft import PersonDraft
from dutydesk.exchange.grid import Grid, is_blank, tidy
from dutydesk.exchange.heading_words import (
    role_of,
    unit_kind_of,
)

PATH_SEPARATOR = " / "
_NAME_LIMIT = 20
_SEVERAL = re.compile(r"[、/,;|\n\d]")
_SECTION_NUMBER = re.compile(r"^[(（]?[一二三四五六七八九十\d]+[)）]?[、.．]\s*")
_FOOT = re.compile(
    r"(制表|填表|填报|制单|审核|审批|校对|更新|备注|说明|注|合计|共计)\S{0,6}?[:：]"
)
_WEAK = frozenset({ContactField.ORDER_NO, ContactField.IGNORED, *UNIT_LEVELS})


@dataclass
class SheetReading:
    """What one table gave."""

    people: list[ReadPerson] = field(default_factory=list)
    skipped: int = 0
    problems: list[Problem] = field(default_factory=list)


def read_rows(grid: Grid, mapping: SheetMapping) -> SheetReading:
    """Read every row below the headings; rows without any name are counted and listed."""
    reader = _RowReader(grid, mapping)
    if not mapping.heading_rows:
        reader.doubt_headings()
    for row in range(mapping.heading_rows, len(grid.rows)):
        reader.read(row)
    return reader.reading


class _RowReader:
    """Walks down one table, remembering the section and the units above."""

    def __init__(self, grid: Grid, mapping: SheetMapping) -> None:
        self.reading = SheetReading()
        self._grid = grid
        self._columns = [c for c in mapping.columns if c.field is not ContactField.IGNORED]
        self._sheet = grid.sheet
        self._section = mapping.default_unit
        self._units_above: dict[int, str] = {}
        self._has_units = any(c.field in UNIT_LEVELS for c in self._columns)
        self._names = [c for c in self._columns if c.field is ContactField.NAME]
        self._places = range(max((c.person for c in self._names), default=-1) + 1)
        titles = " ".join(
            cell for cells in grid.rows[: mapping.heading_rows] for cell in cells[:1]
        )
        self._role_of_sheet = role_of(grid.sheet) or role_of(titles)

    def doubt_headings(self) -> None:
        """List what each column was taken for, where no heading says so."""
        for column in self._columns:
            self._note(ProblemCode.HEADINGS_GUESSED, 0, column.shown, "", column.field.value)

    def read(self, row: int) -> None:
        """Take one row: a section, a continuation, people, or nothing."""
        cells = {c.index: self._grid.cell(row, c.index) for c in self._columns}
        if row in self._grid.across:
            self._take_section(row)
            return
        if not self._says_something(row, cells):
            return
        before = len(self.reading.problems)
        unit_path = self._unit_path(row, cells)
        people = [person for place in self._places if (person := self._person(row, cells, place))]
        if not people and not self._names and unit_path:
            people = [self._unit_itself(row, cells, unit_path)]
        if not people or self._is_foot(cells):
            del self.reading.problems[before:]
            self._skip(row, cells)
            return
        for person in people:
            self._add(row, person, unit_path)

    def _take_section(self, row: int) -> None:
        text = next((cell for cell in self._grid.rows[row] if cell), "")
        if text and not self._has_units:
            self._section = _SECTION_NUMBER.sub("", tidy(text)).rstrip(":：")

    def _says_something(self, row: int, cells: dict[int, str]) -> bool:
        return any(
            not is_blank(cells[c.index])
            and (c.field not in _WEAK)
            and (c.field is ContactField.NAME or (row, c.index) not in self._grid.carried)
            for c in self._columns
        )

    @staticmethod
    def _is_foot(cells: dict[int, str]) -> bool:
        """Tell whether the row is the line below a table: who made it, what to note."""
        filled = [cell for cell in cells.values() if not is_blank(cell)]
        return len(set(filled)) == 1 and _FOOT.match(filled[0]) is not None

    def _skip(self, row: int, cells: dict[int, str]) -> None:
        self.reading.skipped += 1
        column = self._names[0].shown if self._names else ""
        shown = " ".join(cell for cell in cells.values() if not is_blank(cell))
        self._note(ProblemCode.NAME_MISSING, row, column, shown)

    def _note(
        self, code: ProblemCode, row: int, column: str, value: str, detail: str = ""
    ) -> None:
        self.reading.problems.append(Problem(code, self._sheet, row + 1, column, value, detail))

    def _unit_path(self, row: int, cells: dict[int, str]) -> tuple[UnitStep, ...]:
        steps: list[UnitStep] = []
        for level in UNIT_LEVELS:
            for column in self._columns:
                if column.field is level:
                    steps.extend(self._steps(row, cells[column.index], column))
        if not steps and self._section:
            steps = [UnitStep(self._section, unit_kind_of(self._section, ContactField.UNIT))]
        unique: list[UnitStep] = []
        for step in steps:
            if name_key(step.name) not in [name_key(known.name) for known in unique]:
                unique.append(step)
        return tuple(unique)

    def _steps(self, row: int, cell: str, column: ColumnGuess) -> Iterator[UnitStep]:
        """Yield the units one cell names, carried down from above where the table means that."""
        if not cell:
            cell = self._from_above(row, column)
        elif not is_blank(cell):
            self._units_above[column.index] = cell
        names = cell.split(PATH_SEPARATOR) if column.field is ContactField.PARENT_UNIT else [cell]
        for name in names:
            if not is_blank(name):
                yield UnitStep(tidy(name), unit_kind_of(tidy(name), column.field))

    def _from_above(self, row: int, column: ColumnGuess) -> str:
        """Return the unit above a blank cell: certain below merged cells, listed in a csv file."""
        above = self._units_above.get(column.index, "")
        if not above:
            return ""
        if self._grid.has_merges is None:
            if column.field in {ContactField.UNIT, ContactField.STREET}:
                self._note(ProblemCode.UNIT_FROM_ABOVE, row, column.shown, above)
                return above
            return ""
        return above if self._was_merged_above(row, column.index) else ""

    def _was_merged_above(self, row: int, column: int) -> bool:
        """Tell whether the nearest filled unit cell above is the foot of a merged range."""
        for above in range(row - 1, -1, -1):
            if not is_blank(self._grid.cell(above, column)):
                return (above, column) in self._grid.carried
        return False

    def _person(self, row: int, cells: dict[int, str], place: int) -> PersonDraft | None:
        column = next(c for c in self._names if c.person == place)
        name = tidy(cells[column.index])
        if is_blank(name):
            return None
        draft = PersonDraft(name, is_continued=(row, column.index) in self._grid.carried)
        draft.columns[ContactField.NAME] = column.shown
        is_odd = not column.heading and not looks_like_name(name)
        if is_odd or _SEVERAL.search(name) or len(name) > _NAME_LIMIT:
            self._note(ProblemCode.NAME_DOUBTFUL, row, column.shown, name)
        for other in self._columns:
            is_own = other.person == place or (
                other.field not in PHONE_KINDS and other.field is not ContactField.POST
            )
            if is_own and not is_blank(cells[other.index]):
                self._fill(draft, other, cells[other.index], row)
        draft.conclude(column.heading, self._role_of_sheet)
        return draft

    def _unit_itself(
        self, row: int, cells: dict[int, str], unit_path: tuple[UnitStep, ...]
    ) -> PersonDraft:
        """Let a unit answer under its own name, in a table of units without people."""
        draft = PersonDraft(unit_path[-1].name)
        for column in self._columns:
            if not is_blank(cells[column.index]):
                self._fill(draft, column, cells[column.index], row)
        return draft

    def _fill(self, draft: PersonDraft, column: ColumnGuess, cell: str, row: int) -> None:
        for code, value in draft.fill(column, cell):
            self._note(code, row, column.shown, value)

    def _add(self, row: int, draft: PersonDraft, unit_path: tuple[UnitStep, ...]) -> None:
        if draft.is_continued and self.reading.people:
            known = self.reading.people[-1]
            if name_key(known.name) == name_key(draft.name):
                more = tuple(n for n in draft.numbers if n not in known.numbers)
                self.reading.people[-1] = replace(known, numbers=known.numbers + more)
                return
        units = [c for c in self._columns if c.field in UNIT_LEVELS]
        if not unit_path and units and not any(self._grid.cell(row, c.index) for c in units):
            self._note(ProblemCode.UNIT_MISSING, row, units[0].shown, draft.name)
        self.reading.people.append(draft.person(self._sheet, row + 1, unit_path))
