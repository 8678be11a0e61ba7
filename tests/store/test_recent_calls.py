from datetime import timedelta

import pytest

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.officer import Actor
from tests.builders import Staff, draft

PEOPLE = """单位,姓名,手机,办公电话
安和街道,张强,19900000001,0000-6511554
安和街道,张勇,19900000002,0000-6511554
安和街道,张敏,19900000003,
"""


@pytest.fixture
def known(staffed: Staff, tmp_path):
    path = tmp_path / "表.csv"
    path.write_text(PEOPLE, "utf-8")
    staffed.room.contact_import.import_file(path, by=Actor("cli"))
    return staffed


def call(staff: Staff, phone: str, kind: EntryKind = EntryKind.OUTGOING_CALL) -> None:
    room = staff.room
    room.duty_log.record(draft(room, kind=kind, phone=phone), by=staff.by)


def names(staff: Staff, text: str = "张") -> list[str]:
    return [card.contact.name for card in staff.room.contacts.find(text)]


def test_a_call_lifts_whoever_was_called(known: Staff) -> None:
    before = names(known)
    call(known, "199-0000-0003")
    assert names(known)[0] == "张敏"
    assert sorted(names(known)) == sorted(before)


def test_a_number_of_several_people_lifts_each_of_them(known: Staff) -> None:
    call(known, "0000-6511554")
    assert set(names(known)[:2]) == {"张强", "张勇"}


def test_what_is_no_call_lifts_nobody(known: Staff) -> None:
    before = names(known)
    call(known, "19900000003", EntryKind.VISIT)
    assert names(known) == before


def test_weights_follow_the_time_of_the_calls(known: Staff) -> None:
    now = known.room.clock.now()
    room = known.room
    old = draft(
        room, kind=EntryKind.INCOMING_CALL, phone="19900000003", at=now - timedelta(days=8)
    )
    room.duty_log.record(old, by=known.by)
    call(known, "19900000001")
    assert names(known)[:2] == ["张强", "张敏"]
    with room.store.reading() as tables:
        assert len(tables.recent_calls.rowids(now)) == 2
