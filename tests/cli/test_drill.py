"""A past day comes in again in a room of its own, and the review says what became of it."""

import json
from pathlib import Path

import pytest

from dutydesk.assembly.demo import build_demo
from dutydesk.assembly.opening import read_room
from dutydesk.cli.main import run
from dutydesk.domain.instants import from_iso


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]):
    def asked(*words):
        code = run(["--json", *map(str, words)])
        said = capsys.readouterr()
        return code, json.loads(said.out)

    return asked


@pytest.fixture
def source(tmp_path: Path) -> Path:
    build_demo(tmp_path / "real", from_iso("2026-11-21T10:00+08:00")).close()
    return tmp_path / "real"


def start(ask, source, into):
    return ask("drill", "start", "--from", source, "--duty-date", "2026-11-20", "--into", into)


def test_a_drill_is_a_practice_room_of_its_own_and_the_source_stays_as_it_was(
    ask, source, tmp_path
):
    before = (source / "room.db").read_bytes()
    code, made = start(ask, source, tmp_path / "drill")
    assert code == 0
    assert made["events"] > 2
    assert (source / "room.db").read_bytes() == before
    real, room = read_room(source), read_room(tmp_path / "drill")
    try:
        assert room.settings.room().is_practice
        assert room.settings.room().unit == real.settings.room().unit
        assert {one.name for one in room.officer.officers()} == {
            one.name for one in real.officer.officers() if one.is_active
        }
        assert room.incident.kinds() == real.incident.kinds()
        assert room.settings.get("duty_phone") == real.settings.get("duty_phone")
        assert room.incident.incidents() == []
        assert room.verification.verify().ok
        assert room.drill.replayed() == real.drill.day(room.drill.replayed().duty_date)
    finally:
        real.close()
        room.close()


def test_no_number_of_a_real_person_comes_along(ask, source, tmp_path):
    start(ask, source, tmp_path / "drill")
    real, room = read_room(source), read_room(tmp_path / "drill")
    try:
        numbers = {one.number for one in real.drill.kit().numbers}
        assert room.contacts.find("李")
        with room.store.reading() as tables:
            rows = tables.contacts.rowids()
            found = [
                number.number
                for one in tables.contacts.by_rowids(rows)
                for number in tables.contacts.numbers_of(one.id)
            ]
        assert set(found) == numbers
        assert [one for one in found if len(one) == 11 and one.isdigit()] == []
    finally:
        real.close()
        room.close()


def test_the_review_says_what_was_logged_when_and_what_was_missed(ask, source, tmp_path):
    drill = tmp_path / "drill"
    _, made = start(ask, source, drill)
    here = ["--data", drill, "--now"]
    code, review = ask(*here, "2026-11-21T08:00+08:00", "drill", "review")
    assert code == 0
    assert review["missed"] == made["events"]
    event = review["events"][0]
    code, entry = ask(
        *here,
        event["at"],
        "log",
        "add",
        "--kind",
        event["kind"],
        "--text",
        event["text"],
        "--source",
        event["source"],
    )
    assert code == 0
    _, review = ask(*here, "2026-11-21T08:00+08:00", "drill", "review")
    assert review["missed"] == made["events"] - 1
    assert review["events"][0]["entry_no"] == entry["no"]
    assert review["events"][0]["delay_minutes"] == 0


def test_a_drill_does_not_go_into_a_room_and_a_room_is_no_drill(ask, source):
    code, answer = start(ask, source, source)
    assert (code, answer["error"]["code"]) == (2, "drill_into_real_room")
    code, answer = ask("--data", source, "drill", "review")
    assert (code, answer["error"]["code"]) == (2, "no_drill")


def test_a_day_without_calls_is_refused_and_leaves_no_folder(ask, source, tmp_path):
    code, answer = ask(
        "drill", "start", "--from", source, "--duty-date", "2020-01-01", "--into", tmp_path / "d"
    )
    assert (code, answer["error"]["code"]) == (2, "nothing_to_replay")
    assert not (tmp_path / "d").exists()


def test_the_review_is_printed_as_it_stands(ask, source, tmp_path):
    start(ask, source, tmp_path / "drill")
    here = ["--data", tmp_path / "drill", "--now", "2026-11-20T12:00+08:00"]
    out = tmp_path / "review.pdf"
    code, printed = ask(*here, "paper", "drill_review", "--output", out)
    assert (code, printed["pages"]) == (0, 1)
    assert out.read_bytes().startswith(b"%PDF")
    code, answer = ask("--data", source, "paper", "drill_review", "--output", out)
    assert (code, answer["error"]["code"]) == (2, "no_drill")
