import json
from pathlib import Path

import pytest

from dutydesk.cli.main import run


def test_the_demo_says_where_room_and_papers_lie(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "demo"
    words = ["--data", "/nowhere", "--json", "--now", "2026-11-21T08:29", "demo", "--into"]
    assert run([*words, str(into)]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["data"] == str(into / "room")
    assert [Path(path).name for path in document["papers"]][:6] == [
        "log_sheet-1.pdf",
        "handover_record-2.pdf",
        "special_report-3.pdf",
        "special_report-4.pdf",
        "special_report-5.pdf",
        "directory-6.pdf",
    ]
    assert all(Path(path).is_file() for path in document["papers"])


def test_a_second_demo_in_the_same_place_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--json", "--now", "2026-11-21T08:31", "demo", "--into", str(tmp_path)]
    assert run(words) == 0
    capsys.readouterr()
    assert run(words) == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "room_exists"


def test_the_room_of_the_demo_answers_commands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--now", "2026-11-21T12:00", "demo", "--into", str(tmp_path)]) == 0
    assert "演练室" in capsys.readouterr().out
    data = ["--data", str(tmp_path / "room"), "--json", "--now", "2026-11-21T12:00"]
    assert run([*data, "shift", "show"]) == 0
    assert json.loads(capsys.readouterr().out)["primary_officer"] == "乙某"
    assert run([*data, "verify"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"] is True
