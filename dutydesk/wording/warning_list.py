"""Warnings as a spreadsheet, and the words of their fields in the history."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.instants import china
from dutydesk.domain.list_table import Cell
from dutydesk.domain.warning import WarningNotice
from dutydesk.wording import warning as words
from dutydesk.wording.warning import FIELD

WARNING_TITLE = "预警"
_TOLD = ("issued_by", "doc_no", "issued_at", "received_at", "valid_from", "valid_to", "area")
_SAID = ("content", "measures", "cause", "period", "impact")
_DONE = ("reported_at", "reported_to", "forwarded_at", "forwarded_to")
_RESPONSE = (
    "response_matter",
    "response_measures",
    "response_until",
    "response_started_at",
    "response_ended_at",
    "ended_at",
)
WARNING_COLUMNS = (
    FIELD["warning_no"],
    FIELD["kind"],
    FIELD["color"],
    FIELD["state"],
    FIELD["title"],
    *(FIELD[name] for name in (*_TOLD, *_SAID)),
    FIELD["channels"],
    *(FIELD[name] for name in _DONE),
    FIELD["response_level"],
    *(FIELD[name] for name in _RESPONSE),
    FIELD["recorder"],
)


def warning_row(warning: WarningNotice, now: datetime) -> tuple[Cell, ...]:
    """Return the cells of one warning."""
    level = warning.response_level
    return (
        warning.warning_no,
        warning.kind,
        words.WARNING_COLOR[warning.color],
        words.state_word(warning, now),
        warning.title,
        *(_cell(getattr(warning, name)) for name in (*_TOLD, *_SAID)),
        "、".join(warning.channels),
        *(_cell(getattr(warning, name)) for name in _DONE),
        words.RESPONSE_LEVEL[level] if level is not None else "",
        *(_cell(getattr(warning, name)) for name in _RESPONSE),
        warning.recorder,
    )


def _cell(value: object) -> Cell:
    """Return a moment as spreadsheets hold it: China time without an offset."""
    if isinstance(value, datetime):
        return china(value).replace(tzinfo=None)
    return value if isinstance(value, str) else None
