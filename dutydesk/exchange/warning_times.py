"""The times in the text of a warning: when it was issued, from when to when it holds.

Rules of this file: a day or hour that is not said is that of the time the text came in; an hour
alone that would lie ahead was yesterday's. What cannot be a time is no time, never an error.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from dutydesk.domain.instants import CHINA, china

_AT = (
    r"(?:(?P<year>20\d{2})[年\-/.])?(?:(?P<month>\d{1,2})[月\-/.])?(?:(?P<day>\d{1,2})[日号 ]\s*)?"
    r"(?P<word>今天|今日|明天|明日|昨天|昨日)?(?P<part>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜间)?"
    r"(?P<hour>\d{1,2})[时点:](?:(?P<minute>\d{1,2})分?)?"
)
_MOMENT = re.compile(_AT)
_ISSUED = re.compile(r"(?:" + _AT + r")[^。;\n\d]{0,24}?(?:发布|升级|降级|变更|解除|签发)")
_SAID = re.compile(r"发布时间[:为是]?\s*" + _AT)
_HOURS = re.compile(
    r"(?:未来|今后|预计)?(?P<count>\d{1,3})(?:[-至到~](?P<most>\d{1,3}))?个?小时(?:内|里|有效)?"
)
_DAYS = re.compile(r"(?:未来|今后)(?P<count>\d{1,2})(?:[-至到~](?P<most>\d{1,2}))?(?:天|日)")
_UNTIL = re.compile(r"(?:有效期?|时效|持续|预警时段)[^。;\n\d]{0,8}?(?:至|到|为)?[:]?\s*" + _AT)
_SPAN = re.compile(_AT + r"\s*(?:至|到|-|~)\s*" + _AT.replace("(?P<", "(?P<to_"))
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "晚", "夜间"})
_NOON = 12
_DAY_WORDS = {"明天": 1, "明日": 1, "昨天": -1, "昨日": -1}
_MOST_HOURS = 240


def issued_at(plain: str, received_at: datetime) -> datetime | None:
    """Return when a warning was issued; it cannot lie after it came in."""
    found = _SAID.search(plain) or _ISSUED.search(plain) or _MOMENT.search(plain)
    at = _instant(found, received_at) if found else None
    if at is None or found is None:
        return None
    has_day = any(found[name] for name in ("month", "day", "word"))
    if at > received_at and not has_day:
        at -= timedelta(days=1)
    return at if at <= received_at else None


def validity(plain: str, issued: datetime) -> tuple[datetime | None, datetime | None]:
    """Return from when to when it holds: 未来3小时, 8日20时至9日8时, 有效期至9日20时."""
    span = _SPAN.search(plain)
    if span is not None:
        starts_at = _instant(span, issued)
        ends_at = _instant(span, starts_at or issued, "to_")
        if starts_at is not None and ends_at is not None:
            # 20时至次日8时 says no second day.
            ends_at += timedelta(days=1) if ends_at <= starts_at else timedelta()
            return starts_at, ends_at if ends_at > starts_at else None
    until = _UNTIL.search(plain)
    ends_at = _instant(until, issued) if until else None
    if ends_at is not None and ends_at > issued:
        return issued, ends_at
    length = _length(plain)
    return (issued, issued + length) if length else (None, None)


def _length(plain: str) -> timedelta | None:
    for pattern, hours in ((_HOURS, 1), (_DAYS, 24)):
        found = pattern.search(plain)
        if found is not None:
            count = int(found["most"] or found["count"]) * hours
            if 0 < count <= _MOST_HOURS:
                return timedelta(hours=count)
    return None


def _instant(found: re.Match[str], near: datetime, prefix: str = "") -> datetime | None:
    """Return the instant of a match, days that are not said those of ``near``."""
    said = {name: found[prefix + name] for name in ("year", "month", "day", "hour", "minute")}
    local = china(near)
    hour, minute = int(said["hour"]), int(said["minute"] or 0)
    if found[f"{prefix}part"] in _AFTERNOON and hour < _NOON:
        hour += _NOON
    # 24时 is the end of its day.
    is_midnight = hour == 2 * _NOON and not minute
    try:
        at = datetime(
            int(said["year"] or local.year),
            int(said["month"] or local.month),
            int(said["day"] or local.day),
            0 if is_midnight else hour,
            minute,
            tzinfo=CHINA,
        )
        moved = at + timedelta(days=_DAY_WORDS.get(found[f"{prefix}word"] or "", 0) + is_midnight)
    except (ValueError, OverflowError):
        return None
    return moved.astimezone(near.tzinfo)
