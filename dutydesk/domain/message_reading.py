"""What a pasted message says about an emergency, and the words that each part came from.

A reading proposes; an officer accepts it field by field. What the message does not state is None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident import IncidentCategory

MESSAGE_LENGTH = 20_000
"""Characters of a message at most; a longer text is a document, not a message."""


class TimePrecision(StrEnum):
    """How closely a message tells its time: 分, 时, 日, or a part of the day (凌晨, 下午, 晚)."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    PART_OF_DAY = "part_of_day"


@dataclass(frozen=True)
class Span:
    """Where in the pasted text the words stand: characters ``start`` up to before ``end``."""

    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class MessageReading:
    """What was read. ``spans`` names the words by field, in characters of the text as pasted.

    ``occurred_at`` lies at the beginning of what is stated: of the day, of its part, of the hour.
    """

    category: IncidentCategory | None = None
    kind: str | None = None
    occurred_at: datetime | None = None
    occurred_precision: TimePrecision | None = None
    place: str | None = None
    deaths: int | None = None
    missing: int | None = None
    injured: int | None = None
    seriously_injured: int | None = None
    poisoned_or_ill: int | None = None
    spans: Mapping[str, Span] = field(default_factory=dict)


MESSAGE_FIGURES = ("deaths", "missing", "injured", "seriously_injured", "poisoned_or_ill")
"""The figures a message is read for, in the order in which reports name them."""


@dataclass(eq=False)
class MessageEmpty(Refusal):
    """There is no word to read."""


@dataclass(eq=False)
class MessageTooLong(Refusal):
    """The text is longer than any message."""

    length: int
    limit: int


@dataclass(eq=False)
class MessageFileMissing(Refusal):
    """There is no such file, or it may not be read."""

    name: str


@dataclass(eq=False)
class MessageFileUnreadable(Refusal):
    """The content is no text, or in no encoding that offices use."""

    name: str
