from dataclasses import replace

import pytest

from dutydesk.domain.command_hq import CommandHq
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.handling_list import LineKnown
from dutydesk.domain.incident_notice import NotifiedParty
from dutydesk.domain.initial_action import InitialAction
from dutydesk.domain.officer import OfficerMayNot
from tests.builders import Staff


def test_a_room_begins_with_the_shipped_lists(staffed: Staff) -> None:
    lists = staffed.room.handling_list
    assert [one.name for one in lists.parties()[:3]] == ["110", "119", "120"]
    assert len(lists.actions()) == 10
    assert len(lists.hqs()) == 26


def test_the_first_change_makes_the_list_the_units_own(staffed: Staff) -> None:
    lists = staffed.room.handling_list
    before = lists.parties()
    lists.put_party(replace(before[1], phone="0000-119"), by=staffed.by)
    after = lists.parties()
    assert [one.name for one in after] == [one.name for one in before]
    assert after[1].phone == "0000-119"
    assert not any(one.id.startswith("shipped-") for one in after)


def test_a_new_line_stands_behind_all_others_and_not_twice(staffed: Staff) -> None:
    lists = staffed.room.handling_list
    new = NotifiedParty(id=lists.new_id(), name="供电公司")
    lists.put_party(new, by=staffed.by)
    assert lists.parties()[-1].name == "供电公司"
    with pytest.raises(LineKnown):
        lists.put_party(replace(new, id=lists.new_id()), by=staffed.by)


def test_lines_are_moved(staffed: Staff) -> None:
    lists = staffed.room.handling_list
    lists.move_party(lists.parties()[2].id, -2, by=staffed.by)
    assert [one.name for one in lists.parties()[:3]] == ["120", "110", "119"]
    lists.move_action(lists.actions()[0].id, 1, by=staffed.by)
    assert lists.actions()[1].name == "抢险救助"
    lists.move_hq(lists.hqs()[0].id, 1, by=staffed.by)
    assert lists.hqs()[1].name == "区防汛抗旱指挥部"
    with pytest.raises(RecordUnknown):
        lists.move_party("none", 1, by=staffed.by)


def test_actions_and_hqs_are_put_too(staffed: Staff) -> None:
    lists = staffed.room.handling_list
    lists.put_action(InitialAction(id=lists.new_id(), name="断电断气"), by=staffed.by)
    lists.put_hq(CommandHq(id=lists.new_id(), name="区极端天气指挥部"), by=staffed.by)
    assert lists.actions()[-1].name == "断电断气"
    assert lists.hqs()[-1].name == "区极端天气指挥部"


def test_only_an_administrator_changes_them(staffed: Staff) -> None:
    from dutydesk.domain.officer import Actor

    officer = Actor(staffed.officer.id, staffed.officer.id)
    lists = staffed.room.handling_list
    with pytest.raises(OfficerMayNot):
        lists.put_party(lists.parties()[0], by=officer)
