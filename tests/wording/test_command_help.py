import argparse
from collections.abc import Iterator

from dutydesk.cli.main import build_parser
from dutydesk.wording.command_help import OPTION, help_of


def actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for part in action.choices.values():
                yield from actions(part)
        else:
            yield action


def test_every_option_has_its_line_of_help_in_chinese() -> None:
    wanting = {
        action.option_strings[-1] if action.option_strings else action.dest: action.help
        for action in actions(build_parser())
        if not action.help or action.help.isascii()
    }
    assert wanting == {}, "add a line to OPTION in dutydesk/wording/command_help.py"


def test_no_line_is_left_behind() -> None:
    names = {
        (action.option_strings[-1] if action.option_strings else action.dest).lstrip("-")
        for action in actions(build_parser())
    }
    assert set(OPTION) - names == set()


def test_an_option_is_found_by_its_long_name() -> None:
    assert help_of(("--unit",)) == "单位名称"
    assert help_of(("--frob",)) is None
