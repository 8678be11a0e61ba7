"""What a limit asks for besides reports: publicity, relief, nil report, casualties (notes §4).

Rules of this file: a task is done once, its record is never changed; the nil report comes again
every day and any number of times.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import AHEAD_ALLOWED
from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident import Incident
from dutydesk.domain.incident_refusals import IncidentEnded, IncidentTextTooLong

MAX_NOTE = 2_000


class DeadlineTask(StrEnum):
    """报告, 对外发布, 新闻发布会, 受灾群众救助, 零报告, 伤亡补报."""

    REPORT = "report"
    PUBLIC_STATEMENT = "public_statement"
    PRESS_CONFERENCE = "press_conference"
    RELIEF = "relief"
    NIL_REPORT = "nil_report"
    CASUALTY_SUPPLEMENT = "casualty_supplement"


OTHER_TASKS = tuple(task for task in DeadlineTask if task is not DeadlineTask.REPORT)
"""What is done on record as such; a report has a record of its own."""

REPORTED_TASKS = frozenset({DeadlineTask.NIL_REPORT, DeadlineTask.CASUALTY_SUPPLEMENT})
"""What is told to somebody above; of the others the rule names who is to do it, or for whom."""


@dataclass(frozen=True, kw_only=True)
class DraftTask:
    """A task as the officer says it is done; ``note`` is what was published, by whom, where."""

    id: str
    incident_id: str
    task: DeadlineTask
    done_at: datetime
    note: str = ""
    late_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class IncidentTask:
    """One task that was done; frozen.

    ``rule_text`` keeps the rule that applied, in words; ``due_at`` and ``is_met`` are None where
    no clock ran.
    """

    id: str
    incident_id: str
    task: DeadlineTask
    done_at: datetime
    done_by: str
    recorded_at: datetime
    note: str = ""
    rule_id: str | None = None
    rule_text: str = ""
    starts_at: datetime | None = None
    due_at: datetime | None = None
    is_met: bool | None = None
    late_by_minutes: int = 0
    late_reason: str = ""
    is_after_upgrade: bool = False


@dataclass(eq=False)
class TaskDoneAlready(Refusal):
    """A task that is done once is on record."""

    task: DeadlineTask
    done_at: datetime


@dataclass(eq=False)
class TaskInFuture(Refusal):
    """Nothing was done later than now."""

    done_at: datetime
    now: datetime


@dataclass(eq=False)
class TaskBeforeOccurred(Refusal):
    """Nothing was done about an incident before it happened."""

    task: DeadlineTask
    done_at: datetime
    since: datetime


def check_task(
    draft: DraftTask, incident: Incident, done: Sequence[IncidentTask], now: datetime
) -> None:
    """Accept that a task is done, or raise IncidentEnded or one of the refusals of this file."""
    if incident.is_closed:
        raise IncidentEnded(incident.incident_no, incident.closed_at)
    before = next((one for one in done if one.task is draft.task), None)
    if before is not None and draft.task is not DeadlineTask.NIL_REPORT:
        raise TaskDoneAlready(draft.task, before.done_at)
    if draft.done_at > now + AHEAD_ALLOWED:
        raise TaskInFuture(draft.done_at, now)
    since = incident.occurred_at or incident.received_at
    if draft.done_at < since:
        raise TaskBeforeOccurred(draft.task, draft.done_at, since)
    for name in ("note", "late_reason"):
        length = len(getattr(draft, name))
        if length > MAX_NOTE:
            raise IncidentTextTooLong(name, length, MAX_NOTE)
