import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.papers.text import clean, clean_line, other_spelling


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("水位<3米 & 上涨", "水位<3米 & 上涨"),
        ("<b>未闭合", "<b>未闭合"),
        ("一\r\n二\r三\n四\u2028五\u2029六\v七\f八\x85九", "一\n二\n三\n四\n五\n六\n七\n八\n九"),
        ("电话\t0000", "电话 0000"),
        ("电话\u00a00000\u2003", "电话 0000 "),
        ("　　开头空两格", "　　开头空两格"),
        ("\x00a\x07b\x1bc\x7f", "abc"),
        ("零\u200b宽\u200e方\u202e向\u2066字\ufeff", "零宽方向字"),
        ("半个\ud83d代理", "半个〓代理"),
        ("葛\U000e0100飾\ufe0f", "葛飾"),
        ("e\u0301", "\u00e9"),
        ("", ""),
    ],
)
def test_text_is_made_printable_and_nothing_is_read_as_markup(typed, printed):
    assert clean(typed) == printed


def test_a_text_for_one_line_keeps_its_words_apart():
    assert clean_line("一\n二\r\n三") == "一 二 三"


@given(st.text())
def test_cleaning_twice_changes_nothing_and_leaves_no_control_characters(text):
    once = clean(text)
    assert clean(once) == once
    assert not any(ord(char) < 32 and char != "\n" for char in once)


@pytest.mark.parametrize(
    ("sign", "written"),
    [
        ("㎡", "m²"),
        ("㎥", "m³"),
        ("㎞", "km"),
        ("㎧", "m/s"),
        ("㎏", "kg"),
        ("㏡", "2日"),
        ("✔", "√"),
    ],
)
def test_a_sign_is_written_as_people_say_it(sign, written):
    assert other_spelling(sign) == written


def test_what_has_no_other_spelling_says_so():
    assert other_spelling("濛") == other_spelling("\U0001f600") == other_spelling("a") == ""
