"""What a message offers the incident form, field by field, and what stands there already; pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.message_reading import MESSAGE_FIGURES, MessageReading, Span, TimePrecision
from dutydesk.ui.incident.entry_facts import title_from
from dutydesk.wording.incident import CATEGORY, FIELD
from dutydesk.wording.message import field_value
from dutydesk.wording.when import with_year

_TITLE_LENGTH = 30


@dataclass(frozen=True)
class MessagePart:
    """One field as the message states it.

    ``value`` goes into the form. ``held`` is what stands there and would be replaced; ``note`` is
    what the officer should know before accepting it.
    """

    field: str
    word: str
    said: str
    value: str | int | datetime | tuple[IncidentCategory, str]
    span: Span | None = None
    held: str = ""
    note: str = ""


def message_parts(
    reading: MessageReading, text: str, held: Mapping[str, str]
) -> list[MessagePart]:
    """Return what is offered, in the order of the form; ``held`` are the lines of the form."""
    parts = [
        *_title(text, held),
        *_kind(reading, held),
        *_place(reading, held),
        *_occurred_at(reading, held),
        *(part for name in MESSAGE_FIGURES for part in _figure(reading, name, held)),
        *_situation(text, held),
    ]
    return [part for part in parts if not part.held or part.held != str(part.value)]


def not_stated(reading: MessageReading) -> list[str]:
    """Return the words of the fields that the message does not state."""
    fields = ("kind", "place", "occurred_at", *MESSAGE_FIGURES)
    return [FIELD[name] for name in fields if getattr(reading, name) is None]


def _title(text: str, held: Mapping[str, str]) -> list[MessagePart]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return []
    # A heading is short; a message of one piece has none.
    title = lines[0] if len(lines[0]) <= _TITLE_LENGTH else title_from(lines[0])
    start = text.find(title)
    span = Span(start, start + len(title)) if start >= 0 else None
    return [
        MessagePart("title", FIELD["title"], title, title, span, held.get("title", "").strip())
    ]


def _kind(reading: MessageReading, held: Mapping[str, str]) -> list[MessagePart]:
    if reading.kind is None or reading.category is None:
        return []
    standing = held.get("kind", "").strip()
    if standing.startswith(reading.kind):
        return []
    said = f"{reading.kind}（{CATEGORY[reading.category]}）"
    value = (reading.category, reading.kind)
    return [MessagePart("kind", FIELD["kind"], said, value, reading.spans.get("kind"), standing)]


def _place(reading: MessageReading, held: Mapping[str, str]) -> list[MessagePart]:
    if reading.place is None:
        return []
    standing = held.get("place", "").strip()
    span = reading.spans.get("place")
    return [MessagePart("place", FIELD["place"], reading.place, reading.place, span, standing)]


def _occurred_at(reading: MessageReading, held: Mapping[str, str]) -> list[MessagePart]:
    at = reading.occurred_at
    if at is None:
        return []
    note = ""
    if reading.occurred_precision in {TimePrecision.DAY, TimePrecision.PART_OF_DAY}:
        note = f"时刻没有说，填成{with_year(at)}，请问清后改"
    return [
        MessagePart(
            "occurred_at",
            FIELD["occurred_at"],
            field_value(reading, "occurred_at"),
            at,
            reading.spans.get("occurred_at"),
            held.get("occurred_at", "").strip(),
            note,
        )
    ]


def _figure(reading: MessageReading, name: str, held: Mapping[str, str]) -> list[MessagePart]:
    value = getattr(reading, name)
    if value is None:
        return []
    said, standing = field_value(reading, name), held.get(name, "").strip()
    return [MessagePart(name, FIELD[name], said, value, reading.spans.get(name), standing)]


def _situation(text: str, held: Mapping[str, str]) -> list[MessagePart]:
    whole, standing = text.strip(), held.get("situation", "").strip()
    if not whole or whole in standing:
        return []
    said = f"原文{len(whole)}字" + ("，接在已写的后面" if standing else "")
    value = f"{standing}\n{whole}" if standing else whole
    return [MessagePart("situation", FIELD["situation"], said, value)]
