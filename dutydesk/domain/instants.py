"""Instants and duty-room time: aware UTC inside, China time for people."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

# China keeps one time zone without summer time since 1991; records begin later.
CHINA = timezone(timedelta(hours=8), "CST")

WEEKDAYS = "一二三四五六日"


def to_text(instant: datetime) -> str:
    """Return the stored form, UTC to the second: ``2026-11-20T18:15:07Z``."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def from_text(text: str) -> datetime:
    """Return the aware UTC instant of a stored text; raises ValueError on any other shape."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def china(instant: datetime) -> datetime:
    """Return the same instant in China time."""
    return instant.astimezone(CHINA)


def to_json(instant: datetime) -> str:
    """Return the form used in JSON documents: ``2026-11-21T02:15:07+08:00``."""
    return china(instant).isoformat(timespec="seconds")


def from_iso(text: str) -> datetime:
    """Read ISO 8601 with offset; a naive instant is China time. Raises ValueError.

    Seconds below one are cut: the record keeps second precision.
    """
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=CHINA)
    return instant.astimezone(UTC).replace(microsecond=0)


def china_instant(day: date, hour: int, minute: int) -> datetime:
    """Return the UTC instant of a China wall-clock time on ``day``."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=CHINA).astimezone(UTC)


def weekday_name(day: date) -> str:
    """Return 星期一 … 星期日."""
    return "星期" + WEEKDAYS[day.weekday()]
