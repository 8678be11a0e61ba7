import pytest

from dutydesk.domain.hq_member import (
    HqMember,
    HqMemberNameless,
    HqPart,
    checked_member,
    in_order,
    moved_member,
)


def member(key: str, part: HqPart, order_no: int = 0, **more: str) -> HqMember:
    return HqMember(id=key, hq_id="h", part=part, order_no=order_no, **{"name": key, **more})


def test_chief_deputies_lead_department_and_members_in_this_order() -> None:
    told = [
        member("丁", HqPart.MEMBER, 1),
        member("丙", HqPart.LEAD_DEPARTMENT, 1),
        member("乙", HqPart.DEPUTY, 2),
        member("戊", HqPart.DEPUTY, 1),
        member("甲", HqPart.CHIEF, 9),
    ]
    assert [one.name for one in in_order(told)] == ["甲", "戊", "乙", "丙", "丁"]


def test_one_moves_among_members_of_the_same_part_only() -> None:
    told = [member("甲", HqPart.CHIEF, 1), *(member(n, HqPart.DEPUTY, 0) for n in "乙丙丁")]
    moved = {one.name: one.order_no for one in moved_member(told, "丁", -1)}
    assert moved == {"乙": 1, "丁": 2, "丙": 3}
    assert moved_member(told, "甲", 1) == []
    assert moved_member(told, "没有", 1) == []


def test_a_unit_alone_may_be_a_member_nobody_may_not() -> None:
    assert (
        checked_member(member("x", HqPart.MEMBER, name=" ", unit=" 区水务局 ")).unit == "区水务局"
    )
    with pytest.raises(HqMemberNameless):
        checked_member(member("x", HqPart.MEMBER, name=" "))
