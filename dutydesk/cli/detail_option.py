"""The option ``--detail NAME=VALUE``: one field of the kind of an entry."""

from __future__ import annotations

import argparse
import unicodedata
from collections.abc import Sequence

from dutydesk.domain.entry_detail import NO, YES, DetailType, DetailUnfit, field_of
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import BadForm, BadInput
from dutydesk.domain.instants import from_iso, to_text
from dutydesk.wording.entry_detail import FLAG

_INSTANT = "2026-11-21T02:15+08:00"
_FLAGS = {FLAG[YES]: YES, FLAG[NO]: NO}


def add_detail(parser: argparse.ArgumentParser) -> None:
    """Let a command take any number of details."""
    parser.add_argument("--detail", action="append", metavar="NAME=VALUE")


def details_of(kind: EntryKind, typed: Sequence[str] | None) -> dict[str, str]:
    """Return the details by name, as they are kept; raises BadForm, BadInput, DetailUnfit."""
    found: dict[str, str] = {}
    for pair in typed or ():
        name, equals, value = pair.partition("=")
        if not equals:
            raise BadForm("details", pair, "read_back=yes")
        if name in found:
            # Which of the two was meant is not for the program to guess.
            raise BadInput("details", pair)
        found[name] = _kept(kind, name, value)
    return found


def _kept(kind: EntryKind, name: str, value: str) -> str:
    field = field_of(kind, name)
    if field is None:
        raise DetailUnfit(kind, name, value)
    if field.type is DetailType.INSTANT:
        try:
            return to_text(from_iso(value)) if value else ""
        except ValueError as error:
            raise BadForm("details", f"{name}={value}", f"{name}={_INSTANT}") from error
    if field.type is DetailType.NUMBER:
        return unicodedata.normalize("NFKC", value).strip()
    return _FLAGS.get(value, value) if field.type is DetailType.FLAG else value
