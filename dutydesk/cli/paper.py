"""The command that prints: ``paper KIND --output F.pdf``, or a Word file by its ending."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import CLI, Context, day
from dutydesk.cli.month_option import month
from dutydesk.cli.path_option import path_of
from dutydesk.domain.entry_register import REGISTER_KINDS
from dutydesk.domain.officer import Actor
from dutydesk.domain.paper import Pdf, WordFile
from dutydesk.domain.paper_issue import (
    PaperKind,
    PaperKindUnknown,
    PaperOptionUnfit,
    PaperPurpose,
    PaperRequest,
)
from dutydesk.services.paper import Composed
from dutydesk.wording.paper import PAPER_KIND

_SPAN = {"duty_date", "month", "since", "until"}

# What each kind can be asked for.
OPTIONS = {
    PaperKind.LOG_SHEET: {"duty_date"},
    PaperKind.HANDOVER_RECORD: {"handover"},
    PaperKind.SPECIAL_REPORT: {"incident", "report"},
    PaperKind.DIRECTORY: {"mask"},
    PaperKind.MONTH_VOLUME: {"month"},
    PaperKind.DIRECTIVE_LEDGER: _SPAN,
    PaperKind.OPEN_ITEM_LIST: set(),
    **dict.fromkeys(REGISTER_KINDS, _SPAN),
    PaperKind.ABSENCE_LIST: _SPAN,
    PaperKind.EQUIPMENT_LIST: _SPAN,
    PaperKind.BULLETIN: {"bulletin"},
    PaperKind.DUTY_INFORMATION: {"bulletin"},
    PaperKind.HIGHLIGHTS: {"bulletin"},
    PaperKind.DAILY: {"bulletin", "duty_date"},
    PaperKind.PHONE_REPORT_SHEET: {"incident", "report"},
    PaperKind.INCIDENT_LEDGER: _SPAN,
    PaperKind.INCIDENT_DOSSIER: {"incident"},
    PaperKind.STATISTICS: _SPAN,
    PaperKind.DRILL_REVIEW: set(),
    PaperKind.STALE_CONTACT_LIST: {"mask"},
    PaperKind.TRAINING_LIST: {"month"},
    PaperKind.NIL_REPORT_SUMMARY: {"duty_date", "month"},
    PaperKind.ROLL_CALL_RESULT: {"roll_call"},
    PaperKind.WARNING_FORM: {"warning"},
    PaperKind.ROSTER_SHEET: {"month", "mask"},
    PaperKind.CALL_ROUND_SHEET: {"call_round", "mask"},
    PaperKind.SPOT_CHECK_PACK: _SPAN | {"mask"},
}
_OPTION = {"since": "--from", "until": "--to"}
_EVERY_OPTION = (
    "duty_date",
    "month",
    "since",
    "until",
    "incident",
    "report",
    "handover",
    "bulletin",
    "roll_call",
    "call_round",
    "warning",
    "mask",
)


def register(commands: Any) -> None:
    """Add the command."""
    paper = commands.add_parser("paper", help="打印成 PDF")
    paper.add_argument("kind")
    paper.add_argument("--output", required=True)
    ids = ("incident", "report", "handover", "bulletin", "roll-call", "call-round", "warning")
    for name in ("duty-date", "month", *ids):
        paper.add_argument(f"--{name}")
    paper.add_argument("--from", dest="since")
    paper.add_argument("--to", dest="until")
    paper.add_argument("--mask", action="store_true")
    paper.set_defaults(run=print_paper)


def print_paper(context: Context, args: Namespace) -> Answer:
    """Make one paper, archive it, and write it to the file asked for."""
    if args.kind not in set(PaperKind):
        raise PaperKindUnknown(args.kind)
    kind = PaperKind(args.kind)
    for name in _EVERY_OPTION:
        # Passed over, it would print another paper than the one that was meant.
        if getattr(args, name) not in {None, False} and name not in OPTIONS[kind]:
            raise PaperOptionUnfit(kind, _OPTION.get(name, f"--{name.replace('_', '-')}"))
    output = path_of("output", args.output)
    duty_date = day("duty_date", args.duty_date)
    asked_month = month("month", args.month)
    since, until = day("from", args.since), day("to", args.until)
    room = context.writing_room()
    request = PaperRequest(
        kind,
        duty_date=duty_date,
        incident_id=args.incident,
        report_id=args.report,
        handover_id=args.handover,
        bulletin_id=args.bulletin,
        roll_call_id=args.roll_call,
        warning_id=args.warning,
        month=asked_month,
        since=since,
        until=until,
        is_masked=args.mask,
        call_round_id=args.call_round,
    )
    if output.suffix.lower() == ".docx":
        composed, word = room.paper.make_word(request)
        return _written(room, composed, word, output)
    composed, pdf = room.paper.make(request)
    return _written(room, composed, pdf, output)


def _written(room: DutyRoom, composed: Composed, file: Pdf | WordFile, output: Path) -> Answer:
    target = room.paper.save(file, output.resolve())
    issue = room.paper.issue(composed, file, PaperPurpose.SAVED, by=Actor(CLI)).value
    glyphs = file.missing_glyphs if isinstance(file, Pdf) else ()
    pages = f"{issue.pages}页" if issue.pages is not None else "Word 文件"
    lines = [f"已写成{PAPER_KIND[issue.kind]} {pages}：{target}"]
    lines += [f"字体里没有“{one.character}”，印成〓。" for one in glyphs]
    return Answer(
        {
            "written": str(target),
            "pages": issue.pages,
            "sha256": file.sha256,
            "copy_no": issue.copy_no,
            "missing_glyphs": [one.character for one in glyphs],
        },
        lines,
    )
