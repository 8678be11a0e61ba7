"""Commands of files of contacts: ``contacts import|imports|undo-import|export``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import CLI, Context
from dutydesk.cli.path_option import path_of
from dutydesk.domain.contact_file import Problem
from dutydesk.domain.contact_import import ImportReport
from dutydesk.domain.import_batch import ImportBatch
from dutydesk.domain.instants import to_json
from dutydesk.domain.officer import Actor
from dutydesk.wording.contacts import problem_sentence
from dutydesk.wording.when import with_year

_SHOWN_PROBLEMS = 200


def register(contacts: Any) -> None:
    """Add the commands to those of contacts."""
    taking = contacts.add_parser("import", help="导入 xlsx、xls、csv、vcf")
    taking.add_argument("file")
    taking.add_argument("--dry-run", action="store_true")
    taking.set_defaults(run=import_file)
    contacts.add_parser("imports", help="导入过的文件").set_defaults(run=list_imports)
    undo = contacts.add_parser("undo-import", help="撤回一次导入")
    undo.add_argument("id")
    undo.set_defaults(run=undo_import)
    export = contacts.add_parser("export", help="导出 xlsx、csv、vcf")
    export.add_argument("file")
    export.add_argument("--mask", action="store_true")
    export.add_argument("--unit")
    export.set_defaults(run=export_file)


def import_file(context: Context, args: Namespace) -> Answer:
    """Take the people of a file, or say what taking them would do."""
    path = path_of("file", args.file)
    if args.dry_run:
        report = context.reading_room().contact_import.would_import(path)
    else:
        report = context.writing_room().contact_import.import_file(path, by=Actor(CLI)).value
    return Answer(_report_document(report), _report_lines(report, is_dry_run=args.dry_run))


def list_imports(context: Context, _args: Namespace) -> Answer:
    """Say which files were taken, the newest first."""
    imports = context.reading_room().contact_import.imports()
    return Answer(
        {"imports": [import_document(one) for one in imports]},
        [_import_line(one) for one in imports] or ["没有导入过文件"],
    )


def undo_import(context: Context, args: Namespace) -> Answer:
    """Take a whole import back."""
    service = context.writing_room().contact_import
    undone = service.undo_import(args.id, by=Actor(CLI)).value
    return Answer(import_document(undone), [f"已撤回“{undone.file}”的导入"])


def export_file(context: Context, args: Namespace) -> Answer:
    """Write everybody in service to a file."""
    path = path_of("file", args.file)
    room = context.writing_room()
    written = room.contact_import.export(
        path, is_masked=args.mask, unit=args.unit, unit_id=args.unit, by=Actor(CLI)
    )
    return Answer({"written": str(written)}, [f"已写成：{written}"])


def import_document(batch: ImportBatch) -> dict[str, object]:
    """Return one import as JSON."""
    return {
        "id": batch.id,
        "file": batch.file,
        "imported_at": to_json(batch.imported_at),
        "imported_by": batch.imported_by,
        "read": batch.read,
        "added": batch.added,
        "updated": batch.updated,
        "unchanged": batch.unchanged,
        "skipped": batch.skipped,
        "undone_at": to_json(batch.undone_at) if batch.undone_at else None,
        "undone_by": batch.undone_by,
    }


def _import_line(batch: ImportBatch) -> str:
    undone = f"，{with_year(batch.undone_at)}撤回" if batch.undone_at else ""
    return (
        f"{with_year(batch.imported_at)}  {batch.file}  {batch.imported_by}  "
        f"新增{batch.added}人，补充{batch.updated}人{undone}  {batch.id}"
    )


def _report_document(report: ImportReport) -> dict[str, object]:
    return {
        "read": report.read,
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "skipped": report.skipped,
        "problems": [
            {
                "sheet": problem.sheet,
                "row": problem.row,
                "column": problem.column,
                "value": problem.value,
                "problem": problem_sentence(problem),
                "code": problem.code.value,
            }
            for problem in report.problems
        ],
    }


def _report_lines(report: ImportReport, *, is_dry_run: bool) -> list[str]:
    begin = "试导入（没有改动）" if is_dry_run else "已导入"
    counts = (
        f"读到{report.read}人，新增{report.added}人，补充{report.updated}人，"
        f"无变化{report.unchanged}人，未导入{report.skipped}人。"
    )
    lines = [f"{begin}：{counts}"]
    lines += [_problem_line(problem) for problem in report.problems[:_SHOWN_PROBLEMS]]
    more = len(report.problems) - _SHOWN_PROBLEMS
    if more > 0:
        lines.append(f"另有{more}处待核对。")
    return lines


def _problem_line(problem: Problem) -> str:
    place = f"{problem.sheet} 第{problem.row}行 {problem.column}".strip()
    value = f"“{problem.value}”" if problem.value else ""
    return f"{place}{value}：{problem_sentence(problem)}"
