"""docs/cli.md names every command, every option and every value the parser knows."""

import argparse
import re

from dutydesk.cli.main import build_parser
from tests.habits.source import ROOT

MANUAL = ROOT / "docs" / "cli.md"


def commands(parser: argparse.ArgumentParser, so_far: str = "") -> dict[str, set[str]]:
    """Give each command that does something, `log add`, with the options it takes."""
    found: dict[str, set[str]] = {}
    options: set[str] = set()
    has_parts = False
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            has_parts = True
            for name, part in action.choices.items():
                found |= commands(part, f"{so_far} {name}".strip())
        else:
            options |= {word for word in action.option_strings if word.startswith("--")}
    if so_far and not has_parts:
        found[so_far] = options - {"--help"}
    return found


def undocumented(known: dict[str, set[str]], text: str) -> list[str]:
    """List commands and options the text lacks; an option counts near any naming of it."""
    words = re.sub(r"\s+", " ", text)
    missing = [name for name in known if not re.search(rf"\b{re.escape(name)}\b", words)]
    options = set().union(*known.values()) if known else set()
    return missing + [
        name for name in sorted(options) if not re.search(rf"{re.escape(name)}\b", words)
    ]


def test_every_command_and_option_is_in_the_manual() -> None:
    missing = undocumented(commands(build_parser()), MANUAL.read_text(encoding="utf-8"))
    assert missing == [], "name each command and option in docs/cli.md"


def test_the_global_options_are_in_the_manual() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    assert [name for name in ("--data", "--json", "--now") if name not in text] == []


def test_a_missing_command_or_option_is_found() -> None:
    known = {"log add": {"--kind"}, "verify": set()}
    assert undocumented(known, "`log add --kind K`, `verify`") == []
    assert undocumented(known, "`log  list --kind`, `verify`") == ["log add"]
    assert undocumented(known, "`log add`, `verify`") == ["--kind"]
