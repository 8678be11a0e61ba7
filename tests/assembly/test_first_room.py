"""The first room is there whole or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from dutydesk.assembly.clocks import FixedClock
from dutydesk.assembly.first_room import found_practice, found_room
from dutydesk.assembly.opening import open_room
from dutydesk.domain.errors import BadInput, RoomExists, StoreError
from dutydesk.domain.first_room import AdminMissing, BackupFolderMissing, FirstRoom, NewOfficer
from dutydesk.domain.officer import OfficerExists, OfficerRole, PinUnfit
from dutydesk.domain.settings import TWO_SHIFT_PATTERN
from tests.builders import PIN

FIRST = FirstRoom(
    "安和街道办事处值班室",
    (NewOfficer("甲某", OfficerRole.ADMIN, PIN, "19900000001"),),
    shift_pattern=TWO_SHIFT_PATTERN,
    rule_set="province",
)


def test_a_first_room_opens_with_everything_that_was_answered(
    tmp_path: Path, clock: FixedClock
) -> None:
    folder = tmp_path / "data" / "room"
    found_room(folder, replace(FIRST, backup_folder=str(tmp_path)), clock)
    room = open_room(folder, wait_seconds=0)
    assert room.settings.room().unit == FIRST.unit
    assert not room.settings.room().is_practice
    assert room.settings.get("shift_pattern") == TWO_SHIFT_PATTERN
    assert room.settings.get("rule_set") == "province"
    assert room.settings.get("backup_folder") == str(tmp_path)
    assert [(one.name, one.role) for one in room.officer.officers()] == [
        ("甲某", OfficerRole.ADMIN)
    ]
    assert room.verification.verify().ok
    room.close()
    assert not [file for file in folder.iterdir() if "making" in file.name]


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        (replace(FIRST, unit=" "), BadInput),
        (replace(FIRST, shift_pattern=[{"kind": "full", "start": "25:00"}]), BadInput),
        (replace(FIRST, rule_set="none"), BadInput),
        (replace(FIRST, officers=()), AdminMissing),
        (
            replace(FIRST, officers=(NewOfficer("乙某", OfficerRole.DUTY_OFFICER, PIN),)),
            AdminMissing,
        ),
        (replace(FIRST, officers=FIRST.officers * 2), OfficerExists),
        (replace(FIRST, officers=(NewOfficer("甲某", OfficerRole.ADMIN, "123"),)), PinUnfit),
        (replace(FIRST, backup_folder="/nowhere/at/all"), BackupFolderMissing),
    ],
)
def test_wrong_answers_leave_nothing_behind(
    tmp_path: Path, clock: FixedClock, wrong: FirstRoom, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        found_room(tmp_path / "room", wrong, clock)
    assert list(tmp_path.iterdir()) == []


def test_a_room_that_is_there_is_never_replaced(tmp_path: Path, clock: FixedClock) -> None:
    found_room(tmp_path / "room", FIRST, clock)
    before = (tmp_path / "room" / "room.db").read_bytes()
    with pytest.raises(RoomExists):
        found_room(tmp_path / "room", FIRST, clock)
    assert (tmp_path / "room" / "room.db").read_bytes() == before


def test_what_a_killed_start_left_is_swept_away(tmp_path: Path, clock: FixedClock) -> None:
    left = tmp_path / "room" / "room-in-the-making"
    left.mkdir(parents=True)
    (left / "room.db").write_bytes(b"half")
    found_room(tmp_path / "room", FIRST, clock)
    assert not left.exists()
    open_room(tmp_path / "room", wait_seconds=0).close()


def test_a_place_that_is_no_folder_is_refused_in_words(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError):
        found_room(tmp_path / "file", FIRST, clock)


def test_a_practice_room_is_made_once_and_then_kept(tmp_path: Path, clock: FixedClock) -> None:
    found_practice(tmp_path / "room", clock)
    room = open_room(tmp_path / "room", wait_seconds=0)
    assert room.settings.room().is_practice
    room.close()
    before = (tmp_path / "room" / "room.db").read_bytes()
    found_practice(tmp_path / "room", clock)
    assert (tmp_path / "room" / "room.db").read_bytes() == before
