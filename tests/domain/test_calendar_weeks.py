from datetime import date, timedelta

import pytest

from dutydesk.domain.calendar_weeks import month_before, month_weeks, week_of


@pytest.mark.parametrize(
    ("day", "first", "weeks"),
    [
        (date(2026, 2, 10), date(2026, 1, 26), 5),
        (date(2027, 2, 1), date(2027, 2, 1), 4),
        (date(2028, 2, 29), date(2028, 1, 31), 5),
        (date(2026, 8, 31), date(2026, 7, 27), 6),
        (date(2026, 12, 1), date(2026, 11, 30), 5),
    ],
)
def test_a_month_is_shown_in_whole_weeks_from_monday(day: date, first: date, weeks: int) -> None:
    shown = month_weeks(day)
    assert (shown[0][0], len(shown)) == (first, weeks)
    days = [one for week in shown for one in week]
    assert {one for one in days if (one.year, one.month) == (day.year, day.month)}
    assert days == [first + timedelta(days=offset) for offset in range(7 * weeks)]
    assert all(week[0].weekday() == 0 for week in shown)


def test_months_are_counted_over_the_turn_of_the_year() -> None:
    assert month_before(date(2026, 1, 31), 1) == date(2025, 12, 1)
    assert month_before(date(2026, 12, 31), -1) == date(2027, 1, 1)
    assert month_before(date(2026, 3, 31), 13) == date(2025, 2, 1)


def test_a_week_begins_on_monday() -> None:
    assert week_of(date(2026, 11, 22))[0] == date(2026, 11, 16)
    assert week_of(date(2026, 11, 23))[0] == date(2026, 11, 23)
