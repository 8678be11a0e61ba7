import pytest

from dutydesk.domain.incident import IncidentCategory, IncidentLevel
from dutydesk.domain.incident_scope import IncidentScope, reaches
from tests.incident_builders import incident


def test_a_line_that_names_nothing_is_for_every_incident() -> None:
    assert IncidentScope().holds(incident())


def test_category_kind_and_level_all_have_to_fit() -> None:
    scope = IncidentScope(IncidentCategory.ACCIDENT, ("火灾",), IncidentLevel.RELATIVELY_SERIOUS)
    assert scope.holds(incident(level=IncidentLevel.SERIOUS))
    assert not scope.holds(incident(level=IncidentLevel.ORDINARY))
    assert not scope.holds(incident(level=IncidentLevel.SERIOUS, kind="爆炸"))
    natural = incident(category=IncidentCategory.NATURAL, level=IncidentLevel.SERIOUS)
    assert not scope.holds(natural)


@pytest.mark.parametrize(
    ("level", "at_least", "is_reached"),
    [
        ("relatively_serious", "relatively_serious", True),
        ("especially_serious", "relatively_serious", True),
        ("ordinary", "relatively_serious", False),
        ("unclassified", "especially_serious", True),
    ],
)
def test_a_level_nobody_decided_on_may_be_any(level: str, at_least: str, is_reached: bool) -> None:
    assert reaches(IncidentLevel(level), IncidentLevel(at_least)) is is_reached
