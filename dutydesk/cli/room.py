"""Commands of the room itself: ``init``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.assembly.room import NewRoom, create_room
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context
from dutydesk.domain.errors import NowNotAllowed
from dutydesk.domain.settings import RULE_SETS


def register(commands: Any) -> None:
    """Add the commands."""
    init = commands.add_parser("init", help="新建值班室")
    init.add_argument("--unit", required=True)
    init.add_argument("--practice", action="store_true")
    init.add_argument("--rule-set", choices=RULE_SETS, default="district")
    init.set_defaults(run=init_room)


def init_room(context: Context, args: Namespace) -> Answer:
    """Make a data folder with a new room."""
    if context.now is not None and not args.practice:
        raise NowNotAllowed
    new = NewRoom(args.unit, args.practice, args.rule_set)
    room = create_room(context.data, new, context.clock)
    path = room.store.path
    room.close()
    return Answer(
        {
            "data": str(context.data.resolve()),
            "file": str(path.resolve()),
            "unit": args.unit,
            "practice": args.practice,
        },
        [f"已新建值班室“{args.unit}”：{context.data.resolve()}"],
    )
