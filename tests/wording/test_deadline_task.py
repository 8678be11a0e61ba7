from datetime import timedelta

import pytest

from dutydesk.domain import deadline_task
from dutydesk.domain.deadline_task import DeadlineTask
from dutydesk.domain.errors import Refusal
from dutydesk.wording import deadline_task as words
from tests.domain.test_task_clock import done
from tests.incident_builders import RECEIVED

STATEMENT = DeadlineTask.PUBLIC_STATEMENT


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ""),
        ({"is_met": True}, "按时"),
        ({"is_met": False, "late_by_minutes": 12}, "超时12分"),
        ({"is_met": False, "late_by_minutes": 12, "late_reason": "等审定"}, "超时12分（等审定）"),
        ({"is_met": True, "is_after_upgrade": True}, "升级后办"),
    ],
)
def test_a_record_says_how_it_was_judged(changes: dict[str, object], said: str) -> None:
    assert words.judged_task(done(STATEMENT, RECEIVED, **changes)) == said


def test_a_record_is_one_line_and_one_entry() -> None:
    record = done(STATEMENT, RECEIVED, is_met=True, note="官网发布简要情况。")
    now = RECEIVED + timedelta(hours=1)
    assert words.task_words(record, now) == (
        "对外发布已发布　02:15　按时　甲某记　官网发布简要情况。"
    )
    assert words.task_entry("丰收市场火灾（2026-001）", record) == (
        "对外发布已发布（11月21日 02:15）：丰收市场火灾（2026-001），按时，官网发布简要情况。"
    )


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (deadline_task.TaskDoneAlready(STATEMENT, RECEIVED), "记过已发布"),
        (deadline_task.TaskInFuture(RECEIVED, RECEIVED), "晚于现在"),
        (deadline_task.TaskBeforeOccurred(STATEMENT, RECEIVED, RECEIVED), "早于事发"),
    ],
)
def test_a_refusal_says_what_is_wrong(error: Refusal, said: str) -> None:
    assert said in words.SENTENCES[type(error)](error)


def test_what_is_no_report_is_done_at_once_not_reported() -> None:
    assert words.immediately(STATEMENT) == "升级后应立即办"
    assert words.immediately(DeadlineTask.REPORT) == "升级后应立即补报"
