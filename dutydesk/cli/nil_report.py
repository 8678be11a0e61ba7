"""Commands of zero reports and of the units that make them: ``zero-report …``."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice, instant
from dutydesk.domain.contacts import name_key
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.instants import to_json
from dutydesk.domain.nil_report import (
    DraftNilReport,
    DraftNilReportChase,
    NilReport,
    NilReportBoard,
    NilReportChase,
    NilReportLine,
    NilReportState,
    NoNilReportTimes,
)
from dutydesk.domain.reporting_unit import DraftReportingUnit, ReachResult, ReportingUnit
from dutydesk.wording import nil_report as words
from dutydesk.wording.reporting_unit import REACH_RESULT
from dutydesk.wording.when import full


def register(commands: Any) -> None:
    """Add the commands."""
    zero = commands.add_parser("zero-report", help="零报告")
    actions = zero.add_subparsers(dest="action", required=True)
    status = actions.add_parser("status", help="一期里谁报了、谁没报")
    status.add_argument("--cut-off")
    status.set_defaults(run=show_status)
    report = actions.add_parser("report", help="收一个单位的报告")
    report.add_argument("--unit", required=True)
    for name in ("content", "reporter", "at", "cut-off", "reason", "officer"):
        report.add_argument(f"--{name}")
    report.set_defaults(run=take_report)
    chase = actions.add_parser("chase", help="记一次催报")
    chase.add_argument("--unit", required=True)
    chase.add_argument("--reach", required=True)
    for name in ("person", "answer", "cut-off", "officer"):
        chase.add_argument(f"--{name}")
    chase.add_argument("--nil", action="store_true")
    chase.set_defaults(run=chase_unit)
    summary = actions.add_parser("summary", help="一期的汇总，日报用的话")
    summary.add_argument("--cut-off")
    summary.add_argument("--log", action="store_true")
    summary.add_argument("--officer")
    summary.set_defaults(run=show_summary)
    _register_units(actions)


def _register_units(actions: Any) -> None:
    units = actions.add_parser("units", help="下属单位清单")
    units.add_argument("--all", action="store_true")
    units.set_defaults(run=list_units)
    put = actions.add_parser("put-unit", help="列入或改一个下属单位")
    put.add_argument("--unit", required=True)
    for name in ("phone", "contact", "officer"):
        put.add_argument(f"--{name}")
    for name in ("no-zero-report", "no-roll-call", "inactive"):
        put.add_argument(f"--{name}", action="store_true")
    put.set_defaults(run=put_unit)
    take = actions.add_parser("take-units", help="从通讯录列入社区")
    take.add_argument("--officer")
    take.set_defaults(run=take_units)


def show_status(context: Context, args: Namespace) -> Answer:
    """Show every unit at a cut-off, the one in hand unless told otherwise."""
    board = _board(context.reading_room(), instant("cut_off", args.cut_off))
    lines = [status_line(line) for line in board.lines] or ["无"]
    return Answer(board_document(board), [f"{full(board.due_at)} 截止", *lines])


def take_report(context: Context, args: Namespace) -> Answer:
    """Take down what a unit said; without --content it is a nil report."""
    at, due_at = instant("at", args.at), instant("cut_off", args.cut_off)
    room = context.writing_room()
    unit = unit_named(room, args.unit)
    draft = DraftNilReport(
        id=room.nil_report.new_id(),
        unit_id=unit.id,
        due_at=due_at or _board(room, None).due_at,
        content=args.content or "",
        reporter=args.reporter or "",
        reported_at=at,
        correction_reason=args.reason or "",
    )
    report = room.nil_report.take(draft, by=actor(room, args.officer)).value
    return Answer(
        report_document(report, unit),
        [f"{unit.name}：{report.content or words.NIL_REPORT_STATE[NilReportState.NIL]}"],
    )


def chase_unit(context: Context, args: Namespace) -> Answer:
    """Put a call for a report on record; with --nil also the nil report it brought."""
    result = choice("reach_result", ReachResult, args.reach)
    due_at = instant("cut_off", args.cut_off)
    room = context.writing_room()
    unit = unit_named(room, args.unit)
    draft = DraftNilReportChase(
        id=room.nil_report.new_id(),
        unit_id=unit.id,
        due_at=due_at or _board(room, None).due_at,
        result=result,
        person=args.person or "",
        answer=args.answer or "",
        is_nil=args.nil,
    )
    chase = room.nil_report.chase(draft, by=actor(room, args.officer)).value
    return Answer(chase_document(chase, unit), [f"{unit.name}：{REACH_RESULT[chase.result]}"])


def show_summary(context: Context, args: Namespace) -> Answer:
    """Say a cut-off in one sentence; with --log the log is told as well."""
    due_at = instant("cut_off", args.cut_off)
    if not args.log:
        board = _board(context.reading_room(), due_at)
        text = words.summary(board)
        return Answer(_summary_document(board.due_at, text, None), [text])
    room = context.writing_room()
    wanted, by = due_at or _board(room, None).due_at, actor(room, args.officer)
    told = room.nil_report.summarize(wanted, room.nil_report.new_id(), by=by).value
    return Answer(_summary_document(wanted, told.text, told.entry_id), [told.text])


def list_units(context: Context, args: Namespace) -> Answer:
    """List the subordinate units, with --all also those that left."""
    units = context.reading_room().reporting_unit.units()
    found = [one for one in units if args.all or one.is_active]
    return Answer(
        {"units": [unit_document(one) for one in found]},
        [f"{one.name} {one.contact} {one.phone}".rstrip() for one in found] or ["无"],
    )


def put_unit(context: Context, args: Namespace) -> Answer:
    """Put a unit on the list, or change the one of this name."""
    room = context.writing_room()
    key = name_key(args.unit)
    units = room.reporting_unit.units()
    known = next((one for one in units if name_key(one.name) == key), None)
    draft = DraftReportingUnit(
        id=known.id if known else room.reporting_unit.new_id(),
        name=args.unit,
        phone=args.phone if args.phone is not None else known.phone if known else "",
        contact=args.contact if args.contact is not None else known.contact if known else "",
        has_nil_report=not args.no_zero_report,
        has_roll_call=not args.no_roll_call,
        is_active=not args.inactive,
    )
    unit = room.reporting_unit.put(draft, by=actor(room, args.officer)).value
    return Answer(unit_document(unit), [unit.name])


def take_units(context: Context, args: Namespace) -> Answer:
    """Put the communities of the contacts on the list."""
    room = context.writing_room()
    taken = room.reporting_unit.take_from_contacts(by=actor(room, args.officer)).value
    return Answer({"units": [unit_document(one) for one in taken]}, [one.name for one in taken])


def unit_named(room: DutyRoom, name: str) -> ReportingUnit:
    """Return the unit of a name; raises RecordUnknown."""
    key = name_key(name)
    for unit in room.reporting_unit.units():
        if name_key(unit.name) == key and unit.is_active:
            return unit
    raise RecordUnknown("reporting_unit", name)


def board_document(board: NilReportBoard) -> dict[str, object]:
    """Return a cut-off as JSON."""
    return {
        "cut_off": to_json(board.due_at),
        "starts_at": to_json(board.starts_at),
        "is_all_nil": board.is_all_nil,
        "missing": [line.unit.name for line in board.missing],
        "units": [line_document(line) for line in board.lines],
    }


def line_document(line: NilReportLine) -> dict[str, object]:
    """Return one unit at a cut-off."""
    held = line.report
    return {
        "unit": line.unit.name,
        "phone": line.unit.phone,
        "state": line.state.value,
        "is_late": line.is_late,
        "report": report_document(held, line.unit) if held else None,
        "corrected": [report_document(one, line.unit) for one in line.struck],
        "chases": [chase_document(one, line.unit) for one in line.chases],
    }


def report_document(report: NilReport, unit: ReportingUnit) -> dict[str, object]:
    """Return one report."""
    return {
        "id": report.id,
        "unit": unit.name,
        "cut_off": to_json(report.due_at),
        "is_nil": report.is_nil,
        "content": report.content,
        "reporter": report.reporter,
        "reported_at": to_json(report.reported_at),
        "officer": report.recorder,
        "is_late": report.is_late,
        "correction_of": report.correction_of,
        "correction_reason": report.correction_reason,
        "entry_id": report.entry_id,
    }


def chase_document(chase: NilReportChase, unit: ReportingUnit) -> dict[str, object]:
    """Return one call."""
    return {
        "id": chase.id,
        "unit": unit.name,
        "cut_off": to_json(chase.due_at),
        "at": to_json(chase.at),
        "reach": chase.result.value,
        "phone": chase.phone,
        "person": chase.person,
        "answer": chase.answer,
        "officer": chase.recorder,
    }


def unit_document(unit: ReportingUnit) -> dict[str, object]:
    """Return one unit of the list."""
    return {
        "id": unit.id,
        "name": unit.name,
        "phone": unit.phone,
        "contact": unit.contact,
        "has_zero_report": unit.has_nil_report,
        "has_roll_call": unit.has_roll_call,
        "is_active": unit.is_active,
    }


def status_line(line: NilReportLine) -> str:
    """Return one unit as a line for people."""
    return f"{words.mark(line)} {line.unit.name} {words.said(line)}".rstrip()


def _summary_document(due_at: datetime, text: str, entry_id: str | None) -> dict[str, object]:
    return {"cut_off": to_json(due_at), "summary": text, "entry_id": entry_id}


def _board(room: DutyRoom, due_at: datetime | None) -> NilReportBoard:
    board = room.nil_report_board.view(due_at).board
    if board is None:
        raise NoNilReportTimes
    return board
