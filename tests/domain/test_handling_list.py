import pytest

from dutydesk.domain.handling_list import (
    LineKnown,
    LineNameMissing,
    LineNameTooLong,
    checked,
    moved,
)
from dutydesk.domain.incident_notice import NotifiedParty


def party(key: str, **changes: object) -> NotifiedParty:
    return NotifiedParty(**({"id": key, "name": key} | changes))  # type: ignore[arg-type]  # fields by name


def test_a_line_loses_the_spaces_around_its_name() -> None:
    assert checked(party("x", name=" 119 "), []).name == "119"


def test_a_name_has_to_be_there_short_and_new() -> None:
    with pytest.raises(LineNameMissing):
        checked(party("x", name=" "), [])
    with pytest.raises(LineNameTooLong):
        checked(party("字" * 41), [])
    with pytest.raises(LineKnown):
        checked(party("y", name="119"), [party("119")])
    assert checked(party("y", name="119", kind="火灾"), [party("119")]).kind == "火灾"
    assert checked(party("119"), [party("119")])


def test_moving_gives_new_numbers_only_to_what_changes_its_place() -> None:
    lines = [party(key, order_no=n) for n, key in enumerate("abcd", 1)]
    assert [(one.id, one.order_no) for one in moved(lines, "b", 1)] == [("c", 2), ("b", 3)]
    assert moved(lines, "a", -1) == []
    assert [one.id for one in moved(lines, "a", 9)] == ["b", "c", "d", "a"]
