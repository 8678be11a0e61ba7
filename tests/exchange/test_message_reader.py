import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.instants import CHINA
from dutydesk.domain.message_reading import (
    MESSAGE_FIGURES,
    MESSAGE_LENGTH,
    MessageEmpty,
    MessageReading,
    MessageTooLong,
    TimePrecision,
)
from dutydesk.exchange.message.numerals import number
from dutydesk.exchange.message.plain import narrow
from dutydesk.exchange.message_reader import read_message

RECEIVED = datetime(2026, 11, 20, 8, 30, tzinfo=CHINA)
NOTICE = (
    "某县一工厂起火致2死3伤\n据应急局消息，昨日下午３时２０分许，位于苏州吴江市工业路１２号的大明家具厂发生火灾，"
    "造成２人死亡，３人受伤，其中１人重伤。16时30分明火被扑灭。"
)
# Pieces of which messages are made: random text alone would seldom reach a rule.
_PIECES = [
    *(
        "昨日",
        "8月31日",
        "凌晨",
        "3时许",
        "16:45",
        "十四时二十八分",
        "截至",
        "去年",
        "\n",
        "。",
        "，",
    ),
    *(
        "在",
        "位于",
        "四川省汶川县",
        "张掖路12号",
        "某工厂",
        "发生",
        "火灾",
        "5.0级地震",
        "追尾",
        "食物中毒",
    ),
    *(
        "造成",
        "3人",
        "死亡",
        "两名",
        "受伤",
        "失踪",
        "其中",
        "重伤",
        "无人员伤亡",
        "数百人",
        "(",
        ")",
        "京G35824",
    ),
]
_COUNTED = re.compile("[0-9零一二三四五六七八九十百千万两]")
MESSAGES = st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))


def words_of(reading: MessageReading, text: str, field: str) -> str:
    span = reading.spans[field]
    return text[span.start : span.end]


def test_a_notice_is_read_whole() -> None:
    reading = read_message(NOTICE, RECEIVED)
    assert (reading.category, reading.kind) == (IncidentCategory.ACCIDENT, "火灾")
    assert reading.occurred_at == datetime(2026, 11, 19, 15, 20, tzinfo=CHINA)
    assert reading.occurred_precision is TimePrecision.MINUTE
    assert reading.place == "苏州吴江市工业路１２号的大明家具厂"
    figures = {name: getattr(reading, name) for name in MESSAGE_FIGURES}
    assert figures == {
        "deaths": 2,
        "missing": None,
        "injured": 3,
        "seriously_injured": 1,
        "poisoned_or_ill": None,
    }


def test_every_field_points_at_its_words() -> None:
    reading = read_message(NOTICE, RECEIVED)
    assert words_of(reading, NOTICE, "kind") == "起火"
    assert words_of(reading, NOTICE, "occurred_at") == "昨日下午３时２０分许"
    assert words_of(reading, NOTICE, "place") == reading.place
    assert words_of(reading, NOTICE, "seriously_injured") == "１人重伤"
    assert "missing" not in reading.spans


def test_what_is_no_message_is_refused() -> None:
    with pytest.raises(MessageEmpty):
        read_message(" \n　", RECEIVED)
    with pytest.raises(MessageTooLong) as refused:
        read_message("字" * (MESSAGE_LENGTH + 1), RECEIVED)
    assert (refused.value.length, refused.value.limit) == (MESSAGE_LENGTH + 1, MESSAGE_LENGTH)


def test_a_message_of_nothing_states_nothing() -> None:
    assert read_message("好的，收到", RECEIVED) == MessageReading()


@given(MESSAGES)
def test_no_text_breaks_the_reader_and_every_span_lies_in_it(text: str) -> None:
    if not text.strip():
        return
    reading = read_message(text, RECEIVED)
    for field, span in reading.spans.items():
        assert 0 <= span.start < span.end <= len(text)
        assert getattr(reading, field) is not None
    for figure in set(MESSAGE_FIGURES) & set(reading.spans):
        counted = _COUNTED.search(narrow(words_of(reading, text, figure)))
        # One person, a couple and nobody are told without a number.
        assert counted is not None or getattr(reading, figure) <= 2
    if reading.place is not None:
        assert words_of(reading, text, "place") == reading.place
    if reading.occurred_at is not None:
        assert reading.occurred_at <= RECEIVED


@given(st.integers(1, 99_999), st.sampled_from(["deaths", "injured", "missing"]))
def test_a_number_is_read_and_pointed_at(count: int, figure: str) -> None:
    word = {"deaths": "死亡", "injured": "受伤", "missing": "失踪"}[figure]
    text = f"某镇发生火灾\n火灾造成{count}人{word}。"
    reading = read_message(text, RECEIVED)
    assert getattr(reading, figure) == count
    assert words_of(reading, text, figure) == f"{count}人{word}"
    assert number(narrow(str(count))) == count
