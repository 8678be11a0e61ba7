"""The option ``--detail NAME=VALUE``: one field of the kind of an entry."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from dutydesk.cli.context import instant
from dutydesk.domain.entry_detail import NO, YES, DetailType, DetailUnfit, field_of
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import BadForm
from dutydesk.domain.instants import to_text
from dutydesk.wording.entry_detail import FLAG

_FLAGS = {FLAG[YES]: YES, FLAG[NO]: NO}


def add_detail(parser: argparse.ArgumentParser) -> None:
    """Let a command take any number of details."""
    parser.add_argument("--detail", action="append", metavar="NAME=VALUE")


def details_of(kind: EntryKind, typed: Sequence[str] | None) -> dict[str, str]:
    """Return the details by name, as they are kept; raises BadForm, DetailUnfit."""
    found = {}
    for pair in typed or ():
        name, equals, value = pair.partition("=")
        if not equals:
            raise BadForm("details", pair, "read_back=yes")
        found[name] = _kept(kind, name, value)
    return found


def _kept(kind: EntryKind, name: str, value: str) -> str:
    field = field_of(kind, name)
    if field is None:
        raise DetailUnfit(kind, name, value)
    if field.type is DetailType.INSTANT:
        return to_text(instant("details", value)) if value else ""
    return _FLAGS.get(value, value) if field.type is DetailType.FLAG else value
