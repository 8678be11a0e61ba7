from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.instants import from_iso
from dutydesk.store.mapping import Mapper


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Sample:
    id: str
    count: int
    is_on: bool
    at: datetime
    day: date
    colour: Colour
    names: tuple[str, ...]
    facts: Mapping[str, str]
    note: str | None = None
    later: datetime | None = None


SAMPLE = Mapper(Sample, "sample")
VALUE = Sample(
    "1",
    7,
    True,
    from_iso("2026-11-21T02:15"),
    date(2028, 2, 29),
    Colour.RED,
    ("甲", ""),
    {"a": "乙"},
)


def test_a_row_holds_only_what_the_file_keeps() -> None:
    assert SAMPLE.to_row(VALUE) == {
        "id": "1",
        "count": 7,
        "is_on": 1,
        "at": "2026-11-20T18:15:00Z",
        "day": "2028-02-29",
        "colour": "red",
        "names": '["甲",""]',
        "facts": '{"a":"乙"}',
        "note": None,
        "later": None,
    }


@given(
    st.text(), st.integers(), st.booleans(), st.lists(st.text()).map(tuple), st.none() | st.text()
)
def test_a_value_comes_back_from_its_row_in_both_shapes(
    text: str, count: int, is_on: bool, names: tuple[str, ...], note: str | None
) -> None:
    value = Sample(
        text, count, is_on, VALUE.at, VALUE.day, Colour.RED, names, {text: text}, note, VALUE.at
    )
    row = SAMPLE.to_row(value)
    assert SAMPLE.from_row(row) == value
    assert SAMPLE.from_row(tuple(row.values())) == value
    assert SAMPLE.from_row((0, "x", *row.values(), "behind"), 2) == value


def test_columns_are_the_fields_in_order() -> None:
    assert SAMPLE.columns.split(", ")[:3] == ["id", "count", "is_on"]
    assert SAMPLE.prefixed("s").startswith("s.id, s.count, ")


def test_a_field_of_an_unknown_type_is_found_when_the_program_starts() -> None:
    @dataclass(frozen=True)
    class Odd:
        id: str
        value: bytes

    with pytest.raises(KeyError):
        Mapper(Odd, "odd")
