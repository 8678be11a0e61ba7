"""An entry meant by its number in the log: #12, 第12条, 1120#12, 11月20日第12条."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.typed_time import TypedTimeUnclear, read_typed_day

_TYPED = re.compile(r"(?P<day>.*?)\s*(?:#\s*(?P<no>\d{1,5})|第\s*(?P<said>\d{1,5})\s*条)")


@dataclass(frozen=True, slots=True)
class EntryNumber:
    """The number, and the duty day where one was written."""

    no: int
    day: date | None = None


def typed_number(text: str, today: date) -> EntryNumber | None:
    """Return the entry that is meant; None where the text are words to look for."""
    found = _TYPED.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        return None
    no = int(found["no"] or found["said"])
    if not found["day"]:
        return EntryNumber(no)
    try:
        return EntryNumber(no, read_typed_day(found["day"], today))
    except TypedTimeUnclear:
        return None
