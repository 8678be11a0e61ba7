"""Units named by a file find their place in the tree."""

from __future__ import annotations

from itertools import count

from dutydesk.domain.contact_file import UnitStep
from dutydesk.domain.contact_units import UnitTree
from dutydesk.domain.contacts import Unit, UnitKind


def tree(*units: Unit) -> UnitTree:
    numbers = count(1)
    return UnitTree(units, lambda: f"new{next(numbers)}")


def test_a_path_is_added_once() -> None:
    units = tree()
    path = (UnitStep("安和街道", UnitKind.STREET), UnitStep("安和第1社区"))
    assert units.find(path) is None
    assert units.find_or_add(path) == units.find_or_add(path) == units.find(path)
    assert [(u.name, u.parent_id) for u in units.written()] == [
        ("安和街道", None),
        ("安和第1社区", "new1"),
    ]


def test_a_unit_below_another_is_found_by_its_name_alone() -> None:
    units = tree(Unit("d", "东湖区"), Unit("s", "安和街道", "d"))
    assert units.find_or_add((UnitStep("安和街道"),)) == "s"
    assert units.written() == ()


def test_two_units_of_one_name_are_not_mixed_up() -> None:
    units = tree(
        Unit("a", "甲局"), Unit("b", "乙局"), Unit("x", "办公室", "a"), Unit("y", "办公室", "b")
    )
    assert units.find_or_add((UnitStep("乙局"), UnitStep("办公室"))) == "y"
    assert units.find_or_add((UnitStep("办公室"),)) == "new1"


def test_a_unit_without_a_parent_gets_the_one_the_file_names() -> None:
    units = tree(Unit("c", "安和第1社区"))
    assert units.find_or_add((UnitStep("安和街道"), UnitStep("安和第1社区"))) == "c"
    assert {u.id: u.parent_id for u in units.written()} == {"new1": None, "c": "new1"}


def test_a_unit_never_becomes_its_own_parent() -> None:
    units = tree(Unit("c", "应急局"))
    leaf = units.find_or_add((UnitStep("应急局"), UnitStep("应急局")))
    assert leaf == "new1"
