"""Who was called lately: the weight that lifts them among equals when a contact is looked up.

Rules of this file: every call counts half after a week; whoever has the greater sum comes first,
and only the foremost few are lifted at all, so that a lookup stays as quick as without them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.phone import digits

HALF_LIFE = timedelta(days=7)
MOST = 40
"""So many numbers are lifted; a duty room rings fewer in a week."""

_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class CallMade:
    """One call of the log, in or out: the number as it stands there, and when."""

    phone: str
    at: datetime


def numbers_called(calls: Iterable[CallMade], now: datetime) -> list[str]:
    """Return the digits of the numbers called lately, the weightiest first, at most ``MOST``.

    Numbers of fewer than five digits are hotlines that belong to nobody in particular.
    """
    weights: dict[str, float] = {}
    for call in calls:
        number = digits(call.phone)
        if len(number) >= _SHORTEST:
            weights[number] = weights.get(number, 0.0) + _weight(now - call.at)
    order = sorted(weights, key=lambda number: (-weights[number], number))
    return order[:MOST]


def _weight(age: timedelta) -> float:
    # A clock that was put back leaves calls in the future: they count as made now.
    return float(0.5 ** (max(age, timedelta(0)) / HALF_LIFE))
