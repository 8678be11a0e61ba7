import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.typed_words import narrowed


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("二十三点十五分", "23点15分"),
        ("十点零五", "10点05"),
        ("三十号", "30号"),
        ("二〇二六年十一月二十", "2026年11月20"),
        ("两个半小时前", "2个半小时前"),
        ("星期二", "星期二"),
        ("周一十点", "周一10点"),
        ("礼拜三三点", "礼拜三3点"),
        ("二十十点", "二十十点"),
        ("一二十点", "一二十点"),
        ("三社区", "三社区"),
        (" ２３：１５ ", "23:15"),
        ("Ｔ", "t"),
    ],
)
def test_numbers_are_narrow_and_arabic_and_the_rest_stays(typed, expected):
    assert narrowed(typed) == expected


@given(st.text(max_size=20))
def test_any_text_is_brought_to_a_form_that_stays(text):
    once = narrowed(text)
    assert narrowed(once).isascii() == once.isascii()
