"""Repeat callers: whether somebody calls again about what is on record already.

Rules of this file: the same number is the same caller; so is the same person of the same unit.
A unit alone is not: from a government office many people call about many things.
"""

from __future__ import annotations

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.phone import digits

CALLS = frozenset({EntryKind.INCOMING_CALL, EntryKind.OUTGOING_CALL})

# Fewer digits are the beginning of a number that is still being typed: 110 is a whole one.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class CallerTyped:
    """Who is at the other side of a call, as typed so far."""

    phone: str
    source: str
    person: str

    @property
    def is_telling(self) -> bool:
        """Tell whether there is enough to know somebody by."""
        return len(digits(self.phone)) >= _SHORTEST or bool(self.source and self.person)

    def has_number(self, phone: str) -> bool:
        """Tell whether the number typed rings the same telephone."""
        typed = digits(self.phone)
        return len(typed) >= _SHORTEST and typed == digits(phone)

    def is_same(self, phone: str, source: str, person: str) -> bool:
        """Tell whether a call on record was with the same caller."""
        is_person = bool(self.source and self.person) and (self.source, self.person) == (
            source,
            person,
        )
        return is_person or self.has_number(phone)


@dataclass(frozen=True, slots=True)
class RepeatCall:
    """The newest call with the same caller; by the same number, else by unit and person."""

    listed: ListedEntry
    is_same_number: bool
