from datetime import timedelta

from dutydesk.domain.deadline import ClockStatus
from dutydesk.domain.incident_timeline import (
    IncidentTimeline,
    MarkKind,
    TimelineClock,
    TimelineMark,
    in_order,
)
from dutydesk.domain.report import ReportMedium
from tests.incident_builders import RECEIVED, at


def mark(kind: MarkKind, minutes: int) -> TimelineMark:
    return TimelineMark(kind=kind, at=RECEIVED + timedelta(minutes=minutes), word="", words="")


def test_marks_stand_in_order_of_time_and_of_what_they_are() -> None:
    marks = [mark(MarkKind.ENTRY, 0), mark(MarkKind.REPORT, 5), mark(MarkKind.RECEIVED, 0)]
    assert [one.kind for one in in_order(marks)] == ["received", "entry", "report"]


def test_a_lane_holds_one_medium_and_every_instant_has_a_place() -> None:
    phone = TimelineClock(
        medium=ReportMedium.PHONE,
        starts_at=RECEIVED,
        due_at=at("2026-11-21 02:45"),
        status=ClockStatus.MET,
        word="首报",
        words="",
        stopped_at=at("2026-11-21 02:30"),
    )
    timeline = IncidentTimeline(
        incident_id="i1",
        incident_no="2026-001",
        title="火灾",
        starts_at=RECEIVED,
        ends_at=at("2026-11-21 03:00"),
        is_running=False,
        as_of=at("2026-11-21 03:00"),
        marks=(mark(MarkKind.ENTRY, 5),),
        clocks=(phone,),
    )
    assert timeline.lane(ReportMedium.PHONE) == (phone,)
    assert timeline.lane(ReportMedium.WRITTEN) == ()
    minutes = [(one - RECEIVED) // timedelta(minutes=1) for one in timeline.instants()]
    assert minutes == [0, 5, 15, 30, 45]
