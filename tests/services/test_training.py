from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.contact_state import Listed
from dutydesk.domain.contacts import Contact, ContactRole
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.training import TrainingDaysUnclear, TrainingInFuture, TrainingRequirement
from dutydesk.services.training import TrainingDraft
from tests.builders import Staff


def test_trainings_of_the_year_add_up_until_nothing_is_missing(staffed: Staff) -> None:
    room = staffed.room
    service, today = room.training, room.training.today()
    room.contacts.save(Contact("甲", "甲", duty_role=ContactRole.GRID_WORKER), (), by=staffed.by)
    room.contacts.save(Contact("乙", "乙"), (), by=staffed.by)
    assert len(room.contacts.listing(listed=Listed.UNTRAINED)) == 1
    first = TrainingDraft("r1", "甲", today, 2.5, "防汛")
    done = service.record(first, by=staffed.by)
    assert done.value.recorder == staffed.admin.name
    assert service.record(replace(first, days=9), by=staffed.by).value == done.value
    [(card, state)] = service.states()
    assert (card.contact.name, state.days, state.missing) == ("甲", 2.5, 1.5)
    service.record(TrainingDraft("r2", "甲", today, 1.5), by=staffed.by)
    assert room.contacts.listing(listed=Listed.UNTRAINED) == []
    service.remove("r2", by=staffed.by)
    assert [one.id for one in service.of("甲")] == ["r1"]
    assert room.verification.differences() == ()


def test_what_cannot_be_is_refused(staffed: Staff) -> None:
    service, today = staffed.room.training, staffed.room.training.today()
    staffed.room.contacts.save(Contact("甲", "甲"), (), by=staffed.by)
    for wrong, refusal in (
        (TrainingDraft("r", "没有", today, 1), RecordUnknown),
        (TrainingDraft("r", "甲", today, 0), TrainingDaysUnclear),
        (TrainingDraft("r", "甲", today + timedelta(days=1), 1), TrainingInFuture),
    ):
        with pytest.raises(refusal):
            service.record(wrong, by=staffed.by)
    with pytest.raises(RecordUnknown):
        service.remove("r", by=staffed.by)
    assert service.of("甲") == []


def test_the_first_change_makes_the_shipped_requirements_the_units_own(staffed: Staff) -> None:
    service = staffed.room.training
    first = service.requirements()[0]
    service.put_requirement(replace(first, days=6), by=staffed.by)
    new = TrainingRequirement(
        id=service.new_id(), name="队长", duty_roles=("team_leader",), days=2
    )
    service.put_requirement(new, by=staffed.by)
    assert [(one.name, one.days, one.order_no) for one in service.requirements()] == [
        ("网格员", 6, 1),
        ("灾害信息员", 1, 2),
        ("应急管理干部", 10, 3),
        ("队长", 2, 4),
    ]
