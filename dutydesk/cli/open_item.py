"""Commands of open items: ``open-item list|close``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor
from dutydesk.domain.instants import to_json
from dutydesk.domain.open_item import OpenItem
from dutydesk.wording.open_item import OPEN_ITEM_STATUS


def register(commands: Any) -> None:
    """Add the commands."""
    item = commands.add_parser("open-item", help="未办结事项")
    actions = item.add_subparsers(dest="action", required=True)
    listing = actions.add_parser("list", help="列出")
    listing.add_argument("--all", action="store_true")
    listing.set_defaults(run=list_items)
    close = actions.add_parser("close", help="办结")
    close.add_argument("id")
    close.add_argument("--result", required=True)
    close.add_argument("--officer")
    close.set_defaults(run=close_item)


def list_items(context: Context, args: Namespace) -> Answer:
    """List what is open, or everything."""
    service = context.reading_room().open_item
    items = service.all_items() if args.all else service.open_items()
    return Answer(
        {"open_items": [item_document(item) for item in items]},
        [item_line(item) for item in items] or ["无"],
    )


def close_item(context: Context, args: Namespace) -> Answer:
    """Close an item with its result."""
    room = context.writing_room()
    done = room.open_item.close(args.id, args.result, by=actor(room, args.officer))
    return Answer(item_document(done.value), [f"已办结：{done.value.title}"])


def item_document(item: OpenItem) -> dict[str, object]:
    """Return one item as JSON."""
    return {
        "id": item.id,
        "title": item.title,
        "owner": item.owner,
        "due_at": to_json(item.due_at) if item.due_at else None,
        "status": item.status.value,
        "created_at": to_json(item.created_at),
        "origin_entry_id": item.origin_entry_id,
        "attention": item.attention,
        "result": item.result,
        "closed_at": to_json(item.closed_at) if item.closed_at else None,
    }


def item_line(item: OpenItem) -> str:
    """Return one item as a line for people."""
    due = f"，时限 {to_json(item.due_at)[:16].replace('T', ' ')}" if item.due_at else ""
    return f"{OPEN_ITEM_STATUS[item.status]} {item.title}（{item.owner}{due}）{item.id}"
