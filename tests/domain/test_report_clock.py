from datetime import timedelta

from dutydesk.domain.deadline_limit import Due, Limit
from dutydesk.domain.deadline_rule import ClockStart
from dutydesk.domain.deadline_task import DeadlineTask
from dutydesk.domain.report_clock import SOON, ClockStatus, running_clock
from tests.incident_builders import RECEIVED, file, rule

KEY = (DeadlineTask.RELIEF, None, None)
DUE = RECEIVED + timedelta(hours=1)


def test_an_open_clock_is_judged_at_the_instant() -> None:
    one = file(occurred_at=None)
    limit = Limit(Due(rule(starts_from=ClockStart.OCCURRED), RECEIVED, DUE), DUE)
    clock = running_clock(one, KEY, limit, DUE - SOON, SOON)
    assert (clock.task, clock.stage, clock.medium) == KEY
    assert (clock.status, clock.minutes_left) == (ClockStatus.SOON, 10)
    assert clock.is_start_replaced
    assert (clock.is_open, clock.stopped_at) == (True, None)
    late = running_clock(one, KEY, limit, DUE + timedelta(seconds=1), SOON)
    assert (late.status, late.minutes_left) == (ClockStatus.OVERDUE, -1)
