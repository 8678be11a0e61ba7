from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.report_source import (
    BY_HAND,
    Origin,
    OriginKind,
    Statement,
    origin_of,
    sentence_at,
    sentences,
    source_of,
    trace,
)

CALL = Origin(OriginKind.ENTRY, "e1", "第12条")
PLACE = Origin(OriginKind.FACT, "place", "地点丰收市场")
LAST = Origin(OriginKind.REPORT, "r1", "首报")
TEXT = (
    "11月21日，丰收市场发生火灾。\n一、基本情况\n2时50分接安和三社区来电，明火已扑灭。被困1人。\n"
)
MADE = (
    Statement("11月21日，丰收市场发生火灾。", PLACE),
    Statement("一、基本情况"),
    Statement("2时50分接安和三社区来电，明火已扑灭。", CALL),
)


def origins(body: str, *statements: Statement) -> list[Origin]:
    return [one.origin for one in trace(body, statements or MADE)]


def test_headings_are_no_sentences() -> None:
    assert [TEXT[a:b] for a, b in sentences(TEXT)] == [
        "11月21日，丰收市场发生火灾。",
        "2时50分接安和三社区来电，明火已扑灭。",
        "被困1人。",
    ]


def test_every_sentence_knows_where_it_came_from() -> None:
    assert origins(TEXT) == [PLACE, CALL, BY_HAND]


def test_an_edited_sentence_keeps_its_source_until_it_is_retyped() -> None:
    assert origins("2时50分接安和三社区来电，明火基本扑灭。") == [CALL]
    assert origins("2时50分接社区来电，明火已经扑灭。") == [CALL]
    assert origins("消防车正在路上。") == [BY_HAND]


def test_two_statements_made_one_come_from_the_one_that_stands_whole_in_it() -> None:
    joined = (
        "经了解，2时50分接安和三社区来电，明火已扑灭，其他情况随后报告，群众情绪平稳，秩序正常。"
    )
    assert origins(joined) == [CALL]


def test_a_statement_of_several_sentences_is_the_source_of_each() -> None:
    statement = Statement("明火已扑灭。正在清理现场。", CALL)
    assert origins("正在清理现场。", statement) == [CALL]


def test_the_cursor_between_two_sentences_belongs_to_the_second() -> None:
    body = "甲。乙。"
    assert sentence_at(body, 0) == (0, 2)
    assert sentence_at(body, 2) == (2, 4)
    assert sentence_at(body, 4) == (2, 4)
    assert sentence_at("一、基本情况", 3) is None


def test_a_source_comes_back_as_it_was_kept() -> None:
    for origin in (CALL, PLACE, LAST, BY_HAND):
        (traced,) = trace("甲。", [Statement("甲。", origin)])
        kept = source_of(traced, "s1", "r9", 1)
        assert (kept.start_index, kept.stop_index, kept.report_id) == (0, 2, "r9")
        assert origin_of(kept) == origin


def test_long_texts_are_traced_without_a_wait_for_each_pair() -> None:
    long = "".join(f"第{n}句写的是现场情况。" for n in range(2000))
    traced = trace(long + "好" * 20_000, [Statement("好" * 9_999, CALL), *MADE])
    assert len(traced) == 2001


@given(st.text())
def test_any_text_is_cut_into_what_stands_in_it(body: str) -> None:
    found = trace(body, MADE)
    assert all(body[one.start : one.stop] == one.text for one in found)
    assert all(a.stop <= b.start for a, b in pairwise(found))
