"""The benchmarks write rows by hand: what they fill is still a room, and a sound one."""

from pathlib import Path

from benchmarks import big_room
from dutydesk.assembly.opening import read_room


def test_the_big_room_is_filled_with_entries_as_they_are_now(tmp_path: Path) -> None:
    big_room.fill(tmp_path / "room", 10)
    room = read_room(tmp_path / "room")
    assert len(room.duty_log.all_rowids()) == 10
    verification = room.verification.verify()
    assert verification.ok, f"benchmarks/big_room.py: {verification.problems}"
    room.close()
