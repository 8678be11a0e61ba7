"""How instants, days and spans are said, on screens and papers: China time, no padding zeros."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from dutydesk.domain.instants import WEEKDAYS, china, weekday_name

_PLAIN_WITHOUT_YEAR = timedelta(days=180)
_MINUTES_PER_HOUR = 60
_HOURS_PER_DAY = 24


def day(of: date) -> str:
    """Return 11月20日."""
    return f"{of.month}月{of.day}日"


def whole_day(of: date) -> str:
    """Return 2026年11月20日."""
    return f"{of.year}年{day(of)}"


def whole_day_and_weekday(of: date) -> str:
    """Return 2026年11月20日 星期五."""
    return f"{whole_day(of)} {weekday_name(of)}"


def day_and_weekday(of: date) -> str:
    """Return 11月20日 周五."""
    return f"{day(of)} 周{WEEKDAYS[of.weekday()]}"


def clock(instant: datetime) -> str:
    """Return the China time to the minute: 02:15."""
    return china(instant).strftime("%H:%M")


def clock_with_seconds(instant: datetime) -> str:
    """Return the China time to the second: 02:15:07."""
    return china(instant).strftime("%H:%M:%S")


def full(instant: datetime) -> str:
    """Return 11月20日 周五 02:15."""
    return f"{day_and_weekday(china(instant).date())} {clock(instant)}"


def full_near(instant: datetime, now: datetime) -> str:
    """Return 11月20日 周五 02:15, with the year where it is not plain."""
    year = f"{china(instant).year}年" if _wants_year(instant, now) else ""
    return year + full(instant)


def _wants_year(instant: datetime, now: datetime) -> bool:
    """Tell whether a day without its year would be taken for one of another year.

    Read back, a day is the one nearest to today: in January, August is last year's.
    """
    here, today = china(instant).date(), china(now).date()
    return here.year != today.year or abs(here - today) > _PLAIN_WITHOUT_YEAR


def with_year(instant: datetime) -> str:
    """Return 2026年11月20日 02:15."""
    return f"{whole_day(china(instant).date())} {clock(instant)}"


def day_and_clock(instant: datetime) -> str:
    """Return 11月20日02:15, the short form of a narrow column."""
    return f"{day(china(instant).date())}{clock(instant)}"


def moment(instant: datetime) -> str:
    """Return 11月20日 02:15."""
    return f"{day(china(instant).date())} {clock(instant)}"


def spoken(instant: datetime) -> str:
    """Return 7月8日18时13分, the form of running official text; on the hour 7月8日18时."""
    here = china(instant)
    minute = f"{here.minute}分" if here.minute else ""
    return f"{day(here.date())}{here.hour}时{minute}"


def spoken_near(instant: datetime, now: datetime) -> str:
    """Return 18时13分 when it is today, else 7月8日18时13分; the year where not plain."""
    here = china(instant)
    if _wants_year(instant, now):
        return f"{here.year}年{spoken(instant)}"
    said = spoken(instant)
    return said.removeprefix(day(here.date())) if here.date() == china(now).date() else said


def near(instant: datetime, now: datetime) -> str:
    """Return only the clock when it is today, else day and clock; the year where not plain."""
    here, today = china(instant), china(now)
    if _wants_year(instant, now):
        return with_year(instant)
    return (
        clock(instant) if here.date() == today.date() else f"{day(here.date())} {clock(instant)}"
    )


def span(length: timedelta) -> str:
    """Return a length in its two largest units: 8分, 1小时5分, 2天3小时; below a minute 0分."""
    minutes = int(abs(length).total_seconds()) // 60
    hours, minutes = divmod(minutes, _MINUTES_PER_HOUR)
    days, hours = divmod(hours, _HOURS_PER_DAY)
    if days:
        return f"{days}天{hours}小时" if hours else f"{days}天"
    if hours:
        return f"{hours}小时{minutes}分" if minutes else f"{hours}小时"
    return f"{minutes}分"


def left(due_at: datetime, now: datetime) -> str:
    """Return 还剩12分 or 已超8分; both round down, and the last minute is 不足1分."""
    if now >= due_at:
        return f"已超{span(now - due_at)}"
    rest = due_at - now
    return "不足1分" if rest < timedelta(minutes=1) else f"还剩{span(rest)}"
