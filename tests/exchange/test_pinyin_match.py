import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.exchange.pinyin import readings_along
from dutydesk.exchange.pinyin_match import is_typed_as

TEXT = "{时间}接{单位}抽查，值班、带班人员在岗。"


@pytest.mark.parametrize(
    "letters",
    ["cc", "chou", "choucha", "ccz", "zb", "zhiban", "zhib", "zban", "sjj", "CC", "zg", "zaigang"],
)
def test_any_stretch_is_found_by_pinyin_initials_or_both(letters: str) -> None:
    assert is_typed_as(letters, TEXT)


@pytest.mark.parametrize("letters", ["xy", "chouq", "zgg", "q"])
def test_what_does_not_lie_along_the_text_is_not_found(letters: str) -> None:
    assert not is_typed_as(letters, TEXT)


def test_every_reading_of_a_character_counts_and_u_for_v() -> None:
    assert is_typed_as("chongqing", "重庆")
    assert is_typed_as("zhongqing", "重庆")
    assert is_typed_as("lu", "女生绿灯")
    assert is_typed_as("lv", "绿灯")


def test_latin_letters_and_digits_stand_for_themselves() -> None:
    assert is_typed_as("upsgz", "UPS故障")
    assert not is_typed_as("x", "")


@given(st.text(alphabet="值班抽查安和社区门窗，{单位}UPS", max_size=12), st.data())
def test_the_initials_of_any_stretch_find_it(text: str, data: st.DataObject) -> None:
    places = readings_along(text)
    if not places:
        return
    start = data.draw(st.integers(0, len(places) - 1))
    end = data.draw(st.integers(start + 1, len(places)))
    chosen = [data.draw(st.sampled_from(place)) for place in places[start:end]]
    assert is_typed_as("".join(one[:1] for one in chosen), text)
    assert is_typed_as("".join(chosen), text)
