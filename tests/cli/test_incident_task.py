import pytest

from tests.builders import Command
from tests.cli.asking import done, refused

NOW = "2026-11-21T02:20+08:00"
FIRE = (
    "incident", "open", "--title", "丰收市场火灾", "--category", "accident", "--kind", "火灾",
    "--place", "丰收市场", "--received-at", "2026-11-21T02:15", "--occurred-at",
    "2026-11-21T02:10", "--level", "relatively_serious",
)  # fmt: skip


@pytest.fixture
def fire(practice: Command) -> str:
    return str(done(practice, *FIRE, now=NOW)["id"])


def clocks(command: Command, at: str) -> dict[str, str]:
    found = done(command, "incident", "due", "--at", at, now=NOW)["clocks"]
    return {f"{one['stage']} {one['medium']}": one["due_at"] for one in found}


def test_what_is_no_report_runs_beside_the_reports_and_ends_by_its_record(
    practice: Command, fire: str
) -> None:
    found = clocks(practice, NOW)
    assert found["public_statement None"] == "2026-11-21T06:10:00+08:00"
    assert found["press_conference None"] == "2026-11-22T02:10:00+08:00"
    record = done(
        practice, "incident", "task", fire, "--task", "public_statement", "--at",
        "2026-11-21T06:13+08:00", "--note", "官网发布", "--late-reason", "等审定",
        now="2026-11-21T06:20+08:00",
    )  # fmt: skip
    assert (record["met"], record["late_by_minutes"], record["late_reason"]) == (
        False,
        3,
        "等审定",
    )
    assert "4小时内" in record["rule"]
    after = done(practice, "incident", "due", now="2026-11-21T06:20+08:00")["clocks"]
    assert "public_statement" not in {one["stage"] for one in after}
    whole = done(practice, "incident", "show", fire, now="2026-11-21T06:20+08:00")
    assert whole["tasks"] == [record]
    shown = whole["clocks"]
    stopped = next(one for one in shown if one["stage"] == "public_statement")
    assert (stopped["status"], stopped["rule"]) == ("met_late", record["rule"])


def test_a_second_record_and_a_word_that_is_no_task_are_refused(
    practice: Command, fire: str
) -> None:
    words = ("incident", "task", fire, "--task", "relief", "--at", NOW)
    done(practice, *words, now=NOW)
    assert refused(practice, *words, now=NOW) == (2, "task_done_already")
    no_task = ("incident", "task", fire, "--task", "report", "--at", NOW)
    assert refused(practice, *no_task, now=NOW) == (2, "bad_input")
