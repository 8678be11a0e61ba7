"""The dates of a foreign roster: whole, without year, without month, spans, weekdays.

Rules of this file: a year that nobody wrote is the one whose weekdays fit, else the one nearest to
today; a day without a month needs the title, the sheet's name or the file's name to tell it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import WEEKDAYS, day_from_iso

_HAN_DIGITS = {
    "〇": "0",
    "零": "0",
    "○": "0",
    **{c: str(n) for n, c in enumerate("一二三四五六七八九", 1)},
}
_HAN_YEAR = re.compile(r"([一二三四五六七八九〇零○]{4})年")
_HAN_MONTH = re.compile(r"(?:^|[年\s])(十[一二]|[一二三四五六七八九十])月")
_TITLE = re.compile(r"(?<!\d)(\d{4})\s*[年./-]\s*(\d{1,2})(?!\d)")
_TITLE_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s*月")
_TITLE_DIGITS = re.compile(r"(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d)")
_TITLE_YEAR = re.compile(r"(?<!\d)(20\d{2})\s*年")
_WEEKDAY_TAIL = re.compile(
    r"[\s(]*(?:星期|周|礼拜)([一二三四五六日天1-7])\)?|[(]([一二三四五六日天])[)]"
)
_TIME_TAIL = re.compile(r"[T ]\s*\d{1,2}:\d{2}(:\d{2})?$")
_SHIFT_TAIL = re.compile(r"[\s(]*(白班|夜班|日班|晚班|全天|白天|夜间|早班)\)?$")
_FULL = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?号?")
_DIGITS = re.compile(r"(20\d{2})(\d{2})(\d{2})")
_MONTH_DAY = re.compile(r"(\d{1,2})(?:月|[-/.])(\d{1,2})[日号]?")
_DAY = re.compile(r"(\d{1,2})[日号]?")
_SPAN = re.compile(r"(.+?)\s*(?:-|—|–|~|至|到)+\s*(.+)")
# From one day's clock to the next day's: the duty of the first.
_PERIOD = re.compile(
    r"(.+?[日号])\d{1,2}[:时]\d{0,2}分?(?:-|—|–|~|至|到)+(?:次日|翌日|第二天|.+?[日号])?"
    r"\d{1,2}[:时]\d{0,2}分?"
)
_SERIAL = re.compile(r"[34567]\d{4}")
_SERIAL_START = date(1899, 12, 30)
_MOST_DAYS = 62
_HALF_YEAR = 6
_SHORT = 30


@dataclass(frozen=True, slots=True)
class MonthHint:
    """The year and month that stand around a table, as far as they do."""

    year: int | None = None
    month: int | None = None


def hint_in(texts: Iterable[str]) -> MonthHint:
    """Return the month that titles name, the first that names one; then a year alone."""
    year: int | None = None
    month: int | None = None
    for text in texts:
        plain = _plain_digits(unicodedata.normalize("NFKC", text))
        whole = _TITLE.search(plain) or _TITLE_DIGITS.search(plain)
        if whole and int(whole[2]) in range(1, 13):
            return MonthHint(int(whole[1]), int(whole[2]))
        alone, years = _TITLE_MONTH.search(plain), _TITLE_YEAR.search(plain)
        if month is None and alone and int(alone[1]) in range(1, 13):
            month = int(alone[1])
        if year is None and years:
            year = int(years[1])
    return MonthHint(year, month)


def weekday_in(text: str) -> int | None:
    """Return the weekday a cell names, Monday 0; a whole cell may be one sign."""
    key = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    tail = _WEEKDAY_TAIL.search(key)
    sign = (tail[1] or tail[2]) if tail else (key if len(key) == 1 and not key.isdigit() else "")
    sign = sign.replace("天", "日")
    if not sign:
        return None
    if sign.isdigit():
        return int(sign) - 1
    return WEEKDAYS.find(sign) if sign in WEEKDAYS else None


class DateReader:
    """Reads the dates of one table one after the other; the day before helps with the next."""

    def __init__(self, hint: MonthHint, today: date) -> None:
        self.hint = hint
        self._today = today
        self._last: date | None = None
        self.is_month_wanted = False

    def days(self, text: str, weekday: int | None = None) -> tuple[date, ...]:
        """Return the day of a cell, or every day of its span; nothing where it is no date."""
        key = _key(text)
        if not key or len(key) > _SHORT:
            return ()
        weekday = weekday_in(text) if weekday is None else weekday
        period = _PERIOD.fullmatch(_bare(unicodedata.normalize("NFKC", text)))
        if period:
            key = period[1]
        one = self._day(key, weekday)
        if one is None:
            return self._span(key)
        self._last = one
        return (one,)

    def _span(self, key: str) -> tuple[date, ...]:
        match = _SPAN.fullmatch(key)
        if match is None:
            return ()
        first = self._day(match[1], None)
        last_text = match[2]
        if first is not None and _DAY.fullmatch(last_text):
            last_text = f"{first.month}月{last_text}"
        last = self._day(last_text, None, first)
        if first is None or last is None or not 0 <= (last - first).days <= _MOST_DAYS:
            return ()
        self._last = last
        return tuple(first + timedelta(days=step) for step in range((last - first).days + 1))

    def _day(self, key: str, weekday: int | None, after: date | None = None) -> date | None:
        full = _FULL.fullmatch(key) or _DIGITS.fullmatch(key)
        if full:
            return _date(int(full[1]), int(full[2]), int(full[3]))
        if _SERIAL.fullmatch(key):
            return _SERIAL_START + timedelta(days=int(key))
        short = _MONTH_DAY.fullmatch(key)
        if short and not self._is_span_of_days(key, short):
            return self._in_year(int(short[1]), self._not_cut(key, short), weekday, after)
        alone = _DAY.fullmatch(key)
        if alone is None:
            return None
        if self.hint.month is None:
            self.is_month_wanted = True
            return None
        return self._in_year(self.hint.month, int(alone[1]), weekday, after)

    def _is_span_of_days(self, key: str, short: re.Match[str]) -> bool:
        """Tell ``1-7`` in November from ``11-7``."""
        month, first, last = self.hint.month, int(short[1]), int(short[2])
        return "-" in key and month is not None and first != month and first < last

    def _not_cut(self, key: str, short: re.Match[str]) -> int:
        """Return the day; ``11.1`` behind 9 November is the tenth, which a number cut short."""
        day = int(short[2])
        if "." in key and self._last is not None and self._last.day + 1 == day * 10:
            return day * 10
        return day

    def _in_year(
        self, month: int, day: int, weekday: int | None, after: date | None
    ) -> date | None:
        year = self.hint.year
        if year is not None:
            # A roster of December reaches into January.
            named = self.hint.month
            if named is not None and named - month > _HALF_YEAR:
                year += 1
            return _date(year, month, day)
        near = after or self._last or self._today
        years = sorted(range(near.year - 1, near.year + 2), key=lambda y: _apart(y, month, near))
        found = [one for y in years if (one := _date(y, month, day)) is not None]
        fitting = [one for one in found if weekday is None or one.weekday() == weekday]
        return next(iter(fitting or found), None)


def _apart(year: int, month: int, near: date) -> int:
    return abs((year - near.year) * 12 + month - near.month)


def _date(year: int, month: int, day: int) -> date | None:
    """Return a day that the record holds, else none: a slip of the hand is no date."""
    try:
        return day_from_iso(f"{year:04}-{month:02}-{day:02}")
    except ValueError:
        return None


def _key(text: str) -> str:
    key = unicodedata.normalize("NFKC", text).strip()
    key = _TIME_TAIL.sub("", key)
    key = _SHIFT_TAIL.sub("", key)
    key = _WEEKDAY_TAIL.sub("", key)
    return _bare(key)


def _bare(text: str) -> str:
    return re.sub(r"[\s()]", "", text)


def _plain_digits(text: str) -> str:
    """Return a title with its Chinese year and month as digits."""

    def year(match: re.Match[str]) -> str:
        return "".join(_HAN_DIGITS[sign] for sign in match[1]) + "年"

    def month(match: re.Match[str]) -> str:
        sign = match[1]
        number = (
            10 + int(_HAN_DIGITS[sign[1]]) if len(sign) > 1 else int(_HAN_DIGITS.get(sign, "10"))
        )
        return match[0].replace(sign, str(number))

    return _HAN_MONTH.sub(month, _HAN_YEAR.sub(year, text))
