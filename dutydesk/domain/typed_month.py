"""What a tired hand types for a month: ``11``, ``11月``, ``2026-11``, ``202611``, ``上月``."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from dutydesk.domain.typed_time import NOW_WORDS, TypedTimeUnclear

_THIS = NOW_WORDS | {"本月", "这个月", "当月"}
_LAST = frozenset({"上月", "上个月", "-1", "-"})
_MONTHS = range(1, 13)
_FULL = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})月?|(\d{2}))")
_SHORT = re.compile(r"(\d{1,2})月?")


def read_typed_month(text: str, today: date) -> date:
    """Return the first day of the month that ``text`` means; raises TypedTimeUnclear.

    A month without a year is the latest such month that has begun: what is printed is past.
    """
    words = unicodedata.normalize("NFKC", text).strip().lower()
    this = today.replace(day=1)
    if words in _THIS:
        return this
    if words in _LAST:
        return (this - timedelta(days=1)).replace(day=1)
    match = _FULL.fullmatch(words)
    if match:
        return _first(int(match[1]), int(match[2] or match[3]), text)
    match = _SHORT.fullmatch(words)
    if match is None:
        raise TypedTimeUnclear(text)
    month = int(match[1])
    return _first(today.year if month <= today.month else today.year - 1, month, text)


def _first(year: int, month: int, text: str) -> date:
    if not year or month not in _MONTHS:
        raise TypedTimeUnclear(text)
    return date(year, month, 1)
