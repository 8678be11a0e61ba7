from datetime import date, timedelta

import pytest

from dutydesk.domain.day_view import DutyDay, Gap, GapReason, Mark
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_iso

START = from_iso("2026-11-20T08:30")


def mark(hours, kind=EntryKind.INCOMING_CALL, no=1, **facts):
    return Mark(f"条{no}", no, START + timedelta(hours=hours), kind, "安和", "异味", **facts)


@pytest.fixture
def day():
    """Give a day with one entry of each family and a gap."""
    marks = (
        mark(0),
        mark(6, EntryKind.FAX, 2),
        mark(12, EntryKind.PATROL, 3),
        mark(24, EntryKind.INCIDENT, 4, is_struck=True),
    )
    gap = Gap(START + timedelta(hours=13), START + timedelta(hours=20), GapReason.SILENT)
    end = START + timedelta(days=1)
    return DutyDay(date(2026, 11, 20), START, end, marks, (gap,), "丙某", ("甲某",))
