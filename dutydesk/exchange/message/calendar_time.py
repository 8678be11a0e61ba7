"""Turning times as written into days and hours: 昨晚11时 needs the day of the message."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import CHINA
from dutydesk.domain.message_reading import TimePrecision
from dutydesk.exchange.message.time_mentions import TimeMention

_BACK = {"今": 0, "昨": 1, "前": 2}
_NEXT = {"次日", "翌日", "第二天"}
_AFTERNOON = frozenset({"下午", "午后", "傍晚"})
_EVENING = frozenset(
    {"下午", "午后", "傍晚", "黄昏", "晚上", "晚间", "晚", "夜间", "夜里", "夜晚", "深夜", "夜"}
)
_NIGHT = _EVENING - _AFTERNOON
_NOON = frozenset({"中午", "正午", "午间"})
_BEFORE_DAWN = frozenset({"凌晨", "午夜", "半夜"})
_PART_STARTS = {
    **dict.fromkeys(("凌晨", "午夜", "半夜"), 0),
    **dict.fromkeys(("清晨", "清早", "早晨", "早上", "早间", "早", "晨"), 6),
    "上午": 8,
    **dict.fromkeys(("中午", "正午", "午间"), 11),
    **dict.fromkeys(("下午", "午后"), 12),
    **dict.fromkeys(("傍晚", "黄昏"), 17),
    **dict.fromkeys(("晚上", "晚间", "晚", "夜间", "夜里", "夜晚", "夜"), 18),
    "深夜": 22,
}
_DATELINE = re.compile(r"\s*[一-龥]{0,6}(?:电|讯|消息|报道)(?!话|报|动|机|视|力|称)")
_DATELINE_REACH = 30
_FAR = 60
_SLACK = timedelta(days=1)
_DAYS_OF_WEEK = "一二三四五六日"
_LATEST_SMALL_HOUR = 5
_HALF_DAY = 12
_DAY_HOURS = 24


@dataclass(frozen=True)
class DatedTime:
    """A time of the message in the calendar, at the beginning of what is stated."""

    mention: TimeMention
    at: datetime
    precision: TimePrecision
    is_dateline: bool = False


class Calendar:
    """Dates the times of one message in order; each may lean on the one before."""

    def __init__(self, text: str, received_at: datetime) -> None:
        self._text = text
        self._received = received_at.astimezone(CHINA)
        self._told = self._received.date()
        self._day: date | None = None
        self._last: TimeMention | None = None

    def dated(self, mentions: list[TimeMention]) -> list[DatedTime]:
        """Return what can be dated; a day that no calendar has is left out."""
        found = []
        for mention in mentions:
            try:
                dated = self._one(mention)
            except (ValueError, OverflowError):
                continue
            found.append(dated)
        return found

    def _one(self, mention: TimeMention) -> DatedTime:
        day = self._date_of(mention)
        if self._is_dateline(mention):
            if abs((self._received.date() - day).days) <= _FAR:
                self._told = day
            return DatedTime(mention, _at(day, 0, 0), TimePrecision.DAY, is_dateline=True)
        whole = self._with_part(mention)
        self._last = whole
        self._day = day
        at, precision = _moment(day, whole)
        # Nothing is told before it happens: 当日12时, told at 8 in the morning, was yesterday.
        if (
            at > self._received
            and mention.day is None
            and mention.relative[:1] in {"", "当", "同"}
        ):
            at -= timedelta(days=1)
            self._day = at.date()
        return DatedTime(mention, at, precision)

    def _is_dateline(self, mention: TimeMention) -> bool:
        if mention.day is None or mention.hour is not None or mention.part:
            return False
        line = self._text.rfind("\n", 0, mention.start) + 1
        near = mention.start - line <= _DATELINE_REACH
        between = self._text[line : mention.start]
        return (
            near
            and not re.search("[,。:]", between)
            and bool(_DATELINE.match(self._text, mention.end))
        )

    def _date_of(self, mention: TimeMention) -> date:
        if mention.day is not None:
            return self._numbered(mention)
        word = mention.relative
        if word in _NEXT:
            return (self._day or self._told) + timedelta(days=1)
        if word[:1] in _BACK:
            day = self._told - timedelta(days=_BACK[word[:1]])
            late = word[-1:] in {"晚", "夜"} or mention.part in {"夜里", "深夜", "夜间"}
            small = mention.hour is not None and mention.hour <= _LATEST_SMALL_HOUR
            return day + timedelta(days=1) if late and small and word[:1] != "今" else day
        if mention.week:
            return self._weekday(mention.week)
        return self._day or self._told

    def _numbered(self, mention: TimeMention) -> date:
        day = mention.day or 1
        told = self._told
        if mention.month is not None:
            year = mention.year or told.year
            found = date(year, mention.month, day)
            late = mention.year is None and found > self._received.date() + _SLACK
            return date(year - 1, mention.month, day) if late else found
        if mention.is_last_month:
            before = told.replace(day=1) - timedelta(days=1)
            return before.replace(day=day)
        if mention.is_this_month:
            return told.replace(day=day)
        return _latest_with(day, max(told, self._received.date()))

    def _weekday(self, word: str) -> date:
        wanted = _DAYS_OF_WEEK.index(word[-1].replace("天", "日"))
        if word[0] in {"上", "本", "这"}:
            monday = self._told - timedelta(days=self._told.weekday())
            weeks = 1 if word[0] == "上" else 0
            return monday + timedelta(days=wanted - 7 * weeks)
        return self._told - timedelta(days=(self._told.weekday() - wanted) % 7)

    def _with_part(self, mention: TimeMention) -> TimeMention:
        """Give 3时42分 the afternoon of the 下午2时55分 before it."""
        last = self._last
        leans = (
            last is not None
            and not mention.part
            and not mention.has_date
            and last.part in _EVENING
            and mention.hour is not None
            and (last.hour or 0) <= mention.hour < _HALF_DAY
        )
        return replace(mention, part=last.part) if leans and last is not None else mention


def _latest_with(day: int, told: date) -> date:
    """Return the latest day of that number up to when it was told."""
    first = told.replace(day=1)
    while True:
        try:
            found = first.replace(day=day)
        except ValueError:
            found = None
        if found is not None and found <= told:
            return found
        first = (first - timedelta(days=1)).replace(day=1)


def _moment(day: date, mention: TimeMention) -> tuple[datetime, TimePrecision]:
    hour, part = mention.hour, mention.part
    if hour is None:
        if part:
            return _at(day, _PART_STARTS[part], 0), TimePrecision.PART_OF_DAY
        return _at(day, 0, 0), TimePrecision.DAY
    precision = TimePrecision.HOUR if mention.minute is None else TimePrecision.MINUTE
    return _at(day, _of_24(hour, part), mention.minute or 0), precision


def _of_24(hour: int, part: str) -> int:
    """Return the hour of 24: 下午3时 is 15, 晚12时 the end of the day, 夜里2时 stays."""
    if hour > _HALF_DAY or not part:
        return hour
    if hour == _HALF_DAY:
        return 0 if part in _BEFORE_DAWN else _DAY_HOURS if part in _NIGHT else hour
    small = hour <= _LATEST_SMALL_HOUR
    is_later = part in _AFTERNOON or (part in _NIGHT and not small) or (part in _NOON and small)
    return hour + _HALF_DAY if is_later else hour


def _at(day: date, hour: int, minute: int) -> datetime:
    midnight = datetime(day.year, day.month, day.day, tzinfo=CHINA)
    return midnight + timedelta(hours=hour, minutes=minute)
