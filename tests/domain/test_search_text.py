import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.search_text import (
    folded,
    holds,
    index_tokens,
    match_expression,
    needs_check,
    query_words,
    runs,
)
from dutydesk.domain.simplified import TRADITIONAL

TYPED = st.text("燃气氣値值班AbＣ３7ß，。 \n\u3000İée\u0301ﬁ-\"'*", max_size=12)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("３号楼ＡＢＣ", "3号楼abc"),
        ("Straße", "strasse"),
        ("燃气", "燃气"),
        ("①", "1"),
        ("氣象臺", "气象台"),
        ("\uf9e4", "理"),
    ],
)
def test_folding_makes_full_width_and_case_alike(typed: str, expected: str) -> None:
    assert folded(typed) == expected


def test_runs_are_cut_at_everything_that_is_no_letter_or_digit() -> None:
    assert runs("3号楼，燃气-异味 119") == ["3号楼", "燃气", "异味", "119"]
    assert runs("，。 ") == []


def test_the_index_holds_each_pair_and_the_last_of_each_run() -> None:
    assert set(index_tokens("燃气异味，1").split()) == {"燃气", "气异", "异味", "味", "1"}
    assert index_tokens("，。") == ""


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("燃", '"燃"*'),
        ("燃气", '"燃气"'),
        ("燃气异", '"燃气" AND "气异"'),
        ("燃气 7", '"燃气" AND "7"*'),
        ("燃气 燃气", '"燃气"'),
        ("，", ""),
        ("", ""),
        ('" OR body:*', '"or" AND "bo" AND "od" AND "dy"'),
        ("NOT", '"no" AND "ot"'),
    ],
)
def test_a_query_is_never_read_as_search_syntax(query: str, expression: str) -> None:
    assert match_expression(query_words(query)) == expression


@pytest.mark.parametrize(
    ("query", "check"),
    [
        ("燃", False),
        ("燃气", False),
        ("燃气 异味", False),
        ("燃气异", True),
        ("燃，", True),
        ("，", True),
    ],
)
def test_only_what_the_index_cannot_decide_is_checked(query: str, check: bool) -> None:
    assert needs_check(query_words(query)) is check


def index_says(query: str, text: str) -> bool:
    """What the full-text index answers for a match expression, in plain Python."""
    tokens = index_tokens(text).split()
    words = query_words(query)
    return all(
        any(token.startswith(part[1:-2]) for token in tokens)
        if part.endswith("*")
        else part[1:-1] in tokens
        for part in match_expression(words).split(" AND ")
        if part
    )


@given(TYPED, TYPED)
def test_the_index_never_hides_a_hit_of_the_plain_scan(text: str, query: str) -> None:
    words = query_words(query)
    if holds(words, text):
        assert index_says(query, text)


@given(TYPED, st.integers(0, 12), st.integers(1, 4))
def test_where_the_index_decides_alone_it_decides_as_the_plain_scan(
    text: str, start: int, length: int
) -> None:
    query = text[start : start + length]
    words = query_words(query)
    if words and not needs_check(words):
        assert index_says(query, text) is holds(words, text)


def test_plain_signs_stand_in_the_folded_text_whatever_is_beside_them() -> None:
    """So ``holds`` may look for them in the text as typed."""
    plain = [*"0123456789", *(chr(code) for code in range(0x4E00, 0xA000))]
    # A word that is looked for is folded already, so no other sign is ever asked for.
    plain = [sign for sign in plain if sign not in TRADITIONAL]
    assert "".join(plain) == folded("".join(plain))
    signs = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    for sign in "7一龥":
        text = folded("\n".join(sign + other + sign for other in signs))
        assert all(sign in line[:1] and sign in line[-1:] for line in text.split("\n") if line)


@given(TYPED, TYPED)
def test_the_short_cut_answers_as_the_plain_scan(text: str, query: str) -> None:
    words = query_words(query)
    assert holds(words, text) is all(word in folded(text) for word in words)
