import pytest

from dutydesk.domain.incident import IncidentChange, IncidentLevel
from dutydesk.domain.incident_refusals import UpdateReasonMissing
from dutydesk.domain.near_miss import NearMissDecision, NearMissReasonMissing
from tests.builders import Staff
from tests.services.test_incident import CLI, opened, texts


def test_a_marked_near_miss_takes_the_reason_of_its_figures(staffed: Staff) -> None:
    found = opened(staffed.room, at_risk=12, is_serious_near_miss=True)
    assert found.near_miss_reason.startswith("涉险12人，达到10人。依据：")
    assert "较大涉险事故" in texts(staffed.room)[-1]


def test_without_figures_a_near_miss_needs_words(staffed: Staff) -> None:
    with pytest.raises(NearMissReasonMissing):
        opened(staffed.room, is_serious_near_miss=True)
    said = opened(staffed.room, is_serious_near_miss=True, near_miss_reason=" 危及加油站 ")
    assert said.near_miss_reason == "危及加油站"


def test_a_reason_without_the_mark_is_not_kept(staffed: Staff) -> None:
    assert opened(staffed.room, near_miss_reason="危及加油站").near_miss_reason == ""


def test_confirming_it_is_a_decision_with_its_line_and_binds_like_the_third_level(
    staffed: Staff,
) -> None:
    room = staffed.room
    fire = opened(room, level=IncidentLevel.ORDINARY, deaths=0, trapped=4)
    assert room.incident.incident(fire.id).near_miss is not None
    done = room.incident.confirm_level(
        fire.id, None, near_miss=NearMissDecision(is_one=True), by=staffed.by
    )
    view = room.incident.incident(fire.id)
    assert view.incident.is_serious_near_miss
    assert view.incident.level is IncidentLevel.ORDINARY
    assert view.gradings[-1].is_serious_near_miss
    assert view.gradings[-1].decided_by == "甲某"
    assert done.value.near_miss_reason.startswith("被困和失踪4人，达到3人")
    assert "：认定为较大涉险事故，" in texts(room)[-1]


def test_level_and_near_miss_are_decided_at_once(staffed: Staff) -> None:
    room = staffed.room
    fire = opened(room)
    decision = NearMissDecision(is_one=True, reason="危及加油站")
    room.incident.confirm_level(
        fire.id, IncidentLevel.ORDINARY, "现场核实", near_miss=decision, by=CLI
    )
    view = room.incident.incident(fire.id)
    assert (view.incident.level, view.incident.level_reason) == ("ordinary", "现场核实")
    assert view.incident.near_miss_reason == "危及加油站"
    assert len(view.gradings) == 2
    assert texts(room)[-1].count("认定为") == 2


def test_taking_it_back_needs_a_reason(staffed: Staff) -> None:
    room = staffed.room
    fire = opened(room, is_serious_near_miss=True, near_miss_reason="危及加油站")
    with pytest.raises(NearMissReasonMissing):
        room.incident.confirm_level(
            fire.id, None, near_miss=NearMissDecision(is_one=False), by=CLI
        )
    with pytest.raises(UpdateReasonMissing):
        room.incident.update(fire.id, IncidentChange({"is_serious_near_miss": False}, " "), by=CLI)
    decision = NearMissDecision(is_one=False, reason="加油站已停用")
    found = room.incident.confirm_level(fire.id, None, near_miss=decision, by=CLI).value
    assert (found.is_serious_near_miss, found.near_miss_reason) == (False, "")
    assert "不再认定为较大涉险事故，加油站已停用" in texts(room)[-1]


def test_saying_what_is_on_record_changes_nothing(staffed: Staff) -> None:
    room = staffed.room
    fire = opened(room, is_serious_near_miss=True, near_miss_reason="危及加油站")
    same = NearMissDecision(is_one=True, reason="危及加油站")
    assert room.incident.confirm_level(fire.id, None, near_miss=same, by=CLI).changes.touched == {}
