"""Pasted messages: time of a reading, and what the checking half of the labelled ones misses."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from benchmarks.message_reading import (
    MESSAGES,
    TO_REACH,
    Labelled,
    labelled,
    milliseconds,
    scores,
)
from dutydesk.domain.instants import CHINA

LIMIT_MS = 50.0
_MADE_UP = (
    "某县一工厂起火\n12月3日下午3时20分许，位于甲省乙市丙县工业路12号的一家家具厂发生火灾，造成2人死亡，"
    "3人受伤，其中1人重伤。接到报警后，消防救援人员赶到现场，16时30分明火被扑灭。"
)


def run(_quick: bool) -> list[dict[str, Any]]:
    """Return a row for time, and one a field where the labelled messages lie beside us."""
    if not MESSAGES.is_file():
        print(f"  no messages at {MESSAGES.name}: only the time of one made up")
        made_up = Labelled("made-up", _MADE_UP, datetime(2026, 12, 4, tzinfo=CHINA), {})
        return [_time([made_up] * 20)]
    checking = [one for one in labelled() if not one.is_for_looking]
    found = scores(checking)
    return [_time(checking), *(_missed(field, found[field], len(checking)) for field in TO_REACH)]


def _time(messages: list[Labelled]) -> dict[str, Any]:
    spent = sorted(milliseconds(messages))
    p95 = spent[int(len(spent) * 0.95)]
    return {
        "name": "message_read_p95",
        "n": len(messages),
        "ours": p95,
        "baseline": LIMIT_MS,
        "unit": "ms",
        "limit": 1.0,
    }


def _missed(field: str, score: float, count: int) -> dict[str, Any]:
    return {
        "name": f"message_{field}_missed",
        "n": count,
        "ours": (1 - score) * 100,
        "baseline": (1 - TO_REACH[field]) * 100,
        "unit": "%",
        "limit": 1.0,
    }
