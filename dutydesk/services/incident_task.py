"""Use cases of limits that are no reports: published, held, delivered, nil report."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.deadline_limit import IncidentFile, Limit, late_by, task_limit_for
from dutydesk.domain.deadline_task import DraftTask, IncidentTask, check_task
from dutydesk.domain.duty_log import Recorder
from dutydesk.domain.officer import Actor
from dutydesk.store import casebook, logbook
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.deadline_rule import rule_text
from dutydesk.wording.deadline_task import task_entry


class IncidentTaskService:
    """What an officer does about an incident within a limit, apart from reporting it."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def tasks(self, incident_id: str) -> tuple[IncidentTask, ...]:
        """Return what is on record for an incident, oldest first; raises RecordUnknown."""
        with self._store.reading() as tables:
            return casebook.incident_file(tables, incident_id).tasks

    def record(self, draft: DraftTask, *, by: Actor) -> Done[IncidentTask]:
        """Put on record that a task is done, judged by the rule of that moment.

        A draft whose id is on record already is returned as it stands. Raises RecordUnknown,
        IncidentEnded and the refusals of ``check_task``.
        """
        with self._store.writing(actor=by.name, action="incident.task") as work:
            tables = work.tables
            known = tables.incident_task.by_id(draft.id)
            if known is not None:
                return Done(known, Changes())
            file, now = casebook.incident_file(tables, draft.incident_id), self._clock.now()
            check_task(draft, file.incident, file.tasks, now)
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            task = _made(tables, file, draft, (recorder, now))
            tables.incident_task.append(task)
            named = f"{file.incident.title}（{file.incident.incident_no}）"
            text = task_entry(named, task)
            line = casebook.line_about(file.incident, text, task.done_at, self._ids)
            casebook.log_line(tables, line, recorder, now, self._ids)
        return Done(task, work.changes)


def _made(
    tables: Tables, file: IncidentFile, draft: DraftTask, made: tuple[Recorder, datetime]
) -> IncidentTask:
    recorder, now = made
    limit = task_limit_for(file, casebook.unit_rules(tables), draft.task, draft.done_at)
    minutes = late_by(limit, draft.done_at) if limit else 0
    return IncidentTask(
        id=draft.id,
        incident_id=file.incident.id,
        task=draft.task,
        done_at=draft.done_at,
        done_by=recorder.name,
        recorded_at=now,
        note=draft.note,
        rule_id=limit.due.rule.id if limit else None,
        rule_text=_rule_words(tables, file, limit),
        starts_at=limit.due.starts_at if limit else None,
        due_at=limit.due.due_at if limit else None,
        is_met=minutes == 0 if limit else None,
        late_by_minutes=minutes,
        late_reason=draft.late_reason if minutes else "",
        is_after_upgrade=limit is not None and limit.upgraded_at is not None,
    )


def _rule_words(tables: Tables, file: IncidentFile, limit: Limit | None) -> str:
    if limit is None:
        return ""
    word = casebook.first_report_word(tables)
    return rule_text(limit.due.rule, word, file.incident.level, file.ungraded_as)
