from dataclasses import replace

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.contacts import Contact
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor, OfficerMayNot
from dutydesk.domain.phone import NumberKind
from dutydesk.domain.roster import (
    PRIMARY_POST,
    KeyPeriod,
    RosterMember,
    RosterPost,
    RosterWish,
    WishKind,
)
from dutydesk.domain.roster_refusals import (
    RosterMemberExists,
    RosterPersonMissing,
    RosterPostUnfit,
    RosterSpanUnfit,
)
from dutydesk.services.contacts import NumberDraft
from tests.builders import Staff
from tests.roster_builders import CLI, nov


def test_the_shipped_posts_become_the_units_with_the_first_change(staffed: Staff) -> None:
    lists = staffed.room.roster_list
    assert [one.name for one in lists.posts()] == ["带班领导", "主班", "副班", "备勤"]
    extra = RosterPost("p5", "技术保障岗", seats=2, order_no=5)
    lists.put_post(extra, by=CLI)
    assert [one.id for one in lists.posts()][-1] == "p5"
    assert lists.put_post(extra, by=CLI).changes.touched == {}
    lists.put_post(replace(extra, is_active=False), by=CLI)
    assert not lists.posts()[-1].is_active
    for unfit in (
        replace(extra, name=" "),
        replace(extra, name="主 班"),
        replace(extra, seats=0),
        replace(extra, seats=10),
    ):
        with pytest.raises(RosterPostUnfit):
            lists.put_post(unfit, by=CLI)
    officer = Actor(staffed.officer.id, staffed.officer.id)
    with pytest.raises(OfficerMayNot):
        lists.put_post(replace(extra, seats=3), by=officer)


def test_a_member_gets_the_contact_of_his_name(room: DutyRoom) -> None:
    card = room.contacts.save(
        Contact(id=room.contacts.new_id(), name="严国"),
        [NumberDraft(NumberKind.MOBILE, "19900001574")],
        by=CLI,
    ).value
    member = RosterMember("m1", "严 国", posts=(PRIMARY_POST,))
    made = room.roster_list.put_member(member, by=CLI).value
    assert made.contact_id == card.contact.id
    assert room.roster_list.put_member(member, by=CLI).changes.touched == {}
    assert room.roster_list.members() == (made,)
    (known,) = room.roster_list.people(("严国",))
    assert (known.member_id, known.contact_id) == ("m1", card.contact.id)


def test_what_is_refused_of_a_member(room: DutyRoom) -> None:
    put = room.roster_list.put_member
    put(RosterMember("m1", "甲某"), by=CLI)
    with pytest.raises(RosterMemberExists):
        put(RosterMember("m2", "甲 某"), by=CLI)
    with pytest.raises(RosterPersonMissing):
        put(RosterMember("m2", " "), by=CLI)
    with pytest.raises(RosterSpanUnfit):
        put(RosterMember("m2", "乙某", starts_on=nov(2), ends_on=nov(1)), by=CLI)
    with pytest.raises(RecordUnknown):
        put(RosterMember("m2", "乙某", posts=("nothing",)), by=CLI)
    assert [one.name for one in room.roster_list.members()] == ["甲某"]


def test_wishes_and_key_periods_are_kept_once(room: DutyRoom) -> None:
    lists = room.roster_list
    lists.put_member(RosterMember("m1", "甲某"), by=CLI)
    wish = RosterWish("w1", "m1", WishKind.UNAVAILABLE, nov(24), nov(26), reason="培训")
    period = KeyPeriod("k1", "冬季防火", nov(1), nov(30))
    lists.put_wish(wish, by=CLI)
    lists.put_key_period(period, by=CLI)
    assert lists.put_wish(wish, by=CLI).changes.touched == {}
    assert lists.put_key_period(period, by=CLI).changes.touched == {}
    assert (lists.wishes(), lists.key_periods()) == ((wish,), (period,))
    assert room.roster.month(nov(1)).days[0].key_periods == ("冬季防火",)
    with pytest.raises(RosterSpanUnfit):
        lists.put_wish(replace(wish, ends_on=nov(23)), by=CLI)
    with pytest.raises(RosterSpanUnfit):
        lists.put_key_period(replace(period, starts_on=nov(30), ends_on=nov(1)), by=CLI)
    with pytest.raises(RosterPostUnfit):
        lists.put_key_period(replace(period, name=" "), by=CLI)
    with pytest.raises(RecordUnknown):
        lists.put_wish(replace(wish, member_id="nobody"), by=CLI)
    with pytest.raises(RecordUnknown):
        lists.put_wish(replace(wish, post_id="nothing"), by=CLI)
