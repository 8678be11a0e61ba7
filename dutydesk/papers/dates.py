"""Days and instants as papers write them: China time, 24 hours, no padding zero in dates."""

from __future__ import annotations

from datetime import date, datetime

from dutydesk.domain.instants import china, weekday_name


def day(value: date) -> str:
    """Return 2026年7月8日."""
    return f"{value.year}年{value.month}月{value.day}日"


def day_and_weekday(value: date) -> str:
    """Return 2026年7月8日 星期三."""
    return f"{day(value)} {weekday_name(value)}"


def short_day(value: date) -> str:
    """Return 7月8日."""
    return f"{value.month}月{value.day}日"


def clock(instant: datetime) -> str:
    """Return 08:30 in China time."""
    return china(instant).strftime("%H:%M")


def china_day(instant: datetime) -> date:
    """Return the calendar day of an instant in China."""
    return china(instant).date()


def moment(instant: datetime) -> str:
    """Return 2026年7月8日 08:30."""
    return f"{day(china_day(instant))} {clock(instant)}"


def short_moment(instant: datetime) -> str:
    """Return 7月8日08:30."""
    return f"{short_day(china_day(instant))}{clock(instant)}"


def spoken_moment(instant: datetime) -> str:
    """Return 7月8日21时40分, the form of running official text."""
    local = china(instant)
    return f"{short_day(local.date())}{local.hour}时{local.minute}分"
