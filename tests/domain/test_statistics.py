from datetime import date, datetime

import pytest

from dutydesk.domain.incident import IncidentCategory, IncidentLevel
from dutydesk.domain.paper_span import PaperSpan, month_of
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.domain.statistics import (
    CountedIncident,
    CountedReport,
    LateReport,
    hours_of,
    statistics_of,
)
from tests.incident_builders import at

NOVEMBER = month_of(date(2026, 11, 20))
ACCIDENT, NATURAL = IncidentCategory.ACCIDENT, IncidentCategory.NATURAL


def incident(
    received: str,
    kind: str = "火灾",
    level: str = "ordinary",
    category: IncidentCategory = ACCIDENT,
    **marks: bool,
) -> CountedIncident:
    return CountedIncident(category, kind, IncidentLevel(level), at(received), **marks)


def report(
    sent: str, stage: str = "first", medium: str = "phone", **changes: object
) -> CountedReport:
    facts: dict[str, object] = {
        "incident_id": "i1",
        "incident_no": "2026-001",
        "title": "丰收市场火灾",
        "stage": ReportStage(stage),
        "medium": ReportMedium(medium),
        "sequence_no": 1,
        "sent_at": at(sent),
    }
    return CountedReport(**(facts | changes))  # type: ignore[arg-type]


def test_incidents_count_by_category_kind_and_level() -> None:
    found = statistics_of(
        NOVEMBER,
        [
            incident("2026-11-01 00:00"),
            incident("2026-11-30 23:59", level="serious", is_serious_near_miss=True),
            incident("2026-11-12 08:00", kind="爆炸"),
            incident("2026-11-12 08:00", kind="洪涝", category=NATURAL, level="unclassified"),
        ],
        [],
    )
    assert [(one.kind, one.total, one.by_level) for one in found.kinds] == [
        ("洪涝", 1, (0, 0, 0, 0, 1)),
        ("火灾", 2, (0, 1, 0, 1, 0)),
        ("爆炸", 1, (0, 0, 0, 1, 0)),
    ]
    assert found.by_level == (0, 1, 0, 2, 1)
    assert found.by_category()[ACCIDENT] == (0, 1, 0, 2, 0)
    assert found.by_category()[IncidentCategory.SOCIAL_SAFETY] == (0, 0, 0, 0, 0)
    assert (found.incident_count, found.near_miss_count) == (4, 1)


@pytest.mark.parametrize("received", ["2026-10-31 23:59", "2026-12-01 00:00"])
def test_a_day_of_china_decides_whether_it_is_inside(received: str) -> None:
    assert statistics_of(NOVEMBER, [incident(received)], [report(received)]).is_empty


def test_a_false_alarm_is_told_apart_and_counts_nowhere_else() -> None:
    found = statistics_of(NOVEMBER, [incident("2026-11-02 03:00", is_exit=True)], [])
    assert (found.incident_count, found.exit_count) == (0, 1)
    assert sum(map(sum, found.hours)) == 0
    assert sum(one.count for one in found.months) == 0
    assert not found.is_empty


def test_hours_are_those_of_china_with_monday_first() -> None:
    sunday_night = incident("2026-11-22 00:30")
    monday = incident("2026-11-23 23:59")
    hours = statistics_of(NOVEMBER, [sunday_night, monday, monday], []).hours
    assert (hours[6][0], hours[0][23]) == (1, 2)
    assert sum(map(sum, hours)) == 3
    assert [len(day) for day in hours] == [24] * 7
    assert hours_of([(at("2026-11-23 08:00"), 5)])[0][8] == 5


def test_on_time_is_told_for_each_stage_and_medium_that_had_a_limit() -> None:
    due: datetime = at("2026-11-02 04:00")
    found = statistics_of(
        NOVEMBER,
        [],
        [
            report("2026-11-02 03:00", due_at=due, is_met=True),
            report("2026-11-02 03:10", due_at=due, is_met=True),
            report("2026-11-02 04:08", due_at=due, is_met=False, late_by_minutes=8),
            report("2026-11-02 05:00", "first", "written", due_at=due, is_met=True),
            report("2026-11-02 06:00", "follow_up", "written"),
        ],
    )
    assert [(one.stage, one.medium, one.due, one.met) for one in found.on_time] == [
        ("first", "phone", 3, 2),
        ("first", "written", 1, 1),
    ]
    assert found.on_time[0].percent == pytest.approx(66.67, abs=0.01)
    assert found.total_on_time == (4, 3)
    assert found.report_count == 5


def test_late_ones_are_listed_with_their_reasons_by_their_limits_with_the_unsent() -> None:
    due = at("2026-11-02 04:00")
    unsent = LateReport(
        "i1",
        "2026-002",
        "爆炸",
        ReportStage.FIRST,
        ReportMedium.WRITTEN,
        0,
        at("2026-11-02 03:30"),
        None,
        40,
    )
    late = report(
        "2026-11-02 04:08", due_at=due, is_met=False, late_by_minutes=8, late_reason="通信中断"
    )
    found = statistics_of(NOVEMBER, [], [late, report("2026-11-02 03:00", is_met=True)], [unsent])
    assert found.late[0] is unsent
    assert (found.late[1].reason, found.late[1].late_by_minutes) == ("通信中断", 8)


def test_months_are_those_of_the_year_with_the_year_before_beside_them() -> None:
    found = statistics_of(
        PaperSpan(date(2026, 2, 1), date(2026, 2, 28)),
        [
            incident("2026-02-01 08:00"),
            incident("2026-11-01 08:00"),
            incident("2025-02-01 08:00"),
            incident("2025-02-03 08:00"),
            incident("2024-02-03 08:00"),
        ],
        [],
    )
    assert [(one.count, one.year_before) for one in found.months][:2] == [(0, 0), (1, 2)]
    assert found.months[10].count == 1
    assert found.incident_count == 1
