"""Commands of open items: ``open-item add|list|progress|remind|close|reopen``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice, instant
from dutydesk.domain.errors import BadInput
from dutydesk.domain.instants import to_json
from dutydesk.domain.open_item import DraftOpenItem, Importance, OpenItem
from dutydesk.domain.open_item_progress import DraftProgress, FollowedItem, OpenItemProgress
from dutydesk.wording.open_item import IMPORTANCE, OPEN_ITEM_STATUS, progress_words


def register(commands: Any) -> None:
    """Add the commands."""
    item = commands.add_parser("open-item", help="未办结事项")
    actions = item.add_subparsers(dest="action", required=True)
    add = actions.add_parser("add", help="列一件")
    add.add_argument("--title", required=True)
    for name in ("owner", "due", "importance", "attention", "remind-at", "entry"):
        add.add_argument(f"--{name}")
    add.set_defaults(run=add_item)
    listing = actions.add_parser("list", help="列出")
    listing.add_argument("--all", action="store_true")
    listing.set_defaults(run=list_items)
    progress = actions.add_parser("progress", help="记进展")
    progress.add_argument("id")
    progress.add_argument("--text", required=True)
    progress.add_argument("--at")
    progress.set_defaults(run=note_progress)
    remind = actions.add_parser("remind", help="定提醒时间")
    remind.add_argument("id")
    remind.add_argument("--at")
    remind.add_argument("--off", action="store_true")
    remind.set_defaults(run=remind_of)
    close = actions.add_parser("close", help="办结")
    close.add_argument("id")
    close.add_argument("--result", required=True)
    close.set_defaults(run=close_item)
    reopen = actions.add_parser("reopen", help="重新办理")
    reopen.add_argument("id")
    reopen.add_argument("--reason", required=True)
    reopen.set_defaults(run=reopen_item)
    for command in (add, progress, remind, close, reopen):
        command.add_argument("--officer")


def add_item(context: Context, args: Namespace) -> Answer:
    """Make an item by hand, or one that begins with a log entry."""
    due_at, remind_at = instant("due", args.due), instant("remind_at", args.remind_at)
    importance = choice("importance", Importance, args.importance) or Importance.ORDINARY
    room = context.writing_room()
    by = actor(room, args.officer)
    if args.entry is not None:
        room.duty_log.entry(args.entry)
    draft = DraftOpenItem(
        id=room.open_item.new_id(),
        title=args.title,
        owner=args.owner or "",
        due_at=due_at,
        attention=args.attention or "",
        origin_entry_id=args.entry,
        importance=importance,
        remind_at=remind_at,
    )
    item = room.open_item.open(draft, by=by).value
    return Answer(item_document(item), [f"已列入未办结：{item.title}"])


def list_items(context: Context, args: Namespace) -> Answer:
    """List what is open, or everything, each with what became of it."""
    items = context.reading_room().open_item.followed(is_all=args.all)
    return Answer(
        {"open_items": [followed_document(one) for one in items]},
        [line for one in items for line in item_lines(one)] or ["无"],
    )


def note_progress(context: Context, args: Namespace) -> Answer:
    """Put progress on record."""
    at = instant("at", args.at)
    room = context.writing_room()
    draft = DraftProgress(
        id=room.open_item.new_id(),
        item_id=args.id,
        text=args.text,
        at=at or context.clock.now(),
    )
    step = room.open_item.note(draft, by=actor(room, args.officer)).value
    return Answer(
        {"item_id": step.item_id, **progress_document(step)}, [f"已记进展：{progress_words(step)}"]
    )


def remind_of(context: Context, args: Namespace) -> Answer:
    """Set when the desk speaks of an item, or that it does not; raises BadInput for neither."""
    if args.off == (args.at is not None):
        raise BadInput("remind_at", args.at or "")
    at = instant("remind_at", args.at)
    room = context.writing_room()
    item = room.open_item.remind(args.id, at, by=actor(room, args.officer)).value
    said = f"将于 {_minute(to_json(at))} 提醒" if at else "不再提醒"
    return Answer(item_document(item), [f"{said}：{item.title}"])


def close_item(context: Context, args: Namespace) -> Answer:
    """Close an item with its result."""
    room = context.writing_room()
    done = room.open_item.close(args.id, args.result, by=actor(room, args.officer))
    return Answer(item_document(done.value), [f"已办结：{done.value.title}"])


def reopen_item(context: Context, args: Namespace) -> Answer:
    """Take a closed item up again."""
    room = context.writing_room()
    done = room.open_item.reopen(args.id, args.reason, by=actor(room, args.officer))
    return Answer(item_document(done.value), [f"重新办理：{done.value.title}"])


def item_document(item: OpenItem) -> dict[str, object]:
    """Return one item as JSON."""
    return {
        "id": item.id,
        "title": item.title,
        "owner": item.owner,
        "due_at": to_json(item.due_at) if item.due_at else None,
        "remind_at": to_json(item.remind_at) if item.remind_at else None,
        "importance": item.importance.value,
        "status": item.status.value,
        "created_at": to_json(item.created_at),
        "origin_entry_id": item.origin_entry_id,
        "attention": item.attention,
        "result": item.result,
        "closed_at": to_json(item.closed_at) if item.closed_at else None,
    }


def followed_document(followed: FollowedItem) -> dict[str, object]:
    """Return one item with what became of it, oldest first."""
    return {
        **item_document(followed.item),
        "progress": [progress_document(step) for step in followed.progress],
    }


def progress_document(step: OpenItemProgress) -> dict[str, object]:
    """Return one step as JSON."""
    return {
        "id": step.id,
        "kind": step.kind.value,
        "at": to_json(step.at),
        "text": step.text,
        "recorder": step.recorder,
        "recorded_at": to_json(step.recorded_at),
    }


def item_lines(followed: FollowedItem) -> list[str]:
    """Return one item as lines for people."""
    item = followed.item
    due = f"时限 {_minute(to_json(item.due_at))}" if item.due_at else ""
    said = "，".join(part for part in (item.owner, due) if part)
    behind = f"（{said}）" if said else " "
    mark = f"【{IMPORTANCE[item.importance]}】" if item.importance is Importance.IMPORTANT else ""
    head = f"{OPEN_ITEM_STATUS[item.status]} {mark}{item.title}{behind}{item.id}"
    return [head, *(f"    {progress_words(step)}" for step in followed.progress)]


def _minute(instant_text: str) -> str:
    return instant_text[:16].replace("T", " ")
