"""Commands of contacts: ``contacts import|find|export``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.cli import responsibility
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import CLI, Context
from dutydesk.cli.number_option import limit
from dutydesk.cli.path_option import path_of
from dutydesk.domain.contact_file import Problem
from dutydesk.domain.contact_import import ImportReport
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.instants import to_json
from dutydesk.domain.officer import Actor
from dutydesk.domain.phone import NumberKind
from dutydesk.wording.contacts import NUMBER_KINDS, ROLE_PAIRS, problem_sentence

_SHOWN_PROBLEMS = 200


def register(commands: Any) -> None:
    """Add the commands."""
    contacts = commands.add_parser("contacts", help="通讯录").add_subparsers(
        dest="action", required=True
    )
    taking = contacts.add_parser("import", help="导入 xlsx、xls、csv、vcf")
    taking.add_argument("file")
    taking.add_argument("--dry-run", action="store_true")
    taking.set_defaults(run=import_file)
    find = contacts.add_parser("find", help="查找")
    find.add_argument("text")
    find.add_argument("--limit", type=int, default=20)
    find.set_defaults(run=find_contacts)
    export = contacts.add_parser("export", help="导出 xlsx、csv、vcf")
    export.add_argument("file")
    export.add_argument("--mask", action="store_true")
    export.set_defaults(run=export_file)
    responsibility.register(contacts)


def import_file(context: Context, args: Namespace) -> Answer:
    """Take the people of a file, or say what taking them would do."""
    path = path_of("file", args.file)
    if args.dry_run:
        report = context.reading_room().contact_import.would_import(path)
    else:
        report = context.writing_room().contact_import.import_file(path, by=Actor(CLI)).value
    return Answer(_report_document(report), _report_lines(report, is_dry_run=args.dry_run))


def find_contacts(context: Context, args: Namespace) -> Answer:
    """Find contacts by name, pinyin, initials, unit, role or the end of a number."""
    cards = context.reading_room().contacts.find(args.text, limit(args.limit))
    return Answer(
        {"contacts": [contact_document(card) for card in cards]},
        [contact_line(card) for card in cards] or ["没有找到"],
    )


def export_file(context: Context, args: Namespace) -> Answer:
    """Write everybody in service to a file."""
    path = path_of("file", args.file)
    room = context.writing_room()
    written = room.contact_import.export(path, is_masked=args.mask, by=Actor(CLI))
    return Answer({"written": str(written)}, [f"已写成：{written}"])


def contact_document(card: ContactCard) -> dict[str, object]:
    """Return one contact as JSON; a number that is not on file is an empty text."""
    contact = card.contact
    verified = contact.last_verified_at
    return {
        "id": contact.id,
        "name": contact.name,
        "unit": card.unit,
        "unit_path": list(card.unit_path),
        "post": contact.post,
        "duty_role": contact.duty_role.value if contact.duty_role else None,
        "role_pair": contact.role_pair.value if contact.role_pair else None,
        "pair_contact_id": contact.pair_contact_id,
        "other_posts": list(contact.other_posts),
        "mobile": card.number(NumberKind.MOBILE),
        "office_phone": card.number(NumberKind.OFFICE),
        "duty_phone": card.number(NumberKind.DUTY),
        "fax": card.number(NumberKind.FAX),
        "numbers": [
            {
                "kind": number.kind.value,
                "number": number.number,
                "label": number.label,
                "is_doubtful": number.is_doubtful,
            }
            for number in card.numbers
        ],
        "address": contact.address,
        "area": contact.area,
        "category": contact.category,
        "training_days": contact.training_days,
        "note": contact.note,
        "last_verified_at": to_json(verified) if verified else None,
    }


def contact_line(card: ContactCard) -> str:
    """Return one contact as a line for people."""
    contact = card.contact
    pair = ROLE_PAIRS[contact.role_pair] if contact.role_pair else ""
    numbers = [f"{NUMBER_KINDS[number.kind]} {number.number}" for number in card.numbers]
    parts = (contact.name, "／".join(card.unit_path), contact.post, pair, *numbers)
    return "  ".join(part for part in parts if part)


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
