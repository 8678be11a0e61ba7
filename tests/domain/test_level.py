import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.errors import BadInput
from dutydesk.domain.incident import GRADES, Figures, IncidentCategory, IncidentLevel
from dutydesk.domain.level import NO_SUGGESTION, check_criterion, suggest_level
from tests.incident_builders import criteria

CRITERIA = criteria()
ACCIDENT = IncidentCategory.ACCIDENT
WAN = 10_000
INJURED = "seriously_injured_and_poisoned"


def level_of(kind: str, category: IncidentCategory = ACCIDENT, **figures: int) -> str:
    return suggest_level(category, kind, Figures(**figures), CRITERIA).level


@pytest.mark.parametrize("kind", ["爆炸", "火灾", "交通事故"])
@pytest.mark.parametrize(
    ("figure", "value", "level"),
    [
        ("deaths", 0, "ordinary"),
        ("deaths", 1, "ordinary"),
        ("deaths", 2, "ordinary"),
        ("deaths", 3, "relatively_serious"),
        ("deaths", 9, "relatively_serious"),
        ("deaths", 10, "serious"),
        ("deaths", 29, "serious"),
        ("deaths", 30, "especially_serious"),
        ("seriously_injured", 9, "ordinary"),
        ("seriously_injured", 10, "relatively_serious"),
        ("seriously_injured", 49, "relatively_serious"),
        ("seriously_injured", 50, "serious"),
        ("seriously_injured", 99, "serious"),
        ("seriously_injured", 100, "especially_serious"),
        ("loss_yuan", 9_999_900, "ordinary"),
        ("loss_yuan", 1000 * WAN, "relatively_serious"),
        ("loss_yuan", 49_999_900, "relatively_serious"),
        ("loss_yuan", 5000 * WAN, "serious"),
        ("loss_yuan", 99_999_999, "serious"),
        ("loss_yuan", 10_000 * WAN, "especially_serious"),
    ],
)
def test_accidents_and_fires_are_graded_at_the_limits_of_the_regulation(
    kind: str, figure: str, value: int, level: str
) -> None:
    found = suggest_level(ACCIDENT, kind, Figures(**{figure: value}), CRITERIA)
    assert found.level == level
    column = INJURED if figure == "seriously_injured" else figure
    assert (found.figure, found.value) == (column, value)
    assert "第三条" in found.source


@pytest.mark.parametrize("kind", ["危险化学品泄漏", "中毒窒息", "燃气泄漏", "火灾"])
@pytest.mark.parametrize("seriously_injured", [None, 0, 4, 9])
@pytest.mark.parametrize(
    ("people", "level"),
    [
        (9, "ordinary"),
        (10, "relatively_serious"),
        (49, "relatively_serious"),
        (50, "serious"),
        (99, "serious"),
        (100, "especially_serious"),
        (120, "especially_serious"),
    ],
)
def test_the_acutely_poisoned_count_with_the_seriously_injured(
    kind: str, seriously_injured: int | None, people: int, level: str
) -> None:
    figures = Figures(
        deaths=0,
        seriously_injured=seriously_injured,
        poisoned_or_ill=people - (seriously_injured or 0),
    )
    found = suggest_level(ACCIDENT, kind, figures, CRITERIA)
    assert found.level == level
    assert (found.figure, found.value) == (INJURED, people)


@pytest.mark.parametrize(
    ("figures", "level"),
    [
        ({"burnt_area_m2": 0}, "ordinary"),
        ({"burnt_area_m2": 9_999}, "ordinary"),
        ({"burnt_area_m2": 10_000}, "relatively_serious"),
        ({"burnt_area_m2": 999_999}, "relatively_serious"),
        ({"burnt_area_m2": 1_000_000}, "serious"),
        ({"burnt_area_m2": 9_999_999}, "serious"),
        ({"burnt_area_m2": 10_000_000}, "especially_serious"),
        ({"deaths": 0}, "unclassified"),
        ({"deaths": 1}, "ordinary"),
        ({"deaths": 2}, "ordinary"),
        ({"deaths": 3}, "relatively_serious"),
        ({"deaths": 9}, "relatively_serious"),
        ({"deaths": 10}, "serious"),
        ({"deaths": 29}, "serious"),
        ({"deaths": 30}, "especially_serious"),
        ({"seriously_injured": 0}, "unclassified"),
        ({"seriously_injured": 1}, "ordinary"),
        ({"seriously_injured": 9}, "ordinary"),
        ({"seriously_injured": 10}, "relatively_serious"),
        ({"seriously_injured": 49}, "relatively_serious"),
        ({"seriously_injured": 50}, "serious"),
        ({"seriously_injured": 99}, "serious"),
        ({"seriously_injured": 100}, "especially_serious"),
    ],
)
def test_forest_fires_are_graded_by_area_deaths_and_serious_injuries(
    figures: dict[str, int], level: str
) -> None:
    assert level_of("森林火灾", IncidentCategory.NATURAL, **figures) == level


@pytest.mark.parametrize(
    ("figures", "level"),
    [
        ({"deaths": 2}, "unclassified"),
        ({"deaths": 3}, "serious"),
        ({"deaths": 9}, "serious"),
        ({"deaths": 10}, "especially_serious"),
        ({"poisoned_or_ill": 49}, "unclassified"),
        ({"poisoned_or_ill": 50}, "serious"),
        ({"poisoned_or_ill": 99}, "serious"),
        ({"poisoned_or_ill": 100}, "especially_serious"),
        ({"evacuated": 9_999}, "unclassified"),
        ({"evacuated": 10_000}, "serious"),
        ({"evacuated": 49_999}, "serious"),
        ({"evacuated": 50_000}, "especially_serious"),
        ({"loss_yuan": 1999 * WAN}, "unclassified"),
        ({"loss_yuan": 2000 * WAN}, "serious"),
        ({"loss_yuan": 9999 * WAN}, "serious"),
        ({"loss_yuan": 10_000 * WAN}, "especially_serious"),
    ],
)
def test_environmental_events_are_graded_by_the_annex_of_2011(
    figures: dict[str, int], level: str
) -> None:
    assert level_of("环境污染和生态破坏事件", **figures) == level


@pytest.mark.parametrize("kind", ["气象灾害", "台风", "暴雨", "雪灾"])
@pytest.mark.parametrize(
    ("figures", "level"),
    [
        ({"deaths": 29}, "unclassified"),
        ({"deaths": 30}, "especially_serious"),
        ({"loss_yuan": 4999 * WAN}, "unclassified"),
        ({"loss_yuan": 5000 * WAN}, "especially_serious"),
    ],
)
def test_weather_has_the_highest_level_only_and_says_where_it_counts(
    kind: str, figures: dict[str, int], level: str
) -> None:
    found = suggest_level(IncidentCategory.NATURAL, kind, Figures(**figures), CRITERIA)
    assert found.level == level
    assert ("50平方公里" in found.source) is (level != "unclassified")


@pytest.mark.parametrize("kind", ["职业中毒", "职业危害"])
@pytest.mark.parametrize(
    ("figures", "level"),
    [
        ({"deaths": 4}, "unclassified"),
        ({"deaths": 5}, "serious"),
        ({"poisoned_or_ill": 49}, "unclassified"),
        ({"poisoned_or_ill": 50}, "serious"),
    ],
)
def test_occupational_poisoning_is_serious_from_fifty_people_or_five_dead(
    kind: str, figures: dict[str, int], level: str
) -> None:
    assert level_of(kind, IncidentCategory.PUBLIC_HEALTH, **figures) == level


def test_the_highest_column_wins_and_is_named() -> None:
    found = suggest_level(
        ACCIDENT, "火灾", Figures(deaths=2, seriously_injured=50, loss_yuan=1000 * WAN), CRITERIA
    )
    assert found.level is IncidentLevel.SERIOUS
    assert (found.figure, found.at_least, found.below) == (INJURED, 50, 100)


def test_missing_people_and_the_injured_as_told_do_not_raise_the_level() -> None:
    assert level_of("火灾", deaths=2, missing=40, injured=200) == "ordinary"


def test_a_zero_decides_only_when_nothing_else_is_stated() -> None:
    found = suggest_level(ACCIDENT, "火灾", Figures(deaths=0, seriously_injured=4), CRITERIA)
    assert (found.figure, found.below) == (INJURED, 10)


def test_nothing_stated_suggests_nothing() -> None:
    assert suggest_level(ACCIDENT, "火灾", Figures(), CRITERIA) == NO_SUGGESTION
    assert level_of("地震", IncidentCategory.NATURAL, deaths=300) == "unclassified"


def test_food_poisoning_needs_a_death_beside_the_hundred_ill() -> None:
    health = IncidentCategory.PUBLIC_HEALTH
    assert level_of("食物中毒", health, poisoned_or_ill=308) == "unclassified"
    assert level_of("食物中毒", health, poisoned_or_ill=100, deaths=1) == "unclassified"
    assert level_of("食物中毒", health, poisoned_or_ill=101, deaths=1) == "serious"
    assert level_of("食物中毒", health, deaths=9) == "unclassified"
    assert level_of("食物中毒", health, deaths=10) == "serious"
    assert level_of("食物中毒", health, poisoned_or_ill=101, deaths=0) == "unclassified"


def test_a_table_that_names_the_kind_displaces_the_general_one() -> None:
    assert level_of("环境污染和生态破坏事件", deaths=3) == "serious"
    assert level_of("环境污染和生态破坏事件", deaths=2) == "unclassified"


@pytest.mark.parametrize(
    "change",
    [
        {"figure": "happiness"},
        {"at_least": -1},
        {"level": IncidentLevel.UNCLASSIFIED},
        {"with_figure": "deaths", "with_at_least": None},
        {"with_figure": "luck", "with_at_least": 1},
    ],
)
def test_a_criterion_the_program_cannot_compute_is_refused(change: dict[str, object]) -> None:
    from dataclasses import replace

    with pytest.raises(BadInput):
        check_criterion(replace(CRITERIA[0], **change))


def test_every_shipped_criterion_can_be_computed() -> None:
    for criterion in CRITERIA:
        check_criterion(criterion)


_COUNT = st.none() | st.integers(min_value=0, max_value=200)


@given(deaths=_COUNT, serious=_COUNT, more=st.integers(min_value=0, max_value=200))
def test_a_figure_that_grows_never_lowers_the_suggestion(
    deaths: int | None, serious: int | None, more: int
) -> None:
    order = (*GRADES, IncidentLevel.UNCLASSIFIED)
    before = suggest_level(
        ACCIDENT, "火灾", Figures(deaths=deaths, seriously_injured=serious), CRITERIA
    )
    grown = Figures(deaths=(deaths or 0) + more, seriously_injured=serious)
    after = suggest_level(ACCIDENT, "火灾", grown, CRITERIA)
    assert order.index(after.level) <= order.index(before.level)
