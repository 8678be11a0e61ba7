"""The clocks of an incident that are no reports (domain notes §4).

Rules of this file: a task is owed until it is on record or the incident ends, as 误报 too, also
beyond the final report, for the public waits for its word whatever was reported; the nil report
rests while the situation is stable and ends with the final report in writing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dutydesk.domain.deadline_limit import (
    IncidentFile,
    repeated_limit,
    repeated_nil_reports,
    under_task,
    walked_limit,
)
from dutydesk.domain.deadline_rule import DeadlineRule
from dutydesk.domain.deadline_task import OTHER_TASKS, DeadlineTask, IncidentTask
from dutydesk.domain.report import is_reported_out
from dutydesk.domain.report_clock import ClockStatus, ReportClock, minutes_left, running_clock


def task_clocks(
    file: IncidentFile, rules: Sequence[DeadlineRule], now: datetime, soon: timedelta
) -> list[ReportClock]:
    """Return the clocks of everything but reports; ``file`` is as it stood at ``now``."""
    if not any(rule.task is not DeadlineTask.REPORT for rule in rules) and not file.tasks:
        return []
    found: list[ReportClock] = []
    for task in OTHER_TASKS:
        if task is DeadlineTask.NIL_REPORT:
            found += _nil_reports(file, rules, now, soon)
        else:
            found += _once(file, rules, task, (now, soon))
    return found


def _once(
    file: IncidentFile,
    rules: Sequence[DeadlineRule],
    task: DeadlineTask,
    at: tuple[datetime, timedelta],
) -> list[ReportClock]:
    done = next((one for one in file.tasks if one.task is task), None)
    if done is not None:
        stopped = _stopped(file, rules, done)
        return [stopped] if stopped else []
    limit = walked_limit(file, under_task(file, rules, task))
    if limit is None or file.incident.is_closed:
        return []
    return [running_clock(file, (task, None, None), limit, *at)]


def _nil_reports(
    file: IncidentFile, rules: Sequence[DeadlineRule], now: datetime, soon: timedelta
) -> list[ReportClock]:
    incident = file.incident
    if incident.is_closed or incident.stable_at is not None or is_reported_out(file.reports):
        return []
    again = repeated_nil_reports(file, rules)
    if again is None:
        return []
    key = (DeadlineTask.NIL_REPORT, None, None)
    return [
        replace(
            running_clock(file, key, repeated_limit(again, due_at), now, soon),
            missed_count=missed,
        )
        for due_at, missed in again.open_times(now)
    ]


def _stopped(
    file: IncidentFile, rules: Sequence[DeadlineRule], done: IncidentTask
) -> ReportClock | None:
    """Return the clock as the record left it; None where no limit applied."""
    if done.starts_at is None or done.due_at is None:
        return None
    return ReportClock(
        incident_id=file.incident.id,
        task=done.task,
        stage=None,
        medium=None,
        rule=next((one for one in rules if one.id == done.rule_id), None),
        starts_at=done.starts_at,
        due_at=done.due_at,
        status=ClockStatus.MET if done.is_met else ClockStatus.MET_LATE,
        minutes_left=minutes_left(done.due_at, done.done_at),
        done=done,
        ungraded_as=file.ungraded_as,
    )
