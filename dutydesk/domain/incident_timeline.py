"""The timeline of an incident 事件脉络: what happened when, and two lanes of clocks met or missed.

Rules of this file: values only, composed by ``services/incident_timeline.py`` with every word in
it, so that the picture on the screen and the one in the dossier say the same; marks stand in the
order of time, and one thing stands there once.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline import ClockStatus
from dutydesk.domain.report import ReportMedium


class MarkKind(StrEnum):
    """事发, 接报, 定级, 状态, 报告, 通报, 先期处置, 值班记录; in the order of one instant."""

    OCCURRED = "occurred"
    RECEIVED = "received"
    GRADED = "graded"
    STATE = "state"
    REPORT = "report"
    NOTICE = "notice"
    INITIAL_ACTION = "initial_action"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineMark:
    """One thing that happened: ``word`` fits beside a mark, ``words`` tell all of it in a line.

    ``is_late`` for a report after its limit. ``record_id`` is the record it is about.
    """

    kind: MarkKind
    at: datetime
    word: str
    words: str
    is_late: bool = False
    record_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineClock:
    """One clock in its lane: from ``starts_at`` to ``due_at``, stopped by a report or running.

    ``word`` is 首报, ``words`` the clock in full with how it ended.
    """

    medium: ReportMedium | None
    starts_at: datetime
    due_at: datetime
    status: ClockStatus
    word: str
    words: str
    stopped_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentTimeline:
    """All of it; ``ends_at`` is the end, or as far as something is known to be due."""

    incident_id: str
    incident_no: str
    title: str
    starts_at: datetime
    ends_at: datetime
    is_running: bool
    as_of: datetime
    marks: tuple[TimelineMark, ...]
    clocks: tuple[TimelineClock, ...]

    def lane(self, medium: ReportMedium | None) -> tuple[TimelineClock, ...]:
        """Return the clocks of one lane, the first due first; None is what is no report."""
        return tuple(clock for clock in self.clocks if clock.medium is medium)

    def instants(self) -> tuple[datetime, ...]:
        """Return every instant that has its place on the axis, in order."""
        found = {self.starts_at, self.ends_at, *(mark.at for mark in self.marks)}
        for clock in self.clocks:
            found |= {clock.starts_at, clock.due_at}
            if clock.stopped_at is not None:
                found.add(clock.stopped_at)
        return tuple(sorted(found))


def in_order(marks: list[TimelineMark]) -> tuple[TimelineMark, ...]:
    """Return marks in the order of time; of one instant in the order of ``MarkKind``."""
    kinds = list(MarkKind)
    return tuple(sorted(marks, key=lambda mark: (mark.at, kinds.index(mark.kind))))
