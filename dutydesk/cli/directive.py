"""Commands of directives: ``directive add|pass|receipt|chase|feedback|close|list``."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice, instant
from dutydesk.domain.changes import Done
from dutydesk.domain.directive import (
    Directive,
    DirectiveChase,
    DirectiveForm,
    DraftDirective,
    FollowedDirective,
    most_pressing,
)
from dutydesk.domain.directive_step import Chase, Closing, Feedback, PassOn, Receipt
from dutydesk.domain.instants import to_json
from dutydesk.domain.officer import Actor
from dutydesk.wording import directive as words


def register(commands: Any) -> None:
    """Add the commands."""
    directive = commands.add_parser("directive", help="领导批示台账")
    actions = directive.add_subparsers(dest="action", required=True)
    add = actions.add_parser("add", help="列一件批示")
    add.add_argument("--leader", required=True)
    add.add_argument("--text", required=True)
    for name in ("at", "form", "carrier", "unit", "person", "passed-at", "due", "entry"):
        add.add_argument(f"--{name}")
    add.set_defaults(run=add_directive)
    listing = actions.add_parser("list", help="列出")
    listing.add_argument("--all", action="store_true")
    listing.set_defaults(run=list_directives)
    steps = {
        "pass": ("传达", (("unit", True), ("person", False), ("due", False)), pass_on),
        "receipt": ("签收", (("receipt-by", True),), sign_for),
        "chase": ("催办", (("text", True), ("reply", False)), chase),
        "feedback": ("反馈", (("text", True),), feed_back),
        "close": ("办结", (("result", True),), close),
    }
    for word, (said, options, run) in steps.items():
        step = actions.add_parser(word, help=said)
        step.add_argument("id")
        for name, is_needed in options:
            step.add_argument(f"--{name}", required=is_needed)
        if run is close:
            step.add_argument("--without-feedback", action="store_true")
        else:
            step.add_argument("--at")
        step.add_argument("--officer")
        step.set_defaults(run=run)
    add.add_argument("--officer")


def add_directive(context: Context, args: Namespace) -> Answer:
    """Begin a line: with an entry of its own, or on an entry on record."""
    at, passed_at = instant("at", args.at), instant("passed_at", args.passed_at)
    due_at = instant("due", args.due)
    form = choice("form", DirectiveForm, args.form) or DirectiveForm.WRITTEN
    room = context.writing_room()
    draft = DraftDirective(
        id=room.directive.new_id(),
        leader=args.leader,
        text=args.text,
        at=at or context.clock.now(),
        form=form,
        carrier=args.carrier or "",
        passed_to_unit=args.unit or "",
        passed_to_person=args.person or "",
        passed_at=passed_at,
        due_at=due_at,
        entry_id=args.entry,
    )
    done = room.directive.note(draft, by=actor(room, args.officer))
    return _answer(context, done, "已列入批示台账")


def list_directives(context: Context, args: Namespace) -> Answer:
    """List what is not closed, or everything; what is overdue first."""
    room, now = context.reading_room(), context.clock.now()
    lines = most_pressing(room.directive.ledger(only_open=not args.all), now)
    return Answer(
        {"directives": [followed_document(one, now) for one in lines]},
        [line for one in lines for line in directive_lines(one, now)] or ["无"],
    )


def pass_on(context: Context, args: Namespace) -> Answer:
    """Pass a directive on."""
    due_at = instant("due", args.due)
    room, by, at = _begin(context, args)
    step = PassOn(unit=args.unit, person=args.person or "", at=at, due_at=due_at)
    done = room.directive.pass_on(args.id, room.directive.new_id(), step, by=by)
    return _answer(context, done, "已传达")


def sign_for(context: Context, args: Namespace) -> Answer:
    """Put on record who signed for it."""
    room, by, at = _begin(context, args)
    step = Receipt(args.receipt_by, at)
    done = room.directive.sign_for(args.id, room.directive.new_id(), step, by=by)
    return _answer(context, done, "已签收")


def chase(context: Context, args: Namespace) -> Answer:
    """Put a chase on record."""
    room, by, at = _begin(context, args)
    step = Chase(args.text, at, args.reply or "")
    done = room.directive.chase(args.id, room.directive.new_id(), step, by=by)
    return _answer(context, done, "已催办")


def feed_back(context: Context, args: Namespace) -> Answer:
    """Put on record what the unit reported back."""
    room, by, at = _begin(context, args)
    step = Feedback(args.text, at)
    done = room.directive.feed_back(args.id, room.directive.new_id(), step, by=by)
    return _answer(context, done, "已记反馈")


def close(context: Context, args: Namespace) -> Answer:
    """Close a line with its result."""
    room = context.writing_room()
    closing = Closing(args.result, needs_no_feedback=args.without_feedback)
    by = actor(room, args.officer)
    done = room.directive.close(args.id, room.directive.new_id(), closing, by=by)
    return _answer(context, done, "已办结")


def directive_document(line: Directive, now: datetime) -> dict[str, object]:
    """Return one line of the ledger as JSON."""
    return {
        "id": line.id,
        "entry_id": line.entry_id,
        "leader": line.leader,
        "at": to_json(line.at),
        "form": line.form.value,
        "carrier": line.carrier,
        "text": line.text,
        "status": line.status.value,
        "is_overdue": line.is_overdue(now),
        "passed_to_unit": line.passed_to_unit,
        "passed_to_person": line.passed_to_person,
        "passed_at": _instant(line.passed_at),
        "receipt_by": line.receipt_by,
        "receipt_at": _instant(line.receipt_at),
        "due_at": _instant(line.due_at),
        "feedback": line.feedback,
        "feedback_at": _instant(line.feedback_at),
        "result": line.result,
        "closed_at": _instant(line.closed_at),
        "closed_by": line.closed_by,
    }


def followed_document(followed: FollowedDirective, now: datetime) -> dict[str, object]:
    """Return one line with its chase records, oldest first."""
    return {
        **directive_document(followed.directive, now),
        "chases": [_chase_document(one) for one in followed.chases],
    }


def directive_lines(followed: FollowedDirective, now: datetime) -> list[str]:
    """Return one line of the ledger as lines for people."""
    line = followed.directive
    status = words.status_words(line, is_overdue=line.is_overdue(now))
    due = f"反馈时限 {to_json(line.due_at)[:16].replace('T', ' ')}" if line.due_at else ""
    head = f"{status} {words.matter(line)}{_in_brackets(words.receiver(line), due)}{line.id}"
    return [head, *(f"    {step}" for step in words.steps_said(line, followed.chases))]


def _in_brackets(*parts: str) -> str:
    said = "，".join(part for part in parts if part)
    return f"（{said}）" if said else " "


def _begin(context: Context, args: Namespace) -> tuple[DutyRoom, Actor, datetime]:
    at = instant("at", args.at)
    room = context.writing_room()
    return room, actor(room, args.officer), at or context.clock.now()


def _answer(context: Context, done: Done[Directive], said: str) -> Answer:
    line = done.value
    document = directive_document(line, context.clock.now())
    return Answer(document, [f"{said}：{words.matter(line)}"])


def _chase_document(chase: DirectiveChase) -> dict[str, object]:
    return {
        "id": chase.id,
        "at": to_json(chase.at),
        "text": chase.text,
        "reply": chase.reply,
        "recorder": chase.recorder,
        "recorded_at": to_json(chase.recorded_at),
    }


def _instant(at: datetime | None) -> str | None:
    return to_json(at) if at else None
