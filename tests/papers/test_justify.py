from itertools import pairwise

import pytest

from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import paper_fonts
from dutydesk.papers.justify import placed
from dutydesk.papers.paragraph import Breaker, Line
from dutydesk.papers.styles import Align, TextStyle

STYLE = TextStyle(Role.SONG, 10, 12, Align.JUSTIFY)
BREAKER = Breaker(paper_fonts())


def line(text, *, is_last=False):
    (found,) = BREAKER.lines(text, STYLE, 10_000)
    return Line(found.runs, found.width, is_last)


def gaps(text, slack):
    """What each character of a justified line is followed by."""
    broken = line(text)
    where = placed(broken, STYLE, broken.width + slack)
    out = []
    for (_, part), tracking in zip(where.runs, where.trackings, strict=True):
        out += [(char, tracking) for char in part]
    assert "".join(char for char, _ in out) == text
    return out


def test_figures_and_letters_are_not_spread_by_justifying():
    text = "长3.5m×2.8m处，电话0571-88886666转John Smith接"
    spread = gaps(text, 9)
    for (before, width), (after, _) in pairwise(spread):
        is_tight = before.isascii() and after.isascii() and " " not in (before, after)
        if is_tight or "×" in (before, after):
            assert width == 0, (before, after)
        else:
            assert width > 0, (before, after)
    assert sum(width for _, width in spread[:-1]) == pytest.approx(9)


def test_a_line_of_characters_alone_is_one_run():
    broken = line("值班员报告领导")
    where = placed(broken, STYLE, broken.width + 6)
    assert (len(where.runs), where.trackings) == (1, (1.0,))


@pytest.mark.parametrize("text", ["值班", "GB/T9704-2012"])
def test_a_line_that_would_gape_or_has_no_gap_stays_ragged(text):
    assert {width for _, width in gaps(text, 9)} == {0}


def test_the_last_line_of_a_paragraph_is_not_spread():
    broken = line("值班员报告领导", is_last=True)
    assert placed(broken, STYLE, broken.width + 5).trackings == (0.0,)


def test_a_line_a_little_too_wide_is_squeezed_into_its_measure():
    broken = line("0571-88886666")
    where = placed(broken, STYLE, broken.width - 3)
    assert where.width == broken.width - 3
    assert where.trackings[0] == pytest.approx(-3 / 12)
