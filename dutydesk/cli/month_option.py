"""A calendar month of an option: ``--month 2026-11``."""

from __future__ import annotations

import re
from datetime import date
from typing import overload

from dutydesk.domain.errors import BadForm

_FORM = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


@overload
def month(field_name: str, text: str) -> date: ...
@overload
def month(field_name: str, text: None) -> None: ...
def month(field_name: str, text: str | None) -> date | None:
    """Return the first day of the month; raises BadForm."""
    if text is None:
        return None
    match = _FORM.fullmatch(text)
    if match is None or not int(match[1]) or int(match[2]) not in range(1, 13):
        raise BadForm(field_name, text, "2026-11")
    return date(int(match[1]), int(match[2]), 1)
