"""What is looked for in the duty log, and what of an entry is looked through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import SEARCHED, ListedEntry, LogEntry
from dutydesk.domain.entry_detail import details_text
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.phone import digits
from dutydesk.domain.search_text import folded


@dataclass(frozen=True, slots=True)
class LogSearch:
    """What is looked for: words (all must be found) and whatever else is set, all of it.

    ``source`` and ``person`` are parts of those fields, ``phone`` any part of the digits of the
    number. ``officer_id`` is who recorded it. Without anything set there are no hits. ``before``
    goes on behind a local number that was shown already.
    """

    text: str = ""
    since: date | None = None
    until: date | None = None
    kinds: tuple[EntryKind, ...] = ()
    source: str = ""
    person: str = ""
    phone: str = ""
    officer_id: str | None = None
    is_open: bool = False
    is_late: bool = False
    is_corrected: bool = False
    limit: int = 50
    before: int | None = None

    def is_empty(self) -> bool:
        """Tell whether nothing is asked for."""
        bare = replace(
            self,
            text=self.text.strip(),
            source=self.source.strip(),
            person=self.person.strip(),
            phone=digits(self.phone),
        )
        return bare == LogSearch(limit=self.limit, before=self.before)

    def parts(self) -> dict[str, str]:
        """Return what each field must hold, folded as search folds it; the number by its digits.

        A number without a digit asks for nothing.
        """
        asked = {
            "source": folded(self.source).strip(),
            "person": folded(self.person).strip(),
            "phone": digits(self.phone),
        }
        return {name: part for name, part in asked.items() if part}


@dataclass(frozen=True, slots=True)
class Found:
    """Search hits, newest first; the count is capped, then ``is_capped`` is true.

    ``rowids`` are the local numbers of ``entries``, for lists that page by number.
    """

    entries: tuple[ListedEntry, ...]
    total_at_least: int
    is_capped: bool
    rowids: tuple[int, ...] = ()


def searched_text(entry: LogEntry) -> str:
    """Return what search looks through, one field a line so that no word spans two fields."""
    typed = "\n".join([getattr(entry, name) for name in SEARCHED])
    return whole_text(typed, entry.phone, entry.details)


def whole_text(typed: str, phone: str, details: Mapping[str, str]) -> str:
    """Return the searched text of an entry whose ``SEARCHED`` fields are joined already.

    A number written with dashes stands there a second time by its digits.
    """
    bare = bare_number(phone)
    if bare:
        typed += f"\n{bare}"
    return f"{typed}\n{details_text(details)}" if details else typed


def bare_number(phone: str) -> str:
    """Return the digits of a number that is written with anything else; empty for plain digits."""
    return "" if phone == "" or (phone.isascii() and phone.isdigit()) else digits(phone)
