from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dutydesk.domain.search_hits import _pieces, spans
from dutydesk.domain.search_text import folded, holds, query_words

TYPED = st.text(
    "燃气氣后後Ab Ａ３7ßﬁ①é\u0301\u0323\uff9eİ가\u1100\u1161\u11a8ｶﾞ\u3099\U0002f800\n，",
    max_size=14,
)


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("燃气", "3号楼燃气异味", ["燃气"]),
        ("燃气", "燃氣洩漏，燃气", ["燃氣", "燃气"]),
        ("a座 7", "Ａ座７－２，a座", ["Ａ座７", "a座"]),
        ("strasse", "Straße 12", ["Straße"]),
        ("i", "ﬁre", ["ﬁ"]),
        ("气气", "气气气", ["气气气"]),
        ("é", "cafe\u0301", ["e\u0301"]),
        ("没有", "燃气", []),
        ("", "燃气", []),
        ("燃", "", []),
    ],
)
def test_a_hit_is_what_was_typed(query: str, text: str, marked: list[str]) -> None:
    assert [text[a:b] for a, b in spans(query_words(query), text)] == marked


@example("A\uff9e\u0301")
@given(st.one_of(TYPED, st.text(max_size=14)))
def test_the_pieces_together_are_the_folded_text(text: str) -> None:
    if text:
        pieces = list(_pieces(text))
        assert "".join(piece for _, piece in pieces) == folded(text)
        assert [start for start, _ in pieces] == sorted({start for start, _ in pieces})


@given(TYPED, TYPED)
def test_every_word_that_is_held_is_marked_and_nothing_else(query: str, text: str) -> None:
    words = query_words(query)
    found = spans(words, text)
    assert bool(found) is any(holds([word], text) for word in words)
    assert all(a < b for a, b in found)
    assert all(before[1] < after[0] for before, after in pairwise(found))
