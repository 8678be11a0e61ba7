from datetime import datetime, timedelta

import pytest

from dutydesk.domain.deadline import ClockStatus, ReportClock, answered_clock, clocks
from dutydesk.domain.deadline_limit import as_at, late_by, limit_for
from dutydesk.domain.deadline_rule import ClockStart
from dutydesk.domain.report import Report, ReportMedium, ReportStage
from tests.incident_builders import RECEIVED, at, file, grading, preset, report, rule

PROVINCE = preset("province")
DISTRICT = preset("district")
FOLLOW_UP = (ReportStage.FOLLOW_UP, ReportMedium.WRITTEN)
FIRST_PHONE = (ReportStage.FIRST, ReportMedium.PHONE)


def first(text: str) -> Report:
    return report("first", "written", at(text))


def more(text: str) -> Report:
    return report("follow_up", "written", at(text))


def follow_ups(*reports: Report, now: str) -> list[ReportClock]:
    found = clocks(file(grading("serious"), reports=reports), PROVINCE, at(now))
    return [one for one in found if one.stage is ReportStage.FOLLOW_UP]


def running(*reports: Report, now: str) -> tuple[datetime, datetime, str] | None:
    found = [(one.starts_at, one.due_at, one.status) for one in follow_ups(*reports, now=now)]
    assert len(found) < 2
    return found[0] if found else None


def test_no_follow_up_is_due_before_the_first_paper() -> None:
    assert running(now="2026-11-21 09:00") is None
    assert (
        running(report("first", "phone", at("2026-11-21 02:20")), now="2026-11-21 09:00") is None
    )


def test_the_first_follow_up_is_due_at_the_next_daily_time() -> None:
    assert running(first("2026-11-21 02:45"), now="2026-11-21 03:00") == (
        at("2026-11-21 02:45"),
        at("2026-11-21 08:00"),
        "running",
    )


def test_after_a_missed_follow_up_the_next_daily_time_has_a_clock_of_its_own() -> None:
    found = follow_ups(first("2026-11-21 02:45"), now="2026-11-21 09:00")
    assert [(one.due_at, one.status) for one in found] == [
        (at("2026-11-21 08:00"), ClockStatus.OVERDUE),
        (at("2026-11-21 17:00"), ClockStatus.RUNNING),
    ]
    assert [one.starts_at for one in found] == [at("2026-11-21 02:45"), at("2026-11-21 08:00")]


def test_a_week_of_silence_is_one_missed_clock_that_knows_how_many_it_stands_for() -> None:
    found = follow_ups(first("2026-11-21 02:45"), now="2026-11-23 17:10")
    assert [(one.due_at, one.missed_count) for one in found] == [
        (at("2026-11-23 17:00"), 6),
        (at("2026-11-24 08:00"), 0),
    ]


def test_a_follow_up_just_before_eight_is_not_asked_for_again_at_eight() -> None:
    found = follow_ups(first("2026-11-20 09:30"), more("2026-11-22 07:55"), now="2026-11-22 07:56")
    assert [one.due_at for one in found] == [at("2026-11-22 17:00")]


def test_a_follow_up_five_minutes_late_does_not_do_away_with_the_next_morning() -> None:
    found = follow_ups(first("2026-11-21 08:30"), more("2026-11-21 17:05"), now="2026-11-21 17:06")
    assert [one.due_at for one in found] == [at("2026-11-22 08:00")]


def test_a_follow_up_in_its_window_starts_the_next_clock() -> None:
    found = running(first("2026-11-21 02:45"), more("2026-11-21 07:50"), now="2026-11-21 07:55")
    assert found == (at("2026-11-21 07:50"), at("2026-11-21 17:00"), "running")


def test_two_follow_ups_in_one_window_do_not_meet_the_next_one() -> None:
    reports = (first("2026-11-21 02:45"), more("2026-11-21 06:00"), more("2026-11-21 07:50"))
    found = running(*reports, now="2026-11-21 16:00")
    assert found is not None
    assert found[1] == at("2026-11-21 17:00")


def test_a_late_follow_up_covers_all_times_missed_before_it() -> None:
    found = running(first("2026-11-21 02:45"), more("2026-11-22 09:30"), now="2026-11-22 10:00")
    assert found == (at("2026-11-22 09:30"), at("2026-11-22 17:00"), "running")


def test_of_a_missed_and_a_coming_daily_clock_the_one_that_will_be_answered_is_found() -> None:
    found = follow_ups(first("2026-11-21 08:30"), now="2026-11-21 17:05")
    dues = [
        one.due_at
        for text in ("2026-11-21 17:05", "2026-11-22 07:55")
        if (one := answered_clock(found, *FOLLOW_UP, at(text))) is not None
    ]
    assert dues == [at("2026-11-21 17:00"), at("2026-11-22 08:00")]
    assert answered_clock(found, *FIRST_PHONE, RECEIVED) is None


def test_no_follow_up_is_due_after_the_final_report() -> None:
    reports = (first("2026-11-21 02:45"), report("final", "written", at("2026-11-21 07:00")))
    assert running(*reports, now="2026-11-21 09:00") is None


@pytest.mark.parametrize(
    ("earlier", "sent", "due", "late"),
    [
        ([], "2026-11-21 07:59", "2026-11-21 08:00", 0),
        ([], "2026-11-21 08:00", "2026-11-21 08:00", 0),
        ([], "2026-11-21 08:01", "2026-11-21 08:00", 1),
        ([], "2026-11-21 02:45", "2026-11-21 08:00", 0),
        (["2026-11-21 07:00"], "2026-11-21 07:30", "2026-11-21 08:00", 0),
        (["2026-11-21 07:00"], "2026-11-21 08:30", "2026-11-21 17:00", 0),
        (["2026-11-21 07:00", "2026-11-21 09:00"], "2026-11-21 16:00", "2026-11-21 17:00", 0),
        (["2026-11-21 07:00"], "2026-11-21 17:05", "2026-11-21 17:00", 5),
        (["2026-11-21 07:00"], "2026-11-22 07:00", "2026-11-22 08:00", 0),
        (["2026-11-21 07:00"], "2026-11-24 07:55", "2026-11-24 08:00", 0),
    ],
)
def test_a_follow_up_is_held_to_the_daily_time_it_is_sent_before(
    earlier: list[str], sent: str, due: str, late: int
) -> None:
    reports = (first("2026-11-21 02:45"), *(more(text) for text in earlier))
    limit = limit_for(file(grading("serious"), reports=reports), PROVINCE, FOLLOW_UP, at(sent))
    assert limit is not None
    assert limit.due.due_at == at(due)
    assert limit.due.starts_at < limit.due.due_at
    assert late_by(limit, at(sent)) == late


def test_the_level_below_the_daily_rule_has_no_follow_up_clock() -> None:
    reports = (first("2026-11-21 02:45"),)
    held = file(grading("ordinary"), reports=reports)
    assert limit_for(held, PROVINCE, FOLLOW_UP, at("2026-11-21 09:00")) is None


def test_daily_times_that_come_with_a_rise_count_from_the_rise() -> None:
    reports = (first("2026-11-21 02:45"),)
    raised = grading("serious", at("2026-11-22 09:00"))
    found = clocks(
        file(grading("ordinary"), raised, reports=reports), PROVINCE, at("2026-11-22 09:01")
    )
    follow_up = next(one for one in found if one.stage is ReportStage.FOLLOW_UP)
    assert follow_up.due_at == at("2026-11-22 17:00")
    assert follow_up.status is ClockStatus.RUNNING


def test_of_two_daily_rules_the_one_whose_time_comes_is_named() -> None:
    held = file(grading("serious"), reports=(first("2026-11-21 02:45"),))
    rules = [
        rule(
            id=f"at-{text}",
            stage=ReportStage.FOLLOW_UP,
            medium=ReportMedium.WRITTEN,
            minutes=None,
            daily_times=(text,),
            starts_from=ClockStart.FIRST_DELIVERY,
        )
        for text in ("08:00", "17:00")
    ]
    morning = limit_for(held, rules, FOLLOW_UP, at("2026-11-21 07:00"))
    evening = limit_for(
        file(grading("serious"), reports=(*held.reports, more("2026-11-21 07:00"))),
        rules,
        FOLLOW_UP,
        at("2026-11-21 12:00"),
    )
    assert morning is not None
    assert evening is not None
    assert [one.due.rule.id for one in (morning, evening)] == ["at-08:00", "at-17:00"]


@pytest.mark.parametrize("stage", [ReportStage.VERIFICATION, ReportStage.FINAL])
def test_a_unit_may_set_a_span_for_later_stages_from_the_first_paper(stage: ReportStage) -> None:
    rules = [
        rule(
            stage=stage,
            medium=ReportMedium.WRITTEN,
            minutes=2880,
            starts_from=ClockStart.FIRST_DELIVERY,
        )
    ]
    assert clocks(file(), rules, at("2026-11-22 00:00")) == []
    held = file(reports=(first("2026-11-21 02:45"),))
    found = clocks(held, rules, at("2026-11-22 00:00"))
    assert [one.due_at for one in found] == [at("2026-11-23 02:45")]


@pytest.mark.parametrize(("seconds", "late"), [(0, 0), (1, 1), (60, 1), (61, 2), (-5, 0)])
def test_late_minutes_are_rounded_up(seconds: int, late: int) -> None:
    limit = limit_for(file(), DISTRICT, FIRST_PHONE, RECEIVED)
    assert limit is not None
    assert limit.judged_at is not None
    assert late_by(limit, limit.judged_at + timedelta(seconds=seconds)) == late


def test_a_report_is_held_to_the_level_of_the_moment_it_was_sent() -> None:
    raised = grading("serious", RECEIVED + timedelta(minutes=80))
    sent = RECEIVED + timedelta(minutes=70)
    limit = limit_for(file(grading("ordinary"), raised), DISTRICT, FIRST_PHONE, sent)
    assert limit is not None
    assert limit.due.due_at == RECEIVED + timedelta(hours=2)


def test_a_correction_stops_no_clock_and_starts_none() -> None:
    began, later = first("2026-11-21 02:30"), at("2026-11-21 03:30")
    mending = report("follow_up", "written", later, corrects_report_id=began.id)
    seen = as_at(file(grading(), reports=(began, mending)), later + timedelta(hours=1))
    assert seen.reports == (began,)
