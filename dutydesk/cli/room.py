"""Commands of the room itself: ``init``, ``verify``, ``rebuild``, ``backup``, ``restore``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.assembly.opening import create_room
from dutydesk.assembly.recovering import attachments_missing, restore_room
from dutydesk.assembly.room import NewRoom
from dutydesk.cli.answer import DONE, STORE_TROUBLE, Answer
from dutydesk.cli.context import Context, word_of
from dutydesk.cli.path_option import path_of
from dutydesk.domain.errors import NowNotAllowed
from dutydesk.domain.instants import to_json
from dutydesk.domain.verification import HeadFound, Problem
from dutydesk.wording.backup import made_line, missing_line
from dutydesk.wording.verify import problem_text, verification_lines

RULE_SETS = ("district", "province", "statute")


def register(commands: Any) -> None:
    """Add the commands."""
    init = commands.add_parser("init", help="新建值班室")
    init.add_argument("--unit", required=True)
    init.add_argument("--practice", action="store_true")
    init.add_argument("--rule-set", type=word_of("rule_set", RULE_SETS), default="district")
    init.set_defaults(run=init_room)
    check = commands.add_parser("verify", help="核对记录")
    check.add_argument("--against", metavar="HEAD")
    check.set_defaults(run=verify_room)
    rebuild = commands.add_parser("rebuild", help="由底账重建各表并比较")
    rebuild.add_argument("--check", action="store_true", required=True)
    rebuild.set_defaults(run=check_rebuild)
    backup = commands.add_parser("backup", help="备份到文件夹")
    backup.add_argument("folder", metavar="DIR")
    backup.set_defaults(run=backup_room)
    restore = commands.add_parser("restore", help="把备份恢复到新文件夹")
    restore.add_argument("file", metavar="FILE")
    restore.add_argument("--into", metavar="DIR", required=True)
    restore.set_defaults(run=restore_backup)


def init_room(context: Context, args: Namespace) -> Answer:
    """Make a data folder with a new room."""
    if context.now is not None and not args.practice:
        raise NowNotAllowed
    new = NewRoom(args.unit, args.practice, args.rule_set)
    room = create_room(context.data, new, context.clock)
    path = room.store.path
    room.close()
    return Answer(
        {
            "data": str(context.data.resolve()),
            "file": str(path.resolve()),
            "unit": args.unit,
            "practice": args.practice,
        },
        [f"已新建值班室“{args.unit}”：{context.data.resolve()}"],
    )


def verify_room(context: Context, args: Namespace) -> Answer:
    """Check everything; problems are a document of their own kind, with exit code 3."""
    result = context.unchecked_room().verification.verify(args.against)
    return Answer(
        {
            "ok": result.ok,
            "journal_rows": result.journal_rows,
            "journal_head": result.journal_head,
            "problems": [problem_document(problem) for problem in result.problems],
            "notices": [problem_document(notice) for notice in result.notices],
            "against": _found_document(result.against),
        },
        verification_lines(result),
        DONE if result.ok else STORE_TROUBLE,
    )


def _found_document(found: HeadFound | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        "journal_row": found.journal_row,
        "recorded_at": to_json(found.recorded_at),
        "handover_no": found.handover_no or None,
    }


def check_rebuild(context: Context, _args: Namespace) -> Answer:
    """Rebuild the tables from the journal beside the room and compare."""
    found = context.unchecked_room().verification.differences()
    return Answer(
        {"ok": not found, "differences": [problem_document(problem) for problem in found]},
        [f"{problem_text(problem)}。" for problem in found] or ["各表与底账一致。"],
        STORE_TROUBLE if found else DONE,
    )


def backup_room(context: Context, args: Namespace) -> Answer:
    """Write a verified backup."""
    folder = path_of("backup_folder", args.folder)
    made = context.reading_room().backup.backup_now(folder)
    return Answer(
        {
            "written": made.path,
            "journal_head": made.journal_head,
            "journal_rows": made.journal_rows,
            "attachments_missing": list(made.attachments_missing),
        },
        [made_line(made)],
    )


def restore_backup(_context: Context, args: Namespace) -> Answer:
    """Restore a backup into a new folder."""
    file, into = path_of("file", args.file), path_of("into", args.into)
    written, head = restore_room(file, into)
    missing = attachments_missing(written)
    return Answer(
        {
            "written": str(written.resolve()),
            "journal_head": head,
            "attachments_missing": list(missing),
        },
        [
            f"已恢复到 {written.resolve().parent}，记录校验码与备份一致。",
            *([missing_line(missing)] if missing else []),
        ],
    )


def problem_document(problem: Problem) -> dict[str, object]:
    """Return one finding as JSON."""
    return {
        "kind": problem.kind.value,
        "table": problem.table or None,
        "id": problem.record_id or None,
        "column": problem.column or None,
        "journal_row": problem.journal_rowid or None,
        "detail": problem.detail or None,
        "message": problem_text(problem),
    }
