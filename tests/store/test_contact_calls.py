from __future__ import annotations

from dutydesk.domain.contact_call import CalledAs
from dutydesk.domain.entry_kind import EntryKind
from tests.builders import Staff, draft


def test_calls_are_known_by_number_or_by_name_and_unit_and_only_while_they_hold(
    staffed: Staff,
) -> None:
    room = staffed.room
    said = [
        ("0000-6000013", "", "", EntryKind.OUTGOING_CALL),
        ("", "应急局", "单某", EntryKind.INCOMING_CALL),
        ("", "别的局", "单某", EntryKind.INCOMING_CALL),
        ("00006000013", "", "", EntryKind.VISIT),
        ("", "", "单某", EntryKind.INCOMING_CALL),
    ]
    for number, (phone, source, person, kind) in enumerate(said):
        entry = draft(room, f"第{number}件", phone=phone, source=source, person=person, kind=kind)
        room.duty_log.record(entry, by=staffed.by)
    who = CalledAs(("00006000013",), "单某", ("应急局",))
    with room.store.reading() as tables:
        assert [one.text for one in tables.contact_calls.of(who, 5)] == ["第4件", "第1件", "第0件"]
        assert [one.text for one in tables.contact_calls.of(who, 1)] == ["第4件"]
        nobody = CalledAs((), "没有", ())
        assert tables.contact_calls.of(nobody, 5) == []
