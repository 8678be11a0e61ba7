import pytest

from dutydesk.domain.duty_log import Correction
from dutydesk.domain.errors import RecordUnknown
from dutydesk.store.entry_chain import chain_of, entry_of
from tests.builders import Staff, draft


def test_every_version_leads_to_all_of_them(staffed: Staff) -> None:
    room = staffed.room
    first = room.duty_log.record(draft(room, "2号楼"), by=staffed.by).value
    room.duty_log.correct(first.id, Correction("二", "听错", text="3号楼"), by=staffed.by)
    room.duty_log.correct("二", Correction("三", "听错", text="4号楼"), by=staffed.by)
    with room.store.reading() as tables:
        for entry_id in (first.id, "二", "三"):
            assert entry_of(tables, entry_id).entry.id == entry_id
            texts = [one.entry.text for one in chain_of(tables, entry_id)]
            assert texts == ["2号楼", "3号楼", "4号楼"]


def test_an_entry_that_is_not_there_is_refused(staffed: Staff) -> None:
    with staffed.room.store.reading() as tables, pytest.raises(RecordUnknown):
        chain_of(tables, "没有")
