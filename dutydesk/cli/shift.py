"""Commands of the shift: ``shift show|start``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import CLI, Context, pins
from dutydesk.domain.instants import to_json
from dutydesk.domain.officer import Actor
from dutydesk.domain.shift import Posts
from dutydesk.wording.shift import SHIFT_KIND, SHIFT_STATUS


def register(commands: Any) -> None:
    """Add the commands."""
    actions = commands.add_parser("shift", help="班次").add_subparsers(
        dest="action", required=True
    )
    actions.add_parser("show", help="当前班次").set_defaults(run=show)
    start = actions.add_parser("start", help="新值班室第一次接班")
    start.add_argument("--officer", required=True)
    start.add_argument("--lead")
    start.add_argument("--secondary")
    start.add_argument("--pin-stdin", action="store_true", required=True)
    start.set_defaults(run=start_shift)


def show(context: Context, _args: Namespace) -> Answer:
    """Show the shift now."""
    return shift_answer(context.reading_room())


def start_shift(context: Context, args: Namespace) -> Answer:
    """Begin the first shift of a new room."""
    (pin,) = pins(1)
    room = context.writing_room()

    def officer_id(name: str | None) -> str | None:
        return room.officer.by_name(name).id if name else None

    posts = Posts(
        room.officer.by_name(args.officer).id, officer_id(args.lead), officer_id(args.secondary)
    )
    room.shift.start(posts, pin, by=Actor(CLI))
    return shift_answer(room)


def shift_answer(room: DutyRoom) -> Answer:
    """Return the shift now, for both commands."""
    view = room.shift.view()
    shift = view.shift
    if shift is None:
        empty: dict[str, object] = dict.fromkeys(
            ("duty_date", "shift", "primary_officer", "lead_officer", "secondary_officer")
        )
        return Answer({**empty, "status": "none"}, ["还没有人接班。"])
    primary = view.primary.name if view.primary else None
    document: dict[str, object] = {
        "id": shift.id,
        "duty_date": shift.duty_date.isoformat(),
        "shift": shift.kind.value,
        "primary_officer": primary,
        "lead_officer": view.lead.name if view.lead else None,
        "secondary_officer": view.secondary.name if view.secondary else None,
        "status": shift.status.value,
        "starts_at": to_json(shift.starts_at),
        "ends_at": to_json(shift.ends_at),
        "started_at": to_json(shift.started_at) if shift.started_at else None,
    }
    line = (
        f"{shift.duty_date} {SHIFT_KIND[shift.kind]} {SHIFT_STATUS[shift.status]}"
        f" 主班 {primary or '—'}"
    )
    return Answer(document, [line])
