"""Commands of officers: ``officer add|set-pin|deactivate|list``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import CLI, Context, choice, pins
from dutydesk.domain.officer import Actor, OfficerRole
from dutydesk.wording.officer import OFFICER_ROLE


def register(commands: Any) -> None:
    """Add the commands."""
    actions = commands.add_parser("officer", help="值班人员").add_subparsers(
        dest="action", required=True
    )
    add = actions.add_parser("add", help="新增")
    add.add_argument("--name", required=True)
    add.add_argument("--role", required=True)
    add.add_argument("--phone", default="")
    add.add_argument("--pin-stdin", action="store_true", required=True)
    add.set_defaults(run=add_officer)
    set_pin = actions.add_parser("set-pin", help="重设口令")
    set_pin.add_argument("--name", required=True)
    set_pin.add_argument("--by", required=True)
    set_pin.add_argument("--pin-stdin", action="store_true", required=True)
    set_pin.set_defaults(run=set_officer_pin)
    deactivate = actions.add_parser("deactivate", help="停用")
    deactivate.add_argument("--name", required=True)
    deactivate.set_defaults(run=deactivate_officer)
    actions.add_parser("list", help="列出").set_defaults(run=list_officers)


def add_officer(context: Context, args: Namespace) -> Answer:
    """Enter an officer; the PIN is the first line of standard input."""
    role = choice("role", OfficerRole, args.role)
    (pin,) = pins(1)
    room = context.writing_room()
    room.officer.add(args.name, role, pin, phone=args.phone, by=Actor(CLI))
    return _everybody(room, f"已新增{OFFICER_ROLE[role]}{args.name}。")


def set_officer_pin(context: Context, args: Namespace) -> Answer:
    """Set a new PIN: one line is the new PIN, of two the first is the administrator's own."""
    *admin_pin, new_pin = pins(1, most=2)
    room = context.writing_room()
    officer, admin = room.officer.by_name(args.name), room.officer.by_name(args.by)
    room.officer.set_pin(
        officer.id,
        new_pin,
        admin_id=admin.id,
        admin_pin=admin_pin[0] if admin_pin else None,
        by=Actor(CLI),
    )
    return _everybody(room, f"已重设{args.name}的口令。")


def deactivate_officer(context: Context, args: Namespace) -> Answer:
    """Take an officer off."""
    room = context.writing_room()
    room.officer.deactivate(room.officer.by_name(args.name).id, by=Actor(CLI))
    return _everybody(room, f"已停用{args.name}。")


def list_officers(context: Context, _args: Namespace) -> Answer:
    """List everybody."""
    return _everybody(context.reading_room(), None)


def _everybody(room: DutyRoom, line: str | None) -> Answer:
    officers = room.officer.officers()
    document: dict[str, object] = {
        "officers": [
            {
                "id": officer.id,
                "name": officer.name,
                "role": officer.role.value,
                "phone": officer.phone,
                "active": officer.is_active,
            }
            for officer in officers
        ]
    }
    lines = [
        f"{officer.name} {OFFICER_ROLE[officer.role]}{'' if officer.is_active else '（已停用）'}"
        for officer in officers
    ]
    return Answer(document, [line] if line else lines or ["无"])
