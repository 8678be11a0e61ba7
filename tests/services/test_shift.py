import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import (
    Actor,
    OfficerInactive,
    OfficerMayNot,
    OfficerRole,
    PinWrong,
)
from dutydesk.domain.roster import LEAD_POST, SECONDARY_POST, STANDBY_POST
from dutydesk.domain.rostered_posts import RosteredPosts
from dutydesk.domain.shift import (
    Posts,
    Presence,
    SecondaryIsPrimary,
    ShiftKind,
    ShiftNotRunning,
    ShiftRunning,
    ShiftStatus,
)
from tests.builders import PIN, Staff, draft
from tests.roster_builders import nov, put

CLI = Actor("cli")


def journal_rows(room: DutyRoom) -> int:
    with room.store.reading() as tables:
        return tables.journal.count()


def test_a_new_room_has_no_shift(room: DutyRoom) -> None:
    assert room.shift.view().shift is None
    with pytest.raises(ShiftNotRunning):
        room.shift.describe("晴", "平稳", by=CLI)


def test_the_first_start_begins_the_shift_of_the_pattern(staffed: Staff) -> None:
    view = staffed.room.shift.view()
    assert view.shift == staffed.shift
    assert view.shift is not None
    assert view.shift.duty_date.isoformat() == "2026-11-20"
    assert (view.shift.status, view.shift.started_at) == (
        ShiftStatus.ON_DUTY,
        staffed.room.clock.now(),
    )
    assert (view.primary, view.lead, view.secondary) == (staffed.admin, staffed.lead, None)


def test_who_starts_early_keeps_the_coming_shift(room: DutyRoom) -> None:
    officer = room.officer.add("甲某", OfficerRole.ADMIN, PIN, by=CLI).value
    room.clock.forward(hours=22)  # type: ignore[attr-defined]  # FixedClock
    shift = room.shift.start(Posts(officer.id), PIN, by=CLI).value
    assert shift.duty_date.isoformat() == "2026-11-21"


def test_a_shift_that_runs_is_not_started_again(staffed: Staff) -> None:
    before = journal_rows(staffed.room)
    with pytest.raises(ShiftRunning) as refusal:
        staffed.room.shift.start(Posts(staffed.officer.id), PIN, by=CLI)
    assert refusal.value.officer == "甲某"
    assert journal_rows(staffed.room) == before


def test_a_wrong_pin_starts_nothing_and_is_journalled(room: DutyRoom) -> None:
    officer = room.officer.add("甲某", OfficerRole.ADMIN, PIN, by=CLI).value
    before = journal_rows(room)
    with pytest.raises(PinWrong):
        room.shift.start(Posts(officer.id), "000000", by=CLI)
    assert room.shift.view().shift is None
    assert journal_rows(room) == before + 1


def test_who_may_only_look_starts_no_shift(room: DutyRoom) -> None:
    viewer = room.officer.add("查阅者", OfficerRole.VIEWER, PIN, by=CLI).value
    with pytest.raises(OfficerMayNot):
        room.shift.start(Posts(viewer.id), PIN, by=CLI)
    assert room.shift.view().shift is None


def test_posts_go_to_officers_on_file_who_are_active(room: DutyRoom) -> None:
    officer = room.officer.add("甲某", OfficerRole.ADMIN, PIN, by=CLI).value
    gone = room.officer.add("乙某", OfficerRole.LEAD_OFFICER, PIN, by=CLI).value
    room.officer.deactivate(gone.id, by=CLI)
    with pytest.raises(OfficerInactive):
        room.shift.start(Posts(officer.id, lead_officer_id=gone.id), PIN, by=CLI)
    with pytest.raises(RecordUnknown):
        room.shift.start(Posts(officer.id, secondary_officer_id="没有"), PIN, by=CLI)
    assert room.shift.view().shift is None


def test_entries_taken_before_the_first_start_stay_with_it(room: DutyRoom) -> None:
    officer = room.officer.add("甲某", OfficerRole.ADMIN, PIN, by=CLI).value
    entry = room.duty_log.record(draft(room), by=CLI).value
    waiting = room.shift.view().shift
    assert waiting is not None
    assert waiting.status is ShiftStatus.AWAITING
    with pytest.raises(ShiftNotRunning):
        room.shift.describe("晴", "平稳", by=CLI)
    started = room.shift.start(Posts(officer.id), PIN, by=CLI).value
    assert started.id == waiting.id == entry.shift_id


def test_posts_change_but_the_primary_only_by_handover(staffed: Staff) -> None:
    room = staffed.room
    posts = Posts(staffed.officer.id, None, staffed.officer.id, staffed.lead.id)
    done = room.shift.change_posts(posts, Presence.BY_PHONE, by=staffed.by)
    assert done.changes.ids("shift") == {staffed.shift.id}
    view = room.shift.view()
    assert (view.primary, view.lead, view.secondary, view.standby) == (
        staffed.admin,
        None,
        staffed.officer,
        staffed.lead,
    )
    assert view.shift is not None
    assert view.shift.presence is Presence.BY_PHONE


def test_weather_and_situation_are_written_as_typed(staffed: Staff) -> None:
    room = staffed.room
    room.shift.describe("晴转多云 ", "全天平稳。\n无突发事件。", by=staffed.by)
    shift = room.shift.view().shift
    assert shift is not None
    assert (shift.weather, shift.general_situation) == ("晴转多云 ", "全天平稳。\n无突发事件。")
    steps = room.history.steps("shift", shift.id)
    assert [step.action for step in steps] == ["shift.start", "shift.describe"]


def test_one_person_does_not_keep_both_posts_at_the_desk(staffed: Staff) -> None:
    posts = Posts(staffed.admin.id, secondary_officer_id=staffed.admin.id)
    with pytest.raises(SecondaryIsPrimary):
        staffed.room.shift.change_posts(posts, Presence.BY_PHONE, by=staffed.by)


def test_who_only_looks_on_gets_no_post(staffed: Staff) -> None:
    viewer = staffed.room.officer.add("丁某", OfficerRole.VIEWER, PIN, by=staffed.by).value
    for posts in (
        Posts(staffed.admin.id, lead_officer_id=viewer.id),
        Posts(staffed.admin.id, secondary_officer_id=viewer.id),
    ):
        with pytest.raises(OfficerMayNot):
            staffed.room.shift.change_posts(posts, Presence.BY_PHONE, by=staffed.by)


def test_the_roster_proposes_officers_each_where_he_may_be(staffed: Staff) -> None:
    room = staffed.room
    put(room, nov(21), "乙某")
    put(room, nov(21), "丙 某", LEAD_POST)
    put(room, nov(21), "路人", SECONDARY_POST)
    put(room, nov(22), "丙某", LEAD_POST)
    put(room, nov(22), "乙某", STANDBY_POST)
    assert room.shift.rostered(nov(21), ShiftKind.FULL) == RosteredPosts(
        staffed.officer.id, staffed.lead.id
    )
    assert room.shift.rostered(nov(22), ShiftKind.FULL) == RosteredPosts(
        None, staffed.lead.id, None, staffed.officer.id
    )
    assert room.shift.rostered(nov(23), ShiftKind.FULL) == RosteredPosts()
