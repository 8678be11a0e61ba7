"""Open items 未办结事项: followed up until closed, carried over shifts (domain notes §7.10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import MAX_FIELD
from dutydesk.domain.errors import Refusal

_TITLE_LENGTH = 40
_STOPS = "。；，、：.;,:"


class OpenItemStatus(StrEnum):
    """未办结, 已办结."""

    OPEN = "open"
    CLOSED = "closed"


class Importance(StrEnum):
    """一般, 重要."""

    ORDINARY = "ordinary"
    IMPORTANT = "important"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftOpenItem:
    """What an officer typed; ``id`` is made by the form, so that saving twice writes once.

    ``attention`` is what the next shift must know; ``remind_at`` is when the desk speaks of it.
    """

    id: str
    title: str
    owner: str
    due_at: datetime | None = None
    attention: str = ""
    origin_entry_id: str | None = None
    importance: Importance = Importance.ORDINARY
    remind_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """One open item; ``owner`` is a unit or person as written, empty until somebody has it."""

    id: str
    title: str
    owner: str
    status: OpenItemStatus
    created_at: datetime
    created_shift_id: str
    origin_entry_id: str | None = None
    due_at: datetime | None = None
    attention: str = ""
    result: str = ""
    closed_at: datetime | None = None
    closed_by: str | None = None
    importance: Importance = Importance.ORDINARY
    remind_at: datetime | None = None

    def is_overdue(self, now: datetime) -> bool:
        """Tell whether an open item has passed its time."""
        return self.status is OpenItemStatus.OPEN and self.due_at is not None and self.due_at < now


@dataclass(eq=False)
class OpenItemClosed(Refusal):
    """The item was closed before."""

    title: str
    closed_at: datetime


@dataclass(eq=False)
class OpenItemResultMissing(Refusal):
    """Closing needs a result."""


@dataclass(eq=False)
class OpenItemTitleMissing(Refusal):
    """An open item says what is open."""


@dataclass(eq=False)
class OpenItemDueInPast(Refusal):
    """The time by which it should be done has passed already."""

    due_at: datetime


@dataclass(eq=False)
class OpenItemRemindInPast(Refusal):
    """The time at which the desk should speak of it has passed already."""

    remind_at: datetime


@dataclass(eq=False)
class OpenItemTextTooLong(Refusal):
    """A text of an item is longer than is taken; ``limit`` in characters."""

    field: str
    length: int
    limit: int


def check_length(field: str, text: str) -> None:
    """Raise OpenItemTextTooLong: an item stands on every handover until it is closed."""
    if len(text) > MAX_FIELD:
        raise OpenItemTextTooLong(field, len(text), MAX_FIELD)


def first_paragraph(text: str) -> str:
    """Return the first line of an entry, whole."""
    return next(iter(text.strip().splitlines()), "").strip()


def title_from(text: str) -> str:
    """Return the first line of an entry as a title: the clauses that fit, no closing mark.

    What does not fit is left out at the end of a clause and never marked as cut: the title is
    stored and printed, and whoever reads it later takes a cut for the officer's own.
    """
    first = first_paragraph(text)
    if len(first.rstrip(_STOPS)) > _TITLE_LENGTH:
        fitting = first[: _TITLE_LENGTH + 1]
        end = max(fitting.rfind(stop) for stop in _STOPS)
        first = fitting[:end] if end > 0 else fitting[:_TITLE_LENGTH]
    return first.rstrip(_STOPS)


def after_correction(item: OpenItem, old_text: str, entry_id: str, new_text: str) -> OpenItem:
    """Return an open item whose entry was corrected: it follows the correcting entry.

    A title that was taken from the old text is taken anew; one that somebody wrote stays.
    """
    title = title_from(new_text) if item.title == title_from(old_text) else item.title
    return replace(item, origin_entry_id=entry_id, title=title)
