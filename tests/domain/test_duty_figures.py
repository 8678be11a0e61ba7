from datetime import UTC, date, datetime, timedelta

import pytest

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.duty_figures import (
    HANDOVER_LIMITS,
    RESPONSE_LIMITS,
    CountedAnswer,
    CountedEntries,
    CountedShift,
    class_of,
    figures_of,
)
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.paper_span import month_of
from dutydesk.domain.report import ReportMedium

NOVEMBER = month_of(date(2026, 11, 1))
AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)  # Saturday 02:00 in China


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0, 0), (600, 0), (601, 1), (900, 1), (3600, 3), (3601, 4)]
)
def test_a_limit_belongs_to_its_own_class(seconds: int, expected: int) -> None:
    assert class_of(timedelta(seconds=seconds), RESPONSE_LIMITS) == expected


@pytest.mark.parametrize(("minutes", "expected"), [(-12, 0), (0, 0), (1, 1), (30, 2), (31, 3)])
def test_relieved_early_is_on_time(minutes: int, expected: int) -> None:
    assert class_of(timedelta(minutes=minutes), HANDOVER_LIMITS) == expected


def test_entries_count_by_the_hour_in_china_and_months_by_the_whole_year() -> None:
    entries = [
        CountedEntries(AT, EntryKind.INCOMING_CALL, 3),
        CountedEntries(AT, EntryKind.PATROL, 2),
        CountedEntries(datetime(2026, 10, 31, 15, 0, tzinfo=UTC), EntryKind.OUTGOING_CALL, 5),
        CountedEntries(datetime(2026, 10, 31, 16, 0, tzinfo=UTC), EntryKind.OUTGOING_CALL, 1),
        CountedEntries(datetime(2025, 11, 20, 1, 0, tzinfo=UTC), EntryKind.FAX, 9),
    ]
    found = figures_of(NOVEMBER, entries, [], [])
    assert (found.entry_count, found.call_count) == (6, 4)
    assert found.call_hours[5][2] == 3
    assert found.by_kind[EntryKind.OUTGOING_CALL][9:11] == (5, 1)
    assert EntryKind.FAX not in found.by_kind
    assert not found.is_empty
    assert figures_of(NOVEMBER, [], [], []).is_empty


def test_answers_fall_into_classes_by_medium_and_have_a_middle() -> None:
    answers = [
        CountedAnswer(AT, ReportMedium.PHONE, AT + timedelta(minutes=m)) for m in (9, 11, 70)
    ]
    phone, written = figures_of(NOVEMBER, [], answers, []).responses
    assert phone.by_class == (1, 1, 0, 0, 1)
    assert phone.median_minutes == 11
    assert (written.count, written.median_minutes) == (0, None)


def test_a_shift_counts_for_each_of_its_people_once_and_a_forced_one_is_told_apart() -> None:
    shifts = [
        CountedShift(DayClass.WEEKEND, AT, "丙某", ("甲某", ""), AT + timedelta(minutes=4)),
        CountedShift(DayClass.WORKDAY, AT, "甲某", ("甲某", "乙某"), AT, is_forced=True),
        CountedShift(DayClass.WORKDAY, AT, "", ("乙某", "")),
    ]
    found = figures_of(NOVEMBER, [], [], shifts)
    assert found.handovers == (0, 1, 0, 0)
    assert found.forced_count == 1
    assert [(one.person, one.total, one.as_lead) for one in found.people] == [
        ("乙某", 2, 0),
        ("甲某", 2, 1),
        ("丙某", 1, 1),
    ]
    assert found.people[1].by_class == {DayClass.WEEKEND: 1, DayClass.WORKDAY: 1}
