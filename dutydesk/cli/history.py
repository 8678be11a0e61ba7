"""The history of one record: ``history RECORD ID``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context
from dutydesk.domain.errors import NotAmong
from dutydesk.domain.history import RecordHistory, Scalar
from dutydesk.domain.instants import kept_to_json, to_json
from dutydesk.wording.history import FIELD, story, who


def register(commands: Any) -> None:
    """Add the command."""
    history = commands.add_parser("history", help="一条记录的修改经过")
    history.add_argument("record")
    history.add_argument("id")
    history.set_defaults(run=show_history)


def show_history(context: Context, args: Namespace) -> Answer:
    """Show every version of a record, the oldest first."""
    if args.record not in FIELD:
        raise NotAmong("record", args.record, tuple(FIELD))
    history = context.reading_room().history.told(args.record, args.id)
    return Answer({"versions": _document(history)}, story(history).splitlines())


def _document(history: RecordHistory) -> list[dict[str, object]]:
    return [
        {
            "at": to_json(version.at),
            "actor": who(history, version),
            "action": version.action,
            "changes": [
                {
                    "field": change.field,
                    "old": _shown(change.field, change.old),
                    "new": _shown(change.field, change.new),
                }
                for change in version.changes
            ],
        }
        for version in history.versions
    ]


def _shown(field: str, value: Scalar) -> Scalar:
    return kept_to_json(field.rpartition(".")[2], value) if isinstance(value, str) else value
