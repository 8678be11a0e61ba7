import unicodedata

import pytest

from dutydesk.domain.search_text import folded
from dutydesk.domain.simplified import PAIRS, TRADITIONAL, table


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("氣", "气"),
        ("說", "说"),
        ("説", "说"),
        ("衞", "卫"),
        ("後", "后"),
        ("裡", "里"),
        ("著", "着"),
    ],
)
def test_a_traditional_character_goes_to_its_simplified_one(
    traditional: str, simplified: str
) -> None:
    assert traditional.translate(table()) == simplified


def test_one_character_stands_for_one_and_none_is_folded_twice() -> None:
    assert len(PAIRS) == 2 * len(table()) == 2 * len(TRADITIONAL)
    assert TRADITIONAL.isdisjoint(table().values())
    for simplified in table().values():
        assert unicodedata.normalize("NFKC", simplified).casefold() == simplified
        assert simplified.isalnum()


def test_usual_simplified_text_stays_as_it_is() -> None:
    usual = "坏沈么值班室来电后里面干净发头台风预警只有余下几个松开斗争准备"
    assert folded(usual) == usual
