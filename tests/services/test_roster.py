from datetime import date

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.roster import LEAD_POST, STANDBY_POST, MonthState, SlotSource
from dutydesk.domain.roster_edit import RosterPerson
from dutydesk.domain.roster_refusals import (
    RosterEmpty,
    RosterFrozen,
    RosterNotPublished,
    RosterPersonMissing,
    RosterPersonTwice,
    RosterPublished,
    RosterSwapOnly,
)
from dutydesk.domain.roster_view import SeatChange
from tests.builders import Staff
from tests.roster_builders import CLI, draft_slot, nov, put


def head(room: DutyRoom) -> str:
    with room.store.reading() as tables:
        return tables.journal.head()


def test_a_month_never_touched_shows_every_seat_empty(room: DutyRoom) -> None:
    view = room.roster.month(nov(15))
    assert (view.month.id, view.month.state, view.month.version) == (
        "2026-11",
        MonthState.DRAFT,
        0,
    )
    assert [post.name for post in view.posts] == ["带班领导", "主班", "副班", "备勤"]
    assert [len(day.shifts) for day in view.days] == [1] * 30
    assert view.slots == ()
    changes = {day.day.day: day.shifts[0].seats[0].change for day in view.days}
    # The clock stands at 20 November, 08:30.
    assert changes[19] is SeatChange.FROZEN
    assert changes[20] is SeatChange.FILL
    assert changes[21] is SeatChange.FREE


def test_a_seat_is_put_once_and_told_with_a_telephone(staffed: Staff) -> None:
    room = staffed.room
    slot = put(room, nov(25), " 甲某 ")
    assert (slot.person, slot.source) == ("甲某", SlotSource.TYPED)
    before = head(room)
    assert put(room, nov(25), "甲某") == slot
    assert head(room) == before
    (seat,) = [one for one in room.roster.month(nov(1)).days[24].shifts[0].seats if one.slot]
    assert (seat.person, seat.phone) == ("甲某", "19900000001")
    changed = put(room, nov(25), "乙某", id="another")
    assert (changed.id, changed.person) == (slot.id, "乙某")
    room.roster.clear(slot.id, by=CLI)
    assert room.roster.clear(slot.id, by=CLI).changes.touched == {}
    assert room.roster.month(nov(1)).slots == ()


def test_what_was_stays_and_who_is_on_today_changes_by_a_swap_only(room: DutyRoom) -> None:
    with pytest.raises(RosterFrozen):
        put(room, nov(19), "甲某")
    today = put(room, nov(20), "甲某")
    with pytest.raises(RosterFrozen):
        room.roster.clear(today.id, by=CLI)


def test_today_before_the_shift_begins_is_no_past(room: DutyRoom) -> None:
    evening = [{"kind": "full", "start": "17:30", "end": "09:00", "days": "every"}]
    room.settings.put({"shift_pattern": evening}, by=CLI)
    today = put(room, nov(20), "甲某")
    with pytest.raises(RosterSwapOnly):
        put(room, nov(20), "乙某")
    with pytest.raises(RosterSwapOnly):
        room.roster.clear(today.id, by=CLI)


def test_what_is_refused_leaves_no_trace(room: DutyRoom) -> None:
    put(room, nov(25), "甲某")
    before = head(room)
    with pytest.raises(RosterPersonTwice):
        put(room, nov(25), "甲 某", STANDBY_POST)
    with pytest.raises(RosterPersonMissing):
        put(room, nov(26), "  ")
    with pytest.raises(RecordUnknown):
        put(room, nov(26), "甲某", "nobody_knows")
    with pytest.raises(RosterEmpty):
        room.roster.publish(date(2026, 12, 1), by=CLI)
    with pytest.raises(RosterNotPublished):
        room.roster.take_back(nov(1), by=CLI)
    assert head(room) == before


def test_a_published_month_is_closed_until_it_is_taken_back(room: DutyRoom) -> None:
    for day in range(21, 31):
        put(room, nov(day), f"领导{day}", LEAD_POST)
    slot = put(room, nov(25), "甲某")
    month = room.roster.publish(nov(25), prepared_by="乙某", reviewed_by="丙某", by=CLI).value
    assert (month.state, month.version, month.prepared_by) == (MonthState.PUBLISHED, 1, "乙某")
    assert room.roster.publish(nov(1), by=CLI).changes.touched == {}
    with pytest.raises(RosterPublished):
        put(room, nov(25), "丁某")
    with pytest.raises(RosterPublished):
        put(room, nov(26), "丁某")
    with pytest.raises(RosterPublished):
        room.roster.clear(slot.id, by=CLI)
    room.roster.take_back(nov(1), by=CLI)
    put(room, nov(25), "丁某")
    assert room.roster.publish(nov(1), by=CLI).value.version == 2


def test_a_draft_of_a_seat_keeps_a_telephone_for_whom_nobody_knows(room: DutyRoom) -> None:
    draft = draft_slot(nov(25), person=RosterPerson("王某某", phone="19900000009"))
    room.roster.put(draft, by=CLI)
    (day,) = room.roster.days(nov(25), nov(25))
    assert [one.phone for one in day.shifts[0].seats if one.slot] == ["19900000009"]
