"""What a command answers: a document for programs, lines for people, an exit code."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from typing import TextIO

DONE, REFUSED, STORE_TROUBLE = 0, 2, 3


@dataclass(frozen=True)
class Answer:
    """The result of one command."""

    document: dict[str, object]
    lines: list[str] = field(default_factory=list)
    exit_code: int = DONE


def print_answer(answer: Answer, *, as_json: bool, out: TextIO | None = None) -> None:
    """Print one JSON document, or the lines."""
    target = out or sys.stdout
    if as_json:
        target.write(_json(answer.document, target))
    elif answer.lines:
        target.write(_printable("\n".join(answer.lines) + "\n", target))


def print_failure(code: str, message: str, *, as_json: bool) -> None:
    """Print a refusal: the sentence on stderr, and the document on stdout when asked for."""
    if as_json:
        error = {"error": {"code": code, "message": message}}
        sys.stdout.write(_json(error, sys.stdout))
    sys.stderr.write(_printable(message + "\n", sys.stderr))


def _json(document: object, target: TextIO) -> str:
    """Return one line of JSON that the stream can hold; escaped where it cannot.

    A pipe on Windows is often GBK: a rare character must not break the answer for an entry that
    is on record already, or a script would record it twice.
    """
    text = json.dumps(document, ensure_ascii=False) + "\n"
    return text if _printable(text, target) == text else json.dumps(document) + "\n"


def _printable(text: str, target: TextIO) -> str:
    encoding = target.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
