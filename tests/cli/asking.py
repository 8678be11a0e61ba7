"""Ways to ask the command line that its tests share."""

from typing import Any

from dutydesk.assembly.opening import read_room
from tests.builders import PIN, Command

NOW = "2026-11-20T08:30+08:00"


def done(command: Command, *words: str, now: str = NOW, stdin: str = "") -> dict[str, Any]:
    """Run a command that must succeed and give its document."""
    code, document, stderr = command(*words, now=now, stdin=stdin)
    assert (code, stderr) == (0, ""), document
    return document


def refused(
    command: Command, *words: str, now: str | None = NOW, stdin: str = ""
) -> tuple[int, str]:
    """Run a command that must be refused with one sentence, the same in both places."""
    code, document, stderr = command(*words, now=now, stdin=stdin)
    assert set(document) == {"error"}
    error = document["error"]
    assert isinstance(error, dict)
    assert set(error) == {"code", "message"}
    assert stderr == error["message"] + "\n"
    assert error["message"].endswith("。")
    return code, error["code"]


def head(command: Command) -> str:
    """Give the journal head, which any write would move."""
    room = read_room(command.data)
    try:
        with room.store.reading() as tables:
            return tables.journal.head()
    finally:
        room.close()


def newest_action(command: Command) -> tuple[str, str]:
    """Give actor and action of the newest journal row."""
    room = read_room(command.data)
    try:
        with room.store.reading() as tables:
            row = tables.journal.newest()
    finally:
        room.close()
    assert row is not None
    return row.actor, row.action


def enter(command: Command, name: str, role: str) -> dict[str, Any]:
    """Enter an officer with the usual PIN."""
    words = ("officer", "add", "--name", name, "--role", role, "--pin-stdin")
    return done(command, *words, stdin=f"{PIN}\n")


def start(command: Command, officer: str, *more: str) -> dict[str, Any]:
    """Begin the first shift."""
    words = ("shift", "start", "--officer", officer, *more, "--pin-stdin")
    return done(command, *words, stdin=f"{PIN}\n")
