"""Cut-offs of zero reports: by which times of day every unit must have reported.

Rules of this file: the report day of a cut-off runs from the one before it (not included) to
itself (included), so that what is said at the very minute is in time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from dutydesk.domain.daily_times import last_daily, next_daily
from dutydesk.domain.deadline_rule import daily_time
from dutydesk.domain.instants import china, china_instant

_SECOND = timedelta(seconds=1)
_KEY = "%Y%m%dT%H%M%SZ"


def last_cut_off(times: Iterable[str], now: datetime) -> datetime:
    """Return the cut-off that passed last, one of this very second included."""
    return last_daily(times, now + _SECOND)


def next_cut_off(times: Iterable[str], now: datetime) -> datetime:
    """Return the cut-off that reports made now are for: the next one, this second included."""
    return next_daily(times, now - _SECOND)


def starts_at(times: Iterable[str], due_at: datetime) -> datetime:
    """Return the cut-off before, after which the report day of a cut-off begins."""
    return last_daily(times, due_at)


def is_cut_off(times: Iterable[str], due_at: datetime) -> bool:
    """Tell whether reports are asked for by this instant."""
    local = china(due_at)
    return local.second == 0 and local.time() in {daily_time(one) for one in times}


def cut_offs_of(times: Iterable[str], days: Iterable[date]) -> list[datetime]:
    """Return every cut-off of some days, in order."""
    clocks = sorted({daily_time(one) for one in times})
    return [china_instant(day, one.hour, one.minute) for day in days for one in clocks]


def cut_off_in_hand(times: Sequence[str], now: datetime, *, is_last_open: bool) -> datetime:
    """Return the cut-off that is worked at: the one before while it is open and the nearer one.

    Past the middle between both nobody calls for the old one any more; its gaps stay on record.
    """
    last, ahead = last_cut_off(times, now), next_cut_off(times, now)
    return last if is_last_open and now - last <= ahead - now else ahead


def due_key(due_at: datetime) -> str:
    """Return a cut-off as the id of a line in 时限, which holds no colon."""
    return due_at.astimezone(UTC).strftime(_KEY)


def due_of_key(key: str) -> datetime:
    """Return the cut-off of such an id; raises ValueError."""
    return datetime.strptime(key, _KEY).replace(tzinfo=UTC)
