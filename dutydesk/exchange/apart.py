"""Reading foreign files in a process of its own, with little memory and little time.

A file that makes a parser run wild takes that process with it and not the desk: the officer reads
a sentence. Every reader of files from outside goes through `apart`; pasted text does not.
"""

from __future__ import annotations

import dataclasses
import io
import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from dutydesk import paths
from dutydesk.domain.contact_refusals import (
    FileDanger,
    ForeignFileDangerous,
    ForeignFileUnreadable,
)
from dutydesk.domain.errors import Refusal

_MB = 1024 * 1024
MAX_MEMORY = 512 * _MB
MAX_SECONDS = 5
"""What reading one file may take; the child holds itself to both (`apart_child`)."""

# Starting the child is no part of reading, and on a busy machine no matter of the file.
_PATIENCE = 60
# Ended by SIGXCPU; by SIGABRT, as a library does that is given no memory, or by the system itself.
_NO_TIME, _NO_MEMORY = frozenset({-24}), frozenset({-6, -9})
_TIMED_OUT = "Timeout ("
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    " from dutydesk.exchange.apart_child import main; main()"
)
_PLAIN = frozenset({("builtins", "frozenset"), ("builtins", "set"), ("datetime", "date")})

P = ParamSpec("P")
R = TypeVar("R")


def apart(read: Callable[P, R], *args: P.args, **named: P.kwargs) -> R:
    """Call a reader of `dutydesk.exchange` in a child; the first argument is the file's path.

    Raises the refusals of the reader, ForeignFileDangerous where it needs more memory or time
    than a file may, ForeignFileUnreadable where the parser breaks down.
    """
    name = next((arg.name for arg in args if isinstance(arg, Path)), "")
    # Values of this program, on their way to this program.
    request = pickle.dumps(
        (MAX_MEMORY, MAX_SECONDS, read.__module__, read.__qualname__, args, named)
    )
    try:
        child = subprocess.run(  # noqa: S603 -- this very program
            _command(),
            input=request,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            creationflags=_flags(),
        )
    except subprocess.TimeoutExpired as error:
        raise ForeignFileDangerous(name, FileDanger.SECONDS, MAX_SECONDS) from error
    if not child.stdout:
        raise _broken_down(child.returncode, child.stderr.decode("utf-8", "replace"), name)
    answer: Any = _Answer(io.BytesIO(child.stdout)).load()
    kind, value = answer
    if kind == "refusal":
        refusal, facts = value
        raise refusal(**facts)
    if kind == "memory":
        raise ForeignFileDangerous(name, FileDanger.MEMORY, MAX_MEMORY // _MB)
    result: R = value
    return result


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        # Its executable is no Python; the launcher knows the word.
        return [sys.executable, "read-apart"]
    # The very places this program was loaded from, so that nothing is looked up again.
    places = [str(paths.program_dir()), *sys.path]
    return [sys.executable, "-I", "-S", "-c", _START, json.dumps(places)]


def _flags() -> int:
    if sys.platform == "win32":
        # No window of a console flashes up.
        return subprocess.CREATE_NO_WINDOW
    return 0


def _broken_down(code: int, told: str, name: str) -> Exception:
    """Return what to say of a child that ended without an answer."""
    if code in _NO_MEMORY or told.rstrip().endswith("MemoryError"):
        return ForeignFileDangerous(name, FileDanger.MEMORY, MAX_MEMORY // _MB)
    if code in _NO_TIME or told.startswith(_TIMED_OUT):
        return ForeignFileDangerous(name, FileDanger.SECONDS, MAX_SECONDS)
    if code < 0:
        return ForeignFileUnreadable(name)
    # A bug of the reader, told where it happened.
    return RuntimeError(told)


class _Answer(pickle.Unpickler):
    """Takes values of this program only: a child that was taken over can have nothing called."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith(("dutydesk.domain.", "dutydesk.exchange.")) and "." not in name:
            found = super().find_class(module, name)
            is_class = isinstance(found, type)
            if is_class and (dataclasses.is_dataclass(found) or issubclass(found, Enum | Refusal)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
