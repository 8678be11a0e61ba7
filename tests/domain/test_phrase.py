from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.phrase import (
    MAX_LENGTH,
    Phrase,
    PhraseBlankUnclear,
    PhraseKnown,
    PhraseTextMissing,
    PhraseTooLong,
    PhraseUse,
    blanks,
    check_phrase,
    filled,
    ranked,
)

NOW = datetime(2026, 11, 20, 18, 15, tzinfo=UTC)
CALL, PATROL = EntryKind.INCOMING_CALL, EntryKind.PATROL


def phrase(number: int, kind: EntryKind | None = CALL, text: str = "", **more: object) -> Phrase:
    return Phrase(id=str(number), text=text or f"第{number}句", kind=kind, order_no=number, **more)  # type: ignore[arg-type]  # fields by name


def ids(phrases: list[Phrase]) -> str:
    return "".join(one.id for one in phrases)


def test_blanks_are_names_in_braces_in_the_order_they_stand() -> None:
    assert blanks("接{单位}{人}电话，{单位}说：{ 不是 }{}") == ("单位", "人", "单位")
    assert blanks("没有") == ()


def test_what_is_known_fills_its_blank_and_the_rest_waits() -> None:
    known = {"单位": "安和三社区", "人": "", "时间": "02:15"}
    assert filled("{时间}接{单位}{人}电话：{内容}", known) == "02:15接安和三社区{人}电话：{内容}"


def test_a_filling_with_braces_is_not_filled_again() -> None:
    assert filled("{单位}", {"单位": "{人}", "人": "李某"}) == "{人}"


@given(st.text(max_size=40))
def test_nothing_known_changes_nothing(text: str) -> None:
    assert filled(text, {}) == text


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        (" \n", PhraseTextMissing),
        ("一" * (MAX_LENGTH + 1), PhraseTooLong),
        ("接{单位", PhraseBlankUnclear),
        ("接单位}", PhraseBlankUnclear),
        ("接{来电 单位}", PhraseBlankUnclear),
        ("接{}", PhraseBlankUnclear),
        ("接{一二三四五六七八九十十一十二十三}", PhraseBlankUnclear),
        ("第1句", PhraseKnown),
    ],
)
def test_what_is_no_phrase_is_refused(text: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        check_phrase(phrase(9, text=text), [phrase(1)])


def test_the_same_words_under_another_kind_or_of_itself_are_fine() -> None:
    check_phrase(phrase(9, PATROL, "第1句"), [phrase(1)])
    check_phrase(phrase(1), [phrase(1)])


def test_without_any_use_the_order_of_the_unit_stands() -> None:
    mixed = [phrase(3), phrase(1, PATROL), phrase(2, None)]
    assert ids(ranked(mixed, {}, NOW)) == "123"


def test_those_of_the_kind_come_first_and_those_of_any_kind_with_them() -> None:
    mixed = [phrase(1, PATROL), phrase(2, None), phrase(3), phrase(4, PATROL)]
    assert ids(ranked(mixed, {}, NOW, CALL)) == "2314"


def test_much_used_comes_before_little_used_and_lately_before_long_ago() -> None:
    uses = {
        "1": PhraseUse(1, NOW),
        "2": PhraseUse(3, NOW),
        # Four times, but eight weeks ago: a sixteenth of it is left.
        "3": PhraseUse(4, NOW - timedelta(days=56)),
    }
    assert ids(ranked([phrase(n) for n in (1, 2, 3, 4)], uses, NOW)) == "2134"


def test_a_clock_that_was_put_back_makes_nothing_weigh_more() -> None:
    uses = {"1": PhraseUse(1, NOW + timedelta(days=400)), "2": PhraseUse(2, NOW)}
    assert ids(ranked([phrase(1), phrase(2)], uses, NOW)) == "21"


def test_what_is_switched_off_is_not_offered() -> None:
    assert ids(ranked([phrase(1, is_active=False), phrase(2)], {}, NOW)) == "2"
