"""A calendar month of an option: ``--month 2026-11``."""

from __future__ import annotations

import re
from datetime import date
from typing import overload

from dutydesk.domain.errors import BadForm
from dutydesk.domain.instants import day_from_iso

_FORM = re.compile(r"\d{4}-\d{2}", re.ASCII)


@overload
def month(field_name: str, text: str) -> date: ...
@overload
def month(field_name: str, text: None) -> None: ...
def month(field_name: str, text: str | None) -> date | None:
    """Return the first day of the month; raises BadForm."""
    if text is None:
        return None
    if not _FORM.fullmatch(text):
        raise BadForm(field_name, text, "2026-11")
    try:
        return day_from_iso(f"{text}-01")
    except ValueError as error:
        raise BadForm(field_name, text, "2026-11") from error
