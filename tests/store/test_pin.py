from datetime import timedelta

import pytest

from dutydesk.assembly.opening import open_room, read_room
from dutydesk.domain.errors import RecordUnknown, StoreFull
from dutydesk.domain.officer import Actor, PinDelayed, PinNotSet, PinWrong
from dutydesk.store.pin import PinGate
from tests.builders import PIN, QUICK_HASHER, Staff

CLI = Actor("cli")
WRONG = "000000"


def test_delays_double_with_each_wrong_pin_up_to_half_an_hour(staffed: Staff) -> None:
    room, officer = staffed.room, staffed.officer
    for _ in range(5):
        with pytest.raises(PinWrong):
            room.pins.check(officer.id, WRONG, by=CLI)
    for minutes in (1, 2, 4, 8, 16, 30, 30):
        room.clock.forward(minutes=minutes, seconds=-1)  # type: ignore[attr-defined]  # FixedClock
        with pytest.raises(PinDelayed) as delayed:
            room.pins.check(officer.id, PIN, by=CLI)
        assert delayed.value.seconds == 1
        room.clock.forward(seconds=1)  # type: ignore[attr-defined]  # FixedClock
        with pytest.raises(PinWrong) as wrong:
            room.pins.check(officer.id, WRONG, by=CLI)
        assert wrong.value.tries_left == 0


def test_a_delay_is_kept_over_a_restart_and_a_clock_set_back(staffed: Staff) -> None:
    room, folder = staffed.room, staffed.room.store.folder
    for _ in range(5):
        with pytest.raises(PinWrong):
            room.pins.check(staffed.officer.id, WRONG, by=CLI)
    room.close()
    clock = room.clock
    clock.at -= timedelta(hours=3)  # type: ignore[attr-defined]  # FixedClock
    again = open_room(folder, clock=clock, ids=room.ids)
    gate = PinGate(again.store, clock, QUICK_HASHER)
    with pytest.raises(PinDelayed) as delayed:
        gate.check(staffed.officer.id, PIN, by=CLI)
    assert delayed.value.seconds == 60
    clock.at += timedelta(seconds=60)  # type: ignore[attr-defined]  # FixedClock
    assert gate.check(staffed.officer.id, PIN, by=CLI).id == staffed.officer.id
    again.close()


def test_an_officer_without_pin_or_nobody_at_all_proves_nothing(staffed: Staff) -> None:
    room = staffed.room
    with room.store.unjournalled() as tables:
        tables.officer._rows.execute_unjournalled("DELETE FROM officer_pin")
    with pytest.raises(PinNotSet):
        room.pins.check(staffed.officer.id, PIN, by=CLI)
    with pytest.raises(RecordUnknown):
        room.pins.check("没有", PIN, by=CLI)


def test_the_real_hash_says_its_cost(staffed: Staff) -> None:
    gate = PinGate(staffed.room.store, staffed.room.clock)
    hashed = gate.hashed(PIN)
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
    assert gate.hashed(PIN) != hashed


def test_a_pin_cannot_be_guessed_in_a_room_that_is_only_read(staffed: Staff) -> None:
    room, officer = staffed.room, staffed.officer
    reading = read_room(room.store.folder, clock=room.clock)
    gate = PinGate(reading.store, room.clock, QUICK_HASHER)
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(PinWrong) as wrong:
            gate.check(officer.id, WRONG, by=CLI)
        assert wrong.value.tries_left == left
    with pytest.raises(PinDelayed):
        gate.check(officer.id, PIN, by=CLI)
    room.clock.forward(minutes=1)  # type: ignore[attr-defined]  # FixedClock
    assert gate.check(officer.id, PIN, by=CLI).id == officer.id
    with pytest.raises(PinWrong) as wrong:
        gate.check(officer.id, WRONG, by=CLI)
    assert wrong.value.tries_left == 4
    reading.close()


def test_wrong_pins_on_a_full_disk_count_and_are_on_file_once_there_is_space(
    staffed: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, officer = staffed.room, staffed.officer

    def full(*_what: object, **_which: object) -> None:
        raise StoreFull(str(room.store.path))

    with monkeypatch.context() as patch:
        patch.setattr(room.store, "writing", full)
        for _ in range(5):
            with pytest.raises(PinWrong):
                room.pins.check(officer.id, WRONG, by=CLI)
        with pytest.raises(PinDelayed):
            room.pins.check(officer.id, PIN, by=CLI)
    room.clock.forward(minutes=1)  # type: ignore[attr-defined]  # FixedClock
    with pytest.raises(PinWrong):
        room.pins.check(officer.id, WRONG, by=CLI)
    assert room.officer.by_name(officer.name).wrong_pins == 6
