"""Commands of roll calls: ``roll-call start|result|end|list|show|plans|put-plan``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice, word_of
from dutydesk.cli.nil_report import unit_named
from dutydesk.domain.contacts import name_key
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.instants import to_json
from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.domain.roll_call import (
    DraftRollCall,
    DraftRollCallResult,
    NoRollCallRunning,
    RollCallLine,
    RollCallMethod,
    RollCallResult,
    RollCallSheet,
    read_rings,
)
from dutydesk.domain.roll_call_plan import EVERY_DAY, DraftRollCallPlan, RollCallPlan
from dutydesk.wording import roll_call as words
from dutydesk.wording.when import full

_FLAGS = ("lead-on-post", "officer-on-post", "knows-situation")
_ANSWERS = {"yes": True, "no": False, None: None}


def register(commands: Any) -> None:
    """Add the commands."""
    roll = commands.add_parser("roll-call", help="点名")
    actions = roll.add_subparsers(dest="action", required=True)
    start = actions.add_parser("start", help="开始一次")
    start.add_argument("--title", required=True)
    start.add_argument("--call-unit", action="append", default=[])
    start.add_argument("--draw", type=int)
    for name in ("call-method", "officer"):
        start.add_argument(f"--{name}")
    start.set_defaults(run=start_roll_call)
    result = actions.add_parser("result", help="记一个单位的结果")
    result.add_argument("--unit", required=True)
    result.add_argument("--reach", required=True)
    for name in ("person", "rings", "finding", "action-taken", "checker", "officer"):
        result.add_argument(f"--{name}")
    for name in _FLAGS:
        dest = name.replace("-", "_")
        result.add_argument(f"--{name}", type=word_of(dest, ("yes", "no")))
    result.add_argument("--open-item", action="store_true")
    result.set_defaults(run=record_result)
    end = actions.add_parser("end", help="结束，记入日志")
    for name in ("note", "officer"):
        end.add_argument(f"--{name}")
    end.set_defaults(run=end_roll_call)
    listing = actions.add_parser("list", help="列出")
    listing.set_defaults(run=list_roll_calls)
    show = actions.add_parser("show", help="一次点名")
    show.add_argument("id", nargs="?")
    show.set_defaults(run=show_roll_call)
    _register_plans(actions)


def _register_plans(actions: Any) -> None:
    plans = actions.add_parser("plans", help="点名计划")
    plans.set_defaults(run=list_plans)
    put = actions.add_parser("put-plan", help="加或改一个计划")
    put.add_argument("--title", required=True)
    put.add_argument("--draw", type=int)
    for name in ("call-method", "weekdays", "time", "until-time", "officer"):
        put.add_argument(f"--{name}")
    put.add_argument("--inactive", action="store_true")
    put.set_defaults(run=put_plan)


def start_roll_call(context: Context, args: Namespace) -> Answer:
    """Begin a roll call of every unit, of those named, or of some drawn by lot."""
    method = _method(args.call_method)
    room = context.writing_room()
    draft = DraftRollCall(
        id=room.roll_call.new_id(),
        title=args.title,
        method=method,
        unit_ids=tuple(unit_named(room, name).id for name in args.call_unit),
        draw_count=args.draw,
    )
    sheet = room.roll_call.start(draft, by=actor(room, args.officer)).value
    return Answer(sheet_document(sheet), sheet_lines(sheet))


def record_result(context: Context, args: Namespace) -> Answer:
    """Record what was found at a unit of the roll call that goes on."""
    result = choice("reach_result", ReachResult, args.reach)
    rings, seconds = read_rings(args.rings or "")
    room = context.writing_room()
    line = _line(room, args.unit)
    draft = DraftRollCallResult(
        id=room.roll_call.new_id(),
        target_id=line.target.id,
        result=result,
        person=args.person or "",
        lead_on_post=_ANSWERS[args.lead_on_post],
        officer_on_post=_ANSWERS[args.officer_on_post],
        ring_count=rings,
        answer_seconds=seconds,
        knows_situation=_ANSWERS[args.knows_situation],
        finding=args.finding or "",
        action=args.action_taken or "",
        checker=args.checker or "",
        begins_open_item=args.open_item,
    )
    made = room.roll_call.record(draft, by=actor(room, args.officer)).value
    document = {"unit": line.target.name, **result_document(made)}
    return Answer(document, [f"{line.target.name}：{words.found_words(made)}"])


def end_roll_call(context: Context, args: Namespace) -> Answer:
    """End the roll call that goes on."""
    room = context.writing_room()
    sheet = _running(room)
    by = actor(room, args.officer)
    ended = room.roll_call.end(sheet.roll_call.id, note=args.note or "", by=by).value
    return Answer(sheet_document(ended), [words.log_summary(ended)])


def list_roll_calls(context: Context, _args: Namespace) -> Answer:
    """List every roll call, the newest first."""
    sheets = context.reading_room().roll_call.roll_calls()
    return Answer(
        {"roll_calls": [_head_document(one) for one in sheets]},
        [_head_line(one) for one in sheets] or ["无"],
    )


def show_roll_call(context: Context, args: Namespace) -> Answer:
    """Show one roll call with its units, the one that goes on or else the last."""
    sheet = context.reading_room().roll_call.sheet(args.id)
    return Answer(sheet_document(sheet), sheet_lines(sheet))


def list_plans(context: Context, _args: Namespace) -> Answer:
    """List the plans; of a random one only its span is told."""
    plans = context.reading_room().roll_call_plan.plans()
    return Answer(
        {"plans": [plan_document(one) for one in plans]},
        [f"{one.title} {words.plan_words(one)}" for one in plans] or ["无"],
    )


def put_plan(context: Context, args: Namespace) -> Answer:
    """Add a plan, or change the one of this title."""
    method = _method(args.call_method)
    room = context.writing_room()
    plans = room.roll_call_plan.plans()
    known = next((one for one in plans if one.title == args.title), None)
    draft = DraftRollCallPlan(
        id=known.id if known else room.roll_call_plan.new_id(),
        title=args.title,
        method=method,
        weekdays=args.weekdays or (known.weekdays if known else EVERY_DAY),
        starts_at_time=args.time or (known.starts_at_time if known else "21:00"),
        ends_at_time=args.until_time or (known.ends_at_time if known else ""),
        unit_count=args.draw if args.draw is not None else known.unit_count if known else None,
        is_active=not args.inactive,
    )
    plan = room.roll_call_plan.put(draft, by=actor(room, args.officer)).value
    return Answer(plan_document(plan), [f"{plan.title} {words.plan_words(plan)}"])


def sheet_document(sheet: RollCallSheet) -> dict[str, object]:
    """Return one roll call with its units."""
    return {**_head_document(sheet), "units": [line_document(one) for one in sheet.lines]}


def line_document(line: RollCallLine) -> dict[str, object]:
    """Return one unit: every try, the newest holds, and how it answered before."""
    return {
        "unit": line.target.name,
        "phone": line.target.phone,
        "result": result_document(line.holds) if line.holds else None,
        "tries": len(line.tries),
        "called_before": line.record.called,
        "unanswered_before": line.record.unanswered,
    }


def result_document(result: RollCallResult) -> dict[str, object]:
    """Return one try."""
    return {
        "id": result.id,
        "reach": result.result.value,
        "at": to_json(result.at),
        "person": result.person,
        "lead_on_post": result.lead_on_post,
        "officer_on_post": result.officer_on_post,
        "ring_count": result.ring_count,
        "answer_seconds": result.answer_seconds,
        "knows_situation": result.knows_situation,
        "finding": result.finding,
        "action_taken": result.action,
        "checker": result.checker,
        "entry_id": result.entry_id,
    }


def plan_document(plan: RollCallPlan) -> dict[str, object]:
    """Return one plan; the time of a random one follows from its seed and is not told."""
    return {
        "id": plan.id,
        "title": plan.title,
        "method": plan.method.value,
        "weekdays": plan.weekdays,
        "time": plan.starts_at_time,
        "until_time": plan.ends_at_time or None,
        "draw": plan.unit_count,
        "is_active": plan.is_active,
    }


def sheet_lines(sheet: RollCallSheet) -> list[str]:
    """Return a roll call as lines for people."""
    lines = [f"{words.mark(one)} {one.target.name} {one.target.phone}" for one in sheet.lines]
    return [_head_line(sheet), *lines]


def _head_document(sheet: RollCallSheet) -> dict[str, object]:
    one = sheet.roll_call
    return {
        "id": one.id,
        "title": one.title,
        "method": one.method.value,
        "is_random": one.is_random,
        "started_at": to_json(one.started_at),
        "started_by": one.started_by,
        "ended_at": to_json(one.ended_at) if one.ended_at else None,
        "note": one.end_note,
        "entry_id": one.entry_id,
        "unit_count": len(sheet.lines),
        "answered": len(sheet.with_result(ReachResult.ANSWERED)),
        "waiting": len(sheet.waiting),
        "faulty": len(sheet.faulty),
    }


def _head_line(sheet: RollCallSheet) -> str:
    one = sheet.roll_call
    return f"{one.title} {full(one.started_at)} {words.progress_words(sheet)} {one.id}"


def _method(text: str | None) -> RollCallMethod:
    return choice("roll_call_method", RollCallMethod, text) or RollCallMethod.PHONE


def _running(room: DutyRoom) -> RollCallSheet:
    sheet = room.roll_call.view().sheet
    if sheet is None or not sheet.is_running:
        raise NoRollCallRunning
    return sheet


def _line(room: DutyRoom, name: str) -> RollCallLine:
    key = name_key(name)
    for line in _running(room).lines:
        if name_key(line.target.name) == key:
            return line
    raise RecordUnknown("roll_call_target", name)
