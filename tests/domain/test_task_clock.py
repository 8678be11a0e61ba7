from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from dutydesk.domain.deadline import ClockStatus, ReportClock, clocks
from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.deadline_task import DeadlineTask, IncidentTask
from dutydesk.domain.incident import IncidentCategory, IncidentLevel, IncidentStatus
from tests.incident_builders import RECEIVED, at, file, grading, preset, report

DISTRICT = preset("district")
OCCURRED = at("2026-11-21 02:10")
FIRST = report("first", "written", at("2026-11-21 03:00"))


def done(task: DeadlineTask, moment: datetime, **changes: Any) -> IncidentTask:
    facts: dict[str, Any] = {
        "id": f"t-{task}-{moment.isoformat()}",
        "incident_id": "i1",
        "task": task,
        "done_at": moment,
        "done_by": "甲某",
        "recorded_at": moment,
    }
    return IncidentTask(**(facts | changes))


def of(one: IncidentFile, now: datetime, task: DeadlineTask) -> list[ReportClock]:
    return [clock for clock in clocks(one, DISTRICT, now) if clock.task is task]


def disaster(**changes: Any) -> IncidentFile:
    facts = {"category": IncidentCategory.NATURAL, "kind": "洪涝"} | changes
    reports = facts.pop("reports", (FIRST,))
    return file(grading("ordinary"), reports=reports, **facts)


def test_a_task_runs_until_it_is_on_record_and_stays_as_judged() -> None:
    statement = DeadlineTask.PUBLIC_STATEMENT
    one = file(grading("relatively_serious"))
    (running,) = of(one, RECEIVED, statement)
    assert (running.stage, running.medium, running.is_open) == (None, None, True)
    assert running.due_at == OCCURRED + timedelta(hours=4)
    record = done(
        statement,
        running.due_at + timedelta(minutes=3),
        starts_at=running.starts_at,
        due_at=running.due_at,
        is_met=False,
        late_by_minutes=3,
        rule_id="gone",
    )
    (stopped,) = of(replace(one, tasks=(record,)), record.done_at, statement)
    assert (stopped.status, stopped.stopped_at) == (ClockStatus.MET_LATE, record.done_at)
    assert (stopped.rule, stopped.done) == (None, record)
    (before,) = of(replace(one, tasks=(record,)), running.due_at, statement)
    assert before.is_open


def test_a_record_without_a_limit_stops_the_clock_that_comes_with_a_level() -> None:
    record = done(DeadlineTask.PUBLIC_STATEMENT, RECEIVED)
    one = replace(file(grading("serious")), tasks=(record,))
    assert of(one, RECEIVED + timedelta(hours=9), DeadlineTask.PUBLIC_STATEMENT) == []


def test_a_level_raised_after_the_limit_asks_at_once_and_nobody_is_late() -> None:
    raised = OCCURRED + timedelta(hours=6)
    one = file(grading("ordinary"), grading("serious", raised))
    (clock,) = of(one, raised + timedelta(hours=1), DeadlineTask.PUBLIC_STATEMENT)
    assert clock.status is ClockStatus.REPORT_NOW_AFTER_UPGRADE
    assert clock.upgraded_at == raised


@pytest.mark.parametrize(
    "changes", [{"is_sensitive": True}, {"is_serious_near_miss": True}], ids=str
)
def test_sensitive_and_near_miss_go_to_the_public_like_the_third_level(
    changes: dict[str, bool],
) -> None:
    for level in ("ordinary", "unclassified"):
        assert of(file(grading(level, **changes)), RECEIVED, DeadlineTask.PRESS_CONFERENCE)


def test_the_level_a_unit_named_for_the_ungraded_counts_for_the_public_as_well() -> None:
    one = replace(file(grading()), ungraded_as=IncidentLevel.RELATIVELY_SERIOUS)
    assert of(one, RECEIVED, DeadlineTask.PUBLIC_STATEMENT)
    assert not of(
        replace(one, ungraded_as=IncidentLevel.ORDINARY), RECEIVED, DeadlineTask.PUBLIC_STATEMENT
    )


def test_tasks_go_on_beyond_the_final_report_and_end_with_the_incident() -> None:
    final = report("final", "written", at("2026-11-21 05:00"))
    facts = {"category": IncidentCategory.NATURAL, "kind": "洪涝"}
    told = file(grading("ordinary"), reports=(FIRST, final), **facts)
    assert of(told, at("2026-11-21 06:00"), DeadlineTask.RELIEF)[0].is_open
    assert of(told, at("2026-11-21 06:00"), DeadlineTask.NIL_REPORT) == []
    ended = disaster(status=IncidentStatus.ENDED, closed_at=at("2026-11-21 06:00"))
    assert of(ended, at("2026-11-21 06:00"), DeadlineTask.RELIEF) == []
    assert of(ended, at("2026-11-21 05:59"), DeadlineTask.RELIEF)


def test_nil_reports_come_daily_until_the_situation_is_stable() -> None:
    nil = DeadlineTask.NIL_REPORT
    assert of(disaster(reports=()), at("2026-11-21 18:00"), nil) == []
    assert [one.due_at for one in of(disaster(), at("2026-11-21 16:00"), nil)] == [
        at("2026-11-21 17:00")
    ]
    late = of(disaster(), at("2026-11-23 18:00"), nil)
    assert [(one.due_at, one.missed_count) for one in late] == [
        (at("2026-11-23 17:00"), 3),
        (at("2026-11-24 17:00"), 0),
    ]
    stable = disaster(status=IncidentStatus.STABLE, stable_at=at("2026-11-22 10:00"))
    assert of(stable, at("2026-11-22 09:59"), nil)
    assert of(stable, at("2026-11-22 10:00"), nil) == []


@pytest.mark.parametrize("answer", ["nil_report", "follow_up"])
def test_a_nil_report_or_a_follow_up_answers_the_day(answer: str) -> None:
    sent = at("2026-11-21 16:50")
    one = disaster()
    if answer == "nil_report":
        one = replace(one, tasks=(done(DeadlineTask.NIL_REPORT, sent),))
    else:
        one = replace(one, reports=(FIRST, report("follow_up", "written", sent)))
    found = of(one, at("2026-11-21 17:30"), DeadlineTask.NIL_REPORT)
    assert [one.due_at for one in found] == [at("2026-11-22 17:00")]
