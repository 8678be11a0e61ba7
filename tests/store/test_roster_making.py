from datetime import date

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import OfficerRole
from dutydesk.domain.roster import (
    LEAD_POST,
    PRIMARY_POST,
    SECONDARY_POST,
    FindingKind,
    KeyPeriod,
    RosterMember,
    SlotSource,
)
from dutydesk.domain.roster_proposal import RosterOrder
from dutydesk.domain.roster_refusals import (
    RosterLeaderMissing,
    RosterMembersMissing,
    RosterPublished,
    RosterSpanPast,
    RosterSpanUnfit,
)
from tests.absence_builders import absence_draft, at
from tests.builders import PIN
from tests.roster_builders import CLI, nov, put

DECEMBER = (date(2026, 12, 1), date(2026, 12, 31))


def members(room: DutyRoom, count: int = 6) -> None:
    for number in range(count):
        member = RosterMember(f"m{number}", f"某{number}", posts=(PRIMARY_POST, SECONDARY_POST))
        room.roster_list.put_member(member, by=CLI)
    for number in range(3):
        lead = RosterMember(f"l{number}", f"领导{number}", posts=(LEAD_POST,))
        room.roster_list.put_member(lead, by=CLI)


def test_a_month_is_filled_and_made_anew_without_a_change(room: DutyRoom) -> None:
    members(room)
    order = RosterOrder(*DECEMBER)
    found = room.roster.generate(order, by=CLI).value
    view = room.roster.month(DECEMBER[0])
    assert len(view.slots) == 31 * 3
    assert {slot.source for slot in view.slots} == {SlotSource.GENERATED}
    assert [one for one in found if one.kind is not FindingKind.UNEVEN] == []
    again = room.roster.generate(order, by=CLI)
    assert again.changes.touched == {}
    assert room.roster.month(DECEMBER[0]).slots == view.slots


def test_who_was_put_by_hand_stays_unless_all_is_made_anew(room: DutyRoom) -> None:
    members(room)
    typed = put(room, date(2026, 12, 24), "丁某")
    room.roster.generate(RosterOrder(*DECEMBER), by=CLI)
    assert typed in room.roster.month(DECEMBER[0]).slots
    room.roster.generate(RosterOrder(*DECEMBER, is_typed_kept=False), by=CLI)
    assert "丁某" not in {slot.person for slot in room.roster.month(DECEMBER[0]).slots}


def test_only_the_posts_asked_for_are_filled(room: DutyRoom) -> None:
    members(room)
    room.roster.generate(RosterOrder(*DECEMBER, (PRIMARY_POST,)), by=CLI)
    assert {slot.post_id for slot in room.roster.month(DECEMBER[0]).slots} == {PRIMARY_POST}
    with pytest.raises(RecordUnknown):
        room.roster.generate(RosterOrder(*DECEMBER, ("nothing",)), by=CLI)


def test_the_running_month_is_filled_from_the_first_shift_to_come(room: DutyRoom) -> None:
    members(room)
    today = put(room, nov(20), "丁某")
    room.roster.generate(RosterOrder(nov(1), nov(30)), by=CLI)
    view = room.roster.month(nov(1))
    assert [slot for slot in view.slots if slot.duty_date <= nov(20)] == [today]
    assert len(view.slots) == 1 + 10 * 3
    # Days before the room had a roster are no gaps.
    gaps = [one.duty_date for one in view.findings if one.kind is FindingKind.GAP]
    assert set(gaps) == {nov(20)}


def test_what_cannot_be_generated_is_told(room: DutyRoom) -> None:
    with pytest.raises(RosterMembersMissing):
        room.roster.generate(RosterOrder(*DECEMBER), by=CLI)
    members(room)
    with pytest.raises(RosterSpanPast):
        room.roster.generate(RosterOrder(nov(1), nov(20)), by=CLI)
    with pytest.raises(RosterSpanUnfit):
        room.roster.generate(RosterOrder(nov(30), nov(1)), by=CLI)
    room.roster.generate(RosterOrder(*DECEMBER), by=CLI)
    room.roster.publish(DECEMBER[0], by=CLI)
    with pytest.raises(RosterPublished):
        room.roster.generate(RosterOrder(*DECEMBER), by=CLI)


def test_nobody_is_put_on_while_away(room: DutyRoom) -> None:
    members(room)
    away = absence_draft(person="某 0", starts_at=at("12-07 08:00"), ends_at=at("12-11 18:00"))
    room.absence_notice.file(away, by=CLI)
    room.roster.generate(RosterOrder(*DECEMBER), by=CLI)
    days = {s.duty_date.day for s in room.roster.month(DECEMBER[0]).slots if s.person == "某0"}
    assert days.isdisjoint({6, 7, 8, 9, 10, 11})
    put(room, date(2026, 12, 8), "某0")
    kinds = {one.kind for one in room.roster.check(date(2026, 12, 8), date(2026, 12, 8))}
    assert FindingKind.ON_ABSENCE in kinds


def test_an_officer_is_on_file_without_being_a_contact(room: DutyRoom) -> None:
    room.officer.add("乙某", OfficerRole.DUTY_OFFICER, PIN, by=CLI)
    put(room, nov(25), "乙某")
    put(room, nov(26), "路人")
    found = [
        one.person
        for one in room.roster.check(nov(1), nov(30))
        if one.kind is FindingKind.NOT_ON_FILE
    ]
    assert found == ["路人"]


def test_a_key_period_without_a_leader_is_not_published(room: DutyRoom) -> None:
    members(room)
    period = KeyPeriod("k", "冬季防火", date(2026, 12, 5), date(2026, 12, 6))
    room.roster_list.put_key_period(period, by=CLI)
    room.roster.generate(RosterOrder(*DECEMBER, (PRIMARY_POST,)), by=CLI)
    with pytest.raises(RosterLeaderMissing) as refused:
        room.roster.publish(DECEMBER[0], by=CLI)
    assert refused.value.days == (date(2026, 12, 5), date(2026, 12, 6))
