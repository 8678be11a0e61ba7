"""What a tired hand types for a time: pure reading of short forms into an aware instant.

A day part (``t``, ``+1``, ``-1``, ``昨天``, ``1121``, ``11-21``, ``11月21日``, ``2026-11-21``)
and a time part (``2315``, ``23:15``, ``23点15``, ``23点半``) may stand alone or together, day
first. Full-width digits and signs are read like the narrow ones.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dutydesk.domain.errors import Refusal
from dutydesk.domain.instants import china, china_instant

NOW_WORDS = frozenset({"t", "now", "现在", "刚才", "."})
_DAYS = {
    "今天": 0,
    "今日": 0,
    "今": 0,
    "昨天": -1,
    "昨日": -1,
    "昨": -1,
    "前天": -2,
    "明天": 1,
    "明日": 1,
}
_HALF_YEAR = 183
_HOURS, _MINUTES = 24, 60
_AHEAD = timedelta(minutes=10)

_SHIFTED = re.compile(r"([+-])(\d{0,2})")
_FULL_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_SHORT_DATE = re.compile(r"(\d{1,2})[-/月](\d{1,2})[日号]?")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.时点](?:(\d{1,2})分?|(半)|整)?)")
_FOUR = re.compile(r"(\d{1,2})(\d{2})")


@dataclass(eq=False)
class TypedTimeUnclear(Refusal):
    """The text is no time: ``text`` is what was typed."""

    text: str


def read_typed_time(text: str, now: datetime, *, is_ahead: bool = False) -> datetime:
    """Return the aware UTC instant, to the minute, that ``text`` means at the instant ``now``.

    A clock time without a day is the latest such time not more than ten minutes ahead of ``now``:
    at 00:10 a typed 2350 is yesterday's; with ``is_ahead`` (a time by which something is due) it
    is the next such time after ``now``. A day without a time keeps the time of ``now``. A short
    date is the one nearest to today. Four digits alone are a clock time where they can be one.
    Raises TypedTimeUnclear.
    """
    words = unicodedata.normalize("NFKC", text).strip().lower()
    here = china(now).replace(second=0, microsecond=0)
    if words in NOW_WORDS:
        return _instant(here.date(), here.time())
    day, clock = _parts(words, here.date(), text)
    if day is not None:
        return _instant(day, clock if clock is not None else here.time())
    if clock is None:
        raise TypedTimeUnclear(text)
    return _next(clock, here) if is_ahead else _latest(clock, here)


def read_typed_day(text: str, today: date) -> date:
    """Return the day that ``text`` means in a field for days; raises TypedTimeUnclear."""
    words = unicodedata.normalize("NFKC", text).strip().lower()
    day = today if words in NOW_WORDS else _day(words, today)
    if day is None:
        raise TypedTimeUnclear(text)
    return day


def _parts(words: str, today: date, text: str) -> tuple[date | None, time | None]:
    """Split into day and clock; four digits alone are a clock when they can be one."""
    clock = _clock(words)
    if clock is not None:
        return None, clock
    day = _day(words, today)
    if day is not None:
        return day, None
    for at in range(len(words) - 1, 0, -1):
        day = _day(words[:at].strip(), today)
        clock = _clock(words[at:].strip())
        if day is not None and clock is not None and not _cuts_number(words, at):
            return day, clock
    raise TypedTimeUnclear(text)


def _cuts_number(words: str, at: int) -> bool:
    return words[at - 1].isdigit() and words[at].isdigit()


def _clock(words: str) -> time | None:
    match = _CLOCK.fullmatch(words)
    if match:
        minute = 30 if match[3] else int(match[2] or 0)
        return _time(int(match[1]), minute)
    match = _FOUR.fullmatch(words)
    return _time(int(match[1]), int(match[2])) if match else None


def _time(hour: int, minute: int) -> time | None:
    return time(hour, minute) if hour < _HOURS and minute < _MINUTES else None


def _day(words: str, today: date) -> date | None:
    if words in _DAYS:
        return today + timedelta(days=_DAYS[words])
    if words == "t":
        return today
    match = _SHIFTED.fullmatch(words)
    if match:
        count = int(match[2] or 1)
        return today + timedelta(days=count if match[1] == "+" else -count)
    match = _FULL_DATE.fullmatch(words)
    if match:
        return _date(int(match[1]), int(match[2]), int(match[3]))
    match = _SHORT_DATE.fullmatch(words) or _FOUR.fullmatch(words)
    return _nearest(int(match[1]), int(match[2]), today) if match else None


def _nearest(month: int, day: int, today: date) -> date | None:
    years = (today.year - 1, today.year, today.year + 1)
    found = [made for year in years if (made := _date(year, month, day)) is not None]
    near = [made for made in found if abs((made - today).days) <= _HALF_YEAR]
    return min(near or found, key=lambda made: abs((made - today).days), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _latest(clock: time, here: datetime) -> datetime:
    tomorrow = here.date() + timedelta(days=1)
    days = (tomorrow - timedelta(days=back) for back in range(3))
    day = next(d for d in days if datetime.combine(d, clock, here.tzinfo) <= here + _AHEAD)
    return _instant(day, clock)


def _next(clock: time, here: datetime) -> datetime:
    is_past = datetime.combine(here.date(), clock, here.tzinfo) <= here
    return _instant(here.date() + timedelta(days=1) if is_past else here.date(), clock)


def _instant(day: date, clock: time) -> datetime:
    return china_instant(day, clock.hour, clock.minute)
