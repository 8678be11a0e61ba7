"""Commands of pasted messages: ``message read``. Nothing is stored, no room is needed."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, day, instant
from dutydesk.cli.path_option import path_of
from dutydesk.domain.instants import china_instant, to_json
from dutydesk.domain.message_reading import MESSAGE_FIGURES, MessageReading
from dutydesk.wording.message import reading_lines

if TYPE_CHECKING:
    from dutydesk.services.message import MessageService

_STANDARD_INPUT = "-"
_DAY_LENGTH = len("2026-11-20")
_MOST_READ = 1 << 20
"""Bytes of standard input; more is refused by the service as no message."""


def register(commands: Any) -> None:
    """Add the command."""
    message = commands.add_parser("message", help="粘贴即录")
    read = message.add_subparsers(dest="action", required=True).add_parser(
        "read", help="读短信、通知等的原文"
    )
    read.add_argument("message", metavar="FILE")
    read.add_argument("--received-at")
    read.set_defaults(run=read_message)


def read_message(context: Context, args: Namespace) -> Answer:
    """Read one message: title, line break, text."""
    # The reader's word lists are loaded only by whoever reads a message.
    from dutydesk.services.message import MessageService  # noqa: PLC0415

    service = MessageService()
    if context.now is not None:
        # The clock is fixed only in a practice room, here as everywhere.
        context.reading_room()
    received_at = _received_at(context, args.received_at)
    reading = service.read(given_text(service, args.message), received_at)
    return Answer(reading_document(reading), reading_lines(reading))


def given_text(service: MessageService, named: str) -> str:
    """Return the text of a file, or of standard input where ``-`` stands for it."""
    if named == _STANDARD_INPUT:
        return service.decoded(_standard_input(), "标准输入")
    return service.text_of(path_of("file", named))


def reading_document(reading: MessageReading) -> dict[str, object]:
    """Return a reading as a document; what is not stated is null and has no span."""
    at = reading.occurred_at
    precision = reading.occurred_precision
    return {
        "category": reading.category.value if reading.category else None,
        "kind": reading.kind,
        "occurred_at": to_json(at) if at else None,
        "occurred_precision": precision.value if precision else None,
        "place": reading.place,
        **{figure: getattr(reading, figure) for figure in MESSAGE_FIGURES},
        "spans": {name: [span.start, span.end] for name, span in reading.spans.items()},
    }


def _received_at(context: Context, text: str | None) -> datetime:
    """Return when the message came; of a bare day its last minute, for any time of it may be."""
    if text is None:
        return context.clock.now()
    if len(text) == _DAY_LENGTH:
        return china_instant(day("received_at", text), 23, 59)
    return instant("received_at", text)


def _standard_input() -> bytes:
    # A stream that was closed before the start is None; one in a test holds text.
    if sys.stdin is None:
        return b""
    stream = getattr(sys.stdin, "buffer", None)
    if stream is not None:
        return bytes(stream.read(_MOST_READ))
    return sys.stdin.read().encode("utf-8", "surrogatepass")
