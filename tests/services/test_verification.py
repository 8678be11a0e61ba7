from dataclasses import replace

import pytest

from dutydesk.domain.contacts import Contact
from dutydesk.domain.errors import BadInput
from dutydesk.domain.phone import NumberKind
from dutydesk.domain.verification import ProblemKind
from dutydesk.services.contacts import NumberDraft
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


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM contact_key WHERE kind = 'initials'",
        "UPDATE contact_text SET plain = 'x'",
        "DELETE FROM contact_text",
        "INSERT INTO contact_search (contact_search) VALUES ('delete-all')",
        "INSERT INTO contact_text VALUES (99, 'x', 'x')",
    ],
)
def test_somebody_who_is_not_found_any_more_is_found_by_the_check(
    staffed: Staff, sql: str
) -> None:
    room = staffed.room
    for name in ("单强", "李某", "王某"):
        contact = Contact(id=room.contacts.new_id(), name=name)
        room.contacts.save(contact, [NumberDraft(NumberKind.MOBILE, "13800138000")], by=staffed.by)
    room.contacts.save(replace(contact, post="科长"), [], by=staffed.by)
    room.contacts.retire(contact.id, by=staffed.by)
    assert room.verification.verify().ok
    with room.store.unjournalled() as tables:
        tables._rows._connection.execute(sql)
    kinds = {problem.kind for problem in room.verification.verify().problems}
    assert kinds == {ProblemKind.SEARCH_INDEX}
