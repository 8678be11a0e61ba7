from __future__ import annotations

import random
from dataclasses import replace

import pytest

from dutydesk.domain.contact_refusals import UnitBelowItself
from dutydesk.domain.contacts import Contact, Unit, in_tree_order
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.unit_order import moved_unit, shifted_person, shifted_unit

UNITS = [Unit(key, key, order_no=place) for place, key in enumerate("abc", 1)]


def applied(units: list[Unit], changed: list[Unit]) -> list[Unit]:
    new = {one.id: one for one in changed}
    return [new.get(one.id, one) for one in units]


def names(units: list[Unit]) -> list[str]:
    return [unit.name for unit, _ in in_tree_order(units)]


def test_a_unit_moves_below_another_before_a_sibling_or_behind_all() -> None:
    assert names(applied(UNITS, moved_unit(UNITS, "c", None, "a"))) == ["c", "a", "b"]
    assert names(applied(UNITS, moved_unit(UNITS, "a", None))) == ["b", "c", "a"]
    below = applied(UNITS, moved_unit(UNITS, "c", "a"))
    assert [(u.name, depth) for u, depth in in_tree_order(below)] == [("a", 0), ("c", 1), ("b", 0)]
    assert moved_unit(below, "c", "a") == []


def test_a_circle_and_what_is_not_there_are_refused() -> None:
    below = applied(UNITS, moved_unit(UNITS, "b", "a"))
    for target in ("a", "b"):
        with pytest.raises(UnitBelowItself):
            moved_unit(below, "a", target)
    with pytest.raises(RecordUnknown):
        moved_unit(UNITS, "x", None)
    with pytest.raises(RecordUnknown):
        moved_unit(UNITS, "a", "x")


def test_whatever_is_moved_the_tree_keeps_every_unit() -> None:
    chance = random.Random(11)  # noqa: S311 -- it must repeat
    units = [Unit(str(n), f"{n}", order_no=chance.randint(0, 3)) for n in range(12)]
    for _ in range(400):
        one = chance.choice(units).id
        if chance.random() < 0.4:
            units = applied(units, shifted_unit(units, one, chance.choice([-1, 1, -50, 50])))
            continue
        target = chance.choice([None, *(unit.id for unit in units)])
        try:
            units = applied(units, moved_unit(units, one, target, chance.choice(units).id))
        except UnitBelowItself:
            continue
        assert len(in_tree_order(units)) == len(units)


def test_one_step_up_and_down_is_where_it_was() -> None:
    up = applied(UNITS, shifted_unit(UNITS, "b", -1))
    assert names(up) == ["b", "a", "c"]
    assert names(applied(up, shifted_unit(up, "b", 1))) == ["a", "b", "c"]
    assert shifted_unit(UNITS, "a", -1) == []


def test_people_of_a_unit_exchange_the_numbers_they_have() -> None:
    people = [Contact(key, key, "u", order_no=n) for key, n in (("a", 3), ("b", 9), ("c", 9))]
    changed = {one.id: one.order_no for one in shifted_person(people, "c", -1)}
    assert changed == {"b": 10}
    moved = [replace(one, order_no=changed.get(one.id, one.order_no)) for one in people]
    assert [one.id for one in sorted(moved, key=lambda one: one.order_no)] == ["a", "c", "b"]
    with pytest.raises(RecordUnknown):
        shifted_person(people, "x", 1)
