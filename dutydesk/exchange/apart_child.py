"""The process in which a foreign file is read; it holds itself to memory and time first.

Nothing of Qt, SQLite or ReportLab is loaded here, for the child starts anew with every file.
"""

from __future__ import annotations

import faulthandler
import importlib
import os
import pickle
import sys
from collections.abc import Callable
from dataclasses import fields
from typing import Any, cast

from dutydesk.domain.errors import Refusal

_PACKAGE = "dutydesk.exchange."


def main() -> None:
    """Read a request from standard input, answer on standard output."""
    out = _own_output()
    memory, seconds, *wanted = pickle.load(sys.stdin.buffer)  # noqa: S301 -- from this very program
    limit(memory, seconds)
    # Ends the process from outside Python: a parser in a loop lets no Python code run.
    faulthandler.dump_traceback_later(seconds, exit=True)
    answer = _answer(*wanted)
    with os.fdopen(out, "wb") as stream:
        stream.write(answer)


def limit(memory: int, seconds: int) -> None:
    """Let the operating system refuse more; Windows has no such limits of a process."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 -- Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        # Where the desk dies meanwhile nobody else would end a parser in a loop.
        resource.setrlimit(resource.RLIMIT_CPU, (2 * seconds, 2 * seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _own_output() -> int:
    """Keep standard output for the answer: a library that prints would spoil it."""
    out = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    sys.stdout = sys.stderr
    return out


def _answer(module: str, name: str, args: Any, named: Any) -> bytes:
    """Return what to write; a bug is not caught, its traceback goes to standard error."""
    try:
        read = _reader(module, name)
        return pickle.dumps(("value", read(*args, **named)), pickle.HIGHEST_PROTOCOL)
    except Refusal as refusal:
        facts = {field.name: getattr(refusal, field.name) for field in fields(cast(Any, refusal))}
        return pickle.dumps(("refusal", (type(refusal), facts)))
    except MemoryError:
        return pickle.dumps(("memory", None))


def _reader(module: str, name: str) -> Callable[..., object]:
    if not module.startswith(_PACKAGE):
        raise ValueError(module)
    read: Callable[..., object] = getattr(importlib.import_module(module), name)
    return read
