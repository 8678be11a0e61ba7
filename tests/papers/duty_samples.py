"""A month of duty for papers and charts."""

from datetime import UTC, date, datetime, timedelta

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.duty_figures import (
    CountedAnswer,
    CountedEntries,
    CountedShift,
    figures_of,
)
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.paper_span import month_of
from dutydesk.domain.report import ReportMedium

AT = datetime(2026, 7, 8, 10, 0, tzinfo=UTC)
FIGURES = figures_of(
    month_of(date(2026, 7, 1)),
    [
        CountedEntries(AT, EntryKind.INCOMING_CALL, 4),
        CountedEntries(AT + timedelta(hours=1), EntryKind.OUTGOING_CALL, 2),
        CountedEntries(AT, EntryKind.PATROL, 2),
    ],
    [CountedAnswer(AT, ReportMedium.PHONE, AT + timedelta(minutes=m)) for m in (9, 11, 70)],
    [
        CountedShift(DayClass.WORKDAY, AT, "丙某", ("甲某", "乙某"), AT),
        CountedShift(DayClass.WEEKEND, AT, "丙某", ("甲某", ""), AT + timedelta(minutes=20)),
        CountedShift(DayClass.LEGAL_HOLIDAY, AT, "", ("乙某", ""), AT, is_forced=True),
    ],
)
