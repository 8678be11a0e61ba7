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
        target.write(json.dumps(answer.document, ensure_ascii=False) + "\n")
    elif answer.lines:
        target.write("\n".join(answer.lines) + "\n")


def print_failure(code: str, message: str, *, as_json: bool) -> None:
    """Print a refusal: the sentence on stderr, and the document on stdout when asked for."""
    if as_json:
        error = {"error": {"code": code, "message": message}}
        sys.stdout.write(json.dumps(error, ensure_ascii=False) + "\n")
    sys.stderr.write(message + "\n")
