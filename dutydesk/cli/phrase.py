"""Commands of the unit's phrases: ``phrase list|add|switch-off|switch-on|take-shipped``."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from functools import partial
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.phrase import Phrase, blanks
from dutydesk.wording.phrase import phrase_kind


def register(commands: Any) -> None:
    """Add the commands."""
    phrase = commands.add_parser("phrase", help="常用语")
    actions = phrase.add_subparsers(dest="action", required=True)
    listing = actions.add_parser("list", help="列出")
    listing.add_argument("--all", action="store_true")
    listing.set_defaults(run=list_phrases)
    add = actions.add_parser("add", help="加一句")
    add.add_argument("--text", required=True)
    add.add_argument("--kind")
    add.set_defaults(run=add_phrase)
    off = actions.add_parser("switch-off", help="停用一句")
    on = actions.add_parser("switch-on", help="启用一句")
    for command, is_active in ((off, False), (on, True)):
        command.add_argument("id")
        command.set_defaults(run=partial(switch_phrase, is_active=is_active))
    shipped = actions.add_parser("take-shipped", help="补齐自带的")
    shipped.set_defaults(run=take_shipped)
    for command in (add, off, on, shipped):
        command.add_argument("--officer")


def list_phrases(context: Context, args: Namespace) -> Answer:
    """List what is offered, or everything, in the unit's order."""
    every = context.reading_room().phrase.phrases()
    phrases = [one for one in every if args.all or one.is_active]
    return Answer(
        {"phrases": [phrase_document(one) for one in phrases]},
        [_line(one) for one in phrases] or ["无"],
    )


def add_phrase(context: Context, args: Namespace) -> Answer:
    """Add a phrase behind all others."""
    kind = choice("kind", EntryKind, args.kind)
    room = context.writing_room()
    by = actor(room, args.officer)
    phrase = room.phrase.put(room.phrase.new(args.text, kind), by=by).value
    return Answer(phrase_document(phrase), [f"已加上：{phrase.text}"])


def switch_phrase(context: Context, args: Namespace, *, is_active: bool) -> Answer:
    """Offer a phrase no more, or again."""
    room = context.writing_room()
    by = actor(room, args.officer)
    found = next((one for one in room.phrase.phrases() if one.id == args.id), None)
    if found is None:
        raise RecordUnknown("phrase", args.id)
    phrase = room.phrase.put(replace(found, is_active=is_active), by=by).value
    verb = "已启用" if is_active else "已停用"
    return Answer(phrase_document(phrase), [f"{verb}：{phrase.text}"])


def take_shipped(context: Context, args: Namespace) -> Answer:
    """Add the shipped phrases that the unit has not."""
    room = context.writing_room()
    count = room.phrase.take_shipped(by=actor(room, args.officer)).value
    return Answer({"added": count}, [f"加上{count}句"])


def phrase_document(phrase: Phrase) -> dict[str, Any]:
    """Return a phrase as a document."""
    return {
        "id": phrase.id,
        "kind": phrase.kind.value if phrase.kind else None,
        "text": phrase.text,
        "blanks": list(dict.fromkeys(blanks(phrase.text))),
        "is_active": phrase.is_active,
    }


def _line(phrase: Phrase) -> str:
    off = "" if phrase.is_active else "（已停用）"
    return f"{phrase_kind(phrase.kind)} {phrase.text}{off}"
