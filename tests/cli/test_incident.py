import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.builders import PIN, Command
from tests.habits.source import ROOT

NOW = "2026-11-21T02:20+08:00"
FIRE = (
    "incident", "open", "--title", "安和街道丰收市场火灾", "--category", "accident",
    "--kind", "火灾", "--place", "安和街道丰收市场", "--received-at", "2026-11-21T02:15+08:00",
)  # fmt: skip


@pytest.fixture
def empty(command: Command) -> Command:
    """A practice room with nobody in it: incidents need no shift."""
    command("init", "--unit", "安和街道办事处值班室", "--practice")
    return command


@pytest.fixture
def desk(empty: Command) -> Command:
    """A practice room with a running shift, led by 丙某."""
    command = empty
    for name, role in (("甲某", "duty_officer"), ("丙某", "lead_officer")):
        words = ("officer", "add", "--name", name, "--role", role, "--pin-stdin")
        command(*words, stdin=f"{PIN}\n")
    start = ("shift", "start", "--officer", "甲某", "--lead", "丙某", "--pin-stdin")
    command(*start, stdin=f"{PIN}\n", now="2026-11-20T08:30+08:00")
    return command


def done(desk: Command, *words: str, now: str = NOW) -> dict[str, Any]:
    code, document, stderr = desk(*words, now=now)
    assert (code, stderr) == (0, "")
    return document


def report(desk: Command, incident: str, stage: str, medium: str, at: str) -> dict[str, Any]:
    return done(
        desk, "incident", "report", incident, "--stage", stage, "--medium", medium,
        "--at", at, "--to", "区政府总值班室", "--receiver", "王某", now=at,
    )  # fmt: skip


def test_opening_answers_number_levels_and_both_clocks(desk: Command) -> None:
    document = done(desk, *FIRE, "--occurred-at", "2026-11-21T02:10", "--deaths", "3")
    assert document["incident_no"] == "2026-001"
    assert (document["level"], document["suggested_level"]) == (
        "unclassified",
        "relatively_serious",
    )
    assert "死亡3人" in document["level_reason"]
    clocks = [
        (one["stage"], one["medium"], one["starts_at"], one["due_at"], one["minutes_left"])
        for one in document["clocks"]
    ]
    assert clocks == [
        ("first", "phone", "2026-11-21T02:15:00+08:00", "2026-11-21T02:45:00+08:00", 25),
        ("first", "written", "2026-11-21T02:15:00+08:00", "2026-11-21T03:15:00+08:00", 55),
    ]
    assert document["opened_by"] == "甲某"


def test_one_incident_from_the_first_call_to_its_end(desk: Command) -> None:
    incident = done(desk, *FIRE, "--deaths", "2")["id"]
    phone = report(desk, incident, "first", "phone", "2026-11-21T02:40+08:00")
    assert (phone["stage"], phone["met"], phone["late_by_minutes"]) == ("first", True, 0)
    assert (phone["issue_no"], phone["signed_by"]) == (None, "丙某")
    paper = report(desk, incident, "first", "written", "2026-11-21T03:20+08:00")
    assert (paper["met"], paper["late_by_minutes"], paper["issue_no"]) == (False, 5, 1)
    assert paper["due_at"] == "2026-11-21T03:15:00+08:00"
    due = done(desk, "incident", "due", now="2026-11-21T03:20+08:00")["clocks"]
    assert [(one["stage"], one["due_at"], one["status"]) for one in due] == [
        ("follow_up", "2026-11-21T17:00:00+08:00", "running")
    ]
    updated = done(
        desk, "incident", "update", incident, "--deaths", "3", "--level", "relatively_serious",
        "--reason", "医院核实", now="2026-11-21T09:00+08:00",
    )  # fmt: skip
    assert (updated["level"], updated["level_confirmed_by"]) == ("relatively_serious", "甲某")
    follow_up = report(desk, incident, "follow_up", "written", "2026-11-21T16:30+08:00")
    assert (follow_up["sequence_no"], follow_up["issue_no"], follow_up["met"]) == (1, 2, True)
    assert "死亡3人（上次报告2人）" in follow_up["body"]
    code, refusal, stderr = desk("incident", "close", incident, now="2026-11-21T18:00+08:00")
    assert (code, refusal["error"]["code"]) == (2, "final_report_missing")
    assert stderr.strip() == refusal["error"]["message"]
    final = report(desk, incident, "final", "written", "2026-11-22T10:00+08:00")
    assert (final["due_at"], final["met"], final["issue_no"]) == (None, None, 3)
    ended = done(desk, "incident", "close", incident, now="2026-11-22T10:05+08:00")
    assert ended["status"] == "ended"
    shown = done(desk, "incident", "show", "2026-001", now="2026-11-22T10:05+08:00")
    assert [one["stage"] for one in shown["reports"]] == ["first", "first", "follow_up", "final"]
    listed = done(desk, "incident", "list", now="2026-11-22T10:05+08:00")["incidents"]
    assert [(one["id"], one["status"]) for one in listed] == [(incident, "ended")]
    entries = done(desk, "log", "list", now="2026-11-22T10:05+08:00")["entries"]
    assert {one["kind"] for one in entries} == {"incident"}
    assert len(entries) == 7


def test_due_at_an_instant(empty: Command) -> None:
    incident = done(empty, *FIRE)["id"]
    at = done(empty, "incident", "due", "--at", "2026-11-21T02:50+08:00")["clocks"]
    assert [(one["incident_id"], one["status"], one["minutes_left"]) for one in at] == [
        (incident, "overdue", -5),
        (incident, "running", 25),
    ]
    assert set(at[0]) >= {
        "incident_id", "stage", "medium", "rule", "starts_at", "due_at", "status", "minutes_left",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        (("--kind", "火宅"), "kind_unknown"),
        (("--kind", "地震"), "kind_unknown"),
        (("--title", " "), "incident_text_missing"),
        (("--deaths", "-1"), "figure_negative"),
        (("--deaths", "三"), "bad_input"),
        (("--category", "weather"), "bad_input"),
        (("--level", "worst"), "bad_input"),
        (("--received-at", "gestern"), "bad_input"),
        (("--received-at", "2026-11-21T03:00"), "received_in_future"),
        (("--occurred-at", "2026-11-21T02:16"), "occurred_after_received"),
        (("--from-entry", "nothing"), "record_unknown"),
        (("--officer", "谁"), "record_unknown"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    empty: Command, changes: tuple[str, ...], code: str
) -> None:
    exit_code, document, stderr = empty(*FIRE, *changes, now=NOW)
    assert (exit_code, document["error"]["code"]) == (2, code)
    assert stderr.strip()
    assert done(empty, "incident", "list")["incidents"] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--stage", "follow_up", "--medium", "written"), "first_report_missing"),
        (("--stage", "final", "--medium", "phone"), "first_report_missing"),
        (("--at", "2026-11-21T04:00"), "report_in_future"),
        (("--at", "2026-11-21T02:14"), "report_before_received"),
        (("--to", ""), "receiver_unit_missing"),
        (("--stage", "second"), "bad_input"),
    ],
)
def test_a_report_out_of_order_is_refused(
    empty: Command, words: tuple[str, ...], code: str
) -> None:
    incident = done(empty, *FIRE)["id"]
    given = {
        "--stage": "first", "--medium": "phone", "--at": "2026-11-21T02:20", "--to": "区总值班室",
    }  # fmt: skip
    given |= dict(zip(words[::2], words[1::2], strict=True))
    options = [word for pair in given.items() for word in pair]
    exit_code, document, _ = empty("incident", "report", incident, *options, now=NOW)
    assert (exit_code, document["error"]["code"]) == (2, code)
    assert done(empty, "incident", "show", incident)["reports"] == []


def test_an_incident_from_a_log_entry_needs_no_shift(command: Command) -> None:
    command("init", "--unit", "安和街道", "--practice", "--rule-set", "province")
    entry = done(command, "log", "add", "--kind", "incoming_call", "--text", "丰收市场起火")
    opened = done(command, *FIRE, "--from-entry", entry["id"])
    assert opened["origin_entry_id"] == entry["id"]
    assert [one["due_at"] for one in opened["clocks"]] == [
        "2026-11-21T02:30:00+08:00",
        "2026-11-21T02:50:00+08:00",
    ]
    assert all(one["is_start_replaced"] for one in opened["clocks"])
    assert len(done(command, "log", "list")["entries"]) == 2


def test_a_false_alarm_ends_with_a_note(empty: Command) -> None:
    incident = done(empty, *FIRE)["id"]
    ended = done(
        empty, "incident", "close", incident, "--exit", "false_alarm", "--note", "烟雾来自烧荒"
    )
    assert (ended["status"], ended["exit_reason"]) == ("ended", "false_alarm")
    assert done(empty, "incident", "due")["clocks"] == []


def test_a_figure_can_be_unknown_again_and_an_incident_sensitive(empty: Command) -> None:
    incident = done(empty, *FIRE, "--deaths", "2", "--injured", "3")["id"]
    words = ("incident", "update", incident, "--deaths", "unknown", "--reason", "重复计算")
    assert done(empty, *words)["deaths"] is None
    marked = done(empty, "incident", "update", incident, "--sensitive", "--reason", "在校内")
    assert (marked["is_sensitive"], marked["injured"]) == (True, 3)
    moved = done(
        empty, "incident", "update", incident, "--occurred-at", "2026-11-21T02:00",
        "--category", "natural", "--kind", "森林火灾", "--status", "stable",
        "--received-at", "2026-11-21T02:16", "--reason", "核实",
    )  # fmt: skip
    assert (moved["status"], moved["kind"]) == ("stable", "森林火灾")
    gone = done(
        empty, "incident", "update", incident, "--occurred-at", "unknown", "--reason", "误"
    )
    assert gone["occurred_at"] is None


def test_every_real_message_opens_as_an_incident(command: Command, shared_data: Path) -> None:
    command("init", "--unit", "安和街道", "--practice")
    lines = (shared_data / "incidents" / "messages.jsonl").read_text("utf-8").splitlines()
    for line in lines:
        message = json.loads(line)
        expected = message["expected"]
        figures = [
            word
            for name in ("deaths", "missing", "injured", "seriously_injured", "poisoned_or_ill")
            if expected[name] is not None
            for word in (f"--{name.replace('_', '-')}", str(expected[name]))
        ]
        opened = done(
            command, "incident", "open", "--title", message["title"], "--category",
            expected["category"], "--kind", expected["kind"], "--place",
            expected["place"] or "地点待核", "--received-at", NOW, *figures,
        )  # fmt: skip
        assert all(one["due_at"] > one["starts_at"] for one in opened["clocks"])
        assert [one["medium"] for one in opened["clocks"] if one["medium"]] == ["phone", "written"]
    listed = done(command, "incident", "list")["incidents"]
    assert len(listed) == len(lines) == 74
    numbers = [one["incident_no"] for one in listed]
    assert numbers == [f"2026-{no:03d}" for no in range(74, 0, -1)]


def test_people_read_plain_lines(tmp_path: Path) -> None:
    def run(*words: str) -> str:
        base = [sys.executable, "main.py", "--data", str(tmp_path / "room")]
        clock = [] if words[0] == "init" else ["--now", NOW]
        found = subprocess.run(
            [*base, *clock, *words], cwd=ROOT, capture_output=True, text=True, check=True
        )
        return found.stdout

    run("init", "--unit", "安和街道", "--practice")
    assert run("incident", "due") == "无\n"
    assert run(*FIRE).startswith("已登记 2026-001 安和街道丰收市场火灾")
    said = run(
        "incident", "report", "2026-001", "--stage", "first", "--medium", "phone",
        "--at", NOW, "--to", "区政府总值班室",
    )  # fmt: skip
    assert said.startswith("已报出 首报（电话）")
    due = run("incident", "due")
    assert due.startswith("还剩55分 首报（书面） 03:15前 2026-001")
    assert "首报（电话）" in run("incident", "show", "2026-001")
    assert "接报" not in run("incident", "list")
