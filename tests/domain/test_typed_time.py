from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dutydesk.domain.instants import china, china_instant, weekday_name
from dutydesk.domain.typed_time import TypedTimeUnclear, read_typed_day, read_typed_time
from dutydesk.wording import when

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
        ("-1 2315", "2026-11-20 23:15"),
        ("２３点１５", "2026-11-20 23:15"),
        ("昨天２３：１５", "2026-11-20 23:15"),
        ("二十三点十五分", "2026-11-20 23:15"),
        ("昨天二十三点零五", "2026-11-20 23:05"),
        ("十一月二十日二十三点十五", "2026-11-20 23:15"),
        ("十一月二十 2315", "2026-11-20 23:15"),
        ("二〇二六年十月一日零点", "2026-10-01 00:00"),
        ("一点半", "2026-11-21 01:30"),
        ("一点一刻", "2026-11-21 01:15"),
        ("23点三刻", "2026-11-20 23:45"),
        ("凌晨1点", "2026-11-21 01:00"),
        ("凌晨12点半", "2026-11-21 00:30"),
        ("昨天下午3点20", "2026-11-20 15:20"),
        ("昨天下午1520", "2026-11-20 15:20"),
        ("昨晚8点", "2026-11-20 20:00"),
        ("昨晚十一点半", "2026-11-20 23:30"),
        ("昨天晚上12点", "2026-11-21 00:00"),
        ("昨天晚上12点半", "2026-11-21 00:30"),
        ("昨天中午1点", "2026-11-20 13:00"),
        ("昨天中午12点", "2026-11-20 12:00"),
        ("夜里2点", "2026-11-21 02:00"),
        ("明早8点", "2026-11-22 08:00"),
        ("前天上午9点", "2026-11-19 09:00"),
        ("大前天 0805", "2026-11-18 08:05"),
        ("明天 1000", "2026-11-22 10:00"),
        ("后天1000", "2026-11-23 10:00"),
        ("昨天24点", "2026-11-21 00:00"),
        ("1120 2400", "2026-11-21 00:00"),
        ("24:00", "2026-11-21 00:00"),
        ("21日 0100", "2026-11-21 01:00"),
        ("20号23点", "2026-11-20 23:00"),
        ("周五 2315", "2026-11-20 23:15"),
        ("星期天 0800", "2026-11-22 08:00"),
        ("上周五 0800", "2026-11-13 08:00"),
        ("下周一 0900", "2026-11-23 09:00"),
        ("11月20日 周五 23:15", "2026-11-20 23:15"),
        ("2026年11月20日（星期五）23:15", "2026-11-20 23:15"),
        ("20261120 2315", "2026-11-20 23:15"),
        ("20261120", "2026-11-20 02:15"),
        ("11202315", "2026-11-20 23:15"),
        ("10分钟前", "2026-11-21 02:05"),
        ("十分钟前", "2026-11-21 02:05"),
        ("-10分", "2026-11-21 02:05"),
        ("+30分", "2026-11-21 02:45"),
        ("+2小时", "2026-11-21 04:15"),
        ("半小时前", "2026-11-21 01:45"),
        ("一个半小时以前", "2026-11-21 00:45"),
        ("三小时前", "2026-11-20 23:15"),
        ("一刻钟后", "2026-11-21 02:30"),
        ("+30", "2026-12-21 02:15"),
        ("三天后 1000", "2026-11-24 10:00"),
        ("2天前", "2026-11-19 02:15"),
    ],
)
def test_short_forms_mean_what_the_office_means(typed, expected):
    assert china(read_typed_time(typed, NOW)).strftime("%Y-%m-%d %H:%M") == expected


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "2460",
        "2401",
        "24:30",
        "25:00",
        "99",
        "23:61",
        "13-40 0800",
        "甲某",
        "11-2123:15:07",
        "上午13点",
        "晚上3点",
        "中午5点",
        "半刻钟前",
        "11月20日 周六 23:15",
        "1899-12-31",
        "2200-01-01",
        "十十点",
        "32日",
        "99999999",
        "+",
    ],
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


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2100", "2026-11-21 21:00"),
        ("明天", "2026-11-22 02:15"),
        ("0100", "2026-11-22 01:00"),
        ("0215", "2026-11-22 02:15"),
        ("24:00", "2026-11-22 00:00"),
        ("晚上12点", "2026-11-22 00:00"),
        ("今天24时", "2026-11-22 00:00"),
        ("下午4点", "2026-11-21 16:00"),
        ("2小时后", "2026-11-21 04:15"),
        ("下周五1600", "2026-11-27 16:00"),
    ],
)
def test_a_time_by_which_something_is_due_lies_ahead(typed, expected):
    at = read_typed_time(typed, NOW, is_ahead=True)
    assert china(at).strftime("%Y-%m-%d %H:%M") == expected


@given(instants, instants, st.sampled_from([when.near, when.full_near]))
@example(
    datetime(2001, 1, 1, tzinfo=UTC), datetime(2001, 8, 1, tzinfo=UTC), when.near
)  # was read as August of the year before
def test_what_the_desk_writes_beside_a_field_is_read_back(now, at, write):
    at = at.replace(second=0, microsecond=0)
    assert read_typed_time(write(at, now), now) == at


@given(instants, instants)
def test_the_same_in_full_width_signs_means_the_same(now, at):
    text = china(at).strftime("%Y-%m-%d %H:%M")
    wide = text.translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789-:"})
    assert read_typed_time(wide, now) == read_typed_time(text, now)


@given(instants, st.integers(0, 23), st.integers(0, 59))
def test_every_form_of_a_clock_time_means_the_same(now, hour, minute):
    plain = read_typed_time(f"{hour:02}{minute:02}", now)
    for form in ("{0}:{1:02}", "{0}点{1:02}", "{0}点{1}分", "{0:02}时{1:02}分"):
        assert read_typed_time(form.format(hour, minute), now) == plain
    assert read_typed_time(f"{chinese(hour)}点{chinese(minute)}分", now) == plain


@given(instants, st.integers(1, 999))
def test_minutes_from_now_are_counted_in_both_directions(now, count):
    floor = now.replace(second=0, microsecond=0)
    span = timedelta(minutes=count)
    for text in (f"-{count}分", f"{count}分钟前"):
        assert read_typed_time(text, now) == floor - span
    for text in (f"+{count}分钟", f"{count}分钟后"):
        assert read_typed_time(text, now) == floor + span


@given(
    instants, st.sampled_from("一二三四五六日"), st.sampled_from([("上", -1), ("", 0), ("下", 1)])
)
def test_a_weekday_lies_in_the_week_it_names(now, name, week):
    today = china(now).date()
    day = read_typed_day(f"{week[0]}周{name}", today)
    assert weekday_name(day)[-1] == name
    assert (day - timedelta(days=day.weekday())) - (
        today - timedelta(days=today.weekday())
    ) == timedelta(weeks=week[1])


def chinese(number):
    """Return 23 as 二十三."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if not tens:
        return digits[ones]
    return (digits[tens] if tens > 1 else "") + "十" + (digits[ones] if ones else "")


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
