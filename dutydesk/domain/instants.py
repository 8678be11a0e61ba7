"""Instants and duty-room time: aware UTC inside, China time for people."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

# China keeps one time zone without summer time since 1991; records begin later.
CHINA = timezone(timedelta(hours=8), "CST")

# No duty record lies outside these; dates at the ends of the calendar cannot change zone.
_YEARS = range(1900, 2200)

_TEXT_LENGTH = len("2026-11-20T18:15:07Z")

WEEKDAYS = "一二三四五六日"


def to_text(instant: datetime) -> str:
    """Return the stored form, UTC to the second: ``2026-11-20T18:15:07Z``."""
    return instant.astimezone(UTC).isoformat(timespec="seconds")[:19] + "Z"


def from_text(text: str) -> datetime:
    """Return the aware UTC instant of a stored text; raises ValueError on any other shape."""
    # strptime costs ten times as much, and a page of entries holds hundreds of instants.
    if len(text) != _TEXT_LENGTH or text[4] + text[7] + text[10] + text[19] != "--TZ":
        raise ValueError(f"{text!r} does not match 2026-11-20T18:15:07Z")
    return datetime.fromisoformat(text)


def china(instant: datetime) -> datetime:
    """Return the same instant in China time."""
    return instant.astimezone(CHINA)


def to_json(instant: datetime) -> str:
    """Return the form used in JSON documents: ``2026-11-21T02:15:07+08:00``."""
    return china(instant).isoformat(timespec="seconds")


def kept_to_json(field_name: str, value: str) -> str:
    """Return what is kept as text under a name; an instant, told by its name, as in JSON."""
    if not value or not (field_name == "at" or field_name.endswith("_at")):
        return value
    return to_json(from_text(value))


def from_iso(text: str) -> datetime:
    """Read ISO 8601 with offset; a naive instant is China time.

    Seconds below one are cut: the record keeps second precision. Raises ValueError, also for a
    year before 1900 or after 2199.
    """
    instant = datetime.fromisoformat(text)
    _check_year(instant)
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=CHINA)
    return instant.astimezone(UTC).replace(microsecond=0)


def day_from_iso(text: str) -> date:
    """Read an ISO day; raises ValueError, also for a year before 1900 or after 2199."""
    day = date.fromisoformat(text)
    _check_year(day)
    return day


def china_instant(day: date, hour: int, minute: int) -> datetime:
    """Return the UTC instant of a China wall-clock time on ``day``."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=CHINA).astimezone(UTC)


def weekday_name(day: date) -> str:
    """Return 星期一 … 星期日."""
    return "星期" + WEEKDAYS[day.weekday()]


def _check_year(day: date) -> None:
    if day.year not in _YEARS:
        raise ValueError(day.isoformat())
