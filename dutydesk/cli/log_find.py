"""``log find|export``: entries by words and by what is known of them."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import CLI, Context, choice, day
from dutydesk.cli.entry_document import entry_document, entry_line
from dutydesk.cli.number_option import limit, offset
from dutydesk.cli.path_option import path_of
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import BadInput
from dutydesk.domain.log_search import LogSearch
from dutydesk.domain.officer import Actor
from dutydesk.domain.paper_span import SpanReversed
from dutydesk.domain.phone import digits
from dutydesk.wording.list_table import written_words

_PARTS = ("source", "person", "phone", "officer")
_FLAGS = ("open", "late", "corrected")


def register(log: Any) -> None:
    """Add the command."""
    find = log.add_parser("find", help="查找")
    add_search(find)
    find.add_argument("--limit", type=int, default=50)
    find.add_argument("--offset", type=int, default=0)
    find.set_defaults(run=find_entries)
    export = log.add_parser("export", help="导出表格")
    export.add_argument("file")
    add_search(export)
    export.set_defaults(run=export_entries)


def export_entries(context: Context, args: Namespace) -> Answer:
    """Write what is looked for, or the whole log, to a spreadsheet."""
    path = path_of("file", args.file)
    if args.text is not None and not args.text.strip():
        raise BadInput("text", "")
    room = context.writing_room()
    table = room.list_export.log_table(search_of(room, args))
    written = room.list_export.note(room.list_export.write(table, path), by=Actor(CLI))
    return Answer(
        {
            "written": str(written.path),
            "rows": written.row_count,
            "cleaned": written.cleaned,
            "sha256": written.sha256,
        },
        [written_words(written)],
    )


def add_search(command: Any) -> None:
    """Add what is looked for."""
    command.add_argument("text", nargs="?")
    command.add_argument("--from", dest="since")
    command.add_argument("--to", dest="until")
    command.add_argument("--kind", action="append", default=[])
    for name in _PARTS:
        command.add_argument(f"--{name}")
    for name in _FLAGS:
        command.add_argument(f"--{name}", action="store_true")


def search_of(room: DutyRoom, args: Namespace) -> LogSearch:
    """Return what the options ask for; raises BadInput for one that would ask for nothing.

    An empty word is a script's unset variable: passed over, it would give more than was asked for.
    """
    for name in ("source", "person"):
        if (typed := getattr(args, name)) is not None and not typed.strip():
            raise BadInput(name, "")
    if args.phone is not None and not digits(args.phone):
        raise BadInput("phone", args.phone)
    since, until = day("from", args.since), day("to", args.until)
    if since is not None and until is not None and until < since:
        raise SpanReversed(since, until)
    return LogSearch(
        text=args.text or "",
        since=since,
        until=until,
        kinds=tuple(choice("kind", EntryKind, kind) for kind in args.kind),
        source=args.source or "",
        person=args.person or "",
        phone=args.phone or "",
        officer_id=None if args.officer is None else room.officer.by_name(args.officer).id,
        is_open=args.open,
        is_late=args.late,
        is_corrected=args.corrected,
    )


def find_entries(context: Context, args: Namespace) -> Answer:
    """Find entries, newest first."""
    room = context.reading_room()
    first = offset(args.offset)
    search = search_of(room, args)
    if args.text is None and search.is_empty():
        raise BadInput("text", "")
    search = replace(search, limit=first + limit(args.limit))
    found = room.duty_log.find(search)
    entries = found.entries[first:]
    return Answer(
        {
            "entries": [entry_document(listed) for listed in entries],
            "total_at_least": found.total_at_least,
        },
        [entry_line(listed) for listed in entries] or ["没有找到"],
    )
