import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import Command
from tests.cli.asking import done, refused
from tests.habits.source import ROOT

TEXT = "甲县起火致2死\n昨日15时20分，甲县城关镇一厂房起火，造成2人死亡。"
KEYS = {
    "category",
    "kind",
    "occurred_at",
    "occurred_precision",
    "place",
    "deaths",
    "missing",
    "injured",
    "seriously_injured",
    "poisoned_or_ill",
    "spans",
}


@pytest.fixture
def notice(tmp_path: Path) -> str:
    file = tmp_path / "通知.txt"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


def test_a_message_is_read_without_any_room(command: Command, notice: str) -> None:
    code, found, stderr = command("message", "read", notice, "--received-at", "2026-11-20T08:00")
    assert (code, stderr) == (0, "")
    assert set(found) == KEYS
    assert (found["category"], found["kind"], found["deaths"]) == ("accident", "火灾", 2)
    assert (found["occurred_at"], found["occurred_precision"]) == (
        "2026-11-19T15:20:00+08:00",
        "minute",
    )
    assert found["missing"] is None
    spans = found["spans"]
    assert isinstance(spans, dict)
    start, end = spans["place"]
    assert TEXT[start:end] == found["place"] == "甲县城关镇一厂房"
    assert not command.data.exists()


def test_a_bare_day_is_any_time_of_it(command: Command) -> None:
    text = "通报\n今日21时，甲县一厂房起火。"
    words = ("message", "read", "-", "--received-at", "2026-11-20")
    code, found, _ = command(*words, stdin=text)
    assert (code, found["occurred_at"]) == (0, "2026-11-20T21:00:00+08:00")


def test_without_an_instant_it_is_told_now(practice: Command) -> None:
    found = done(practice, "message", "read", "-", stdin=TEXT, now="2026-03-02T08:00+08:00")
    assert found["occurred_at"] == "2026-03-01T15:20:00+08:00"


def test_what_cannot_be_read_is_refused(command: Command, tmp_path: Path) -> None:
    read = ("message", "read")
    assert refused(command, *read, "-", stdin=" ", now=None) == (2, "message_empty")
    assert refused(command, *read, "-", stdin="字" * 20_001, now=None) == (2, "message_too_long")
    assert refused(command, *read, str(tmp_path / "x"), now=None) == (2, "message_file_missing")
    assert refused(command, *read, "", now=None) == (2, "bad_input")
    bad = ("-", "--received-at", "2026-02-30")
    assert refused(command, *read, *bad, stdin=TEXT, now=None) == (2, "bad_input")
    picture = tmp_path / "图.png"
    picture.write_bytes(b"\x89PNG\x00\xff")
    assert refused(command, *read, str(picture), now=None) == (2, "message_file_unreadable")


def test_people_get_plain_chinese_and_a_pipe_may_be_gb18030(tmp_path: Path) -> None:
    words = [
        "--data",
        str(tmp_path / "none"),
        "message",
        "read",
        "-",
        "--received-at",
        "2026-11-20",
    ]
    run = subprocess.run(
        [sys.executable, "main.py", *words],
        input=TEXT.encode("gb18030"),
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={"PYTHONIOENCODING": "utf-8"},
    )
    lines = run.stdout.decode("utf-8").splitlines()
    assert lines[:2] == ["类别：事故灾难", "种类：火灾"]
    assert "死亡：2人" in lines
    assert "{" not in json.dumps(lines, ensure_ascii=False)
