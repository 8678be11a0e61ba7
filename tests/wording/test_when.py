from datetime import UTC, date, datetime, timedelta

import pytest

from dutydesk.wording import when

AT = datetime(2026, 11, 20, 18, 15, 7, tzinfo=UTC)


def test_instants_are_said_in_china_time():
    assert when.full(AT) == "11月21日 周六 02:15"
    assert when.full_near(AT, AT) == "11月21日 周六 02:15"
    assert when.full_near(AT, AT + timedelta(days=90)) == "2026年11月21日 周六 02:15"
    assert when.clock(AT) == "02:15"
    assert when.clock_with_seconds(AT) == "02:15:07"
    assert when.with_year(AT) == "2026年11月21日 02:15"
    assert when.day_and_weekday(date(2026, 11, 22)) == "11月22日 周日"


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (AT, "02:15"),
        (AT + timedelta(days=1), "11月21日 02:15"),
        (AT + timedelta(days=60), "2026年11月21日 02:15"),
    ],
)
def test_a_near_instant_says_only_what_differs(now, words):
    assert when.near(AT, now) == words


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=59), "0分"),
        (timedelta(minutes=8), "8分"),
        (timedelta(minutes=60), "1小时"),
        (timedelta(minutes=65), "1小时5分"),
        (timedelta(days=2), "2天"),
        (timedelta(days=2, hours=3, minutes=59), "2天3小时"),
    ],
)
def test_a_span_has_at_most_two_units(length, words):
    assert when.span(length) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (720, "还剩12分"),
        (719, "还剩11分"),
        (60, "还剩1分"),
        (59, "不足1分"),
        (0, "已超0分"),
        (-480, "已超8分"),
    ],
)
def test_what_is_left_turns_into_what_is_over_at_the_due_second(seconds, words):
    assert when.left(AT + timedelta(seconds=seconds), AT) == words


def test_days_and_instants_are_printed_without_padding_zeros():
    assert when.whole_day(date(2026, 7, 8)) == "2026年7月8日"
    assert when.whole_day_and_weekday(date(2026, 7, 8)) == "2026年7月8日 星期三"
    assert when.day_and_clock(AT) == "11月21日02:15"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 7, 8, 10, 13, tzinfo=UTC), "7月8日18时13分"),
        (datetime(2026, 7, 7, 16, 5, tzinfo=UTC), "7月8日0时5分"),
        (datetime(2026, 11, 27, 8, 0, tzinfo=UTC), "11月27日16时"),
    ],
)
def test_on_the_hour_official_text_says_no_zero_minutes(at, words):
    assert when.spoken(at) == words


def test_running_text_says_hours_and_minutes_and_the_day_only_where_it_differs():
    assert when.spoken_near(AT, AT) == "2时15分"
    assert when.spoken_near(AT, AT + timedelta(days=1)) == "11月21日2时15分"
    assert when.spoken_near(AT, AT + timedelta(days=400)) == "2026年11月21日2时15分"
