import pytest

from dutydesk.domain.errors import BadInput
from dutydesk.store import driver
from tests.builders import Staff, draft


def test_a_sound_room_verifies_rebuilds_and_knows_its_printed_head(staffed: Staff) -> None:
    room = staffed.room
    room.duty_log.record(draft(room), by=staffed.by)
    first = room.verification.verify()
    assert first.ok
    assert room.verification.differences() == ()
    room.duty_log.record(draft(room), by=staffed.by)
    assert room.verification.verify(first.journal_head.upper()).ok
    with pytest.raises(BadInput):
        room.verification.verify("头")


def test_after_the_first_check_only_what_is_new_is_checked(staffed: Staff) -> None:
    room = staffed.room
    room.duty_log.record(draft(room), by=staffed.by)
    first = room.verification.check_new()
    room.duty_log.record(draft(room), by=staffed.by)
    again = room.verification.check_new()
    assert first.ok
    assert again.ok
    assert again.journal_rows == first.journal_rows + 1
    room.store.close()
    change(room.store.path, again.journal_rows)
    assert not room.verification.check_new().ok


def test_what_was_checked_is_checked_again_when_its_last_row_has_changed(staffed: Staff) -> None:
    room = staffed.room
    room.duty_log.record(draft(room), by=staffed.by)
    rows = room.verification.check_new().journal_rows
    room.store.close()
    change(room.store.path, rows)
    assert not room.verification.check_new().ok


def change(path, rowid: int) -> None:
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute("DROP TRIGGER IF EXISTS journal_is_append_only_update")
    connection.execute(
        "UPDATE journal SET hash = zeroblob(32), action = 'x' WHERE rowid = ?", (rowid,)
    )
    connection.close()
