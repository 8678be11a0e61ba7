"""Commands of the duty log: ``log add|list|show|find|correct|withdraw``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.cli import attachment
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice, day, instant
from dutydesk.cli.detail_option import add_detail, details_of
from dutydesk.cli.number_option import limit
from dutydesk.domain.attachment import in_force
from dutydesk.domain.duty_log import Correction, DraftEntry, ListedEntry, LogSearch
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import china, to_json
from dutydesk.domain.withdrawal import Withdrawal
from dutydesk.wording.attachment import count_word
from dutydesk.wording.duty_log import ENTRY_KIND, LATE, continues, origin
from dutydesk.wording.entry_detail import details_said
from dutydesk.wording.withdrawal import correction_word, shown_text, struck_mark

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
    find = log.add_parser("find", help="查找")
    find.add_argument("text")
    find.add_argument("--from", dest="since")
    find.add_argument("--to", dest="until")
    find.add_argument("--kind")
    find.add_argument("--limit", type=int, default=50)
    find.set_defaults(run=find_entries)
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


def find_entries(context: Context, args: Namespace) -> Answer:
    """Find entries, newest first."""
    found = context.reading_room().duty_log.find(
        LogSearch(
            args.text,
            day("from", args.since),
            day("to", args.until),
            choice("kind", EntryKind, args.kind),
            limit(args.limit),
        )
    )
    return Answer(
        {
            "entries": [entry_document(listed) for listed in found.entries],
            "total_at_least": found.total_at_least,
        },
        [entry_line(listed) for listed in found.entries] or ["没有找到"],
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


def entry_document(listed: ListedEntry) -> dict[str, object]:
    """Return one entry as JSON."""
    entry = listed.entry
    return {
        "id": entry.id,
        "no": entry.no,
        "duty_date": listed.duty_date.isoformat(),
        "at": to_json(entry.at),
        "recorded_at": to_json(entry.recorded_at),
        "kind": entry.kind.value,
        "text": entry.text,
        "source": entry.source,
        "person": entry.person,
        "phone": entry.phone,
        "handling": entry.handling,
        "instruction": entry.instruction,
        "details": dict(entry.details),
        "continuation_of": entry.continuation_of,
        "is_withdrawal": entry.is_withdrawal,
        "officer": entry.recorder,
        "is_late": entry.is_late,
        "is_automatic": entry.is_automatic,
        "is_struck": listed.is_struck,
        "is_withdrawn": listed.is_withdrawn,
        "correction_of": entry.correction_of,
        "correction_reason": entry.correction_reason,
        "corrected_by": listed.corrected_by,
        "incident_id": entry.incident_id,
        "attachments": [attachment.attachment_document(one) for one in listed.attachments],
    }


def entry_line(listed: ListedEntry) -> str:
    """Return one entry as a line for people."""
    entry = listed.entry
    marks = "".join(
        f"〔{mark}〕"
        for mark, holds in (
            (struck_mark(listed), listed.is_struck),
            (correction_word(listed), entry.correction_of is not None),
            (LATE, entry.is_late),
            (continues(listed), listed.continues is not None),
            (count_word(listed.attachments), bool(in_force(listed.attachments))),
        )
        if holds
    )
    source = origin(entry)
    at = china(entry.at)
    details = "".join(f" {words}" for words in details_said(entry.kind, entry.details))
    text = f"{shown_text(listed)}{details}"
    return (
        f"{entry.no}. {at.month}月{at.day}日 {at:%H:%M} {ENTRY_KIND[entry.kind]} {source}"
        f"{' ' if source else ''}{marks}{text}（{entry.recorder}）{entry.id}"
    )
