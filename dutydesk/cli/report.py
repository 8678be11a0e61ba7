"""Commands of reports on their way: ``report draft|change|submit|review|return|sign|send …``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, instant, pins, word_of
from dutydesk.cli.report_document import followed_document, followed_line, step_line
from dutydesk.domain.report import DraftReport, ReportMedium, ReportStage
from dutydesk.domain.report_draft import (
    ON_THE_DESK,
    Acknowledgement,
    Sending,
    Signoff,
)
from dutydesk.domain.signature_form import SignatureForm
from dutydesk.wording.command_help import OPTION

_TEXTS = ("copy-to", "text", "bypass-reason")


def register(commands: Any) -> None:
    """Add the commands."""
    report = commands.add_parser("report", help="稿件：送审、签发、报送、签收")
    actions = report.add_subparsers(dest="action", required=True)
    draft = actions.add_parser("draft", help="拟稿")
    draft.add_argument("incident")
    draft.add_argument("--stage", required=True, type=word_of("stage", ReportStage))
    draft.add_argument("--to", required=True, action="append")
    draft.add_argument("--corrects", metavar="ID")
    _add_content(draft)
    draft.set_defaults(run=draft_report)
    change = actions.add_parser("change", help="改稿")
    change.add_argument("id")
    change.add_argument("--stage", type=word_of("stage", ReportStage))
    change.add_argument("--to", action="append")
    _add_content(change)
    change.set_defaults(run=change_draft)
    _register_steps(actions)
    listing = actions.add_parser("list", help="列出")
    listing.add_argument("--incident", metavar="ID")
    listing.add_argument("--waiting", action="store_true")
    listing.set_defaults(run=list_reports)
    show = actions.add_parser("show", help="一份")
    show.add_argument("id")
    show.set_defaults(run=show_report)


def draft_report(context: Context, args: Namespace) -> Answer:
    """Begin a draft."""
    room = context.writing_room()
    draft = DraftReport(
        id=room.report_draft.new_id(),
        incident_id=args.incident,
        stage=ReportStage(args.stage),
        medium=ReportMedium.WRITTEN,
        sent_at=room.clock.now(),
        report_to=tuple(args.to),
        copy_to=tuple(args.copy_to or ()),
        body=args.text or "",
        corrects_report_id=args.corrects,
        bypass_reason=args.bypass_reason or "",
    )
    room.report_draft.save(draft, by=actor(room, args.officer))
    return _answer(room, draft.id, "已拟稿")


def change_draft(context: Context, args: Namespace) -> Answer:
    """Change a draft that is being drafted."""
    room = context.writing_room()
    given: dict[str, Any] = {
        "stage": ReportStage(args.stage) if args.stage else None,
        "report_to": tuple(args.to) if args.to else None,
        "copy_to": tuple(args.copy_to) if args.copy_to else None,
        "body": args.text,
        "bypass_reason": args.bypass_reason,
    }
    changes = {name: value for name, value in given.items() if value is not None}
    draft = replace(room.report_draft.proposal_of(args.id), **changes)
    room.report_draft.save(draft, by=actor(room, args.officer))
    return _answer(room, args.id, "已改稿")


def submit(context: Context, args: Namespace) -> Answer:
    """Hand a draft in."""
    room = context.writing_room()
    room.report_draft.submit(_ref(room, args), by=actor(room, args.officer))
    return _answer(room, args.id, "已送审")


def review(context: Context, args: Namespace) -> Answer:
    """Review a draft, in person or by telephone."""
    room, signoff = _signing(context, args)
    room.report_draft.review(_ref(room, args), signoff, by=actor(room, args.officer))
    return _answer(room, args.id, "已审核")


def sign(context: Context, args: Namespace) -> Answer:
    """Sign a draft, in person or by telephone."""
    room, signoff = _signing(context, args)
    room.report_draft.sign(_ref(room, args), signoff, by=actor(room, args.officer))
    return _answer(room, args.id, "已签发")


def send_back(context: Context, args: Namespace) -> Answer:
    """Send a draft back to be written again."""
    room = context.writing_room()
    room.report_draft.send_back(_ref(room, args), args.reason, by=actor(room, args.officer))
    return _answer(room, args.id, "已退回")


def void(context: Context, args: Namespace) -> Answer:
    """Give a draft up."""
    room = context.writing_room()
    room.report_draft.void(_ref(room, args), args.reason, by=actor(room, args.officer))
    return _answer(room, args.id, "已作废")


def send(context: Context, args: Namespace) -> Answer:
    """Put on record that a signed report left."""
    at = instant("at", args.at)
    room = context.writing_room()
    sending = Sending(
        at=at or room.clock.now(),
        receiver=args.receiver or "",
        late_reason=args.late_reason or "",
    )
    room.report_delivery.send(_ref(room, args), sending, by=actor(room, args.officer))
    return _answer(room, args.id, "已报送")


def acknowledge(context: Context, args: Namespace) -> Answer:
    """Put on record who acknowledged a report that left."""
    at = instant("at", args.at)
    room = context.writing_room()
    receipt = Acknowledgement(person=args.person, at=at or room.clock.now())
    room.report_delivery.acknowledge(_ref(room, args), receipt, by=actor(room, args.officer))
    return _answer(room, args.id, "已签收")


def list_reports(context: Context, args: Namespace) -> Answer:
    """List drafts and written reports: of one incident or of all, or only what waits."""
    room = context.reading_room()
    service = room.report_delivery
    found = service.of_incident(args.incident) if args.incident else service.all()
    if args.waiting:
        found = [one for one in found if one.state in ON_THE_DESK]
    word = room.incident.first_report_word()
    return Answer(
        {"reports": [followed_document(one) for one in found]},
        [followed_line(one, word) for one in found] or ["无"],
    )


def show_report(context: Context, args: Namespace) -> Answer:
    """Show one draft or written report with its steps."""
    return _answer(context.reading_room(), args.id)


def _add_content(parser: ArgumentParser) -> None:
    for name in _TEXTS:
        if name == "copy-to":
            parser.add_argument(f"--{name}", action="append")
        else:
            parser.add_argument(f"--{name}")
    parser.add_argument("--officer")


def _register_steps(actions: Any) -> None:
    steps: dict[str, tuple[str, Callable[[Context, Namespace], Answer]]] = {
        "submit": ("送审", submit),
        "review": ("审核", review),
        "return": ("退回", send_back),
        "sign": ("签发", sign),
        "send": ("报送", send),
        "acknowledge": ("签收", acknowledge),
        "void": ("作废", void),
    }
    made: dict[str, ArgumentParser] = {}
    for word, (said, run) in steps.items():
        step = made[word] = actions.add_parser(word, help=said)
        step.add_argument("id")
        step.add_argument("--officer")
        step.set_defaults(run=run)
    for word in ("review", "sign"):
        who = made[word].add_mutually_exclusive_group(required=True)
        who.add_argument("--signer", help=OPTION["signer"])
        who.add_argument("--by-phone", metavar="NAME", help=OPTION["by-phone"])
        made[word].add_argument("--pin-stdin", action="store_true")
        made[word].add_argument("--at")
    for word in ("return", "void"):
        made[word].add_argument("--reason", required=True)
    for name in ("at", "receiver", "late-reason"):
        made["send"].add_argument(f"--{name}")
    made["acknowledge"].add_argument("--person", required=True)
    made["acknowledge"].add_argument("--at")


def _signing(context: Context, args: Namespace) -> tuple[DutyRoom, Signoff]:
    at = instant("at", args.at)
    if args.by_phone is not None:
        by_phone = Signoff(form=SignatureForm.PHONE, person=args.by_phone, at=at)
        return context.writing_room(), by_phone
    (pin,) = pins(1)
    room = context.writing_room()
    officer = room.officer.by_name(args.signer)
    return room, Signoff(form=SignatureForm.IN_PERSON, officer_id=officer.id, pin=pin)


def _ref(room: DutyRoom, args: Namespace) -> tuple[str, str]:
    return args.id, room.report_draft.new_id()


def _answer(room: DutyRoom, report_id: str, done: str = "") -> Answer:
    one = room.report_delivery.one(report_id)
    line = followed_line(one, room.incident.first_report_word())
    now = room.clock.now()
    lines = [f"{done} {line}".strip(), *(step_line(step, now) for step in one.steps)]
    return Answer(followed_document(one), lines[:1] if done else lines)
