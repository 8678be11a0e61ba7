"""Commands of call rounds: ``call-round start|list|show|next|attempt|escalate|skip|end``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.cli.call_document import (
    attempt_document,
    counts_document,
    round_document,
    target_document,
    target_line,
)
from dutydesk.cli.contact_named import contact_named, unit_of
from dutydesk.cli.context import Context, actor, choice, instant
from dutydesk.domain.call_progress import counts, next_call, next_target
from dutydesk.domain.call_round import (
    MAX_TRIES,
    WITHIN_MINUTES,
    CallChannel,
    CallParty,
    CallResult,
    DraftAttempt,
    DraftCallRound,
)
from dutydesk.domain.call_selection import CallCriteria
from dutydesk.domain.contacts import ContactRole, UnitKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.services.call_reading import CallSheet
from dutydesk.wording import call_round as words

_MANY = ("unit", "contact-role", "unit-kind", "person")
_TEXTS = ("words", "area", "list", "warning", "incident", "superior", "superior-phone", "officer")


def register(commands: Any) -> None:
    """Add the commands."""
    group = commands.add_parser("call-round", help="叫应")
    actions = group.add_subparsers(dest="action", required=True)
    start: ArgumentParser = actions.add_parser("start", help="开始")
    start.add_argument("--title", required=True)
    for name in _TEXTS:
        start.add_argument(f"--{name}")
    for name in _MANY:
        start.add_argument(f"--{name}", action="append", default=[])
    start.add_argument("--duty-phones", action="store_true")
    start.add_argument("--max-tries", type=int, default=MAX_TRIES)
    start.add_argument("--within-minutes", type=int, default=WITHIN_MINUTES)
    start.set_defaults(run=start_round)
    listing: ArgumentParser = actions.add_parser("list", help="列出")
    listing.set_defaults(run=list_rounds)
    for name, about, run in (("show", "一次叫应", show_round), ("next", "下一个叫谁", show_next)):
        one: ArgumentParser = actions.add_parser(name, help=about)
        one.add_argument("id")
        one.set_defaults(run=run)
    attempt: ArgumentParser = actions.add_parser("attempt", help="记一次")
    attempt.add_argument("target")
    attempt.add_argument("--result", required=True)
    for name in ("words", "channel", "party", "at", "corrects", "officer"):
        attempt.add_argument(f"--{name}")
    attempt.set_defaults(run=take_attempt)
    escalate: ArgumentParser = actions.add_parser("escalate", help="报上级")
    escalate.add_argument("target")
    for name in ("words", "channel", "at", "officer"):
        escalate.add_argument(f"--{name}")
    escalate.set_defaults(run=escalate_target)
    skip: ArgumentParser = actions.add_parser("skip", help="免叫")
    skip.add_argument("target")
    skip.add_argument("--reason", required=True)
    skip.add_argument("--officer")
    skip.set_defaults(run=skip_target)
    end: ArgumentParser = actions.add_parser("end", help="结束")
    end.add_argument("id")
    end.add_argument("--note", default="")
    end.add_argument("--officer")
    end.set_defaults(run=end_round)


def start_round(context: Context, args: Namespace) -> Answer:
    """Begin a round with whoever the options mean."""
    room = context.writing_room()
    criteria = _criteria(room, args)
    draft = DraftCallRound(
        id=room.call_round.new_id(),
        title=args.title,
        words=args.words or "",
        callees=tuple(room.call_reading.chosen(criteria)),
        warning_id=_warning(room, args.warning),
        incident_id=args.incident,
        superior=args.superior or "",
        superior_phone=args.superior_phone or "",
        max_tries=args.max_tries,
        within_minutes=args.within_minutes,
    )
    made = room.call_round.start(draft, by=actor(room, args.officer)).value
    return _whole(room.call_reading.sheet(made.id))


def _warning(room: DutyRoom, named: str | None) -> str | None:
    """Return the id of a warning by id or number, as every command of warnings takes it."""
    return None if named is None else room.warning.file(named).warning.id


def list_rounds(context: Context, _args: Namespace) -> Answer:
    """List every round with its counts."""
    lines = context.reading_room().call_reading.rounds()
    documents = [
        {**round_document(one.call_round), **counts_document(one.counts)} for one in lines
    ]
    told = [
        f"{words.RUNNING if one.call_round.ended_at is None else words.ENDED} "
        f"{one.call_round.title} {words.counts_words(one.counts)} {one.call_round.id}"
        for one in lines
    ]
    return Answer({"call_rounds": documents}, told or ["无"])


def show_round(context: Context, args: Namespace) -> Answer:
    """Show one round with everybody and every attempt."""
    return _whole(context.reading_room().call_reading.sheet(args.id))


def show_next(context: Context, args: Namespace) -> Answer:
    """Say who is to be rung now; null when everybody is done."""
    room = context.reading_room()
    sheet = room.call_reading.sheet(args.id)
    attempts = {
        one.id: [each for each in sheet.attempts if each.target_id == one.id]
        for one in sheet.targets
    }
    found = None
    if sheet.call_round.ended_at is None:
        found = next_target(sheet.call_round, sheet.targets, attempts, room.clock.now())
    if found is None:
        return Answer({"next": None}, ["没有要叫的人了"])
    call = next_call(sheet.call_round, found, attempts[found.id])
    document = {
        **target_document(found),
        "party": call.party.value,
        "call_name": call.name,
        "call_phone": call.phone,
        "try_no": call.try_no,
    }
    who = words.who(found.unit, call.name, call.phone or words.NO_PHONE)
    return Answer(
        {"next": document},
        [f"{who} {words.try_words(call, sheet.call_round.max_tries)} {found.id}"],
    )


def take_attempt(context: Context, args: Namespace) -> Answer:
    """Record one attempt, or one that puts a slip right."""
    return _attempt(
        context,
        args,
        choice("call_result", CallResult, args.result),
        choice("call_party", CallParty, args.party),
        args.corrects,
    )


def escalate_target(context: Context, args: Namespace) -> Answer:
    """Record that the superior was told about somebody."""
    return _attempt(context, args, CallResult.ANSWERED, CallParty.SUPERIOR, None)


def skip_target(context: Context, args: Namespace) -> Answer:
    """Record that somebody need not be called."""
    room = context.writing_room()
    by = actor(room, args.officer)
    target = room.call_round.skip(args.target, args.reason, by=by).value
    return Answer(target_document(target), [target_line(target)])


def end_round(context: Context, args: Namespace) -> Answer:
    """End a round."""
    room = context.writing_room()
    room.call_round.end(args.id, args.note, by=actor(room, args.officer))
    return _whole(room.call_reading.sheet(args.id))


def _attempt(
    context: Context,
    args: Namespace,
    result: CallResult,
    party: CallParty | None,
    corrects: str | None,
) -> Answer:
    channel = choice("call_channel", CallChannel, args.channel) or CallChannel.PHONE
    at = instant("at", args.at)
    room = context.writing_room()
    draft = DraftAttempt(
        id=room.call_round.new_id(),
        target_id=args.target,
        result=result,
        at=at or room.clock.now(),
        words=args.words or "",
        channel=channel,
        party=party,
        corrects=corrects,
    )
    step = room.call_round.attempt(draft, by=actor(room, args.officer)).value
    document = {**attempt_document(step.attempt), "target": target_document(step.target)}
    return Answer(document, [words.attempt_words(step.attempt), target_line(step.target)])


def _whole(sheet: CallSheet) -> Answer:
    by_target: dict[str, list[dict[str, object]]] = {one.id: [] for one in sheet.targets}
    for attempt in sheet.attempts:
        by_target[attempt.target_id].append(attempt_document(attempt))
    counted = counts(sheet.call_round, sheet.targets)
    targets = [{**target_document(one), "attempts": by_target[one.id]} for one in sheet.targets]
    document = {
        **round_document(sheet.call_round),
        **counts_document(counted),
        "in_time": counted.in_time,
        "targets": targets,
    }
    told = [f"{sheet.call_round.title} {words.result_counts(counted)} {sheet.call_round.id}"]
    return Answer(document, [*told, *map(target_line, sheet.targets)])


def _criteria(room: DutyRoom, args: Namespace) -> CallCriteria:
    """Return whom the options mean, else whom the saved list means."""
    if args.list is not None:
        known = next((one for one in room.call_reading.lists() if one.name == args.list), None)
        if known is None:
            raise RecordUnknown("call_list", args.list)
        return known.criteria
    return CallCriteria(
        unit_ids=tuple(unit_of(room, name).id for name in args.unit),
        area=args.area or "",
        roles=tuple(choice("contact_role", ContactRole, one) for one in args.contact_role),
        kinds=tuple(choice("unit_kind", UnitKind, one) for one in args.unit_kind),
        with_duty_phones=args.duty_phones,
        picked=tuple(
            contact_named(room, name, is_whole_name=True).contact.id for name in args.person
        ),
    )
