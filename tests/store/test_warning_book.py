import pytest

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.warning_refusals import WarningEntryUnfit
from dutydesk.domain.withdrawal import Withdrawal
from dutydesk.store import warning_book
from tests.builders import Staff, draft
from tests.warning_builders import warning_draft


def test_a_warning_is_found_by_id_or_number(staffed: Staff) -> None:
    made = staffed.room.warning.register(warning_draft(staffed.room), by=staffed.by).value
    with staffed.room.store.reading() as tables:
        assert warning_book.warning_of(tables, made.id) == made
        assert warning_book.warning_of(tables, "2026-1") == made
        with pytest.raises(RecordUnknown):
            warning_book.warning_of(tables, "2026-9")


def test_a_struck_entry_becomes_no_warning(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(
        draft(room, kind=EntryKind.WARNING, text="大雾黄色预警"), by=staffed.by
    ).value
    with room.store.reading() as tables:
        assert warning_book.check_entry(tables, entry.id) == entry
    room.withdrawal.withdraw(
        entry.id, Withdrawal(room.withdrawal.new_id(), "记错了"), by=staffed.by
    )
    with room.store.reading() as tables, pytest.raises(WarningEntryUnfit):
        warning_book.check_entry(tables, entry.id)
