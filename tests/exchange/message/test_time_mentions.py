import pytest

from dutydesk.exchange.message.time_mentions import TimeMention, time_mentions


def only(text: str) -> TimeMention:
    found = time_mentions(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("8月31日下午16:45分左右,在", "8月31日下午16:45分左右"),
        ("北京时间五月十二日十四时二十八分,四川", "五月十二日十四时二十八分"),
        ("昨日凌晨1时58分", "昨日凌晨1时58分"),
        ("今天(1月8日)向", "今天(1月8日)"),
        ("2009年01月25日09时47分", "2009年01月25日09时47分"),
        ("2014-03-27 02:09", "2014-03-27 02:09"),
        ("上周六晚", "上周六晚"),
    ],
)
def test_a_time_is_found_with_all_its_words(text: str, words: str) -> None:
    found = only(text)
    assert text[found.start : found.end] == words


def test_the_parts_of_a_time() -> None:
    whole = only("8月31日下午4时半")
    assert (whole.month, whole.day, whole.part, whole.hour, whole.minute) == (8, 31, "下午", 4, 30)
    evening = only("前晚7时30分许")
    assert (evening.relative, evening.part, evening.hour, evening.minute) == ("前晚", "晚", 7, 30)
    assert only("下午三四时许").hour == 3


def test_a_line_break_ends_a_time_and_begins_none() -> None:
    text = "通报\n凌晨六时四十分,相撞"
    assert only(text).start == text.index("凌晨")


@pytest.mark.parametrize(
    "text",
    [
        "七点八级地震",
        "第一时间赶到",
        "二点四万名官兵",
        "2小时",
        "起义路217号建业大厦",
        "17号楼",
        "25时",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert time_mentions(text) == []


def test_the_end_of_a_range_is_left_out() -> None:
    assert len(time_mentions("10日上午9时许至下午4时,学生陆续就诊")) == 1
