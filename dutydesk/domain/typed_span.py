"""A span of time as people type it: 30, 30分钟, 2小时, 1小时30分, 2天."""

from __future__ import annotations

import re

from dutydesk.domain.errors import BadForm

_SPAN = re.compile(
    r"(?:(?P<days>\d{1,4})\s*[天日])?\s*(?:(?P<hours>\d{1,5})\s*(?:小时|时|h))?"
    r"\s*(?:(?P<minutes>\d{1,7})\s*(?:分钟|分|m)?)?",
    re.IGNORECASE,
)
_TIMES = re.compile(r"[、,，;；\s]+")
_BARE = re.compile(r"(\d{1,2})(?:[:：](\d{2})|时|点)?")
_HOUR, _DAY = 60, 24 * 60


def read_minutes(text: str) -> int:
    """Return a span in minutes; a number alone is minutes. Raises BadForm."""
    found = _SPAN.fullmatch(text.strip())
    if found is None or not any(found.groups()):
        raise BadForm("minutes", text, "30 或 2小时")
    days, hours, minutes = (int(part or 0) for part in found.group("days", "hours", "minutes"))
    return days * _DAY + hours * _HOUR + minutes


def read_daily_times(text: str) -> tuple[str, ...]:
    """Return times of day as ``HH:MM`` in their order: 8、17:30. Raises BadForm."""
    found = []
    for part in filter(None, _TIMES.split(text.strip())):
        match = _BARE.fullmatch(part)
        if match is None or int(match[1]) > 23:  # noqa: PLR2004 -- hours of a day
            raise BadForm("daily_times", part, "08:00、17:00")
        found.append(f"{int(match[1]):02}:{match[2] or '00'}")
    if not found:
        raise BadForm("daily_times", text, "08:00、17:00")
    return tuple(sorted(found))
