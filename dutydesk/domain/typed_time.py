"""What a tired hand types for a time: pure reading of short forms into an aware instant.

A day part (``t``, ``+1``, ``-1``, ``昨天``, ``周五``, ``1121``, ``11-21``, ``11月21日``, ``21日``,
``2026-11-21``) and a time part (``2315``, ``23:15``, ``23点15``, ``下午3点半``) may stand alone or
together, day first; ``10分钟前`` and ``+2小时`` are counted from now. Full-width digits and
Chinese numbers are read like the narrow ones.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.instants import WEEKDAYS, china, china_instant
from dutydesk.domain.typed_words import narrowed

NOW_WORDS = frozenset({"t", "now", "现在", "刚才", "刚刚", "."})
_DAYS = {
    "今天": 0,
    "今日": 0,
    "今": 0,
    "昨天": -1,
    "昨日": -1,
    "昨": -1,
    "前天": -2,
    "前日": -2,
    "大前天": -3,
    "明天": 1,
    "明日": 1,
    "明": 1,
    "后天": 2,
    "后日": 2,
    "大后天": 3,
}
_WEEKS = {"上": -1, "下": 1}
_HALF_YEAR = 183
_HOURS, _MINUTES = 24, 60
_DAY_MINUTES = _HOURS * _MINUTES
_AHEAD = timedelta(minutes=10)
# No duty record lies outside these.
_FIRST_YEAR, _LAST_YEAR = 1900, 2199

# Which hours of a clock of twelve a word before it means, and what is added to them.
_MORNING = {hour: hour for hour in range(13)}
_AFTERNOON = {12: 12} | {hour: hour + 12 for hour in range(1, 12)}
_EVENING = {hour: hour + 12 for hour in range(5, 13)}
_HOURS_OF = {
    "凌晨": {**_MORNING, 12: 0},
    **dict.fromkeys(("清晨", "早晨", "早上", "早", "上午"), _MORNING),
    "中午": {11: 11, 12: 12, 1: 13, 2: 14},
    **dict.fromkeys(("下午", "傍晚"), _AFTERNOON),
    **dict.fromkeys(("晚上", "晚"), _EVENING),
    **dict.fromkeys(
        ("夜里", "夜间", "半夜", "夜"), _EVENING | {hour: hour for hour in range(1, 5)}
    ),
}

_SHIFTED = r"([+-])(\d{0,2})(?:天)?"
_DAYS_FROM_NOW = r"(\d{1,3})天(?:之|以)?([前后])"
_WEEKDAY = r"(?:([上下本这])个?)?(?:周|星期|礼拜)([一二三四五六日天])"
_WITH_WEEKDAY = r"(.+?)\s*\(?(?:周|星期|礼拜)([一二三四五六日天])\)?"
_FULL_DATE = r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?|(\d{4})(\d\d)(\d\d)"
_SHORT_DATE = r"(\d{1,2})[-/月](\d{1,2})[日号]?"
_DAY_OF_MONTH = r"(\d{1,2})[日号]"
_CLOCK = r"(\d{1,2})[:.时点](?:(\d{1,2})分?|(半)|([123])刻|[整钟])?"
_FOUR = r"(\d{1,2})(\d{2})"
_EIGHT = r"(\d{4})(\d{4})"
_PART_OF_DAY = "(" + "|".join(_HOURS_OF) + r")\s*(.+)"
_SPAN = r"(\d{1,3}|半)(?:个)?(半)?(分钟?|小时|刻钟)"
_FROM_NOW = rf"(?:([+-]){_SPAN}|{_SPAN}(?:之|以)?([前后]))"
_UNIT_MINUTES = {"分": 1, "分钟": 1, "刻钟": 15, "小时": 60}


@dataclass(eq=False)
class TypedTimeUnclear(Refusal):
    """The text is no time: ``text`` is what was typed."""

    text: str


def read_typed_time(text: str, now: datetime, *, is_ahead: bool = False) -> datetime:
    """Return the aware UTC instant, to the minute, that ``text`` means at the instant ``now``.

    A clock time without a day is the latest such time not more than ten minutes ahead of ``now``:
    at 00:10 a typed 2350 is yesterday's; with ``is_ahead`` (a time by which something is due) it
    is the next such time after ``now``. A day without a time keeps the time of ``now``. A short
    date is the one nearest to today. Four digits alone are a clock time where they can be one;
    24:00 is the end of its day. A number with a sign alone counts days. Raises TypedTimeUnclear.
    """
    words = narrowed(text)
    here = china(now).replace(second=0, microsecond=0)
    clock_now = here.hour * _MINUTES + here.minute
    if words in NOW_WORDS:
        return _instant(here.date(), clock_now)
    span = _from_now(words)
    if span is not None:
        there = here + timedelta(minutes=span)
        return china_instant(there.date(), there.hour, there.minute)
    day, clock = _parts(words, here.date(), text)
    if day is not None:
        return _instant(day, clock if clock is not None else clock_now)
    if clock is None:
        raise TypedTimeUnclear(text)
    return _next(clock, here) if is_ahead else _latest(clock, here)


def read_typed_day(text: str, today: date) -> date:
    """Return the day that ``text`` means in a field for days; raises TypedTimeUnclear."""
    words = narrowed(text)
    day = today if words in NOW_WORDS else _day(words, today)
    if day is None:
        raise TypedTimeUnclear(text)
    return day


def _from_now(words: str) -> int | None:
    """Return how many minutes from now a span means: 10分钟前 is -10."""
    found = re.fullmatch(_FROM_NOW, words)
    if not found:
        return None
    count, half, unit = found.group(2, 3, 4) if found[1] else found.group(5, 6, 7)
    whole = 0.5 if count == "半" else int(count)
    minutes = (whole + (0.5 if half else 0)) * _UNIT_MINUTES[unit]
    if minutes != int(minutes):
        return None
    return int(-minutes if "-" in words or words.endswith("前") else minutes)


def _parts(words: str, today: date, text: str) -> tuple[date | None, int | None]:
    """Split into day and clock; four digits alone are a clock when they can be one."""
    clock = _clock(words)
    if clock is not None:
        return None, clock
    day = _day(words, today)
    if day is not None:
        return day, None
    eight = re.fullmatch(_EIGHT, words)
    cuts = [4] if eight else range(len(words) - 1, 0, -1)
    for at in cuts:
        day = _day(words[:at].strip(), today)
        clock = _clock(words[at:].strip())
        if day is not None and clock is not None and (eight or not _cuts_number(words, at)):
            return day, clock
    raise TypedTimeUnclear(text)


def _cuts_number(words: str, at: int) -> bool:
    return words[at - 1].isdigit() and words[at].isdigit()


def _clock(words: str) -> int | None:
    """Return the minutes since midnight."""
    part = re.fullmatch(_PART_OF_DAY, words)
    hour, minute = _hour_and_minute(part[2] if part else words)
    if part and hour < _HOURS // 2 + 1:
        hour = _HOURS_OF[part[1]].get(hour, -1)
    elif part and _HOURS_OF[part[1]] is _MORNING:
        hour = -1
    is_time = 0 <= hour < _HOURS and minute < _MINUTES
    # 24:00 is the end of its day, and 晚上12点半 lies half an hour behind it.
    is_past_end = hour == _HOURS and minute < _MINUTES and (minute == 0 or part is not None)
    return hour * _MINUTES + minute if is_time or is_past_end else None


def _hour_and_minute(words: str) -> tuple[int, int]:
    """Return hour and minute as written, an impossible hour where there are none."""
    match = re.fullmatch(_CLOCK, words)
    if match:
        quarter = int(match[4] or 0) * 15
        return int(match[1]), 30 if match[3] else quarter or int(match[2] or 0)
    match = re.fullmatch(_FOUR, words)
    return (int(match[1]), int(match[2])) if match else (-1, 0)


def _day(words: str, today: date) -> date | None:
    """Return the day of a word; a weekday beside a date has to be the right one."""
    named = re.fullmatch(_WITH_WEEKDAY, words)
    day = _plain_day(named[1], today) if named else None
    if named and day is not None:
        is_right = WEEKDAYS[day.weekday()] == named[2].replace("天", "日")
        return day if is_right else None
    return _plain_day(words, today)


def _plain_day(words: str, today: date) -> date | None:
    if words in _DAYS:
        return today + timedelta(days=_DAYS[words])
    if words == "t":
        return today
    match = re.fullmatch(_SHIFTED, words)
    if match:
        count = int(match[2] or 1)
        return today + timedelta(days=count if match[1] == "+" else -count)
    match = re.fullmatch(_DAYS_FROM_NOW, words)
    if match:
        count = int(match[1])
        return today + timedelta(days=count if match[2] == "后" else -count)
    match = re.fullmatch(_WEEKDAY, words)
    if match:
        monday = today - timedelta(days=today.weekday())
        place = WEEKDAYS.index(match[2].replace("天", "日"))
        return monday + timedelta(weeks=_WEEKS.get(match[1], 0), days=place)
    return _date_as_written(words, today)


def _date_as_written(words: str, today: date) -> date | None:
    match = re.fullmatch(_FULL_DATE, words)
    if match:
        year, month, day = (int(one) for one in match.groups() if one is not None)
        return _date(year, month, day)
    match = re.fullmatch(_DAY_OF_MONTH, words)
    if match:
        return _nearest_of(
            [_date_in(today, months, int(match[1])) for months in (-1, 0, 1)], today
        )
    match = re.fullmatch(_SHORT_DATE, words) or re.fullmatch(_FOUR, words)
    if not match:
        return None
    years = (today.year - 1, today.year, today.year + 1)
    return _nearest_of([_date(year, int(match[1]), int(match[2])) for year in years], today)


def _nearest_of(made: list[date | None], today: date) -> date | None:
    found = [day for day in made if day is not None]
    near = [day for day in found if abs((day - today).days) <= _HALF_YEAR]
    return min(near or found, key=lambda day: abs((day - today).days), default=None)


def _date_in(today: date, months: int, day: int) -> date | None:
    """Return that day of the month so many months from today's."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return _date(year, month + 1, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _latest(clock: int, here: datetime) -> datetime:
    tomorrow = here.date() + timedelta(days=1)
    instants = (_instant(tomorrow - timedelta(days=back), clock) for back in range(4))
    return next(at for at in instants if at <= here + _AHEAD)


def _next(clock: int, here: datetime) -> datetime:
    yesterday = here.date() - timedelta(days=1)
    instants = (_instant(yesterday + timedelta(days=on), clock) for on in range(3))
    return next(at for at in instants if at > here)


def _instant(day: date, clock: int) -> datetime:
    days, minutes = divmod(clock, _DAY_MINUTES)
    return china_instant(day + timedelta(days=days), *divmod(minutes, _MINUTES))
