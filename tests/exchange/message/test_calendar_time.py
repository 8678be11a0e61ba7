from datetime import datetime

import pytest

from dutydesk.domain.instants import CHINA
from dutydesk.domain.message_reading import TimePrecision
from dutydesk.exchange.message.calendar_time import Calendar, DatedTime
from dutydesk.exchange.message.time_mentions import time_mentions

RECEIVED = datetime(2026, 11, 20, 8, 43, tzinfo=CHINA)


def dated(text: str, received_at: datetime = RECEIVED) -> list[DatedTime]:
    return Calendar(text, received_at).dated(time_mentions(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("昨晚11时许", "2026-11-19T23:00"),
        ("昨晚零时30分", "2026-11-20T00:30"),
        ("前天下午2点", "2026-11-18T14:00"),
        ("今晨5时40分", "2026-11-20T05:40"),
        ("18日中午1时", "2026-11-18T13:00"),
        ("28日上午9时", "2026-10-28T09:00"),
        ("12月3日9时", "2025-12-03T09:00"),
        ("昨夜12时", "2026-11-20T00:00"),
        ("18日凌晨12时10分", "2026-11-18T00:10"),
        ("本月3日8时", "2026-11-03T08:00"),
        ("上月28日8时", "2026-10-28T08:00"),
        ("周三上午9时", "2026-11-18T09:00"),
        ("上周三上午9时", "2026-11-11T09:00"),
        ("当日12时17分", "2026-11-19T12:17"),
    ],
)
def test_a_time_is_put_into_the_calendar(text: str, said: str) -> None:
    assert dated(text)[0].at.isoformat().startswith(said)


def test_yesterday_counts_from_the_dateline() -> None:
    found = dated("某网11月18日电 昨日14时,某厂起火")
    assert [one.is_dateline for one in found] == [True, False]
    assert found[1].at.isoformat().startswith("2026-11-17T14:00")


def test_that_evening_is_of_the_day_named_before() -> None:
    assert dated("1月31日晚,某酒吧起火。当晚11时30分左右")[1].at.isoformat() == (
        "2026-01-31T23:30:00+08:00"
    )


def test_an_hour_without_a_part_leans_on_the_afternoon_before() -> None:
    assert dated("18日下午2时55分接警。3时42分到场")[1].at.hour == 15


def test_what_is_told_says_how_closely() -> None:
    words = "18日,18日下午,18日下午3时,18日下午3时5分"
    assert [one.precision for one in dated(words)] == [
        TimePrecision.DAY,
        TimePrecision.PART_OF_DAY,
        TimePrecision.HOUR,
        TimePrecision.MINUTE,
    ]


def test_a_day_that_no_calendar_has_is_left_out() -> None:
    assert dated("2月30日9时") == []
