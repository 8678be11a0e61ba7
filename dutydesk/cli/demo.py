"""The command that makes a practice room with a lived day and its papers: ``demo --into DIR``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.assembly.clocks import SystemClock
from dutydesk.assembly.demo import build_demo
from dutydesk.assembly.demo_papers import write_papers
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context
from dutydesk.cli.path_option import path_of


def register(commands: Any) -> None:
    """Add the command."""
    demo = commands.add_parser("demo", help="生成演练室和当日全部纸张")
    demo.add_argument("--into", metavar="DIR", required=True)
    demo.set_defaults(run=make_demo)


def make_demo(context: Context, args: Namespace) -> Answer:
    """Make the practice room and its papers; ``--data`` is ignored."""
    into = path_of("into", args.into).resolve()
    room = build_demo(into / "room", context.now or SystemClock().now())
    try:
        papers = [str(path) for path in write_papers(room, into / "papers")]
        data = str(room.store.folder)
    finally:
        room.close()
    return Answer(
        {"data": data, "papers": papers},
        [f"演练室：{data}", *(f"纸：{paper}" for paper in papers)],
    )
