"""What stands on the review of a drill 演练讲评."""

from __future__ import annotations

from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True)
class DrillEventRow:
    """One event in words: what came when, and what became of it."""

    at: str
    told: str
    result: str
    is_in_time: bool


@dataclass(frozen=True)
class DrillClockRow:
    """One limit in words: of which incident, until when, how it ended."""

    incident: str
    name: str
    due: str
    status: str
    is_late: bool


@dataclass(frozen=True)
class DrillReviewSheet:
    """The review as it stood at ``as_of``; ``summary`` is its figures in a sentence."""

    unit: str
    day: str
    as_of: str
    is_practice: bool
    summary: str
    events: tuple[DrillEventRow, ...] = ()
    clocks: tuple[DrillClockRow, ...] = ()
