from pathlib import Path

import pytest

from dutydesk.assembly.opening import read_room
from tests.builders import Command
from tests.cli.asking import NOW, done, head, refused

INIT = ("init", "--unit", "安和街道办事处值班室")


def test_a_new_room_answers_where_it_lies_and_whose_it_is(command: Command) -> None:
    code, document, stderr = command(*INIT)
    assert (code, stderr) == (0, "")
    assert document == {
        "data": str(command.data.resolve()),
        "file": str((command.data / "room.db").resolve()),
        "unit": "安和街道办事处值班室",
        "practice": False,
    }
    assert Path(str(document["file"])).is_file()


def test_a_practice_room_may_be_made_at_a_fixed_time(command: Command) -> None:
    assert done(command, *INIT, "--practice")["practice"] is True
    room = read_room(command.data)
    assert room.settings.room().created_at.isoformat() == "2026-11-20T00:30:00+00:00"
    room.close()


def test_a_real_room_is_not_made_at_a_fixed_time(command: Command) -> None:
    assert refused(command, *INIT, now=NOW) == (2, "now_not_allowed")
    assert not command.data.exists()


@pytest.mark.parametrize("rule_set", ["district", "province", "statute"])
def test_the_rule_set_is_the_units_choice(command: Command, rule_set: str) -> None:
    done(command, *INIT, "--practice", "--rule-set", rule_set)
    room = read_room(command.data)
    assert room.settings.get("rule_set") == rule_set
    room.close()


def test_a_room_that_exists_is_refused_and_stays_as_it_is(practice: Command) -> None:
    before = head(practice)
    assert refused(practice, *INIT, "--practice") == (2, "room_exists")
    assert head(practice) == before


def test_a_room_needs_a_name(command: Command) -> None:
    assert refused(command, "init", "--unit", " ", now=None) == (2, "bad_input")
    assert refused(command, "init", now=None) == (2, "bad_input")
    assert not command.data.exists()


def test_an_empty_folder_may_become_a_room_and_a_file_may_not(command: Command) -> None:
    command.data.write_text("a file")
    assert refused(command, *INIT, now=None)[0] == 3
    command.data.unlink()
    command.data.mkdir()
    assert command(*INIT)[0] == 0
