"""What is committed names no folder of one machine and no package registry."""

import re

from tests.habits.source import Source, tracked_texts

# Written in pieces, so that this file does not find itself.
PLACES = [
    r"(?<![\w.$}~])/(?:wo" + r"rk|ro" + r"ot|home/\w+|Users/\w+|opt/(?:wheels|pypi))(?:/|\b)",
    r"file:" + r"///(?:opt|home|srv)",
    r"--(?:extra-)?index" + r"-url|--trusted" + r"-host|--find" + r"-links",
    r"https?://[\w.:-]*(?:artifact|registry|mirror|nexus|proxy)[\w.:-]*",
]
ALLOWED: dict[str, str] = {}
"""Files that may hold such a word, each with the reason; meant to be empty."""


def machine_places(sources: list[Source]) -> list[str]:
    pattern = re.compile("|".join(PLACES))
    return [
        f"{source.path}: {match.group()}"
        for source in sources
        if source.path not in ALLOWED
        for match in pattern.finditer(source.text)
    ]


def test_no_committed_file_names_a_machine_or_a_registry() -> None:
    assert machine_places(tracked_texts()) == []


def test_such_names_are_found() -> None:
    bad = [
        "see /wo" + "rk/main",
        "cd /ro" + "ot/x",
        "--index" + "-url x",
        "http://my-mir" + "ror.local/simple",
        "file:" + "///opt/x",
    ]
    assert len(machine_places([Source("a.md", text) for text in bad])) == len(bad)
    good = ["the work/main part", "docs/root.md", "https://example.org/registry", "$HOME/work/x"]
    assert machine_places([Source("a.md", text) for text in good]) == []
