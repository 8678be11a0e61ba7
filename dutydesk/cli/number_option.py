"""Numbers given on the command line."""

from __future__ import annotations

import re

from dutydesk.domain.errors import BadForm, BadInput
from dutydesk.domain.incident import FIGURE_LIMIT

# Nobody reads more lines, and the store counts in 64 bits.
_MOST_LINES = 1_000_000
_WHOLE = re.compile(r"\s*[+-]?\d{1,40}\s*")


def figure(field_name: str, text: str, *, example: str = "12") -> int:
    """Read a whole number of people, yuan or square metres; raises BadInput, BadForm.

    Beyond the limit it is a slip of the hand, and would not fit the record.
    """
    # int() would take 1_000 as well.
    if not _WHOLE.fullmatch(text):
        raise BadForm(field_name, text, example)
    value = int(text)
    if value > FIGURE_LIMIT:
        raise BadInput(field_name, text)
    return value


def offset(value: int) -> int:
    """Check how many lines are left out; raises BadInput."""
    if not 0 <= value <= _MOST_LINES:
        raise BadInput("offset", str(value))
    return value


def limit(value: int) -> int:
    """Check how many lines are wanted; raises BadInput."""
    if not 1 <= value <= _MOST_LINES:
        raise BadInput("limit", str(value))
    return value
