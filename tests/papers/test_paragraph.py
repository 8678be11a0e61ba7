import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import paper_fonts
from dutydesk.papers.paragraph import NO_END, NO_START, SQUEEZED, Breaker, Piece
from dutydesk.papers.styles import TextStyle
from dutydesk.papers.text import clean

STYLE = TextStyle(Role.FANG, 16, 29)
BREAKER = Breaker(paper_fonts())
HAN = "值班员报告领导批示要求各单位立即组织人员赶赴现场处置上报信息情况天气道路交通恢复正常"
MARKS = [*"，。；：、？！", "（一）", "“预警”", "《办法》", "2026年11月22日8时35分", "110"]
MARKS += [
    "GB/T",
    "9704-2012",
    "——",
    "……",
    "35.5％",
    "【特急】",
    "￥500",
    "12℃",
    "DN300",
    "0000-0000001",
]


def official_text(seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - test text, no secret
    parts = []
    while sum(map(len, parts)) < 220:
        parts += chance.choices(HAN, k=chance.randint(2, 9))
        parts.append(chance.choice(MARKS))
    return "".join(parts)


def texts(lines):
    return [line.text for line in lines]


@pytest.mark.parametrize("seed", range(60))
def test_official_text_is_broken_without_a_fault(seed):
    text = official_text(seed)
    width = 16 * (15 + seed % 21)
    lines = BREAKER.lines(text, STYLE, width)
    assert "".join(texts(lines)) == text
    for before, after in pairwise(lines):
        left, right = before.text[-1], after.text[0]
        assert right not in NO_START, (before.text, after.text)
        assert left not in NO_END, (before.text, after.text)
        assert not (left.isascii() and left.isalnum() and right.isascii() and right.isalnum())
        assert not (left == right == "—")
    assert all(line.width <= width + 0.001 for line in lines)


@pytest.mark.parametrize(
    ("text", "characters", "lines"),
    [
        ("值班员报告，立即处置", 5, ["值班员报", "告，立即处", "置"]),
        ("值班员报告（一）", 6, ["值班员报告", "（一）"]),
        ("请于2026前报", 4, ["请于2026", "前报"]),
        ("请各单位于2026前报", 6, ["请各单位于", "2026前报"]),
        ("他说：“立即处置。”后走", 9, ["他说：“立即处", "置。”后走"]),
        ("温度12℃以下", 3, ["温度", "12℃以", "下"]),
        ("值班——值班", 3, ["值", "班——", "值班"]),
        ("", 5, [""]),
        ("一\n二", 5, ["一", "二"]),
        ("一\n\n二", 5, ["一", "", "二"]),
    ],
)
def test_lines_break_where_the_rules_allow(text, characters, lines):
    # Widths in ems of the 16 pt style; figures are a little over half an em.
    assert texts(BREAKER.lines(text, STYLE, 16 * characters + 4)) == lines


def test_a_word_wider_than_the_line_is_cut_instead_of_hanging_out():
    lines = BREAKER.lines("网址" + "x" * 100 + "。", STYLE, 160)
    assert len(lines) > 5
    assert all(line.width <= 160.001 for line in lines)
    assert lines[-1].text != "。"


def test_a_line_narrower_than_a_character_still_moves_on():
    assert texts(BREAKER.lines("值班", STYLE, 3)) == ["值", "班"]


def test_blanks_at_a_break_are_dropped_and_do_not_hide_a_closing_mark():
    lines = texts(BREAKER.lines("值班员报 。立即", STYLE, 16 * 4))
    assert lines[0] == "值班员"
    assert all(not line.startswith(("。", " ")) for line in lines)


def test_the_first_line_of_each_paragraph_is_indented():
    lines = BREAKER.lines("值班员报告领导\n批示", STYLE, 16 * 6, indent=32)
    assert texts(lines) == ["值班员报", "告领导", "批示"]
    assert [line.indent for line in lines] == [32, 0, 32]
    assert [line.is_last for line in lines] == [False, True, True]


def test_a_paragraph_may_change_its_role_within_a_line():
    pieces = (Piece("（一）接报。", Role.KAI), Piece("18时接报"))
    (line,) = BREAKER.lines(pieces, STYLE, 400)
    assert line.runs == ((Role.KAI, "（一）接报。"), (Role.FANG, "18时接报"))


@given(st.text(max_size=300), st.floats(20, 500), st.floats(0, 19))
def test_no_text_stops_the_breaker_and_no_character_is_lost(text, width, indent):
    lines = BREAKER.lines(text, STYLE, width, indent=indent)
    printed = "".join(texts(lines)).replace(" ", "")
    typed = paper_fonts().typeface(STYLE.role).spelt(clean(text))
    assert printed == typed.replace("\n", "").replace(" ", "")
    wide = [line for line in lines if line.width > (width - line.indent) * SQUEEZED + 0.001]
    assert all(len(line.text) <= 1 for line in wide)


def test_a_number_a_little_too_wide_stays_whole_and_a_long_one_is_cut_at_its_marks():
    number = "0571-88886666"
    wide = BREAKER.width(number, STYLE)
    assert texts(BREAKER.lines(number + "来电", STYLE, wide - 2)) == [number, "来电"]
    assert texts(BREAKER.lines(number, STYLE, wide - 30)) == ["0571-", "88886666"]


@pytest.mark.parametrize("mark", [*"′″／℉々"])
def test_signs_that_belong_to_what_is_before_them_begin_no_line(mark):
    lines = texts(BREAKER.lines(f"值班员报告{mark}领导", STYLE, 16 * 5 + 1))
    assert lines[0] == "值班员报"


@pytest.mark.parametrize("mark", [*"¥$±€"])
def test_signs_that_belong_to_what_is_behind_them_end_no_line(mark):
    assert texts(BREAKER.lines(f"值班员报{mark}5", STYLE, 16 * 5 + 1))[0] == "值班员报"


def test_no_paragraph_ends_with_one_character_and_its_full_stop():
    lines = texts(BREAKER.lines("值班员报告领导批示要求各单位立即组织好。", STYLE, 16 * 18 + 1))
    assert lines == ["值班员报告领导批示要求各单位立即组", "织好。"]
