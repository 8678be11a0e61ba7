"""Finding times in a message: 8月31日下午16:45分左右, 十二日十四时二十八分, 昨晚9时许."""

from __future__ import annotations

import re
from itertools import pairwise

from dutydesk.domain.dataclass import dataclass
from dutydesk.exchange.message.numerals import number

_N = r"(?:\d{1,2}|[零一二三四五六七八九十两]{1,3})"
_PARTS = (
    "凌晨|清晨|清早|早晨|早上|早间|上午|中午|正午|午间|午后|下午|傍晚|黄昏|晚上|晚间|晚|夜间|夜里|夜晚|"
    "深夜|午夜|半夜|晨|早|夜"
)
_RELATIVE = (
    r"(?:今|昨|前)(?:天|日|晨|早|晚|夜)|当(?:天|日|晚|夜)|同日|次日|翌日|第二天|"
    r"(?:今|昨|前)(?=凌晨|清晨|早晨|上午|中午|下午|傍晚|晚上|夜里|深夜|\()"
)
_DIGITS = "零一二三四五六七八九"
_ISO = r"(?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)"
_YEAR = rf"(?:(?P<year>\d{{4}}|[{_DIGITS}]{{4}})年 *)?"
_MONTH = rf"(?:(?<!\d)(?P<month>{_N}|本|上)月份?)?"
# 17号 is as often a house as a day.
_DAY_WORD = rf"(?:日|号(?=[ ,。]|{_PARTS}|{_N}[时点:]|发生))(?!均|元|游|本|语|报》|用|常|产)"
_DATE = rf"(?:{_ISO}|{_YEAR}{_MONTH}(?<!\d)(?P<day>{_N}){_DAY_WORD})"
_REL = rf"(?P<rel>{_RELATIVE})(?:\((?:(?P<rmonth>{_N})月)?(?P<rday>{_N})[日号]\))?"
_WEEK = r"(?P<week>(?:本|上|这)?(?:星期|周|礼拜)[一二三四五六日天])(?![\d月])"
_CLOCK = (
    rf"(?:(?P<hour2>\d{{1,2}}):(?P<minute2>\d{{2}})(?::\d{{2}})?分?"
    rf"|(?<![第同当\d.])(?P<hour>{_N})(?:时|点)(?!间|期|刻|代|速|差|[零一二三四五六七八九十\d]+[级度万亿%倍米])"
    rf"(?:(?P<half>半)|过?(?P<minute>{_N})分(?!之|钟)|(?P<bare>\d{{2}}|[二三四五]?十[一二三四五六七八九]?)(?=许|左右|,|$)"
    r"|(?P<quarter>一刻|三刻)|整|钟)?)"
)
_ZONE = r"(?:当地时间|北京时间|[一-龥]{2}时间)?"
_WEEKDAY_REMARK = r"(?:\(?(?:星期|周)[一二三四五六日天]\)?)?"
_MENTION = re.compile(
    rf"(?:(?:{_DATE}|{_REL}) *{_WEEKDAY_REMARK}|{_WEEK})?[ 的,]{{0,2}}{_ZONE}"
    rf"(?P<part>{_PARTS})? *{_CLOCK}?(?P<about>许|左右|前后|多|余)?"
)
# A time begins with a number, a day named from today, a weekday or a part of the day.
_STARTS = frozenset("0123456789零一二三四五六七八九十两今昨前当同次翌第本上这星周礼") | frozenset(
    part[0] for part in _PARTS.split("|")
)
_HALF, _QUARTERS = 30, {"一刻": 15, "三刻": 45}
_MOST_HOURS, _MOST_MINUTES = 24, 59


@dataclass(frozen=True)
class TimeMention:
    """One time as written; what is not written is None."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    is_this_month: bool = False
    is_last_month: bool = False
    day: int | None = None
    relative: str = ""
    week: str = ""
    part: str = ""
    hour: int | None = None
    minute: int | None = None

    @property
    def has_date(self) -> bool:
        """Tell whether a day is named, by its number or from today."""
        return self.day is not None or bool(self.relative or self.week)


def time_mentions(text: str) -> list[TimeMention]:
    """Return the times of a narrow text in order."""
    found: list[TimeMention] = []
    place = 0
    while place < len(text):
        if text[place] not in _STARTS:
            place += 1
            continue
        match = _MENTION.match(text, place)
        mention = _mention(match) if match is not None and match.end() > place else None
        if mention is None:
            place += 1
            continue
        found.append(mention)
        place = max(mention.end, place + 1)
    return [found[0], *_without_ends(text, found)] if found else []


def _without_ends(text: str, found: list[TimeMention]) -> list[TimeMention]:
    """Leave out what ends a range: 9时许至下午4时."""
    return [
        after
        for before, after in pairwise(found)
        if text[before.end : after.start].strip() not in {"至", "到", "-"}
    ]


def _mention(match: re.Match[str]) -> TimeMention | None:
    got = match.groupdict()
    hour, minute = _clock(got)
    has_date = any(got[name] for name in ("iso", "day", "rel", "week"))
    if not has_date and (hour is None or not _stands_alone(match, got)):
        return None
    start = match.start() + len(match[0]) - len(match[0].lstrip(" ,的"))
    end = match.start() + len(match[0].rstrip(" ,的"))
    if hour is None and not got["part"]:
        end = _end_of_day(match)
    year, month, day = _day(got)
    if day is not None and not 1 <= day <= 31:  # noqa: PLR2004 -- days of a month
        return None
    relative = got["rel"] or ""
    return TimeMention(
        start,
        end,
        year=year,
        month=month,
        is_this_month=got["month"] == "本",
        is_last_month=got["month"] == "上",
        day=day,
        relative=relative,
        week=got["week"] or "",
        part=got["part"] or _part_of(relative),
        hour=hour,
        minute=minute,
    )


def _end_of_day(match: re.Match[str]) -> int:
    """Return where a bare day ends; 左右 or a zone behind it are no part of it."""
    ends = [match.end(name) for name in ("iso", "week", "rel") if match[name]]
    if match["day"]:
        ends.append(match.end("day") + 1)
    if match["rday"]:
        ends.append(match.end("rday") + 2)
    return max(ends)


def _stands_alone(match: re.Match[str], got: dict[str, str | None]) -> bool:
    """Tell whether a clock time without a day is one: 三点 alone may be three points."""
    if got["part"] or got["hour2"] or got["minute"] or got["half"] or got["about"]:
        return True
    clock = match[0].strip(" ,的")
    return "时" in clock or clock.endswith(("整", "钟"))


def _clock(got: dict[str, str | None]) -> tuple[int | None, int | None]:
    written = got["hour2"] or got["hour"]
    if not written:
        return None, None
    hour = number(written)
    if hour is None:
        # 三四时 begins at three.
        hour = number(written[0])
    minute = int(got["minute2"] or 0) if got["hour2"] else _minute(got)
    if hour is None or hour > _MOST_HOURS or (minute or 0) > _MOST_MINUTES:
        return None, None
    return hour, minute


def _minute(got: dict[str, str | None]) -> int | None:
    if got["half"]:
        return _HALF
    if got["quarter"]:
        return _QUARTERS[got["quarter"]]
    written = got["minute"] or got["bare"]
    return number(written) if written else None


def _day(got: dict[str, str | None]) -> tuple[int | None, int | None, int | None]:
    if got["iso"]:
        iso = [int(part) for part in re.split(r"[-/.]", got["iso"])]
        return iso[0], iso[1], iso[2]
    if got["rday"]:
        return None, number(got["rmonth"]) if got["rmonth"] else None, number(got["rday"])
    if not got["day"]:
        return None, None, None
    month_word = got["month"]
    month = number(month_word) if month_word and month_word not in {"本", "上"} else None
    return _year(got["year"]), month, number(got["day"])


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int("".join(sign if sign.isdigit() else str(_DIGITS.index(sign)) for sign in text))


def _part_of(relative: str) -> str:
    last = relative[-1:]
    return last if last in {"晨", "早", "晚", "夜"} else ""
