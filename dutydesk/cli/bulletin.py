"""Commands of bulletins: ``bulletin add|change|sign|drop|list|show``."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice, day
from dutydesk.domain.bulletin import Bulletin, BulletinKind, BulletinState, DraftBulletin, as_typed
from dutydesk.domain.errors import BadInput
from dutydesk.domain.instants import to_json
from dutydesk.wording.bulletin import BULLETIN_KIND, BULLETIN_STATE, number_words
from dutydesk.wording.entry_detail import URGENCY

_URGENCIES = {**URGENCY, "ordinary": ""}
_WRITTEN = ("title", "text", "urgency", "reviewed-by")


def register(commands: Any) -> None:
    """Add the commands."""
    bulletin = commands.add_parser("bulletin", help="值班快报、值班信息、值班要情")
    actions = bulletin.add_subparsers(dest="action", required=True)
    add = actions.add_parser("add", help="拟一份")
    add.add_argument("--kind", required=True)
    for name in (*_WRITTEN, "incident", "duty-date", "officer"):
        add.add_argument(f"--{name}")
    change = actions.add_parser("change", help="修改拟稿")
    change.add_argument("id")
    for name in (*_WRITTEN, "officer"):
        change.add_argument(f"--{name}")
    for command in (add, change):
        command.add_argument("--to", action="append")
        command.add_argument("--copy-to", action="append")
    add.set_defaults(run=add_bulletin)
    change.set_defaults(run=change_bulletin)
    sign = actions.add_parser("sign", help="签发，给出期号")
    sign.add_argument("id")
    sign.add_argument("--signed-by")
    sign.add_argument("--officer")
    sign.set_defaults(run=sign_bulletin)
    drop = actions.add_parser("drop", help="不发")
    drop.add_argument("id")
    drop.add_argument("--reason", required=True)
    drop.add_argument("--officer")
    drop.set_defaults(run=drop_bulletin)
    listing = actions.add_parser("list", help="列出")
    listing.add_argument("--kind")
    listing.set_defaults(run=list_bulletins)
    show = actions.add_parser("show", help="看一份")
    show.add_argument("id")
    show.set_defaults(run=show_bulletin)


def add_bulletin(context: Context, args: Namespace) -> Answer:
    """Draft one; what is not given is proposed from the incident or the day's log."""
    kind = choice("bulletin_kind", BulletinKind, args.kind)
    duty_date = day("duty_date", args.duty_date)
    if args.incident is not None and duty_date is not None:
        raise BadInput("duty_date", args.duty_date)
    room = context.writing_room()
    proposed = room.bulletin.proposal(
        kind or BulletinKind.BULLETIN, incident_id=args.incident, duty_date=duty_date
    )
    draft = _written(proposed, args)
    return _answer(room.bulletin.put(draft, by=actor(room, args.officer)).value)


def change_bulletin(context: Context, args: Namespace) -> Answer:
    """Write a draft anew; what is not given stays."""
    room = context.writing_room()
    draft = as_typed(room.bulletin.bulletin(args.id))
    done = room.bulletin.put(_written(draft, args), by=actor(room, args.officer))
    return _answer(done.value)


def sign_bulletin(context: Context, args: Namespace) -> Answer:
    """Sign a draft: without a name the leader of the running shift."""
    room = context.writing_room()
    name = room.bulletin.lead_name() if args.signed_by is None else args.signed_by
    return _answer(room.bulletin.sign(args.id, name, by=actor(room, args.officer)).value)


def drop_bulletin(context: Context, args: Namespace) -> Answer:
    """Put on record that a draft is not sent."""
    room = context.writing_room()
    return _answer(room.bulletin.drop(args.id, args.reason, by=actor(room, args.officer)).value)


def list_bulletins(context: Context, args: Namespace) -> Answer:
    """List all, or those of a kind, the newest first."""
    kind = choice("bulletin_kind", BulletinKind, args.kind)
    every = context.reading_room().bulletin.bulletins()
    found = [one for one in every if kind in {None, one.kind}]
    return Answer(
        {"bulletins": [bulletin_document(one) for one in found]},
        [_line(one) for one in found] or ["无"],
    )


def show_bulletin(context: Context, args: Namespace) -> Answer:
    """Show one with its text."""
    found = context.reading_room().bulletin.bulletin(args.id)
    return Answer(bulletin_document(found), [_line(found), found.body])


def bulletin_document(bulletin: Bulletin) -> dict[str, object]:
    """Return one bulletin as JSON."""
    return {
        "id": bulletin.id,
        "kind": bulletin.kind.value,
        "state": bulletin.state.value,
        "issue_year": bulletin.issue_year,
        "issue_no": bulletin.issue_no,
        "title": bulletin.title,
        "text": bulletin.body,
        "report_to": list(bulletin.report_to),
        "copy_to": list(bulletin.copy_to),
        "urgency": bulletin.urgency,
        "incident_id": bulletin.incident_id,
        "drafted_by": bulletin.drafted_by,
        "drafted_at": to_json(bulletin.drafted_at),
        "reviewed_by": bulletin.reviewed_by,
        "signed_by": bulletin.signed_by,
        "signed_at": to_json(bulletin.signed_at) if bulletin.signed_at else None,
        "drop_reason": bulletin.drop_reason,
    }


def _written(draft: DraftBulletin, args: Namespace) -> DraftBulletin:
    """Return the draft with what the command says."""
    said = {
        "title": args.title,
        "body": args.text,
        # A document says ordinary where a bulletin is not marked at all.
        "urgency": _URGENCIES.get(args.urgency, args.urgency),
        "reviewed_by": args.reviewed_by,
        "report_to": tuple(args.to) if args.to is not None else None,
        "copy_to": tuple(args.copy_to) if args.copy_to is not None else None,
    }
    return replace(draft, **{name: value for name, value in said.items() if value is not None})


def _answer(bulletin: Bulletin) -> Answer:
    return Answer(bulletin_document(bulletin), [_line(bulletin)])


def _line(bulletin: Bulletin) -> str:
    signed = bulletin.state is BulletinState.SIGNED
    stands = number_words(bulletin) if signed else BULLETIN_STATE[bulletin.state]
    return f"{BULLETIN_KIND[bulletin.kind]} {stands} {bulletin.title}（{bulletin.id}）"
