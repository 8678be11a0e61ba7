from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.deadline import ClockStatus, ReportClock, clocks, minutes_left
from dutydesk.domain.deadline_limit import IncidentFile, late_by, limit_for
from dutydesk.domain.incident import GRADES, IncidentCategory, IncidentLevel, IncidentStatus
from dutydesk.domain.report import ReportMedium, ReportStage
from tests.incident_builders import (
    PRESETS,
    RECEIVED,
    at,
    file,
    grading,
    preset,
    report,
    rule,
)

DISTRICT, PROVINCE, STATUTE = (preset(name) for name in PRESETS)
OCCURRED = at("2026-11-21 02:10")


def clock(
    found: list[ReportClock], stage: str = "first", medium: str = "phone"
) -> ReportClock | None:
    return next((one for one in found if (one.stage, one.medium) == (stage, medium)), None)


def first_limits(
    rules: list, level: str, category: str = "accident", kind: str = "火灾"
) -> tuple[int | None, int | None, datetime | None]:
    found = clocks(
        file(grading(level), category=IncidentCategory(category), kind=kind), rules, RECEIVED
    )
    phone, paper = clock(found), clock(found, medium="written")
    spans = [
        int((one.due_at - one.starts_at).total_seconds() // 60) if one else None
        for one in (phone, paper)
    ]
    starts = {one.starts_at for one in (phone, paper) if one}
    return spans[0], spans[1], starts.pop() if len(starts) == 1 else None


@pytest.mark.parametrize(
    ("level", "phone", "paper"),
    [
        ("especially_serious", 30, 60),
        ("serious", 30, 60),
        ("relatively_serious", 60, 120),
        ("ordinary", 120, 120),
        ("unclassified", 30, 60),
    ],
)
def test_district_limits_run_from_the_receipt(level: str, phone: int, paper: int) -> None:
    assert first_limits(DISTRICT, level) == (phone, paper, RECEIVED)


@pytest.mark.parametrize(
    ("level", "phone", "paper"),
    [
        ("especially_serious", 15, 35),
        ("serious", 15, 35),
        ("relatively_serious", None, 60),
        ("ordinary", None, 360),
        ("unclassified", 15, 35),
    ],
)
def test_province_limits_run_from_the_occurrence(
    level: str, phone: int | None, paper: int
) -> None:
    assert first_limits(PROVINCE, level) == (phone, paper, OCCURRED)


@pytest.mark.parametrize(
    ("category", "kind", "level", "paper", "start"),
    [
        ("accident", "火灾", "ordinary", 120, RECEIVED),
        ("accident", "火灾", "serious", 120, RECEIVED),
        ("public_health", "食物中毒", "unclassified", 120, RECEIVED),
        ("accident", "环境污染和生态破坏事件", "ordinary", 240, RECEIVED),
        ("accident", "环境污染和生态破坏事件", "relatively_serious", 240, RECEIVED),
        ("accident", "环境污染和生态破坏事件", "serious", 120, RECEIVED),
        ("accident", "环境污染和生态破坏事件", "unclassified", 120, RECEIVED),
        ("natural", "洪涝", "ordinary", 120, OCCURRED),
        ("social_safety", "群体性事件", "ordinary", 120, RECEIVED),
        ("social_safety", "群体性事件", "especially_serious", 120, RECEIVED),
    ],
)
def test_statute_limits_are_on_paper(
    category: str, kind: str, level: str, paper: int, start: datetime
) -> None:
    assert first_limits(STATUTE, level, category, kind) == (None, paper, start)


@pytest.mark.parametrize("rules", [DISTRICT, PROVINCE, STATUTE], ids=PRESETS)
@pytest.mark.parametrize("category", IncidentCategory)
@pytest.mark.parametrize("level", IncidentLevel)
def test_no_incident_of_any_category_or_level_is_without_a_limit_on_paper(
    rules: list, category: IncidentCategory, level: IncidentLevel
) -> None:
    found = clocks(file(grading(level), category=category, kind="其他"), rules, RECEIVED)
    assert clock(found, medium="written") is not None


def test_a_disaster_is_held_to_two_hours_after_it_happened() -> None:
    found = clocks(
        file(grading("ordinary"), category=IncidentCategory.NATURAL, kind="洪涝"),
        DISTRICT,
        RECEIVED,
    )
    paper = clock(found, medium="written")
    assert paper is not None
    assert paper.due_at == OCCURRED + timedelta(hours=2)


def test_without_a_time_of_occurrence_the_receipt_counts_and_the_clock_says_so() -> None:
    found = clocks(file(grading("serious"), occurred_at=None), PROVINCE, RECEIVED)
    phone = clock(found)
    assert phone is not None
    assert phone.starts_at == RECEIVED
    assert phone.is_start_replaced


@pytest.mark.parametrize(
    ("ungraded_as", "phone"),
    [(None, 30), ("serious", 30), ("relatively_serious", 60), ("ordinary", 120)],
)
def test_what_nobody_graded_has_the_limits_of_the_level_the_unit_chose(
    ungraded_as: str | None, phone: int
) -> None:
    chosen = IncidentLevel(ungraded_as) if ungraded_as else None
    found = clock(clocks(replace(file(), ungraded_as=chosen), DISTRICT, RECEIVED))
    assert found is not None
    assert (found.minutes_left, found.ungraded_as) == (phone, chosen)
    graded = replace(file(grading("ordinary")), ungraded_as=chosen)
    found = clock(clocks(graded, DISTRICT, RECEIVED))
    assert found is not None
    assert found.minutes_left == 120


def test_a_sensitive_incident_has_the_limits_of_the_third_level() -> None:
    found = clocks(file(grading("ordinary", is_sensitive=True)), DISTRICT, RECEIVED)
    assert [one.minutes_left for one in found if one.stage] == [60, 120]


@pytest.mark.parametrize(
    ("after", "status", "left"),
    [
        (timedelta(), "running", 30),
        (timedelta(minutes=19, seconds=59), "running", 10),
        (timedelta(minutes=20), "soon", 10),
        (timedelta(minutes=30), "soon", 0),
        (timedelta(minutes=30, seconds=1), "overdue", -1),
        (timedelta(minutes=31), "overdue", -1),
        (timedelta(minutes=31, seconds=1), "overdue", -2),
    ],
)
def test_a_clock_asks_for_attention_ten_minutes_before_and_is_overdue_one_second_after(
    after: timedelta, status: str, left: int
) -> None:
    phone = clock(clocks(file(), DISTRICT, RECEIVED + after))
    assert phone is not None
    assert (phone.status, phone.minutes_left) == (status, left)


def test_minutes_left_are_full_minutes() -> None:
    due = at("2026-11-21 03:00")
    assert minutes_left(due, due - timedelta(seconds=59)) == 0
    assert minutes_left(due, due + timedelta(seconds=1)) == -1


def test_a_report_stops_its_clock_as_it_was_judged_when_made() -> None:
    due = RECEIVED + timedelta(minutes=30)
    made = report(
        "first",
        "phone",
        RECEIVED + timedelta(minutes=40),
        rule_id="district-1",
        starts_at=RECEIVED,
        due_at=due,
        is_met=False,
        late_by_minutes=10,
    )
    phone = clock(clocks(file(reports=(made,)), DISTRICT, RECEIVED + timedelta(hours=1)))
    assert phone is not None
    assert phone.status is ClockStatus.MET_LATE
    assert (phone.report, phone.minutes_left) == (made, -10)
    assert phone.rule is not None
    assert phone.rule.id == "district-1"
    assert not phone.is_open


def test_a_stopped_clock_outlives_the_rule_it_ran_on() -> None:
    made = report(
        "first",
        "phone",
        RECEIVED,
        rule_id="gone",
        starts_at=RECEIVED,
        due_at=RECEIVED + timedelta(minutes=30),
        is_met=True,
    )
    phone = clock(clocks(file(reports=(made,)), [], RECEIVED))
    assert phone is not None
    assert phone.rule is None
    assert phone.status is ClockStatus.MET


def test_telephone_and_paper_are_two_clocks() -> None:
    made = report(
        "first",
        "phone",
        RECEIVED,
        starts_at=RECEIVED,
        due_at=RECEIVED + timedelta(minutes=30),
        is_met=True,
    )
    found = clocks(file(reports=(made,)), DISTRICT, RECEIVED + timedelta(minutes=1))
    assert [(one.medium, one.is_open) for one in found] == [("phone", False), ("written", True)]


def test_a_final_paper_without_a_first_paper_stops_the_first_paper_clock() -> None:
    final = report("final", "written", RECEIVED + timedelta(minutes=61))
    found = clocks(file(reports=(final,)), DISTRICT, RECEIVED + timedelta(hours=2))
    paper = clock(found, medium="written")
    assert paper is not None
    assert paper.status is ClockStatus.MET_LATE
    assert all(not one.is_open for one in found)


def test_a_final_by_telephone_leaves_the_written_limit_running() -> None:
    told = (
        report("first", "phone", RECEIVED + timedelta(minutes=5)),
        report("final", "phone", RECEIVED + timedelta(minutes=10)),
    )
    held = file(grading("serious"), reports=told)
    found = clocks(held, DISTRICT, RECEIVED + timedelta(minutes=11))
    assert [(one.stage, one.medium) for one in found if one.is_open and one.stage] == [
        ("first", "written")
    ]
    written = report("final", "written", RECEIVED + timedelta(minutes=50))
    ended = file(grading("serious"), reports=(*told, written))
    found = clocks(ended, DISTRICT, RECEIVED + timedelta(minutes=51))
    assert [one.status for one in found if one.medium is ReportMedium.WRITTEN] == ["met"]
    assert not any(one.is_open for one in found if one.stage)


def test_an_earlier_instant_shows_the_clocks_of_that_instant() -> None:
    made = report(
        "first",
        "phone",
        RECEIVED + timedelta(minutes=20),
        starts_at=RECEIVED,
        due_at=RECEIVED + timedelta(minutes=30),
        is_met=True,
    )
    ended = {"status": IncidentStatus.ENDED, "closed_at": RECEIVED + timedelta(hours=3)}
    whole = file(reports=(made,), **ended)
    before = clock(clocks(whole, DISTRICT, RECEIVED + timedelta(minutes=19)))
    assert before is not None
    assert before.is_open
    after_end = clocks(whole, DISTRICT, RECEIVED + timedelta(hours=4))
    assert [one.is_open for one in after_end] == [False]


@pytest.mark.parametrize("back", [timedelta(seconds=1), timedelta(hours=2), timedelta(days=8766)])
def test_a_clock_put_back_before_the_receipt_takes_no_clock_away(back: timedelta) -> None:
    found = clocks(file(), DISTRICT, RECEIVED - back)
    assert [(one.medium, one.is_open) for one in found] == [("phone", True), ("written", True)]
    assert found[0].due_at == RECEIVED + timedelta(minutes=30)


def test_a_receipt_dated_a_little_ahead_hides_no_clock_that_runs_since_the_occurrence() -> None:
    ahead = RECEIVED + timedelta(minutes=9)
    found = clocks(file(received_at=ahead), PROVINCE, RECEIVED)
    assert [one.due_at for one in found] == [
        OCCURRED + timedelta(minutes=15),
        OCCURRED + timedelta(minutes=35),
    ]


def test_raising_the_level_counts_from_the_same_start() -> None:
    raised = grading("serious", RECEIVED + timedelta(minutes=10))
    found = clocks(file(grading("ordinary"), raised), DISTRICT, RECEIVED + timedelta(minutes=10))
    phone = clock(found)
    assert phone is not None
    assert phone.starts_at == RECEIVED
    assert phone.due_at == RECEIVED + timedelta(minutes=30)
    assert phone.status is ClockStatus.RUNNING
    assert phone.upgraded_at is None


def test_a_limit_that_had_passed_when_the_level_rose_says_report_now_and_is_not_late() -> None:
    raised_at = RECEIVED + timedelta(minutes=50)
    graded = (grading("ordinary"), grading("serious", raised_at))
    phone = clock(clocks(file(*graded), DISTRICT, RECEIVED + timedelta(minutes=55)))
    assert phone is not None
    assert phone.status is ClockStatus.REPORT_NOW_AFTER_UPGRADE
    assert phone.upgraded_at == raised_at
    assert phone.due_at == RECEIVED + timedelta(minutes=30)
    # The old limit still holds: two hours after the receipt it is overdue all the same.
    later = clock(clocks(file(*graded), DISTRICT, RECEIVED + timedelta(minutes=121)))
    assert later is not None
    assert later.status is ClockStatus.OVERDUE


def test_what_was_overdue_before_the_level_rose_stays_overdue() -> None:
    graded = (grading("ordinary"), grading("serious", RECEIVED + timedelta(minutes=125)))
    phone = clock(clocks(file(*graded), DISTRICT, RECEIVED + timedelta(minutes=126)))
    assert phone is not None
    assert phone.status is ClockStatus.OVERDUE
    assert phone.upgraded_at is None


def test_a_second_rise_keeps_the_time_of_the_first_as_long_as_the_limit_is_the_same() -> None:
    first_rise = RECEIVED + timedelta(minutes=50)
    graded = (
        grading("ordinary"),
        grading("serious", first_rise),
        grading("especially_serious", RECEIVED + timedelta(minutes=60)),
    )
    phone = clock(clocks(file(*graded), DISTRICT, RECEIVED + timedelta(minutes=61)))
    assert phone is not None
    assert phone.upgraded_at == first_rise


def test_a_rise_into_a_rule_where_there_was_none_cannot_be_late() -> None:
    graded = (grading("ordinary"), grading("serious", RECEIVED + timedelta(hours=5)))
    phone = clock(clocks(file(*graded), PROVINCE, RECEIVED + timedelta(hours=9)))
    assert phone is not None
    assert phone.status is ClockStatus.REPORT_NOW_AFTER_UPGRADE


def test_confirming_a_lower_level_gives_the_longer_limit() -> None:
    graded = (grading(), grading("ordinary", RECEIVED + timedelta(minutes=40)))
    phone = clock(clocks(file(*graded), DISTRICT, RECEIVED + timedelta(minutes=41)))
    assert phone is not None
    assert phone.due_at == RECEIVED + timedelta(hours=2)
    assert phone.status is ClockStatus.RUNNING


def test_a_near_miss_that_turns_serious_has_the_limits_of_the_third_level() -> None:
    grave = grading("ordinary", is_serious_near_miss=True)
    sensitive = grading("ordinary", is_sensitive=True)
    found = clocks(file(grave), DISTRICT, RECEIVED)
    assert [one.due_at for one in found] == [
        one.due_at for one in clocks(file(sensitive), DISTRICT, RECEIVED)
    ]
    assert found != clocks(file(grading("ordinary")), DISTRICT, RECEIVED)


@pytest.mark.parametrize("mark", ["is_sensitive", "is_serious_near_miss"])
def test_becoming_sensitive_or_a_near_miss_is_a_rise(mark: str) -> None:
    turned = RECEIVED + timedelta(minutes=90)
    graded = (grading("ordinary"), grading("ordinary", turned, **{mark: True}))
    phone = clock(clocks(file(*graded), DISTRICT, turned))
    assert phone is not None
    assert phone.status is ClockStatus.REPORT_NOW_AFTER_UPGRADE
    assert (phone.due_at, phone.upgraded_at) == (RECEIVED + timedelta(minutes=60), turned)
    made = limit_for(
        file(*graded),
        DISTRICT,
        (ReportStage.FIRST, ReportMedium.PHONE),
        turned + timedelta(minutes=5),
    )
    assert made is not None
    assert late_by(made, turned + timedelta(minutes=5)) == 0
    told_late = late_by(made, RECEIVED + timedelta(minutes=121))
    assert told_late == 1, "the limit of the level before holds all the same"


_LEVELS = st.sampled_from(GRADES)
_RULES = st.sampled_from([DISTRICT, PROVINCE, STATUTE])
_CATEGORIES = st.sampled_from(IncidentCategory)


@given(rules=_RULES, category=_CATEGORIES, one=_LEVELS, other=_LEVELS)
def test_within_a_preset_a_graver_level_is_never_due_later(
    rules: list, category: IncidentCategory, one: IncidentLevel, other: IncidentLevel
) -> None:
    grave, light = sorted((one, other), key=GRADES.index)
    dues = [
        {
            (each.task, each.stage, each.medium): each.due_at
            for each in clocks(
                file(grading(level), category=category, kind="洪涝"), rules, RECEIVED
            )
        }
        for level in (grave, light)
    ]
    assert all(dues[0][key] <= due for key, due in dues[1].items())


@settings(max_examples=200)
@given(
    rules=_RULES,
    category=_CATEGORIES,
    levels=st.lists(_LEVELS, min_size=1, max_size=4),
    gaps=st.lists(st.integers(0, 400), min_size=4, max_size=4),
    later=st.integers(0, 2000),
)
def test_raising_a_level_never_moves_a_due_time_later_and_every_clock_ends_after_it_starts(
    rules: list,
    category: IncidentCategory,
    levels: list[IncidentLevel],
    gaps: list[int],
    later: int,
) -> None:
    rising = sorted(levels, key=GRADES.index, reverse=True)
    moments = [RECEIVED + timedelta(minutes=sum(gaps[: place + 1])) for place in range(4)]
    graded = [
        grading(level, moment, id=f"g{place}")
        for place, (level, moment) in enumerate(zip(rising, moments, strict=False))
    ]
    now = moments[-1] + timedelta(minutes=later)
    before: dict[tuple[object, ...], datetime] = {}
    for count in range(1, len(graded) + 1):
        some = IncidentFile(file(category=category, kind="洪涝").incident, tuple(graded[:count]))
        found = clocks(some, rules, now)
        assert all(each.due_at > each.starts_at for each in found)
        dues = {(each.task, each.stage, each.medium): each.due_at for each in found}
        assert all(dues[key] <= due for key, due in before.items())
        before = dues


@given(received=st.integers(0, 5 * 366 * 24 * 60), minutes=st.integers(1, 5000))
def test_spans_are_exact_over_month_ends_and_leap_days(received: int, minutes: int) -> None:
    start = at("2024-01-01 00:00") + timedelta(minutes=received)
    rules = [rule(minutes=minutes)]
    found = clocks(file(received_at=start, occurred_at=None), rules, start)
    assert found[0].due_at - found[0].starts_at == timedelta(minutes=minutes)
    assert found[0].minutes_left == minutes
