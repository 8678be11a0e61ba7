"""What a command answers: a document for programs, lines for people, an exit code."""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import suppress
from dataclasses import field
from typing import TextIO

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import AnswerNotWritten

DONE, REFUSED, STORE_TROUBLE = 0, 2, 3

# What moves a cursor, colours a terminal or turns the order of reading round: a caller's words
# that hold it must not write over the lines above. A line break inside a text stays.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# JSON escapes the low ones by itself.
_HIGH_CONTROL = re.compile(r"[\x7f-\x9f]")


@dataclass(frozen=True)
class Answer:
    """The result of one command."""

    document: dict[str, object]
    lines: list[str] = field(default_factory=list)
    exit_code: int = DONE


def print_answer(answer: Answer, *, as_json: bool, out: TextIO | None = None) -> None:
    """Print one JSON document, or the lines; raises AnswerNotWritten.

    Whoever closed the pipe wants no more of it, and the deed is done: that is no failure.
    """
    target = out or sys.stdout
    # A stream that was closed before the start is None.
    if target is None:
        return
    if as_json:
        text = _json(answer.document, target)
    else:
        text = _for_people("".join(f"{line}\n" for line in answer.lines), target)
    try:
        _write(text, target)
    except BrokenPipeError:
        return
    except OSError as error:
        raise AnswerNotWritten(error.strerror or "") from error


def print_failure(code: str, message: str, *, as_json: bool) -> None:
    """Print a refusal: the sentence on stderr, and the document on stdout when asked for.

    Never raises: the exit code tells it as well.
    """
    # Closed streams are None; the last of the two may still reach somebody when one is full.
    if as_json and sys.stdout is not None:
        error = {"error": {"code": code, "message": message}}
        with suppress(OSError):
            _write(_json(error, sys.stdout), sys.stdout)
    if sys.stderr is not None:
        with suppress(OSError):
            _write(_for_people(message + "\n", sys.stderr), sys.stderr)


def _write(text: str, target: TextIO) -> None:
    """Write at once, so that a failure shows here; raises OSError."""
    try:
        target.write(text)
        target.flush()
    except OSError:
        # What stays in the buffer would fail once more when the interpreter ends, with a
        # traceback and another exit code.
        with suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, target.fileno())
        raise


def _for_people(text: str, target: TextIO) -> str:
    shown = _CONTROL.sub(lambda found: ascii(found[0])[1:-1], text)
    return _printable(shown, target)


def _json(document: object, target: TextIO) -> str:
    """Return one line of JSON that the stream can hold; escaped where it cannot.

    A pipe on Windows is often GBK: a rare character must not break the answer for an entry that
    is on record already, or a script would record it twice.
    """
    text = json.dumps(document, ensure_ascii=False) + "\n"
    text = _HIGH_CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text if _printable(text, target) == text else json.dumps(document) + "\n"


def _printable(text: str, target: TextIO) -> str:
    encoding = target.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
