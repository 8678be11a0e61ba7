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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("昨日14:20许，安和一社区3号楼发生燃气泄漏，燃气公司已关阀。", "安和一社区3号楼"),
        ("昨日6时许，安和路与一德街交叉口一公交车与轿车相撞。", "安和路与一德街交叉口"),
        ("昨日8时30分，约60名业主在区政府门前聚集。", "区政府门前"),
        ("昨日16时许，2名中学生在东湖水库游泳时溺水。", "东湖水库"),
        ("昨日15时，文化路中段路面塌陷。", "文化路中段"),
        ("值班室吗？刚才我们这边幸福里小区5栋有个老人坠楼。", "幸福里小区5栋"),
        ("安和街道值班室报：昨日6时，和平路市场发生火灾。", "和平路市场"),
        ("昨日9时，我区白云镇发生冰雹，损坏房屋46间。", "白云镇"),
        ("昨日10时，桂花苑2号楼楼道内电动自行车充电时起火。", "桂花苑2号楼楼道"),
        ("昨日9时，小区业主30余人到区住建局门口聚集。", "区住建局门口"),
        ("昨日15时至今日1时，暴雨导致安和路下穿隧道积水约1.2米。", "安和路下穿隧道"),
    ],
)
def test_a_place_ends_where_it_ends_and_is_no_office(text: str, place: str) -> None:
    found = read_message(text, RECEIVED).place
    assert found == place


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("凌晨2点10分，翠湖歌厅内两伙人持刀斗殴，人员已被控制。", (20, 2, 10)),
        ("11月20日5时起解放路沿线停水，预计今晚恢复。", (20, 5, 0)),
        ("昨日上午十点二十，机械厂门口发生火灾。", (19, 10, 20)),
        ("昨晚11时20分至今日1时，暴雨导致安和路积水。", (19, 23, 20)),
        ("接报时间：昨日15:20\n事发时间：昨日15:08\n事件：火灾", (19, 15, 8)),
        ("昨日7时，望湖社区一名老人外出未归，至今失联。", (19, 7, 0)),
    ],
)
def test_what_happened_is_dated(text: str, at: tuple[int, int, int]) -> None:
    found = read_message(text, RECEIVED).occurred_at
    assert found is not None
    assert (found.day, found.hour, found.minute) == at


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "昨日9时，化工厂爆炸，2人死亡、5人受伤（其中重伤2人），均已送医。",
            {"deaths": 2, "injured": 5, "seriously_injured": 2},
        ),
        ("昨日9时，大客车追尾，21人受伤（重伤3人）。", {"injured": 21, "seriously_injured": 3}),
        ("时间：昨日17:42\n事件：电梯困人\n伤亡：无", {"deaths": 0, "injured": 0}),
        ("昨日，某校48名学生食物中毒，无重症和死亡病例。", {"deaths": 0, "poisoned_or_ill": 48}),
        ("昨日，1例病例确诊禽流感，密切接触者17人均无异常症状。", {"poisoned_or_ill": 1}),
    ],
)
def test_numbers_in_brackets_and_forms_are_read(text: str, figures: dict[str, int]) -> None:
    reading = read_message(text, RECEIVED)
    assert {name: getattr(reading, name) for name in figures} == figures


def test_what_it_came_from_is_not_what_happened() -> None:
    text = "受强降雨影响，昨日清水镇石门村发生山体滑坡，3户房屋被埋。"
    assert read_message(text, RECEIVED).kind == "滑坡"
    fog = "昨日7时许，省道马家坡路段因大雾发生多车追尾，4人死亡。"
    assert read_message(fog, RECEIVED).kind == "交通事故"
    assert read_message("受台风影响，昨日多处树木倒伏。", RECEIVED).kind == "台风"
