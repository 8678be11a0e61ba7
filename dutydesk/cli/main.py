"""The command line: reads words, runs one command, prints its answer, returns the exit code.

Exit codes: 0 done, 2 refused, 3 the store. Nothing here imports Qt.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from dutydesk import paths
from dutydesk.cli import (
    absence_notice,
    bulletin,
    call_round,
    contacts,
    deadline_rule,
    demo,
    directive,
    drill,
    duty_log,
    equipment,
    handover,
    history,
    holiday,
    incident,
    level,
    message,
    nil_report,
    officer,
    open_item,
    paper,
    phrase,
    report,
    roll_call,
    room,
    roster,
    shift,
    statistics,
    template,
    warning,
    watch,
)
from dutydesk.cli.answer import REFUSED, STORE_TROUBLE, print_answer, print_failure
from dutydesk.cli.context import Context, instant
from dutydesk.domain.errors import (
    AnswerNotWritten,
    BadInput,
    CommandUnclear,
    Refusal,
    StoreError,
    StoreUnreadable,
)
from dutydesk.wording.command_help import help_of
from dutydesk.wording.command_line import parser_problem
from dutydesk.wording.command_refusals import command_sentence as sentence

FEATURES = (
    room,
    officer,
    shift,
    duty_log,
    open_item,
    absence_notice,
    directive,
    equipment,
    warning,
    nil_report,
    roll_call,
    phrase,
    contacts,
    roster,
    incident,
    deadline_rule,
    message,
    level,
    bulletin,
    call_round,
    report,
    handover,
    paper,
    statistics,
    template,
    history,
    holiday,
    watch,
    demo,
    drill,
)

_NO_LOG = logging.NullHandler()


class _Parser(argparse.ArgumentParser):
    """Refuses in Chinese instead of printing a usage text and leaving; takes no short forms.

    A short form that is understood today would mean another option once one is added.
    """

    def __init__(self, **options: Any) -> None:
        fixed = {"allow_abbrev": False, "add_help": False, "formatter_class": _HelpFormatter}
        super().__init__(**{**options, **fixed})
        self._positionals.title, self._optionals.title = "命令和内容", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def add_argument(self, *names: Any, **options: Any) -> argparse.Action:
        return super().add_argument(*names, **{"help": help_of(names), **options})

    def error(self, message: str) -> NoReturn:
        parts = (a for a in self._actions if isinstance(a, argparse._SubParsersAction))  # noqa: SLF001 -- argparse has no other way to name them
        raise CommandUnclear(
            parser_problem(message, [name for part in parts for name in part.choices])
        )


class _HelpFormatter(argparse.HelpFormatter):
    """Says what the parser says in English by itself."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


def run(words: Sequence[str]) -> int:
    """Run one command; never raises for what people can mend."""
    # What the program notes for its developers is no answer; without this it goes to stderr.
    logging.getLogger("dutydesk").addHandler(_NO_LOG)
    ordered, as_json = _global_options_first(list(words))
    try:
        _check_encoding(words)
        arguments = build_parser().parse_args(ordered)
        context = Context(data=_data(arguments.data), now=instant("now", arguments.now))
        try:
            answer = arguments.run(context, arguments)
        finally:
            context.close()
    except Refusal as refusal:
        print_failure(refusal.code, sentence(refusal), as_json=as_json)
        return REFUSED
    except StoreError as error:
        print_failure(error.code, sentence(error), as_json=as_json)
        return STORE_TROUBLE
    except OSError as error:
        # A path that the system does not even look at: too long, above a folder that is closed.
        unreadable = StoreUnreadable(str(error.filename or ""), error.strerror or "")
        print_failure(unreadable.code, sentence(unreadable), as_json=as_json)
        return STORE_TROUBLE
    try:
        print_answer(answer, as_json=as_json)
    except AnswerNotWritten as error:
        print_failure(error.code, sentence(error), as_json=False)
        return STORE_TROUBLE
    return int(answer.exit_code)


def build_parser() -> argparse.ArgumentParser:
    """Return the parser with every command."""
    parser = _Parser(prog="dutydesk", description="值守台命令行")
    parser.add_argument("--data", metavar="DIR")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--now", metavar="INSTANT")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for feature in FEATURES:
        feature.register(commands)
    return parser


def _data(named: str | None) -> Path:
    # An empty name is a script's unset variable; it must not mean the real room of this user.
    if named is None:
        return paths.default_data_dir()
    if not named.strip():
        raise BadInput("data", "")
    return Path(named)


def _check_encoding(words: Sequence[str]) -> None:
    # Bytes that are no UTF-8 arrive as lone surrogates; neither JSON nor the record holds those.
    for word in words:
        try:
            word.encode()
        except UnicodeEncodeError as error:
            raise BadInput("command_line", word.encode(errors="replace").decode()) from error


def _global_options_first(words: list[str]) -> tuple[list[str], bool]:
    """Move --json, --data and --now to the front: people write them behind the command as well.

    Also tell whether --json is among them. Words behind a lone ``--`` stay where they are.
    """
    end = words.index("--") if "--" in words else len(words)
    front: list[str] = []
    rest: list[str] = []
    place = 0
    while place < end:
        word = words[place]
        takes = 2 if word in {"--data", "--now"} else 1
        is_global = word == "--json" or word.partition("=")[0] in {"--data", "--now"}
        (front if is_global else rest).extend(words[place : place + takes])
        place += takes
    return front + rest + words[end:], "--json" in front
