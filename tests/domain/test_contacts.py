"""The unit tree and the cards of contacts."""

from __future__ import annotations

from dutydesk.domain.contacts import (
    AddressBook,
    Contact,
    ContactCard,
    ContactNumber,
    Unit,
    cards,
    in_tree_order,
    name_key,
    paths,
    within,
)
from dutydesk.domain.phone import NumberKind

TREE = (
    Unit("s", "安和街道", None, 2),
    Unit("c2", "安和第2社区", "s", 2),
    Unit("c1", "安和第1社区", "s", 1),
    Unit("b", "区应急管理局", None, 1),
)


def test_a_path_runs_from_the_top_down() -> None:
    assert paths(TREE)["c1"] == ("安和街道", "安和第1社区")


def test_a_circle_of_units_is_cut() -> None:
    circle = (Unit("a", "甲", "b"), Unit("b", "乙", "a"))
    assert len(paths(circle)["a"]) <= 32
    assert within("a", circle) == {"a", "b"}
    assert in_tree_order(circle) == []


def test_the_tree_is_walked_parents_first_and_by_order() -> None:
    walked = [(unit.id, depth) for unit, depth in in_tree_order(TREE)]
    assert walked == [("b", 0), ("s", 0), ("c1", 1), ("c2", 1)]


def test_a_unit_holds_everything_below_it() -> None:
    assert within("s", TREE) == {"s", "c1", "c2"}


def test_spacing_and_width_do_not_make_another_name() -> None:
    assert name_key("张　三") == name_key("张三") == name_key(" 张 三")
    assert name_key("ＪＯＨＮ") == name_key("john")


def test_a_card_shows_the_sound_number_first() -> None:
    book = AddressBook(
        TREE,
        (Contact("p", "单强", "c1"),),
        (
            ContactNumber("n1", "p", NumberKind.MOBILE, "1990000", order_no=1, is_doubtful=True),
            ContactNumber("n2", "p", NumberKind.MOBILE, "19900001001", order_no=2),
        ),
    )
    (card,) = cards(book)
    assert card.number(NumberKind.MOBILE) == "19900001001"
    assert card.number(NumberKind.FAX) == ""
    assert card.unit == "安和第1社区"


def test_the_first_kind_that_has_a_number_is_rung() -> None:
    numbers = tuple(
        ContactNumber(f"n{place}", "c", kind, number, order_no=place)
        for place, (kind, number) in enumerate(
            ((NumberKind.OFFICE, "0000-0000001"), (NumberKind.MOBILE, "19900000001"))
        )
    )
    card = ContactCard(Contact("c", "单某"), numbers=numbers)
    assert card.first_number(NumberKind.DUTY, NumberKind.MOBILE) == "19900000001"
    assert card.first_number(NumberKind.OFFICE, NumberKind.MOBILE) == "0000-0000001"
    assert card.first_number(NumberKind.DUTY) == ""
