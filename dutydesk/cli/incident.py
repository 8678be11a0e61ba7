"""Commands of incidents: ``incident open|update|close|list|show|due``, and those of reports."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from typing import Any

from dutydesk.cli import incident_handling, incident_report, incident_task
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, instant, word_of
from dutydesk.cli.incident_document import (
    clock_document,
    due_line,
    incident_document,
    incident_line,
    report_line,
)
from dutydesk.cli.near_miss_option import add_near_miss, near_miss_facts
from dutydesk.cli.number_option import figure
from dutydesk.domain.incident import (
    FIGURES,
    NARRATIVE,
    DraftIncident,
    ExitReason,
    IncidentCategory,
    IncidentChange,
    IncidentLevel,
    IncidentStatus,
)
from dutydesk.wording.command_help import OPTION

_HAND_SET = [
    status.value
    for status in IncidentStatus
    if status not in {IncidentStatus.ENDED, IncidentStatus.ARCHIVED}
]
"""States an officer sets; the end comes by closing."""

_UNKNOWN = "unknown"
"""Given instead of a number or an instant: what was stated is 正在核实 again."""


def register(commands: Any) -> None:
    """Add the commands."""
    incident = commands.add_parser("incident", help="突发事件").add_subparsers(
        dest="action", required=True
    )
    opening = incident.add_parser("open", help="登记")
    for name in ("title", "kind", "place", "received-at"):
        opening.add_argument(f"--{name}", required=True)
    opening.add_argument("--category", required=True, type=word_of("category", IncidentCategory))
    _add_facts(opening)
    opening.add_argument("--sensitive", action="store_true")
    add_near_miss(opening)
    opening.add_argument("--from-entry", metavar="ID")
    opening.set_defaults(run=open_incident)
    update = incident.add_parser("update", help="更新情况、定级")
    update.add_argument("id")
    for name in ("title", "kind", "place", "received-at"):
        update.add_argument(f"--{name}")
    update.add_argument("--category", type=word_of("category", IncidentCategory))
    update.add_argument("--status", type=word_of("status", _HAND_SET))
    _add_facts(update)
    sensitive = update.add_mutually_exclusive_group()
    sensitive.add_argument(
        "--sensitive", action="store_true", default=None, help=OPTION["sensitive"]
    )
    sensitive.add_argument(
        "--not-sensitive",
        dest="sensitive",
        action="store_false",
        default=None,
        help=OPTION["not-sensitive"],
    )
    add_near_miss(update)
    update.add_argument("--reason", required=True)
    update.set_defaults(run=update_incident)
    incident_task.register(incident)
    incident_report.register(incident)
    incident_handling.register(incident)
    close = incident.add_parser("close", help="结束")
    close.add_argument("id")
    close.add_argument("--exit", type=word_of("exit", ExitReason))
    close.add_argument("--note", default="")
    close.add_argument("--officer")
    close.set_defaults(run=close_incident)
    incident.add_parser("list", help="列出").set_defaults(run=list_incidents)
    show = incident.add_parser("show", help="一件")
    show.add_argument("id")
    show.set_defaults(run=show_incident)
    due = incident.add_parser("due", help="时限")
    due.add_argument("--at")
    due.set_defaults(run=list_due)


def open_incident(context: Context, args: Namespace) -> Answer:
    """Open an incident with its clocks."""
    room = context.writing_room()
    figures: dict[str, Any] = {name: _count(name, getattr(args, name)) for name in FIGURES}
    draft = DraftIncident(
        id=room.incident.new_id(),
        title=args.title,
        category=IncidentCategory(args.category),
        kind=args.kind,
        place=args.place,
        received_at=instant("received_at", args.received_at) or room.clock.now(),
        occurred_at=instant("occurred_at", args.occurred_at),
        source=args.source or "",
        situation=args.situation or "",
        cause=args.cause or "",
        measures=args.measures or "",
        next_steps=args.next_steps or "",
        is_sensitive=args.sensitive,
        is_serious_near_miss=bool(args.near_miss),
        near_miss_reason=args.near_miss_reason or "",
        level=IncidentLevel(args.level) if args.level else None,
        origin_entry_id=args.from_entry,
    )
    done = room.incident.open(replace(draft, **figures), by=actor(room, args.officer))
    view = room.incident.incident(done.value.id)
    word = room.incident.first_report_word()
    return Answer(incident_document(view, word), [f"已登记 {incident_line(view, word)}"])


def update_incident(context: Context, args: Namespace) -> Answer:
    """Put new facts or a decision on the level on record."""
    room = context.writing_room()
    level = IncidentLevel(args.level) if args.level else None
    change = IncidentChange(_changed_facts(args), args.reason, level)
    done = room.incident.update(args.id, change, by=actor(room, args.officer))
    view = room.incident.incident(done.value.id)
    word = room.incident.first_report_word()
    return Answer(incident_document(view, word), [f"已更新 {incident_line(view, word)}"])


def close_incident(context: Context, args: Namespace) -> Answer:
    """End an incident after its final report, or with an exit reason."""
    room = context.writing_room()
    exit_reason = ExitReason(args.exit) if args.exit else None
    done = room.incident.close(
        args.id, by=actor(room, args.officer), exit_reason=exit_reason, note=args.note
    )
    view = room.incident.incident(done.value.id)
    word = room.incident.first_report_word()
    return Answer(incident_document(view, word), [f"已结束 {incident_line(view, word)}"])


def list_incidents(context: Context, _args: Namespace) -> Answer:
    """List every incident, the one opened last first."""
    room = context.reading_room()
    word = room.incident.first_report_word()
    views = room.incident.incidents()
    return Answer(
        {"incidents": [incident_document(view, word) for view in views]},
        [incident_line(view, word) for view in views] or ["无"],
    )


def show_incident(context: Context, args: Namespace) -> Answer:
    """Show one incident with its reports and clocks."""
    room = context.reading_room()
    word = room.incident.first_report_word()
    view = room.incident.incident(args.id)
    tasks = room.incident_task.tasks(view.incident.id)
    lines = [incident_line(view, word), *(report_line(one, word) for one in view.reports)]
    lines += [incident_task.task_line(one, room.clock.now()) for one in tasks]
    document = incident_document(view, word)
    document["tasks"] = [incident_task.task_document(one) for one in tasks]
    return Answer(document, lines)


def list_due(context: Context, args: Namespace) -> Answer:
    """List every running clock, the first due first."""
    room = context.reading_room()
    asked = instant("at", args.at)
    word = room.incident.first_report_word()
    running = room.incident.due(asked)
    moment = asked or room.clock.now()
    return Answer(
        {"clocks": [clock_document(due, word) for due in running]},
        [due_line(due, moment, word) for due in running] or ["无"],
    )


def _add_facts(parser: ArgumentParser) -> None:
    parser.add_argument("--occurred-at")
    parser.add_argument("--level", type=word_of("level", IncidentLevel))
    for name in (*FIGURES, "source", *NARRATIVE, "officer"):
        parser.add_argument(f"--{name.replace('_', '-')}")


def _changed_facts(args: Namespace) -> dict[str, object]:
    values: dict[str, object] = {
        name: getattr(args, name)
        for name in ("title", "kind", "place", "source", *NARRATIVE)
        if getattr(args, name) is not None
    }
    values |= {
        name: _count(name, getattr(args, name))
        for name in FIGURES
        if getattr(args, name) is not None
    }
    if args.category is not None:
        values["category"] = IncidentCategory(args.category)
    if args.status is not None:
        values["status"] = IncidentStatus(args.status)
    if args.received_at is not None:
        values["received_at"] = instant("received_at", args.received_at)
    if args.occurred_at is not None:
        is_unknown = args.occurred_at == _UNKNOWN
        values["occurred_at"] = None if is_unknown else instant("occurred_at", args.occurred_at)
    if args.sensitive is not None:
        values["is_sensitive"] = args.sensitive
    return values | near_miss_facts(args)


def _count(name: str, text: str | None) -> int | None:
    if text is None or text == _UNKNOWN:
        return None
    return figure(name, text)
