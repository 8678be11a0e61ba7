import pytest

from dutydesk.domain.entry_detail import COMMON, DETAILS
from dutydesk.domain.entry_register import PARTED_BY, REGISTER_KINDS
from dutydesk.domain.paper_issue import PaperKind
from dutydesk.papers.register_columns import FORMS, NUMBER, TEXT, TIME
from dutydesk.wording.entry_detail import CHOICE

COLUMNS = [(kind, name) for kind, form in FORMS.items() for name in form.columns]


def test_every_register_has_its_columns() -> None:
    assert set(FORMS) == set(REGISTER_KINDS), "add the register to FORMS of register_columns.py"


@pytest.mark.parametrize(("kind", "part"), COLUMNS)
def test_every_detail_of_its_kinds_stands_in_a_column(kind: PaperKind, part: str) -> None:
    placed = [
        name for column in FORMS[kind].columns[part] for name in (*column.fields, *column.named)
    ]
    asked = {field.name for one in REGISTER_KINDS[kind] for field in DETAILS[one]}
    asked |= {name for one in REGISTER_KINDS[kind] for name in COMMON[one]}
    missing = asked - set(placed) - {PARTED_BY.get(kind)} - OUTSIDE.get(kind, set())
    assert not missing, f"give {missing} a column of {kind} in register_columns.py"
    assert {NUMBER, TIME, TEXT, "recorder"} <= set(placed)
    assert len(placed) == len(set(placed))


# Asked of the kind, but rare in its register: they stand with their word under the text.
OUTSIDE = {PaperKind.FAULT_REGISTER: {"source", "person", "phone"}}


@pytest.mark.parametrize(("kind", "part"), COLUMNS)
def test_columns_fill_the_type_area(kind: PaperKind, part: str) -> None:
    form = FORMS[kind]
    assert sum(column.width for column in form.columns[part]) == form.frame.width


def test_parts_are_the_choices_of_the_detail_that_parts_them() -> None:
    for kind, form in FORMS.items():
        by = PARTED_BY.get(kind)
        assert set(form.columns) == ({*CHOICE[by], ""} if by else {""})
        assert set(form.headings) == (set(form.columns) if by else set())
