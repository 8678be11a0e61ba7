"""A draft: what somebody is typing, kept so that a power cut costs a word and not an entry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """One form's content; ``id`` is the id that the record will get."""

    id: str
    form: str
    content: Mapping[str, str]
    saved_at: datetime | None = None
