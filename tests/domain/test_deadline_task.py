from datetime import timedelta

import pytest

from dutydesk.domain.deadline_task import (
    MAX_NOTE,
    DeadlineTask,
    DraftTask,
    TaskBeforeOccurred,
    TaskDoneAlready,
    TaskInFuture,
    check_task,
)
from dutydesk.domain.incident import IncidentStatus
from dutydesk.domain.incident_refusals import IncidentEnded, IncidentTextTooLong
from tests.domain.test_task_clock import done
from tests.incident_builders import RECEIVED, incident

NOW = RECEIVED + timedelta(hours=3)


def draft(**changes: object) -> DraftTask:
    facts = {
        "id": "t1",
        "incident_id": "i1",
        "task": DeadlineTask.PUBLIC_STATEMENT,
        "done_at": NOW,
    }
    return DraftTask(**(facts | changes))


def test_a_task_is_accepted_up_to_the_minute_it_is_told_and_back_to_the_event() -> None:
    check_task(draft(), incident(), (), NOW)
    check_task(draft(done_at=incident().occurred_at), incident(), (), NOW)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"done_at": NOW + timedelta(hours=1)}, TaskInFuture),
        ({"done_at": RECEIVED - timedelta(minutes=6)}, TaskBeforeOccurred),
        ({"note": "字" * (MAX_NOTE + 1)}, IncidentTextTooLong),
        ({"late_reason": "字" * (MAX_NOTE + 1)}, IncidentTextTooLong),
    ],
)
def test_what_cannot_be_is_refused(changes: dict[str, object], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        check_task(draft(**changes), incident(), (), NOW)


def test_nothing_is_done_after_the_end() -> None:
    ended = incident(status=IncidentStatus.ENDED, closed_at=NOW)
    with pytest.raises(IncidentEnded):
        check_task(draft(), ended, (), NOW)


def test_a_task_is_done_once_and_a_nil_report_any_number_of_times() -> None:
    before = (
        done(DeadlineTask.PUBLIC_STATEMENT, RECEIVED),
        done(DeadlineTask.NIL_REPORT, RECEIVED),
    )
    with pytest.raises(TaskDoneAlready):
        check_task(draft(), incident(), before, NOW)
    check_task(draft(task=DeadlineTask.NIL_REPORT), incident(), before, NOW)
    check_task(draft(task=DeadlineTask.RELIEF), incident(), before, NOW)
