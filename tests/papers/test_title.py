import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import paper_fonts
from dutydesk.papers.paragraph import Breaker
from dutydesk.papers.styles import TextStyle
from dutydesk.papers.text import clean
from dutydesk.papers.title import balanced

STYLE = TextStyle(Role.TITLE, 22, 34)
BREAKER = Breaker(paper_fonts())


def lines(text, characters=19):
    return [line.text for line in balanced(BREAKER, text, STYLE, 22 * characters)]


@pytest.mark.parametrize(
    "broken",
    [
        ["短标题"],
        [
            "关于安和街道东市场旁平房火灾",
            "引发周边居民小区停水停电停气",
            "及群众转移安置情况的报告",
        ],
        ["关于安和街道安和市场旁", "平房火灾情况的报告"],
        ["关于北京北六环4车连撞拥堵10公里", "长达两个多小时情况的报告"],
        ["关于进一步做好冬季森林防火", "和安全生产工作的报告"],
    ],
)
def test_a_title_is_broken_between_words(broken):
    assert lines("".join(broken)) == broken


def test_a_line_break_that_was_typed_in_a_title_is_kept():
    assert lines("关于火灾\n情况的报告") == ["关于火灾", "情况的报告"]


@settings(deadline=None)
@given(st.text(max_size=90))
def test_no_title_loses_a_character_or_stands_out(text):
    broken = balanced(BREAKER, text, STYLE, 22 * 18)
    typed = paper_fonts().typeface(Role.TITLE).spelt(clean(text))
    assert "".join("".join(line.text.split()) for line in broken) == "".join(typed.split())
    assert all(line.width <= 22 * 18 * 1.07 for line in broken)
