"""Weeks and months as a calendar shows them: Monday first, whole weeks."""

from __future__ import annotations

from datetime import date, timedelta


def week_of(day: date) -> list[date]:
    """Return the seven days of its week, Monday first."""
    monday = day - timedelta(days=day.weekday())
    return [monday + timedelta(days=offset) for offset in range(7)]


def month_weeks(day: date) -> list[list[date]]:
    """Return the weeks that its month touches, each from Monday to Sunday."""
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    weeks = [week_of(first)]
    while weeks[-1][-1] + timedelta(days=1) < following:
        weeks.append(week_of(weeks[-1][-1] + timedelta(days=1)))
    return weeks


def month_before(day: date, months: int) -> date:
    """Return the first of the month so many months before (after, when negative)."""
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)
