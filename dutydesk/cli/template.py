"""Commands of Word templates: ``template list|export``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context
from dutydesk.wording.word_template import TEMPLATE


def register(commands: Any) -> None:
    """Add the commands."""
    template = commands.add_parser("template", help="Word 模板")
    actions = template.add_subparsers(dest="action", required=True)
    actions.add_parser("list", help="列出").set_defaults(run=list_templates)
    export = actions.add_parser("export", help="取出模板自己改")
    export.add_argument("template", nargs="?")
    export.set_defaults(run=export_templates)


def list_templates(context: Context, _args: Namespace) -> Answer:
    """List the templates with the file in force."""
    found = context.reading_room().word_template.templates()
    return Answer(
        {
            "templates": [
                {"name": one.name, "path": str(one.path), "is_own": one.is_own} for one in found
            ]
        },
        [
            f"{one.name} {TEMPLATE[one.name]}：{'本单位的' if one.is_own else '自带的'} {one.path}"
            for one in found
        ],
    )


def export_templates(context: Context, args: Namespace) -> Answer:
    """Put the shipped templates, or one, into the data folder; the unit's own are kept."""
    done = context.writing_room().word_template.export(args.template)
    return Answer(
        {
            "folder": str(done.folder),
            "written": [str(path) for path in done.written],
            "kept": [str(path) for path in done.kept],
        },
        [f"已取出：{path}" for path in done.written]
        + [f"已有本单位的，没有动：{path}" for path in done.kept],
    )
