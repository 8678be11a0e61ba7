"""The strips of a run: which stay, which verb they have."""

from dutydesk.domain.backup import BackupMade
from dutydesk.domain.errors import StoreDamaged, StoreLocked, StoreReadOnly
from dutydesk.domain.instants import from_iso
from dutydesk.ui.start.notices import RunState, run_notices

AT = from_iso("2026-11-20T08:30")


def notices(**state):
    return run_notices(RunState(**state), list, list)


def test_a_run_with_nothing_to_say_shows_no_strip():
    assert notices() == []


def test_read_only_says_who_holds_the_room_and_stays():
    (held,) = notices(only_reads=StoreLocked("二号机", "乙某", AT, 1))
    assert "二号机" in held.text
    assert "乙某" in held.text
    assert "08:30" in held.text
    assert held.stays
    assert held.verb == "再试一次"
    for reason in (StoreLocked("", "", None, 0), StoreReadOnly("x"), StoreDamaged("x", "y")):
        (found,) = notices(only_reads=reason)
        assert found.text.startswith("只读：")


def test_a_restored_room_says_so_for_the_whole_run():
    (found,) = notices(restored=BackupMade("x", AT, 1, "00" * 32))
    assert found.stays
    assert "补记" in found.text


def test_practice_and_missing_input_are_hints_that_can_be_put_away():
    found = notices(is_first_practice=True, is_input_missing=True)
    assert [one.stays for one in found] == [False, False]
    assert found[1].verb == "如何输入中文"
