from dataclasses import replace

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import (
    Figures,
    IncidentCategory,
    IncidentChange,
    IncidentKind,
    IncidentLevel,
)
from dutydesk.domain.level_table import CriterionOutOfOrder, KindKnown
from dutydesk.domain.near_miss import NearMissCriterion, NearMissKept
from tests.builders import Staff
from tests.services.test_incident import CLI, opened

ACCIDENT = IncidentCategory.ACCIDENT


def three_dead(room: DutyRoom):
    return next(
        one
        for one in room.level.criteria()
        if one.figure == "deaths"
        and one.level is IncidentLevel.RELATIVELY_SERIOUS
        and not one.kinds
    )


def test_a_changed_number_grades_from_then_on(room: DutyRoom) -> None:
    changed = replace(three_dead(room), at_least=2, source="本市规定第五条")
    assert room.level.put_criterion(changed, by=CLI).changes.ids("level_criterion") == {changed.id}
    assert room.level.put_criterion(changed, by=CLI).changes.touched == {}
    found = room.level.judged(ACCIDENT, "爆炸", Figures(deaths=2))
    assert (found.suggestion.level, found.suggestion.source) == (
        "relatively_serious",
        "本市规定第五条",
    )
    with pytest.raises(CriterionOutOfOrder):
        room.level.put_criterion(replace(changed, at_least=10), by=CLI)


def test_a_removed_criterion_comes_back_and_a_changed_one_stays_the_units(
    room: DutyRoom,
) -> None:
    before = room.level.criteria()
    mine = replace(three_dead(room), at_least=2)
    room.level.put_criterion(mine, by=CLI)
    gone = next(one for one in before if one.table_name == "食物中毒")
    room.level.remove_criterion(gone.id, by=CLI)
    with pytest.raises(RecordUnknown):
        room.level.remove_criterion(gone.id, by=CLI)
    assert room.level.take_shipped(by=CLI).value == 1
    assert room.level.take_shipped(by=CLI).value == 0
    after = room.level.criteria()
    assert len(after) == len(before)
    assert mine in after


def test_a_kind_is_added_renamed_taken_off_and_brought_back(room: DutyRoom) -> None:
    new = IncidentKind(id=room.level.new_id(), category=ACCIDENT, name="塔吊倒塌", order_no=0)
    put = room.level.put_kind(new, by=CLI).value
    assert "塔吊倒塌" in room.incident.kinds()[ACCIDENT]
    room.level.put_kind(replace(put, name="起重机倒塌"), by=CLI)
    assert room.incident.kinds()[ACCIDENT][-1] == "起重机倒塌"
    with pytest.raises(KindKnown):
        room.level.put_kind(replace(put, id="other", name="火灾"), by=CLI)
    room.level.remove_kind(put.id, by=CLI)
    with pytest.raises(RecordUnknown):
        room.level.remove_kind(put.id, by=CLI)
    fire = next(one for one in room.level.kinds() if one.name == "火灾")
    room.level.remove_kind(fire.id, by=CLI)
    assert "火灾" not in room.incident.kinds()[ACCIDENT]
    assert room.level.take_shipped(by=CLI).value == 1
    assert room.incident.kinds()[ACCIDENT][-1] == "火灾"


def test_an_incident_of_a_removed_kind_stays_readable_and_goes_on(staffed: Staff) -> None:
    room = staffed.room
    fire = opened(room)
    kind = next(one for one in room.level.kinds() if one.name == "火灾")
    room.level.remove_kind(kind.id, by=CLI)
    change = IncidentChange({"deaths": 3}, "消防核实")
    assert room.incident.update(fire.id, change, by=CLI).value.kind == "火灾"
    assert room.incident.incident(fire.id).suggestion.level == "relatively_serious"


def test_a_near_miss_criterion_of_the_units_own_is_suggested(room: DutyRoom) -> None:
    own = NearMissCriterion(
        id=room.level.new_id(),
        category=IncidentCategory.NATURAL,
        figure="trapped",
        at_least=20,
        source="本区规定",
        order_no=0,
    )
    put = room.level.put_near_miss(own, by=CLI).value
    assert put.order_no == 6
    assert room.level.put_near_miss(put, by=CLI).changes.touched == {}
    found = room.level.judged(IncidentCategory.NATURAL, "滑坡", Figures(trapped=20)).near_miss
    assert found is not None
    assert found.criterion.source == "本区规定"
    room.level.remove_near_miss(put.id, by=CLI)
    with pytest.raises(RecordUnknown):
        room.level.remove_near_miss(put.id, by=CLI)


def test_one_near_miss_criterion_stays_and_the_others_come_back(room: DutyRoom) -> None:
    first, *others = room.level.near_misses()
    for one in others:
        room.level.remove_near_miss(one.id, by=CLI)
    with pytest.raises(NearMissKept):
        room.level.remove_near_miss(first.id, by=CLI)
    assert room.level.take_shipped(by=CLI).value == 4


def test_the_first_change_of_an_older_room_makes_the_list_its_own(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="level.remove_near_miss") as work:
        for one in work.tables.near_miss.all():
            work.tables.near_miss.remove(one.id)
    shipped = room.level.near_misses()[0]
    mine = room.level.put_near_miss(replace(shipped, at_least=8), by=CLI).value
    assert mine.id != shipped.id
    assert [one.at_least for one in room.level.near_misses()] == [8, 3, 500, None, None]
