"""The calendar that counts: shipped notices, the unit's own years, the days of the law."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.duty_calendar import DayClass, DutyCalendar, HolidayDay, HolidaySource
from dutydesk.domain.holiday import HolidayYear
from dutydesk.store.holiday import shipped

OWN = HolidayYear(
    "2026",
    HolidaySource.TYPED,
    ("甲字〔2026〕1号",),
    (HolidayDay(date(2026, 3, 2), "本地休假"),),
    datetime(2026, 1, 5, tzinfo=UTC),
    "甲某",
)


@pytest.fixture
def calendar(room: DutyRoom) -> DutyCalendar:
    with room.store.reading() as tables:
        return tables.holiday.calendar()


def test_every_date_from_2004_to_2035_has_a_class(calendar: DutyCalendar) -> None:
    day = date(2004, 1, 1)
    while day.year <= 2035:
        told = calendar.day_class(day)
        assert told in DayClass, day
        is_rest = told in {DayClass.WEEKEND, DayClass.LEGAL_HOLIDAY}
        assert calendar.is_rest_day(day) is is_rest, day
        assert calendar.is_estimated(day) is (day.year > 2026), day
        day += timedelta(days=1)


@pytest.mark.parametrize("year", range(2027, 2036))
def test_a_year_without_a_notice_has_the_thirteen_days_of_the_law(
    calendar: DutyCalendar, year: int
) -> None:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
    names = [calendar.name(day) for day in days if day.year == year]
    counts = {name: names.count(name) for name in set(names) - {""}}
    fixed = {"元旦": 1, "春节": 4, "清明节": 1, "劳动节": 2, "端午节": 1}
    assert {name: counts[name] for name in fixed} == fixed
    assert counts["中秋节"] + counts["国庆节"] in {3, 4}, "mid-autumn may fall on 国庆节"
    classes = {calendar.day_class(day) for day in days}
    assert DayClass.MAKE_UP_DAY not in classes, "nobody can know them"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 1, 4), DayClass.MAKE_UP_DAY),
        (date(2026, 2, 13), DayClass.WORKDAY),
        (date(2026, 2, 14), DayClass.MAKE_UP_DAY),
        (date(2026, 2, 15), DayClass.LEGAL_HOLIDAY),
        (date(2026, 2, 23), DayClass.LEGAL_HOLIDAY),
        (date(2026, 2, 28), DayClass.MAKE_UP_DAY),
        (date(2026, 4, 3), DayClass.EVE),
        (date(2026, 4, 30), DayClass.EVE),
        (date(2026, 5, 9), DayClass.MAKE_UP_DAY),
        (date(2026, 6, 21), DayClass.LEGAL_HOLIDAY),
        (date(2026, 9, 20), DayClass.MAKE_UP_DAY),
        (date(2026, 9, 24), DayClass.EVE),
        (date(2026, 10, 7), DayClass.LEGAL_HOLIDAY),
        (date(2026, 10, 10), DayClass.MAKE_UP_DAY),
        (date(2026, 12, 31), DayClass.EVE),
        (date(2006, 12, 30), DayClass.MAKE_UP_DAY),
        (date(2007, 12, 31), DayClass.LEGAL_HOLIDAY),
        (date(2008, 2, 29), DayClass.WORKDAY),
        (date(2027, 12, 31), DayClass.EVE),
        (date(2028, 2, 29), DayClass.WORKDAY),
        (date(2028, 4, 30), DayClass.WEEKEND),
        (date(2028, 4, 28), DayClass.EVE),
        (date(2031, 12, 31), DayClass.EVE),
    ],
)
def test_days_are_as_the_notices_and_the_law_tell(
    calendar: DutyCalendar, day: date, expected: DayClass
) -> None:
    assert calendar.day_class(day) is expected


def test_far_from_every_table_there_are_weekends() -> None:
    assert DutyCalendar().day_class(date(1900, 1, 6)) is DayClass.WEEKEND


def test_all_years_with_a_notice_are_shipped() -> None:
    assert sorted(shipped()) == list(range(2004, 2027))
    assert all(notice.papers for notice in shipped().values())


def test_a_year_of_the_units_own_replaces_the_shipped_one_until_it_is_taken_back(
    room: DutyRoom,
) -> None:
    with room.store.writing(actor="cli", action="holiday.put") as work:
        work.tables.holiday.put(OWN)
    with room.store.reading() as tables:
        assert tables.holiday.own() == (OWN,)
        assert tables.holiday.year(2026).own == OWN
        calendar = tables.holiday.calendar()
    assert calendar.name(date(2026, 3, 2)) == "本地休假"
    assert calendar.day_class(date(2026, 10, 1)) is DayClass.WORKDAY
    assert calendar.day_class(date(2025, 10, 1)) is DayClass.LEGAL_HOLIDAY
    with room.store.writing(actor="cli", action="holiday.take_shipped") as work:
        work.tables.holiday.remove(2026)
    with room.store.reading() as tables:
        assert tables.holiday.calendar().day_class(date(2026, 10, 1)) is DayClass.LEGAL_HOLIDAY
    assert room.verification.verify().ok
