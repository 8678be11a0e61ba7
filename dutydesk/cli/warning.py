"""Commands of warnings: ``warning add|change|report|forward|respond|…|list|show|read|kinds``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice, instant
from dutydesk.cli.message import given_text
from dutydesk.cli.number_option import figure
from dutydesk.cli.warning_document import (
    file_document,
    file_lines,
    kind_document,
    reading_document,
    reading_lines,
    warning_document,
    warning_line,
)
from dutydesk.domain.changes import Done
from dutydesk.domain.officer import Actor
from dutydesk.domain.warning import DraftWarning, WarningNotice
from dutydesk.domain.warning import WarningStepKind as Kind
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_step import DraftWarningStep
from dutydesk.wording import warning as words

_TEXTS = ("title", "doc-no", "area", "content", "measures", "cause", "period", "impact")
_TIMES = ("issued-at", "received-at", "valid-from", "valid-to", "reported-at", "forwarded-at")
_OTHER_TIMES = ("valid_from", "valid_to", "reported_at", "forwarded_at")
_HELP = {
    "area": words.FIELD["area"],
    "channel": f"{words.FIELD['channels']}，可写几次",
    "words": words.FIELD["words"],
    "to": "报告、转发给谁",
    "level": "响应级别：1 最高，4 最低",
    "content": words.FIELD["content"],
}
_Step = Callable[..., Done[WarningNotice]]


def register(commands: Any) -> None:
    """Add the commands."""
    warning = commands.add_parser("warning", help="预警登记和处理")
    actions = warning.add_subparsers(dest="action", required=True)
    for word, said in (("add", "登记一条预警"), ("change", "登记变更后的预警")):
        add = actions.add_parser(word, help=said)
        if word == "change":
            add.add_argument("id")
        add.add_argument("--kind", required=True)
        add.add_argument("--color", required=True)
        add.add_argument("--issued-by", required=True)
        for name in (*_TIMES, *_TEXTS, "reported-to", "forwarded-to", "entry", "officer"):
            add.add_argument(f"--{name}", required=name == "issued-at", **_help(name))
        add.add_argument("--channel", action="append", default=[], **_help("channel"))
        add.set_defaults(run=add_warning)
    _register_steps(actions)
    listing = actions.add_parser("list", help="列出")
    listing.add_argument("--all", action="store_true")
    listing.set_defaults(run=list_warnings)
    show = actions.add_parser("show", help="看一条")
    show.add_argument("id")
    show.set_defaults(run=show_warning)
    read = actions.add_parser("read", help="读预警原文，不登记")
    read.add_argument("message", metavar="FILE")
    read.add_argument("--received-at")
    read.set_defaults(run=read_text)
    actions.add_parser("kinds", help="列出预警种类").set_defaults(run=list_kinds)


def _register_steps(actions: Any) -> None:
    told = (("to", True), ("words", False))
    steps = {
        "report": ("报告", told, Kind.REPORTED),
        "forward": ("转发", told, Kind.FORWARDED),
        "respond": (
            "启动或调整响应",
            (
                ("level", True),
                ("matter", False),
                ("until", False),
                ("measures", False),
                ("words", False),
            ),
            Kind.RESPONSE_STARTED,
        ),
        "end-response": ("终止响应", (("words", False),), Kind.RESPONSE_ENDED),
        "extend": ("延续", (("until", True), ("words", False)), Kind.EXTENDED),
        "lift": ("解除", (("words", False),), Kind.LIFTED),
        "note": ("记一笔", (("words", True),), Kind.NOTED),
    }
    for word, (said, options, kind) in steps.items():
        step = actions.add_parser(word, help=said)
        step.add_argument("id")
        for name, is_needed in options:
            step.add_argument(f"--{name}", required=is_needed, **_help(name))
        if kind is Kind.LIFTED:
            step.add_argument("--ends-response", action="store_true")
        for name in ("at", "officer"):
            step.add_argument(f"--{name}")
        step.set_defaults(run=take_step, kind_of_step=kind)


def add_warning(context: Context, args: Namespace) -> Answer:
    """Put a warning on record, or the one that takes the place of another."""
    color: WarningColor = choice("color", WarningColor, str(args.color))
    issued_at: datetime = instant("issued_at", str(args.issued_at))
    received_at = _read("received_at", args) or context.clock.now()
    times: dict[str, Any] = {name: _read(name, args) for name in _OTHER_TIMES}
    room = context.writing_room()
    texts: dict[str, Any] = {name: getattr(args, name) or "" for name in map(_field, _TEXTS)}
    old = room.warning.file(args.id).warning if args.action == "change" else None
    draft = DraftWarning(
        id=room.warning.new_id(),
        kind=args.kind,
        color=color,
        issued_by=args.issued_by,
        issued_at=issued_at,
        received_at=received_at,
        channels=tuple(args.channel),
        reported_to=args.reported_to or "",
        forwarded_to=args.forwarded_to or "",
        entry_id=args.entry,
        replaces=old.id if old else None,
        **texts,
        **times,
    )
    findings = room.warning.findings(draft)
    by = actor(room, args.officer)
    done = room.warning.change(draft, by=by) if old else room.warning.register(draft, by=by)
    document = warning_document(done.value, context.clock.now())
    document["findings"] = [one.value for one in findings]
    said = f"{'已变更为' if old else '已登记'}：{warning_line(done.value, context.clock.now())}"
    odd = words.finding_words(findings)
    return Answer(document, [said, *([f"请留意：{odd}"] if odd else [])])


def take_step(context: Context, args: Namespace) -> Answer:
    """Put one step on record."""
    at, until = instant("at", args.at), instant("until", getattr(args, "until", None))
    level = getattr(args, "level", None)
    level_no = figure("response_level", level, example="2") if level is not None else None
    room = context.writing_room()
    warning = room.warning.file(args.id).warning
    step = DraftWarningStep(
        id=room.warning.new_id(),
        warning_id=warning.id,
        kind=args.kind_of_step,
        at=at or context.clock.now(),
        to_whom=getattr(args, "to", None) or "",
        words=args.words or "",
        level=level_no,
        matter=getattr(args, "matter", None) or "",
        measures=getattr(args, "measures", None) or "",
        until=until,
    )
    done = _taken(room, step, args, actor(room, args.officer))
    document = warning_document(done.value, context.clock.now())
    said = f"已记下{words.WARNING_STEP[step.kind]}"
    return Answer(document, [f"{said}：{warning_line(done.value, context.clock.now())}"])


def list_warnings(context: Context, args: Namespace) -> Answer:
    """List what is in force and what has a response that runs on, or everything."""
    room, now = context.reading_room(), context.clock.now()
    found = room.warning.warnings(only_open=not args.all)
    return Answer(
        {"warnings": [warning_document(one, now) for one in found]},
        [warning_line(one, now) for one in found] or ["无"],
    )


def show_warning(context: Context, args: Namespace) -> Answer:
    """Show one with all that was done about it."""
    room, now = context.reading_room(), context.clock.now()
    file = room.warning.file(args.id)
    return Answer(file_document(file, now), file_lines(file, now))


def read_text(context: Context, args: Namespace) -> Answer:
    """Read the text of a warning; nothing is written."""
    received_at = instant("received_at", args.received_at) or context.clock.now()
    # As of any pasted message: whatever an office's file is encoded in.
    from dutydesk.services.message import MessageService  # noqa: PLC0415

    text = given_text(MessageService(), args.message)
    room = context.reading_room()
    reading = room.warning_text.read(text, received_at)
    document = reading_document(reading)
    return Answer(document, reading_lines(reading))


def list_kinds(context: Context, _args: Namespace) -> Answer:
    """List the unit's kinds with their colours."""
    kinds = context.reading_room().warning_kind.kinds()
    return Answer(
        {"kinds": [kind_document(one) for one in kinds]},
        [
            "　".join(
                (one.name, "、".join(words.WARNING_COLOR[WarningColor(c)] for c in one.colors))
            )
            for one in kinds
        ],
    )


def _taken(
    room: DutyRoom, step: DraftWarningStep, args: Namespace, by: Actor
) -> Done[WarningNotice]:
    service = room.warning
    if step.kind is Kind.LIFTED:
        return service.lift(step, by=by, ends_response=args.ends_response)
    deeds: dict[Kind, _Step] = {
        Kind.REPORTED: service.report,
        Kind.FORWARDED: service.forward,
        Kind.RESPONSE_STARTED: service.respond,
        Kind.RESPONSE_ENDED: service.end_response,
        Kind.EXTENDED: service.extend,
        Kind.NOTED: service.note,
    }
    return deeds[step.kind](step, by=by)


def _help(option: str) -> dict[str, str]:
    """Return the line of help of an option that means something else in other commands."""
    return {"help": _HELP[option]} if option in _HELP else {}


def _read(name: str, args: Namespace) -> datetime | None:
    text: str | None = getattr(args, name)
    return instant(name, text)


def _field(option: str) -> str:
    return option.replace("-", "_")
