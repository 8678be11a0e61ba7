from datetime import datetime, timedelta

from dutydesk.domain.deadline_rule import ClockStart, DeadlineRule
from dutydesk.domain.repeated_limit import Repeated, repeated, repeating
from dutydesk.domain.report import ReportMedium, ReportStage
from tests.incident_builders import at, grading, rule

START = at("2026-11-01 10:00")


def again(**changes: object) -> DeadlineRule:
    facts = {
        "stage": ReportStage.FOLLOW_UP,
        "medium": ReportMedium.WRITTEN,
        "minutes": None,
        "starts_from": ClockStart.FIRST_DELIVERY,
    }
    return rule(**(facts | changes))


TEN_DAYS = again(id="ten", every_days=10)
DAILY = again(id="daily", daily_times=("17:00",))


def days(*sent: datetime, rules: tuple[DeadlineRule, ...] = (TEN_DAYS,)) -> Repeated:
    return Repeated(rules, START, sent)


def test_ten_days_run_from_the_start_and_from_every_answer() -> None:
    due = START + timedelta(days=10)
    assert days().open_times(START) == [(due, 0)]
    assert days().starts_at(due) == START
    early = START + timedelta(days=3)
    assert days(early).open_times(START) == [(early + timedelta(days=10), 0)]


def test_what_nobody_answered_stays_one_line_that_counts() -> None:
    due = START + timedelta(days=10)
    assert days().open_times(due) == [(due, 0)]
    assert days().open_times(due + timedelta(minutes=1)) == [(due, 1)]
    assert days().open_times(START + timedelta(days=31)) == [(due, 3)]
    assert days().answered_by(START + timedelta(days=31)) == due


def test_the_shorter_of_two_spans_binds_and_times_of_day_bind_before_both() -> None:
    two = again(id="two", every_days=2)
    both = days(rules=(TEN_DAYS, two))
    assert both.rule_at(START + timedelta(days=2)) == two
    assert both.open_times(START) == [(START + timedelta(days=2), 0)]
    assert repeating([TEN_DAYS, DAILY]) == (DAILY,)
    assert repeating([rule()]) == ()


def test_it_holds_from_the_grading_that_made_it_so() -> None:
    raised = START + timedelta(days=4)

    def find(one: object) -> list[DeadlineRule]:
        return [DAILY] if one is grave else [TEN_DAYS]

    light, grave = grading("ordinary", START), grading("serious", raised)
    found = repeated((light, grave), find, START, [START + timedelta(days=1)])
    assert found is not None
    assert (found.rules, found.since, found.sent) == ((DAILY,), raised, ())
    assert repeated((light,), find, None, []) is None
    assert repeated((light,), lambda _: [rule()], START, []) is None
