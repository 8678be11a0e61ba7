from datetime import date

import pytest

from dutydesk.domain.duty_calendar import DayClass, DutyCalendar, HolidayDay

NATIONAL_DAY = DutyCalendar(
    days={
        one.day: one
        for one in (
            HolidayDay(date(2026, 10, 1), "国庆节"),
            HolidayDay(date(2026, 10, 2), "国庆节"),
            HolidayDay(date(2026, 10, 10), "国庆节", is_off_day=False),
        )
    },
    known_years=frozenset({2026}),
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 9, 29), DayClass.WORKDAY),
        (date(2026, 9, 30), DayClass.EVE),
        (date(2026, 10, 1), DayClass.LEGAL_HOLIDAY),
        (date(2026, 10, 3), DayClass.WEEKEND),
        (date(2026, 10, 5), DayClass.WORKDAY),
        (date(2026, 10, 10), DayClass.MAKE_UP_DAY),
    ],
)
def test_a_notice_decides_the_class_of_a_day(day: date, expected: DayClass) -> None:
    assert NATIONAL_DAY.day_class(day) is expected


def test_a_make_up_day_is_no_rest_day_though_it_is_a_saturday() -> None:
    assert not NATIONAL_DAY.is_rest_day(date(2026, 10, 10))
    assert NATIONAL_DAY.is_rest_day(date(2026, 10, 3))


def test_a_year_without_a_notice_is_estimated_and_never_without_a_class() -> None:
    assert NATIONAL_DAY.is_estimated(date(2027, 2, 28))
    assert not NATIONAL_DAY.is_estimated(date(2026, 2, 28))
    assert NATIONAL_DAY.day_class(date(2028, 2, 29)) is DayClass.WORKDAY
    assert NATIONAL_DAY.name(date(2026, 10, 2)) == "国庆节"
