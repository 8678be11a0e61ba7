from dutydesk.domain.warning_color import WarningColor
from dutydesk.store.warning_kind import shipped_kinds


def test_every_shipped_kind_has_a_name_of_its_own_and_known_colours_from_the_highest_down() -> (
    None
):
    kinds = shipped_kinds()
    order = list(WarningColor)
    assert len({one.name for one in kinds}) == len(kinds)
    for one in kinds:
        places = [order.index(WarningColor(color)) for color in one.colors]
        assert places == sorted(places)
        assert places
