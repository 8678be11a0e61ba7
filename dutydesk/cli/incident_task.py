"""Command of limits that are no reports: ``incident task``."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, instant, word_of
from dutydesk.domain.deadline_task import OTHER_TASKS, DeadlineTask, DraftTask, IncidentTask
from dutydesk.domain.instants import to_json
from dutydesk.wording.deadline_task import task_words


def register(incident: Any) -> None:
    """Add the command under ``incident``."""
    task = incident.add_parser("task", help="其他时限：已发布、已召开、已到位、零报告、伤亡补报")
    task.add_argument("id")
    task.add_argument("--task", required=True, type=word_of("task", OTHER_TASKS))
    task.add_argument("--at", required=True)
    for name in ("note", "late-reason", "officer"):
        task.add_argument(f"--{name}")
    task.set_defaults(run=record_task)


def record_task(context: Context, args: Namespace) -> Answer:
    """Record that a task is done."""
    room = context.writing_room()
    draft = DraftTask(
        id=room.incident_task.new_id(),
        incident_id=args.id,
        task=DeadlineTask(args.task),
        done_at=instant("at", args.at),
        note=args.note or "",
        late_reason=args.late_reason or "",
    )
    task = room.incident_task.record(draft, by=actor(room, args.officer)).value
    return Answer(task_document(task), [task_line(task, room.clock.now())])


def task_line(task: IncidentTask, now: datetime) -> str:
    """Return one record as a line for people."""
    return task_words(task, now)


def task_document(task: IncidentTask) -> dict[str, object]:
    """Return one record."""
    return {
        "task_id": task.id,
        "incident_id": task.incident_id,
        "task": task.task.value,
        "done_at": to_json(task.done_at),
        "done_by": task.done_by,
        "recorded_at": to_json(task.recorded_at),
        "note": task.note,
        "rule": task.rule_text,
        "starts_at": to_json(task.starts_at) if task.starts_at else None,
        "due_at": to_json(task.due_at) if task.due_at else None,
        "met": task.is_met,
        "late_by_minutes": task.late_by_minutes,
        "late_reason": task.late_reason,
        "is_after_upgrade": task.is_after_upgrade,
    }
