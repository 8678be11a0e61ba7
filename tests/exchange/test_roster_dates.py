from datetime import date

import pytest

from dutydesk.exchange.roster_dates import DateReader, MonthHint, hint_in, weekday_in

TODAY = date(2026, 11, 20)
NOVEMBER = MonthHint(2026, 11)


def read(text: str, hint: MonthHint = NOVEMBER) -> tuple[date, ...]:
    return DateReader(hint, TODAY).days(text)


def nov(*days: int) -> tuple[date, ...]:
    return tuple(date(2026, 11, day) for day in days)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-01", "2026-11-01 00:00:00", "2026/11/1", "2026.11.1", "2026年11月1日", "20261101",
        "11月1日", "11-1", "11/1", "11.1", "１１月１日", "1", "1日", "1号", "１", " 11 月 1 日 ",
        "11月1日（星期日）", "11月1日 周日", "1日(日)", "11月1日\n星期日",
        "11月1日8:30至11月2日8:30", "11月1日 8:30-次日8:30",
        "1日 8时-2日 8时",
        "46327", "11月1日白班",
    ],
)  # fmt: skip
def test_a_date_is_read_however_it_is_written(text: str) -> None:
    assert read(text) == nov(1)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("11月2日-11月8日", 2, 8),
        ("11月2日—8日", 2, 8),
        ("2日至8日", 2, 8),
        ("2-8日", 2, 8),
        ("2-8", 2, 8),
        ("2026年11月2日～2026年11月8日", 2, 8),
    ],
)
def test_a_span_is_every_day_of_it(text: str, first: int, last: int) -> None:
    assert read(text) == nov(*range(first, last + 1))


@pytest.mark.parametrize("text", ["", "日期", "严国", "32", "11月31日", "19900001574", "说明：略"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read(text) == ()


def test_a_year_nobody_wrote_is_the_one_whose_weekdays_fit() -> None:
    unknown = MonthHint(None, 11)
    assert DateReader(unknown, TODAY).days("1日", 6) == nov(1)
    assert DateReader(unknown, TODAY).days("1日", 5) == (date(2025, 11, 1),)
    assert DateReader(unknown, date(2026, 1, 5)).days("12月30日") == (date(2025, 12, 30),)
    assert read("12月30日", MonthHint()) == (date(2026, 12, 30),)


def test_december_reaches_into_january() -> None:
    december = MonthHint(2026, 12)
    assert read("1月1日", december) == (date(2027, 1, 1),)
    assert len(read("12月31日至1月2日", december)) == 3


def test_the_tenth_cut_short_by_a_number_is_told_by_the_ninth() -> None:
    reader = DateReader(NOVEMBER, TODAY)
    assert [reader.days(text) for text in ("11.1", "11.2")] == [nov(1), nov(2)]
    assert reader.days("11.9") == nov(9)
    assert reader.days("11.1") == nov(10)


def test_a_day_without_a_month_asks_for_one() -> None:
    reader = DateReader(MonthHint(2026), TODAY)
    assert reader.days("1") == ()
    assert reader.is_month_wanted


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["安和街道办事处2026年11月值班表"], NOVEMBER),
        (["值班表", "2026.11"], NOVEMBER),
        (["值班表202611.xlsx"], NOVEMBER),
        (["二〇二六年十一月值班安排表"], NOVEMBER),
        (["二〇二六年十月值班安排表"], MonthHint(2026, 10)),
        (["11月"], MonthHint(None, 11)),
        (["2026年值班表", "11月"], NOVEMBER),
        (["值班表"], MonthHint()),
    ],
)
def test_titles_name_the_month(titles: list[str], expected: MonthHint) -> None:
    assert hint_in(titles) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("星期一", 0), ("周日", 6), ("星期天", 6), ("日", 6), ("礼拜三", 2),
        ("11月1日（周六）", 5),
        ("严国", None), ("", None), ("3", None), ("星期7", 6),
    ],
)  # fmt: skip
def test_weekdays(text: str, expected: int | None) -> None:
    assert weekday_in(text) == expected


@pytest.mark.parametrize("text", ["9999-12-31", "0001-01-01", "1899年12月31日", "2200/1/1"])
def test_a_year_that_the_record_does_not_hold_is_a_slip_of_the_hand(text: str) -> None:
    assert read(text) == ()
