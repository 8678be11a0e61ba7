"""Every row of the domain notes §4 that can be a rule, on both sides of its limit."""

from datetime import datetime, timedelta

import pytest

from dutydesk.domain.deadline import ClockStatus, clocks
from dutydesk.domain.deadline_limit import (
    IncidentFile,
    Limit,
    late_by,
    limit_for,
    task_limit_for,
)
from dutydesk.domain.deadline_rule import DeadlineRule
from dutydesk.domain.deadline_task import DeadlineTask
from dutydesk.domain.incident import IncidentCategory, IncidentStatus
from dutydesk.domain.report import ReportMedium, ReportStage
from tests.incident_builders import RECEIVED, at, catalogue, file, grading, preset, report

MINUTE = timedelta(minutes=1)
OCCURRED = at("2026-11-21 02:10")
DELIVERED = at("2026-11-21 03:00")
STABLE = at("2026-11-22 10:00")
STARTS = {"occurred": OCCURRED, "received": RECEIVED, "stable": STABLE}
HOUR, DAY = 60, 24 * 60
SETS = {name: preset(name) for name in ("district", "province", "statute")}
FIRES = ("火灾", "火灾事故", "交通事故", "道路交通事故")
POLLUTION = ("accident", "环境污染和生态破坏事件")
ANY, DISASTER, ACCIDENT, ILLNESS = (
    ("accident", "爆炸"),
    ("natural", "洪涝"),
    ("accident", "爆炸"),
    ("public_health", "食物中毒"),
)
GRAVEST, SECOND, THIRD, FOURTH = (
    "especially_serious",
    "serious",
    "relatively_serious",
    "ordinary",
)

# Set, event, level, what for, minutes, from when, words of the source.
ROWS = [
    ("district", ANY, GRAVEST, "first phone", 30, "received", "经开区"),
    ("district", ANY, SECOND, "first phone", 30, "received", "经开区"),
    ("district", ANY, THIRD, "first phone", HOUR, "received", "经开区"),
    ("district", ANY, FOURTH, "first phone", 2 * HOUR, "received", "建议值"),
    ("district", ANY, SECOND, "first written", HOUR, "received", "建议值"),
    ("district", ANY, THIRD, "first written", 2 * HOUR, "received", "建议值"),
    ("district", ANY, FOURTH, "first written", 2 * HOUR, "received", "建议值"),
    ("district", DISASTER, FOURTH, "first written", 2 * HOUR, "occurred", "东城区"),
    ("district", ANY, THIRD, "public_statement", 4 * HOUR, "occurred", "4小时"),
    ("district", ANY, GRAVEST, "public_statement", 4 * HOUR, "occurred", "4小时"),
    ("district", ANY, THIRD, "press_conference", 24 * HOUR, "occurred", "24小时"),
    ("district", DISASTER, FOURTH, "relief", 10 * HOUR, "occurred", "10小时"),
    ("province", ANY, GRAVEST, "first phone", 15, "occurred", "15分钟"),
    ("province", ANY, SECOND, "first phone", 15, "occurred", "15分钟"),
    ("province", ANY, SECOND, "first written", 35, "occurred", "35分钟"),
    ("province", ANY, THIRD, "first written", HOUR, "occurred", "1小时"),
    ("province", ANY, FOURTH, "first written", 6 * HOUR, "occurred", "6小时"),
    ("province", DISASTER, FOURTH, "first written", 2 * HOUR, "occurred", "2小时"),
    ("province", ANY, SECOND, "public_statement", 5 * HOUR, "occurred", "5小时"),
    ("province", ANY, SECOND, "press_conference", 24 * HOUR, "occurred", "24小时"),
    ("province", DISASTER, FOURTH, "relief", 10 * HOUR, "occurred", "10小时"),
    ("statute", ACCIDENT, GRAVEST, "first written", 2 * HOUR, "received", "第十至十一条"),
    ("statute", ACCIDENT, FOURTH, "first written", 2 * HOUR, "received", "第十至十一条"),
    ("statute", ILLNESS, FOURTH, "first written", 2 * HOUR, "received", "第二十条"),
    ("statute", POLLUTION, FOURTH, "first written", 4 * HOUR, "received", "4小时"),
    ("statute", POLLUTION, THIRD, "first written", 4 * HOUR, "received", "4小时"),
    ("statute", POLLUTION, SECOND, "first written", 2 * HOUR, "received", "2小时"),
    ("statute", POLLUTION, GRAVEST, "first written", 2 * HOUR, "received", "2小时"),
    ("statute", DISASTER, FOURTH, "first written", 2 * HOUR, "occurred", "灾害情况统计"),
    ("statute", ACCIDENT, FOURTH, "casualty_supplement", 30 * DAY, "occurred", "30日"),
    *(
        ("statute", ("accident", kind), FOURTH, "casualty_supplement", 7 * DAY, "occurred", "7日")
        for kind in FIRES
    ),
    ("statute", DISASTER, FOURTH, "verification written", 2 * DAY, "stable", "2日"),
    ("statute", ANY, SECOND, "public_statement", 5 * HOUR, "occurred", "5小时"),
    ("statute", ANY, SECOND, "press_conference", 24 * HOUR, "occurred", "24小时"),
    ("statute", DISASTER, FOURTH, "relief", 10 * HOUR, "occurred", "10小时"),
    ("企业参考文本", ANY, SECOND, "first phone", 15, "occurred", "15分钟"),
    ("企业参考文本", ANY, GRAVEST, "first written", 30, "occurred", "30分钟"),
    ("企业参考文本", ANY, THIRD, "first phone", 30, "occurred", "30分钟"),
    ("企业参考文本", ANY, THIRD, "first written", HOUR, "occurred", "60分钟"),
    ("县政府办公室", ANY, FOURTH, "first phone", 20, "occurred", "20分钟"),
    ("县政府办公室", ANY, FOURTH, "first written", 40, "occurred", "40分钟"),
    ("街道加强值班", ANY, FOURTH, "first phone", 10, "occurred", "10分钟"),
    ("鞍政办发", ANY, THIRD, "first written", HOUR, "occurred", "1小时"),
    ("鞍政办发", ANY, FOURTH, "first written", 24 * HOUR, "occurred", "24小时"),
    ("兰州市政府", ANY, THIRD, "first written", 2 * HOUR, "occurred", "2小时"),
    ("第九条：单位负责人", ACCIDENT, FOURTH, "first written", HOUR, "received", "1小时"),
    ("第十至十一条", ACCIDENT, FOURTH, "first written", 2 * HOUR, "received", "2小时"),
    ("县级自然灾害救助", DISASTER, FOURTH, "first written", HOUR, "occurred", "1小时"),
    ("应急〔2020〕19号", DISASTER, FOURTH, "first written", 2 * HOUR, "occurred", "2小时"),
    ("市、省级接报后", DISASTER, FOURTH, "first written", 2 * HOUR, "received", "2小时"),
    ("后县级2日内", DISASTER, FOURTH, "verification written", 2 * DAY, "stable", "2日"),
    ("后市级", DISASTER, FOURTH, "verification written", 5 * DAY, "stable", "5日"),
    ("后省级10日内", DISASTER, FOURTH, "verification written", 10 * DAY, "stable", "10日"),
    ("第十九条", ILLNESS, FOURTH, "first written", HOUR, "received", "1小时"),
    ("应急条例》第二十条", ILLNESS, FOURTH, "first written", 2 * HOUR, "received", "2小时"),
    ("《突发环境事件", POLLUTION, FOURTH, "first written", 4 * HOUR, "received", "4小时"),
    ("《突发环境事件", POLLUTION, SECOND, "first written", 2 * HOUR, "received", "2小时"),
    ("政务值班制度", ANY, FOURTH, "first written", 2 * HOUR, "received", "2小时"),
]

# Set, event, level, what comes again, its times, words of the source.
DAILY = [
    ("province", ANY, GRAVEST, "follow_up", ("08:00", "17:00"), "8时、17时"),
    ("province", ANY, THIRD, "follow_up", ("08:00", "17:00"), "8时、17时"),
    ("district", ANY, FOURTH, "follow_up", ("17:00",), "17时"),
    ("district", DISASTER, FOURTH, "nil_report", ("17:00",), "24小时零报告"),
    ("statute", DISASTER, FOURTH, "nil_report", ("09:00",), "9时"),
    ("零报告，乡镇", DISASTER, FOURTH, "nil_report", ("08:00",), "8时"),
    ("零报告，县级", DISASTER, FOURTH, "nil_report", ("09:00",), "9时"),
    ("零报告，市级", DISASTER, FOURTH, "nil_report", ("10:00",), "10时"),
    ("零报告，省级", DISASTER, FOURTH, "nil_report", ("12:00",), "12时"),
    ("2009", ACCIDENT, SECOND, "follow_up", ("08:00", "17:00"), "2次"),
    ("2009", ACCIDENT, FOURTH, "follow_up", ("17:00",), "1次"),
]

# Set, event, level, what comes again, every so many days.
EVERY = [
    ("statute", ("natural", "干旱"), FOURTH, "follow_up", 10),
    ("statute", ("natural", "干旱"), FOURTH, "nil_report", 10),
    ("2007，征求意见稿", ACCIDENT, SECOND, "follow_up", 1),
    ("2007，征求意见稿", ACCIDENT, FOURTH, "follow_up", 2),
]


def rules_of(name: str) -> list[DeadlineRule]:
    """A preset, or what the catalogue has of one source."""
    found = SETS.get(name) or [one for one in catalogue() if name in one.source]
    assert found, name
    return found


def held(
    event: tuple[str, str], level: str, *, delivered: bool = False, stable: bool = False
) -> IncidentFile:
    category, kind = event
    facts = {"status": IncidentStatus.STABLE, "stable_at": STABLE} if stable else {}
    reports = (report("first", "written", DELIVERED),) if delivered else ()
    return file(
        grading(level), reports=reports, category=IncidentCategory(category), kind=kind, **facts
    )


def limit_of(one: IncidentFile, rules: list[DeadlineRule], what: str, when: datetime) -> Limit:
    stage, _, medium = what.partition(" ")
    if medium:
        found = limit_for(one, rules, (ReportStage(stage), ReportMedium(medium)), when)
    elif stage == "follow_up":
        found = limit_for(one, rules, (ReportStage.FOLLOW_UP, ReportMedium.WRITTEN), when)
    else:
        found = task_limit_for(one, rules, DeadlineTask(stage), when)
    assert found is not None
    return found


def status_of(
    one: IncidentFile, rules: list[DeadlineRule], what: str, now: datetime
) -> ClockStatus:
    stage, _, medium = what.partition(" ")
    for clock in clocks(one, rules, now):
        name = clock.stage.value if clock.stage else clock.task.value
        if (name, clock.medium or "") == (stage, medium) and clock.is_open:
            return clock.status
    raise AssertionError(what)


@pytest.mark.parametrize(
    ("name", "event", "level", "what", "minutes", "start", "said"),
    ROWS,
    ids=lambda value: "".join(value) if isinstance(value, tuple) else str(value),
)
def test_a_minute_before_is_in_time_and_a_minute_after_is_late(  # noqa: PLR0917 -- a row
    name: str,
    event: tuple[str, str],
    level: str,
    what: str,
    minutes: int,
    start: str,
    said: str,
) -> None:
    rules = rules_of(name)
    is_later = what.startswith("verification")
    one = held(event, level, delivered=is_later, stable=is_later)
    due = STARTS[start] + timedelta(minutes=minutes)
    for moment, late in ((due - MINUTE, 0), (due, 0), (due + MINUTE, 1)):
        limit = limit_of(one, rules, what, moment)
        assert (limit.due.due_at, late_by(limit, moment)) == (due, late)
        assert said in limit.due.rule.source
    open_ones = {ClockStatus.RUNNING, ClockStatus.SOON}
    assert status_of(one, rules, what, due - MINUTE) in open_ones
    assert status_of(one, rules, what, due) in open_ones
    assert status_of(one, rules, what, due + MINUTE) is ClockStatus.OVERDUE


@pytest.mark.parametrize(("name", "event", "level", "what", "times", "said"), DAILY)
def test_a_daily_time_is_met_at_the_minute_and_missed_after_it(  # noqa: PLR0917 -- a row
    name: str, event: tuple[str, str], level: str, what: str, times: tuple[str, ...], said: str
) -> None:
    rules, one = rules_of(name), held(event, level, delivered=True)
    for text in times:
        due = at(f"2026-11-22 {text}")
        for moment, late in ((due - MINUTE, 0), (due, 0), (due + MINUTE, 1)):
            limit = limit_of(one, rules, what, moment)
            assert (limit.due.due_at, late_by(limit, moment)) == (due, late)
            assert said in limit.due.rule.source
        dues = [
            (one.due_at, one.status)
            for one in clocks(held(event, level, delivered=True), rules, due + MINUTE)
            if (one.stage or one.task) == what
        ]
        assert (due, ClockStatus.OVERDUE) in dues


@pytest.mark.parametrize(("name", "event", "level", "what", "days"), EVERY)
def test_so_many_days_run_from_the_last_answer(
    name: str, event: tuple[str, str], level: str, what: str, days: int
) -> None:
    rules, one = rules_of(name), held(event, level, delivered=True)
    due = DELIVERED + timedelta(days=days)
    for moment, late in ((due - MINUTE, 0), (due, 0), (due + MINUTE, 1)):
        limit = limit_of(one, rules, what, moment)
        assert (limit.due.due_at, late_by(limit, moment)) == (due, late)
    found = [
        one.due_at
        for one in clocks(one, rules, due + MINUTE)
        if (one.stage or one.task) == what and one.medium is not ReportMedium.PHONE
    ]
    assert found == [due]
    answered = report("follow_up", "written", due - timedelta(hours=5))
    again = file(
        *one.gradings,
        reports=(*one.reports, answered),
        category=one.incident.category,
        kind=one.incident.kind,
    )
    next_due = answered.sent_at + timedelta(days=days)
    assert next_due in [each.due_at for each in clocks(again, rules, due)]


@pytest.mark.parametrize("kind", ["森林火灾", "森林草原火灾"])
def test_a_forest_fire_is_told_at_once_and_makes_no_clock_by_telephone(kind: str) -> None:
    rules = SETS["statute"]
    told = [one for one in rules if one.kind == kind]
    assert [one.makes_clock for one in told] == [False]
    assert "立即" in told[0].source
    found = clocks(held(("natural", kind), FOURTH), rules, RECEIVED)
    assert not [one for one in found if one.medium is ReportMedium.PHONE]


def test_other_opinion_has_forty_eight_hours_while_the_incident_is_sensitive() -> None:
    rules = [one for one in catalogue() if one.is_sensitive_only]
    assert len(rules) == 1
    assert clocks(held(ANY, FOURTH), rules, RECEIVED) == []
    (clock,) = clocks(file(grading(FOURTH, is_sensitive=True)), rules, RECEIVED)
    assert clock.due_at == OCCURRED + timedelta(hours=48)


@pytest.mark.parametrize("name", SETS)
def test_publicity_waits_for_a_level_and_is_not_for_ordinary_ones(name: str) -> None:
    public = {DeadlineTask.PUBLIC_STATEMENT, DeadlineTask.PRESS_CONFERENCE}
    for level in (FOURTH, "unclassified"):
        found = clocks(held(ANY, level), SETS[name], RECEIVED)
        assert not public & {one.task for one in found}


def test_every_rule_of_the_catalogue_is_tried_above() -> None:
    named = {name for name, *_ in (*ROWS, *DAILY, *EVERY)}
    left = [
        one.source
        for one in catalogue()
        if one.makes_clock
        and not one.is_sensitive_only
        and not any(name in one.source for name in named)
    ]
    assert left == []
