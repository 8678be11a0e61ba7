from datetime import timedelta

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.errors import BadInput, RecordUnknown
from dutydesk.domain.officer import (
    Actor,
    LastAdmin,
    OfficerExists,
    OfficerInactive,
    OfficerMayNot,
    OfficerNameUnfit,
    OfficerOnDuty,
    OfficerRole,
    PinDelayed,
    PinUnfit,
    PinWrong,
)
from tests.builders import PIN, Staff, draft

CLI = Actor("cli")
NEW_PIN = "135790"


def journal_rows(room: DutyRoom) -> int:
    with room.store.reading() as tables:
        return tables.journal.count()


def newest_row(room: DutyRoom) -> tuple[str, str, str]:
    with room.store.reading() as tables:
        row = tables.journal.newest()
    assert row is not None
    return row.actor, row.action, row.body


def test_an_officer_is_entered_with_one_journal_row_that_holds_no_pin(room: DutyRoom) -> None:
    before = journal_rows(room)
    done = room.officer.add("甲某", OfficerRole.ADMIN, PIN, phone="19900000001", by=CLI)
    assert journal_rows(room) == before + 1
    assert done.changes.ids("officer") == {done.value.id}
    assert room.officer.officers() == [done.value]
    actor, action, body = newest_row(room)
    assert (actor, action) == ("cli", "officer.add")
    assert "pin_set_at" in body
    assert PIN not in body
    assert "argon2" not in body


@pytest.mark.parametrize("pin", ["", "12345", "abcdef", "１２３４５６"])
def test_an_unfit_pin_or_an_empty_or_taken_name_enters_nobody(staffed: Staff, pin: str) -> None:
    room, before = staffed.room, journal_rows(staffed.room)
    with pytest.raises(PinUnfit):
        room.officer.add("丁某", OfficerRole.VIEWER, pin, by=CLI)
    with pytest.raises(BadInput):
        room.officer.add(" ", OfficerRole.VIEWER, PIN, by=CLI)
    with pytest.raises(OfficerExists):
        room.officer.add("乙某", OfficerRole.VIEWER, PIN, by=CLI)
    assert journal_rows(room) == before
    with pytest.raises(RecordUnknown):
        room.officer.by_name("丁某")


def test_a_wrong_pin_is_journalled_though_it_is_refused(staffed: Staff) -> None:
    room = staffed.room
    with pytest.raises(PinWrong) as refusal:
        room.officer.prove(staffed.officer.id, "000000", by=CLI)
    assert (refusal.value.name, refusal.value.tries_left) == ("乙某", 4)
    actor, action, body = newest_row(room)
    assert (actor, action) == ("cli", "officer.wrong_pin")
    assert "000000" not in body
    assert room.officer.by_name("乙某").wrong_pins == 1


def test_a_right_pin_forgets_the_wrong_ones_and_writes_only_then(staffed: Staff) -> None:
    room = staffed.room
    before = journal_rows(room)
    assert room.officer.prove(staffed.officer.id, PIN, by=CLI).name == "乙某"
    assert journal_rows(room) == before
    with pytest.raises(PinWrong):
        room.officer.prove(staffed.officer.id, "000000", by=CLI)
    room.officer.prove(staffed.officer.id, PIN, by=CLI)
    assert newest_row(room)[1] == "officer.right_pin"
    known = room.officer.by_name("乙某")
    assert (known.wrong_pins, known.last_wrong_pin_at) == (0, None)


def test_after_the_fifth_wrong_pin_even_the_right_one_waits(staffed: Staff) -> None:
    room, officer = staffed.room, staffed.officer
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(PinWrong) as wrong:
            room.officer.prove(officer.id, "000000", by=CLI)
        assert wrong.value.tries_left == left
    before = journal_rows(room)
    with pytest.raises(PinDelayed) as delayed:
        room.officer.prove(officer.id, PIN, by=CLI)
    assert delayed.value.seconds == 60
    assert journal_rows(room) == before
    assert room.officer.prove(staffed.lead.id, PIN, by=CLI).name == "丙某"
    room.clock.forward(minutes=1)  # type: ignore[attr-defined]  # FixedClock
    assert room.officer.prove(officer.id, PIN, by=CLI).wrong_pins == 0


def test_an_administrator_sets_a_new_pin_and_ends_a_delay(staffed: Staff) -> None:
    room, officer = staffed.room, staffed.officer
    for _ in range(5):
        with pytest.raises(PinWrong):
            room.officer.prove(officer.id, "000000", by=CLI)
    room.officer.set_pin(
        officer.id, NEW_PIN, admin_id=staffed.admin.id, admin_pin=PIN, by=staffed.by
    )
    assert newest_row(room)[:2] == (staffed.admin.id, "officer.set_pin")
    assert room.officer.prove(officer.id, NEW_PIN, by=CLI).wrong_pins == 0
    with pytest.raises(PinWrong):
        room.officer.prove(officer.id, PIN, by=CLI)


def test_a_pin_is_not_set_by_a_wrong_word_or_by_somebody_else(staffed: Staff) -> None:
    room, officer = staffed.room, staffed.officer
    with pytest.raises(PinWrong):
        room.officer.set_pin(
            officer.id, NEW_PIN, admin_id=staffed.admin.id, admin_pin="000000", by=CLI
        )
    assert room.officer.by_name("甲某").wrong_pins == 1
    for admin_pin in (PIN, None):
        with pytest.raises(OfficerMayNot):
            room.officer.set_pin(
                officer.id, NEW_PIN, admin_id=staffed.lead.id, admin_pin=admin_pin, by=CLI
            )
    with pytest.raises(PinUnfit):
        room.officer.set_pin(officer.id, "1", admin_id=staffed.admin.id, admin_pin=None, by=CLI)
    assert room.officer.prove(officer.id, PIN, by=CLI).name == "乙某"


def test_an_administrator_who_was_deactivated_sets_no_pin(staffed: Staff) -> None:
    room = staffed.room
    former = room.officer.add("丁某", OfficerRole.ADMIN, PIN, by=CLI).value
    room.officer.deactivate(former.id, by=CLI)
    for admin_pin in (PIN, None):
        with pytest.raises(OfficerInactive):
            room.officer.set_pin(
                staffed.officer.id, NEW_PIN, admin_id=former.id, admin_pin=admin_pin, by=CLI
            )
    assert room.officer.prove(staffed.officer.id, PIN, by=CLI).name == "乙某"


def test_a_deactivated_officer_stays_on_file_and_neither_signs_nor_writes(staffed: Staff) -> None:
    room, officer = staffed.room, staffed.officer
    done = room.officer.deactivate(officer.id, by=CLI)
    assert done.changes.ids("officer") == {officer.id}
    assert [one.is_active for one in room.officer.officers()] == [True, False, True]
    with pytest.raises(OfficerInactive):
        room.officer.prove(officer.id, PIN, by=CLI)
    with pytest.raises(OfficerInactive):
        room.duty_log.record(draft(room), by=Actor("cli", officer.id))


def test_nobody_on_the_running_shift_is_deactivated(staffed: Staff) -> None:
    room = staffed.room
    room.officer.add("丁某", OfficerRole.ADMIN, PIN, by=CLI)
    for officer in (staffed.admin, staffed.lead):
        with pytest.raises(OfficerOnDuty):
            room.officer.deactivate(officer.id, by=CLI)


def test_somebody_on_duty_is_not_made_a_viewer_who_could_record_no_call(staffed: Staff) -> None:
    room = staffed.room
    with pytest.raises(OfficerOnDuty):
        room.officer.change(staffed.lead.id, OfficerRole.VIEWER, "", by=staffed.by)
    room.officer.change(staffed.lead.id, OfficerRole.DUTY_OFFICER, "1", by=staffed.by)
    room.officer.change(staffed.officer.id, OfficerRole.VIEWER, "", by=staffed.by)


def test_the_last_administrator_neither_goes_nor_changes_role(staffed: Staff) -> None:
    room, admin = staffed.room, staffed.admin
    with pytest.raises(LastAdmin):
        room.officer.deactivate(admin.id, by=CLI)
    with pytest.raises(LastAdmin):
        room.officer.change(admin.id, OfficerRole.LEAD_OFFICER, "", by=CLI)
    second = room.officer.add("丁某", OfficerRole.ADMIN, PIN, by=CLI).value
    assert room.officer.change(admin.id, OfficerRole.LEAD_OFFICER, "", by=CLI).value.may_lead
    with pytest.raises(LastAdmin):
        room.officer.deactivate(second.id, by=CLI)


def test_an_administrator_changes_role_and_phone(staffed: Staff) -> None:
    room, officer = staffed.room, staffed.officer
    done = room.officer.change(officer.id, OfficerRole.VIEWER, "19900000009", by=staffed.by)
    assert room.officer.by_name("乙某") == done.value
    assert (done.value.role, done.value.phone) == (OfficerRole.VIEWER, "19900000009")
    with pytest.raises(OfficerMayNot):
        room.duty_log.record(draft(room), by=Actor(officer.id, officer.id))
    with pytest.raises(RecordUnknown):
        room.officer.change("没有", OfficerRole.VIEWER, "", by=CLI)


def test_the_hash_of_a_pin_is_argon2id_and_lies_apart_from_the_journal(staffed: Staff) -> None:
    room = staffed.room
    with room.store.reading() as tables:
        hashed = tables.officer.pin_hash(staffed.officer.id)
        bodies = [row.body for _, row in tables.journal.each()]
    assert hashed is not None
    assert hashed.startswith("$argon2id$")
    assert not [body for body in bodies if hashed in body or PIN in body]


def test_delays_are_kept_when_the_clock_is_set_back(staffed: Staff) -> None:
    room, officer = staffed.room, staffed.officer
    for _ in range(5):
        with pytest.raises(PinWrong):
            room.officer.prove(officer.id, "000000", by=CLI)
    room.clock.at -= timedelta(days=1)  # type: ignore[attr-defined]  # FixedClock
    with pytest.raises(PinDelayed) as delayed:
        room.officer.prove(officer.id, PIN, by=CLI)
    assert delayed.value.seconds == 60


def test_an_officer_taken_off_can_be_taken_on_again_with_the_old_pin(staffed: Staff) -> None:
    service, officer = staffed.room.officer, staffed.officer
    service.deactivate(officer.id, by=staffed.by)
    assert service.reactivate(officer.id, by=staffed.by).value.is_active
    assert service.prove(officer.id, PIN, by=staffed.by).id == officer.id


def test_a_name_is_kept_without_blank_ends_and_found_with_them(staffed: Staff) -> None:
    added = staffed.room.officer.add(" 丁某　", OfficerRole.DUTY_OFFICER, PIN, by=staffed.by).value
    assert added.name == "丁某"
    assert staffed.room.officer.by_name("丁某 ") == added


@pytest.mark.parametrize("name", ["丁\n某", "\x1b[2J丁", "长" * 41, "cli", " Desk ", "program"])
def test_a_name_that_a_paper_cannot_hold_or_that_is_the_programs_own_is_refused(
    staffed: Staff, name: str
) -> None:
    with pytest.raises(OfficerNameUnfit):
        staffed.room.officer.add(name, OfficerRole.DUTY_OFFICER, PIN, by=staffed.by)


def test_who_was_taken_off_gets_no_new_pin(staffed: Staff) -> None:
    room = staffed.room
    room.officer.deactivate(staffed.officer.id, by=staffed.by)
    with pytest.raises(OfficerInactive):
        room.officer.set_pin(
            staffed.officer.id, "135790", admin_id=staffed.admin.id, admin_pin=None, by=staffed.by
        )
