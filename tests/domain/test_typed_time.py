from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.instants import china, china_instant
from dutydesk.domain.typed_time import TypedTimeUnclear, read_typed_day, read_typed_time

# 2026-11-21, a Saturday, at 02:15 in China.
NOW = datetime(2026, 11, 20, 18, 15, 31, tzinfo=UTC)
TODAY = date(2026, 11, 21)
instants = st.datetimes(
    min_value=datetime(2001, 1, 1, tzinfo=UTC).replace(tzinfo=None),
    max_value=datetime(2090, 1, 1, tzinfo=UTC).replace(tzinfo=None),
    timezones=st.just(UTC),
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("t", "2026-11-21 02:15"),
        ("T", "2026-11-21 02:15"),
        ("现在", "2026-11-21 02:15"),
        ("2315", "2026-11-20 23:15"),
        ("23:15", "2026-11-20 23:15"),
        ("23点15", "2026-11-20 23:15"),
        ("23点15分", "2026-11-20 23:15"),
        ("23时", "2026-11-20 23:00"),
        ("1点半", "2026-11-21 01:30"),
        ("1点整", "2026-11-21 01:00"),
        ("２３：１５", "2026-11-20 23:15"),
        ("0210", "2026-11-21 02:10"),
        ("210", "2026-11-21 02:10"),
        ("0225", "2026-11-21 02:25"),
        ("0226", "2026-11-20 02:26"),
        ("1121", "2026-11-20 11:21"),
        ("昨天", "2026-11-20 02:15"),
        ("昨天2315", "2026-11-20 23:15"),
        ("昨天 23点15", "2026-11-20 23:15"),
        ("前天 8:05", "2026-11-19 08:05"),
        ("-1", "2026-11-20 02:15"),
        ("+1", "2026-11-22 02:15"),
        ("+1 0830", "2026-11-22 08:30"),
        ("- 0830", "2026-11-20 08:30"),
        ("1120 2315", "2026-11-20 23:15"),
        ("11-20 2315", "2026-11-20 23:15"),
        ("11月20日 23:15", "2026-11-20 23:15"),
        ("11月20日23点15分", "2026-11-20 23:15"),
        ("1月3日 9:00", "2027-01-03 09:00"),
        ("2026-10-01 00:00", "2026-10-01 00:00"),
        ("2026年10月1日", "2026-10-01 02:15"),
        ("  2315  ", "2026-11-20 23:15"),
    ],
)
def test_short_forms_mean_what_the_office_means(typed, expected):
    assert china(read_typed_time(typed, NOW)).strftime("%Y-%m-%d %H:%M") == expected


@pytest.mark.parametrize(
    "typed",
    ["", "abc", "2460", "25:00", "99", "23:61", "13-40 0800", "甲某", "11-2123:15:07", "+"],
)
def test_what_is_no_time_is_refused_with_the_text(typed):
    if typed == "+":
        assert read_typed_day(typed, TODAY) == date(2026, 11, 22)
        return
    with pytest.raises(TypedTimeUnclear) as caught:
        read_typed_time(typed, NOW)
    assert caught.value.text == typed


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("t", TODAY),
        ("1121", TODAY),
        ("1120", date(2026, 11, 20)),
        ("0103", date(2027, 1, 3)),
        ("+", date(2026, 11, 22)),
        ("-2", date(2026, 11, 19)),
        ("２０２６－１１－２１", TODAY),
        ("2月29日", date(2028, 2, 29)),
    ],
)
def test_a_field_for_days_reads_four_digits_as_a_date(typed, expected):
    today = date(2028, 1, 5) if typed == "2月29日" else TODAY
    assert read_typed_day(typed, today) == expected


def test_a_field_for_days_refuses_a_clock_time():
    with pytest.raises(TypedTimeUnclear):
        read_typed_day("23:15", TODAY)


@given(instants, st.integers(0, 23), st.integers(0, 59))
def test_a_clock_time_alone_lies_within_the_last_day_or_ten_minutes_ahead(now, hour, minute):
    at = read_typed_time(f"{hour:02}{minute:02}", now)
    floor = now.replace(second=0, microsecond=0)
    assert floor - timedelta(hours=24) < at <= floor + timedelta(minutes=10)
    assert (china(at).hour, china(at).minute) == (hour, minute)


@given(instants, instants)
def test_a_full_date_and_time_comes_back_as_written(now, at):
    here = china(at)
    assert read_typed_time(here.strftime("%Y-%m-%d %H:%M"), now) == china_instant(
        here.date(), here.hour, here.minute
    )


@given(st.text(max_size=12), instants)
def test_any_text_is_read_or_refused_but_never_breaks(text, now):
    try:
        at = read_typed_time(text, now)
    except TypedTimeUnclear:
        return
    assert at.tzinfo is not None
    assert at.second == 0
