from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.due_line import DueKind
from dutydesk.domain.instants import china, from_iso
from dutydesk.domain.roll_call_plan import DraftRollCallPlan, RollCallTimeUnfit, time_on
from tests.builders import Staff
from tests.reporting_builders import list_units, roll_call_draft

AT = from_iso("2026-11-20T21:00")


def test_a_plan_keeps_its_seed_and_is_written_once(staffed: Staff) -> None:
    service = staffed.room.roll_call_plan
    draft = DraftRollCallPlan(id="p", title="夜间抽点", ends_at_time="23:00", weekdays="531")
    plan = service.put(draft, by=staffed.by).value
    assert plan.weekdays == "135"
    assert service.put(draft, by=staffed.by).changes.touched == {}
    changed = service.put(replace(draft, unit_count=2), by=staffed.by).value
    assert changed.seed == plan.seed
    assert service.plans() == [changed]
    with pytest.raises(RollCallTimeUnfit):
        service.put(replace(draft, starts_at_time="9"), by=staffed.by)


def test_a_planned_roll_call_stands_in_time_limits_until_it_is_made(staffed: Staff) -> None:
    room = staffed.room
    assert room.roll_call_plan.due() == []
    list_units(staffed)
    draft = DraftRollCallPlan(id="p", title="每晚点名")
    room.roll_call_plan.put(draft, by=staffed.by)
    assert room.roll_call_plan.due() == []
    room.clock.at = AT - timedelta(minutes=30)
    (line,) = room.roll_call_plan.due()
    assert (line.kind, line.title, line.due_at) == (DueKind.ROLL_CALL, "每晚点名", AT)
    (call,) = room.roll_call.view().in_hand
    assert room.roll_call_plan.waiting() == room.roll_call.view().waiting == 1
    room.roll_call.start(roll_call_draft(plan_id="p", planned_at=call.at), by=staffed.by)
    assert room.roll_call_plan.due() == []
    assert room.roll_call_plan.waiting() == room.roll_call.view().waiting == 3


def test_a_drawn_time_is_told_by_nobody_before_it_comes(staffed: Staff) -> None:
    room = staffed.room
    draft = DraftRollCallPlan(id="p", title="抽点", ends_at_time="23:59")
    plan = room.roll_call_plan.put(draft, by=staffed.by).value
    at = time_on(plan, china(AT).date())
    room.clock.at = at - timedelta(seconds=1)
    assert room.roll_call_plan.due() == []
    assert room.roll_call.view().in_hand == ()
    room.clock.at = at
    assert [line.due_at for line in room.roll_call_plan.due()] == [at]
