from datetime import date

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.contacts import Contact, ContactRole, Unit
from dutydesk.domain.officer import OfficerRole
from dutydesk.domain.roster import (
    LEAD_POST,
    PRIMARY_POST,
    SECONDARY_POST,
    STANDBY_POST,
    RosterMember,
)
from dutydesk.domain.roster_refusals import RosterMembersMissing
from dutydesk.store.roster_members import ensured
from tests.builders import PIN
from tests.roster_builders import CLI, nov, put


def found(room: DutyRoom) -> list[tuple[str, tuple[str, ...]]]:
    with room.store.writing(actor="cli", action="roster.generate") as work:
        members = ensured(work.tables, room.ids, room.clock.now())
    return [(one.name, one.posts) for one in members]


def officers(room: DutyRoom, desk: int) -> None:
    room.officer.add("领导", OfficerRole.LEAD_OFFICER, PIN, by=CLI)
    room.officer.add("查阅", OfficerRole.VIEWER, PIN, by=CLI)
    room.officer.add("管理", OfficerRole.ADMIN, PIN, by=CLI)
    for number in range(desk - 1):
        room.officer.add(f"某{number}", OfficerRole.DUTY_OFFICER, PIN, by=CLI)


@pytest.mark.parametrize(
    ("desk", "posts"),
    [
        (2, (PRIMARY_POST,)),
        (3, (PRIMARY_POST, SECONDARY_POST)),
        (6, (PRIMARY_POST, SECONDARY_POST, STANDBY_POST)),
    ],
)
def test_officers_are_taken_by_their_roles(
    room: DutyRoom, desk: int, posts: tuple[str, ...]
) -> None:
    officers(room, desk)
    told = dict(found(room))
    assert told["领导"] == (LEAD_POST,)
    assert told["管理"] == posts
    assert "查阅" not in told
    assert found(room) == list(told.items())


def test_whoever_is_on_the_last_roster_goes_on(room: DutyRoom) -> None:
    officers(room, 2)
    put(room, nov(25), "严国", LEAD_POST)
    put(room, nov(25), "吕敏")
    put(room, nov(25), "尹新", SECONDARY_POST)
    desk = (PRIMARY_POST, SECONDARY_POST)
    assert found(room) == [("严国", (LEAD_POST,)), ("吕敏", desk), ("尹新", desk)]


def test_people_of_the_own_unit_are_taken_from_the_contacts(room: DutyRoom) -> None:
    for unit_id, name in (("u1", "安和街道"), ("u2", "区公安分局")):
        room.contacts.save_unit(Unit(unit_id, name), by=CLI)
    for name, unit_id, role in (
        ("孙某", "u1", ContactRole.HEAD),
        ("董某", "u1", None),
        ("郝某", "u1", None),
        ("值班室", "u1", ContactRole.DUTY_ROOM),
        ("林某", "u2", ContactRole.HEAD),
    ):
        post = "办事处主任" if name == "郝某" else ""
        new = Contact(
            id=room.contacts.new_id(), name=name, unit_id=unit_id, duty_role=role, post=post
        )
        room.contacts.save(new, [], by=CLI)
    assert found(room) == [
        ("孙某", (LEAD_POST,)),
        ("郝某", (LEAD_POST,)),
        ("董某", (PRIMARY_POST,)),
    ]


def test_members_named_by_the_unit_are_all_there_are(room: DutyRoom) -> None:
    officers(room, 3)
    member = RosterMember("m", "甲某", posts=(LEAD_POST,), ends_on=date(2026, 1, 1))
    room.roster_list.put_member(member, by=CLI)
    assert found(room) == [("甲某", (LEAD_POST,))]


def test_nobody_at_all_is_refused(room: DutyRoom) -> None:
    with pytest.raises(RosterMembersMissing):
        found(room)
