"""Commands of the roster: ``roster import|generate|show|check|on-duty`` and what changes it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli import roster_list, roster_seat
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, instant
from dutydesk.cli.month_option import month
from dutydesk.cli.path_option import path_of
from dutydesk.cli.roster_document import (
    finding_documents,
    finding_lines,
    post_names,
    slot_document,
    slot_documents,
    view_answer,
)
from dutydesk.domain.instants import to_json
from dutydesk.domain.roster_day import last_of_month
from dutydesk.domain.roster_proposal import RosterOrder
from dutydesk.domain.roster_view import OnDutyView
from dutydesk.services.roster_import import RosterImported
from dutydesk.wording import when
from dutydesk.wording.roster import DUTY_SOURCE
from dutydesk.wording.roster_file import file_problem
from dutydesk.wording.shift import SHIFT_KIND


def register(commands: Any) -> None:
    """Add the commands."""
    roster = commands.add_parser("roster", help="值班表").add_subparsers(
        dest="action", required=True
    )
    taking = roster.add_parser("import", help="导入值班表文件")
    taking.add_argument("file")
    taking.add_argument("--dry-run", action="store_true")
    taking.add_argument("--officer")
    taking.set_defaults(run=import_file)
    making = _of_month(roster, "generate", "生成一个月", generate)
    making.add_argument("--post", action="append", help="只排这些岗位，可写几次")
    making.add_argument("--anew", action="store_true", help="手工、导入和调班的也重新排")
    making.add_argument("--officer")
    _of_month(roster, "show", "一个月的值班表", show)
    _of_month(roster, "check", "检查一个月", check)
    who = roster.add_parser("on-duty", help="某一时刻谁在值班")
    who.add_argument("--at")
    who.set_defaults(run=on_duty)
    publishing = _of_month(roster, "publish", "发布一个月", publish)
    publishing.add_argument("--prepared-by", help="制表人；不写就是记录人")
    publishing.add_argument("--reviewed-by", help="审核人")
    publishing.add_argument("--officer")
    _of_month(roster, "take-back", "撤回发布，好出下一版", take_back).add_argument("--officer")
    roster_seat.register(roster)
    roster_list.register(roster)


def _of_month(roster: Any, name: str, words: str, run: Any) -> Any:
    parser = roster.add_parser(name, help=words)
    parser.add_argument("--month", required=True)
    parser.set_defaults(run=run)
    return parser


def import_file(context: Context, args: Namespace) -> Answer:
    """Take a roster that somebody else wrote, or say what taking it would do."""
    path = path_of("file", args.file)
    if args.dry_run:
        room = context.reading_room()
        imported = room.roster_import.would_import(path)
    else:
        room = context.writing_room()
        by = actor(room, args.officer)
        imported = room.roster_import.import_file(path, by=by).value
    return _imported(room, imported, is_dry_run=args.dry_run)


def generate(context: Context, args: Namespace) -> Answer:
    """Fill the free seats of a month."""
    room, first = context.writing_room(), month("month", args.month)
    posts = tuple(roster_list.post_id(room, name) for name in args.post or ())
    order = RosterOrder(first, last_of_month(first), posts, is_typed_kept=not args.anew)
    room.roster.generate(order, by=actor(room, args.officer))
    return view_answer(room, room.roster.month(first))


def show(context: Context, args: Namespace) -> Answer:
    """Show a month with everything its check finds."""
    room = context.reading_room()
    return view_answer(room, room.roster.month(month("month", args.month)))


def check(context: Context, args: Namespace) -> Answer:
    """Check a month, empty days too."""
    room, first = context.reading_room(), month("month", args.month)
    found = room.roster.check(first, last_of_month(first))
    view, names = room.roster.month(first), post_names(room)
    document: dict[str, object] = {
        "month": view.month.id,
        "slots": slot_documents(view, names),
        "findings": finding_documents(found, names),
    }
    return Answer(document, finding_lines(found, names) or ["没有发现问题。"])


def on_duty(context: Context, args: Namespace) -> Answer:
    """Tell who is or was on duty."""
    room = context.reading_room()
    return _duty_answer(room.roster_duty.on_duty(instant("at", args.at)))


def publish(context: Context, args: Namespace) -> Answer:
    """Publish a month as its next version."""
    room, first = context.writing_room(), month("month", args.month)
    room.roster.publish(
        first,
        prepared_by=args.prepared_by or "",
        reviewed_by=args.reviewed_by or "",
        by=actor(room, args.officer),
    )
    return view_answer(room, room.roster.month(first))


def take_back(context: Context, args: Namespace) -> Answer:
    """Make a published month a draft again."""
    room, first = context.writing_room(), month("month", args.month)
    room.roster.take_back(first, by=actor(room, args.officer))
    return view_answer(room, room.roster.month(first))


def _imported(room: DutyRoom, imported: RosterImported, *, is_dry_run: bool) -> Answer:
    report, names = imported.report, post_names(room)
    doubts: list[Mapping[str, object]] = [
        {
            "duty_date": one.duty_date.isoformat(),
            "problem": file_problem(one),
            "code": one.doubt.value,
        }
        for one in report.problems
    ]
    document: dict[str, object] = {
        "read": report.read,
        "added": report.added,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "kept": report.kept,
        "removed": report.removed,
        "slots": [slot_document(one, names) for one in report.slots],
        "findings": _by_day([*doubts, *finding_documents(imported.findings, names)]),
    }
    begin = "试导入（没有改动）" if is_dry_run else "已导入"
    line = (
        f"{begin}：读到{report.read}个岗，新增{report.added}，更改{report.changed}，"
        f"空出{report.removed}，无变化{report.unchanged}，保留原样{report.kept}。"
    )
    told = [
        f"{when.day_and_weekday(one.duty_date)} {file_problem(one)}" for one in report.problems
    ]
    return Answer(document, [line, *told, *finding_lines(imported.findings, names)])


def _by_day(found: Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    return sorted(found, key=lambda one: str(one["duty_date"]))


def _duty_answer(view: OnDutyView) -> Answer:
    if view.duty_date is None or view.shift is None:
        nothing: dict[str, object] = {
            "duty_date": None,
            "shift": None,
            "slots": [],
            "findings": [],
        }
        return Answer({"at": to_json(view.at), **nothing}, ["这一时刻没有班。"])
    day, shift = view.duty_date, view.shift
    slots = [
        {
            "duty_date": day.isoformat(),
            "shift": shift.value,
            "post": one.post.id,
            "post_name": one.post.name,
            "person": one.person,
            "phone": one.phone,
            "source": one.source.value,
        }
        for one in view.people
    ]
    document: dict[str, object] = {
        "at": to_json(view.at),
        "duty_date": day.isoformat(),
        "shift": shift.value,
        "slots": slots,
        "findings": [],
    }
    lines = [
        f"{one.post.name} {one.person} {one.phone}（{DUTY_SOURCE[one.source]}）"
        for one in view.people
    ]
    head = f"{when.day_and_weekday(day)} {SHIFT_KIND[shift]}"
    return Answer(document, [head, *(lines or ["值班表上没有人。"])])
