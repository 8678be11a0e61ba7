from dataclasses import replace

import pytest

from dutydesk.domain.errors import BadInput
from dutydesk.domain.incident import GRADES, IncidentCategory, IncidentKind, IncidentLevel
from dutydesk.domain.level_table import (
    CriterionKnown,
    CriterionOutOfOrder,
    KindKnown,
    KindTextUnfit,
    LastKind,
    check_removal,
    checked_criterion,
    checked_kind,
    in_order,
    preview,
)
from tests.incident_builders import criteria

CRITERIA = criteria()
THREE_DEAD = next(
    one
    for one in CRITERIA
    if one.figure == "deaths" and one.level is IncidentLevel.RELATIVELY_SERIOUS and not one.kinds
)
ILL = next(one for one in CRITERIA if one.with_figure)
KINDS = [
    IncidentKind(id=f"k{at}", category=category, name=name, order_no=at)
    for at, (category, name) in enumerate(
        [
            (IncidentCategory.ACCIDENT, "火灾"),
            (IncidentCategory.ACCIDENT, "爆炸"),
            (IncidentCategory.NATURAL, "洪涝"),
        ]
    )
]


def test_the_preview_shows_both_sides_of_the_number() -> None:
    found = preview(THREE_DEAD, CRITERIA)
    assert found.below is not None
    assert (found.below.level, found.below_value) == (IncidentLevel.ORDINARY, 2)
    assert (found.at.level, found.at.at_least, found.at.below) == (THREE_DEAD.level, 3, 10)
    assert found.at.source == THREE_DEAD.source


def test_the_preview_of_a_changed_number_leaves_the_old_one_out() -> None:
    found = preview(replace(THREE_DEAD, at_least=5), CRITERIA)
    assert found.below is not None
    assert (found.below.level, found.at.level) == (IncidentLevel.ORDINARY, THREE_DEAD.level)
    assert found.at.at_least == 5


def test_the_preview_states_the_second_figure_too() -> None:
    found = preview(ILL, CRITERIA)
    assert found.at.level is ILL.level
    assert found.below is not None
    assert found.below.figure is None


@pytest.mark.parametrize("at", range(len(CRITERIA)))
def test_every_shipped_criterion_shows_its_own_level_at_its_number(at: int) -> None:
    one = CRITERIA[at]
    assert preview(one, CRITERIA).at.level is one.level
    assert checked_criterion(one, CRITERIA) == one


def test_a_number_between_its_neighbours_is_taken() -> None:
    assert checked_criterion(replace(THREE_DEAD, at_least=9), CRITERIA).at_least == 9


@pytest.mark.parametrize("number", [0, 10, 11, 30])
def test_a_number_beyond_the_level_above_or_below_is_refused(number: int) -> None:
    with pytest.raises(CriterionOutOfOrder):
        checked_criterion(replace(THREE_DEAD, at_least=number), CRITERIA)


def test_the_same_level_twice_in_a_column_is_refused() -> None:
    with pytest.raises(CriterionKnown):
        checked_criterion(replace(THREE_DEAD, id="new", at_least=4), CRITERIA)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"table_name": " "}, "table_name"),
        ({"source": ""}, "source"),
        ({"source": "一\n二"}, "source"),
        ({"at_least": 10**16}, "at_least"),
        ({"with_figure": "deaths", "with_at_least": -1}, "with_at_least"),
    ],
)
def test_a_criterion_without_name_source_or_a_sane_number_is_refused(
    changes: dict[str, object], field: str
) -> None:
    with pytest.raises(BadInput) as refusal:
        checked_criterion(replace(THREE_DEAD, **changes), CRITERIA)  # type: ignore[arg-type]
    assert refusal.value.field == field


def test_rows_stand_table_by_table_from_the_gravest() -> None:
    rows = in_order([*CRITERIA[1:], CRITERIA[0]])
    names = [one.table_name for one in rows]
    assert list(dict.fromkeys(names)) == list(dict.fromkeys(one.table_name for one in CRITERIA))
    first = [GRADES.index(one.level) for one in rows if one.table_name == names[0]]
    assert first == sorted(first)


def test_kinds_have_names_of_their_own() -> None:
    new = IncidentKind(id="k9", category=IncidentCategory.ACCIDENT, name=" 塔吊倒塌 ", order_no=0)
    assert checked_kind(new, KINDS).name == "塔吊倒塌"
    for name in ("", " ", "长" * 41, "塔吊\n倒塌"):
        with pytest.raises(KindTextUnfit):
            checked_kind(replace(new, name=name), KINDS)
    with pytest.raises(KindKnown) as refusal:
        checked_kind(replace(new, name="洪涝"), KINDS)
    assert refusal.value.category is IncidentCategory.NATURAL


def test_the_last_kind_of_a_category_stays() -> None:
    check_removal(KINDS[0], KINDS)
    with pytest.raises(LastKind):
        check_removal(KINDS[2], KINDS)
