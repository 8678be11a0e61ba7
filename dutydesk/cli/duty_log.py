"""Commands of the duty log: ``log add|list|show|find|correct|withdraw``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.cli import attachment, log_find
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice, day, instant
from dutydesk.cli.detail_option import add_detail, details_of
from dutydesk.cli.entry_document import entry_document, entry_line
from dutydesk.cli.number_option import limit
from dutydesk.domain.duty_log import Correction, DraftEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.withdrawal import Withdrawal
from dutydesk.wording.duty_log import LATE

# Fields of plain text besides the content itself, for an entry and for its correction.
_TEXTS = ("source", "person", "phone", "handling", "instruction")


def register(commands: Any) -> None:
    """Add the commands."""
    log = commands.add_parser("log", help="值班日志").add_subparsers(dest="action", required=True)
    add = log.add_parser("add", help="记一条")
    add.add_argument("--kind", required=True)
    add.add_argument("--text", required=True)
    for name in (*_TEXTS, "at", "officer", "due", "continuation-of"):
        add.add_argument(f"--{name}")
    add_detail(add)
    add.add_argument("--open-item", action="store_true")
    attachment.add_attach(add)
    add.set_defaults(run=add_entry)
    listing = log.add_parser("list", help="列出")
    listing.add_argument("--duty-date")
    listing.add_argument("--kind")
    listing.add_argument("--limit", type=int)
    listing.set_defaults(run=list_entries)
    show = log.add_parser("show", help="一条及其更正")
    show.add_argument("id")
    show.set_defaults(run=show_entry)
    log_find.register(log)
    correct = log.add_parser("correct", help="更正")
    correct.add_argument("id")
    correct.add_argument("--reason", required=True)
    for name in ("text", *_TEXTS, "at", "kind", "officer"):
        correct.add_argument(f"--{name}")
    add_detail(correct)
    correct.set_defaults(run=correct_entry)
    withdraw = log.add_parser("withdraw", help="撤回")
    withdraw.add_argument("id")
    withdraw.add_argument("--reason", required=True)
    withdraw.add_argument("--officer")
    withdraw.set_defaults(run=withdraw_entry)
    attachment.register_in(log)


def add_entry(context: Context, args: Namespace) -> Answer:
    """Put one entry on record."""
    room = context.writing_room()
    kind = choice("kind", EntryKind, args.kind) or EntryKind.OTHER
    draft = DraftEntry(
        id=room.duty_log.new_id(),
        kind=kind,
        text=args.text,
        at=instant("at", args.at) or room.clock.now(),
        source=args.source or "",
        person=args.person or "",
        phone=args.phone or "",
        handling=args.handling or "",
        instruction=args.instruction or "",
        details=details_of(kind, args.detail),
        continuation_of=args.continuation_of,
    )
    done = room.duty_log.record(
        draft,
        by=actor(room, args.officer),
        open_item=args.open_item or args.due is not None,
        due_at=instant("due", args.due),
        attachments=attachment.taken_in(room, args.attach),
    )
    listed = room.duty_log.entry(done.value.id)
    late = f"（{LATE}）" if listed.entry.is_late else ""
    return Answer(
        entry_document(listed),
        [f"已记下第{listed.entry.no}条{late}，值班日{listed.duty_date}。"],
    )


def list_entries(context: Context, args: Namespace) -> Answer:
    """List the entries of a duty day, or of the running shift."""
    room = context.reading_room()
    duty_date = day("duty_date", args.duty_date)
    if duty_date is not None:
        entries = room.duty_log.entries_of_duty_date(duty_date)
    else:
        _, entries = room.duty_log.entries_of_running_shift()
    kind = choice("kind", EntryKind, args.kind)
    if kind is not None:
        entries = [listed for listed in entries if listed.entry.kind is kind]
    if args.limit is not None:
        entries = entries[-limit(args.limit) :]
    return Answer(
        {"entries": [entry_document(listed) for listed in entries]},
        [entry_line(listed) for listed in entries] or ["无"],
    )


def show_entry(context: Context, args: Namespace) -> Answer:
    """Show an entry with all it corrects and all that corrects it."""
    chain = context.reading_room().duty_log.history(args.id)
    return Answer(
        {"entries": [entry_document(listed) for listed in chain]},
        [entry_line(listed) for listed in chain],
    )


def correct_entry(context: Context, args: Namespace) -> Answer:
    """Record a correction; the original stays, struck."""
    room = context.writing_room()
    kind = choice("kind", EntryKind, args.kind)
    original = room.duty_log.entry(args.id).entry
    details = details_of(kind or original.kind, args.detail)
    correction = Correction(
        id=room.duty_log.new_id(),
        reason=args.reason,
        text=args.text,
        at=instant("at", args.at),
        kind=kind,
        source=args.source,
        person=args.person,
        phone=args.phone,
        handling=args.handling,
        instruction=args.instruction,
        # One detail named is one changed; an empty value takes it away.
        details={**original.details, **details} if details else None,
    )
    done = room.duty_log.correct(args.id, correction, by=actor(room, args.officer))
    listed = room.duty_log.entry(done.value.id)
    return Answer(entry_document(listed), [f"已更正，新记录为第{listed.entry.no}条，原记录保留。"])


def withdraw_entry(context: Context, args: Namespace) -> Answer:
    """Take an entry back; it stays, struck."""
    room = context.writing_room()
    withdrawal = Withdrawal(room.withdrawal.new_id(), args.reason)
    done = room.withdrawal.withdraw(args.id, withdrawal, by=actor(room, args.officer))
    listed = room.duty_log.entry(done.value.id)
    return Answer(entry_document(listed), [f"已撤回，见第{listed.entry.no}条，原记录保留。"])
