"""Reads a holiday file from a USB stick: one year in the shape of holiday-cn."""

from __future__ import annotations

import json
from pathlib import Path

from dutydesk.domain.holiday import Notice, read_notice
from dutydesk.domain.holiday_refusals import HolidayFileUnreadable
from dutydesk.exchange.guard import content_of

# A year is some kilobytes; whatever is larger is no such file, and is not parsed.
MAX_BYTES = 200_000


def read_holiday_file(path: Path) -> Notice:
    """Return the year a file tells.

    Raises ForeignFileMissing, ForeignFileTooLarge, HolidayFileUnreadable and what ``read_notice``
    raises.
    """
    content = content_of(path)
    if len(content) > MAX_BYTES:
        raise HolidayFileUnreadable(path.name)
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise HolidayFileUnreadable(path.name) from error
    return read_notice(document, path.name)
