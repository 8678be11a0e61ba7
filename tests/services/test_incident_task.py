from datetime import timedelta

import pytest

from dutydesk.assembly.clocks import FixedClock
from dutydesk.domain.changes import Changes
from dutydesk.domain.deadline_task import DeadlineTask, DraftTask, TaskDoneAlready
from dutydesk.domain.incident import IncidentChange, IncidentLevel
from dutydesk.domain.officer import Actor
from tests.builders import Staff
from tests.services.test_incident import opened, texts

STATEMENT = DeadlineTask.PUBLIC_STATEMENT


def drafted(staffed: Staff, incident_id: str, **changes: object) -> DraftTask:
    room = staffed.room
    facts = {
        "id": room.incident_task.new_id(),
        "incident_id": incident_id,
        "task": STATEMENT,
        "done_at": room.clock.now(),
        "note": "街道公众号发布简要情况",
    }
    return DraftTask(**(facts | changes))


def test_a_task_is_one_journal_row_with_its_rule_and_a_line_in_the_log(
    staffed: Staff, clock: FixedClock
) -> None:
    room = staffed.room
    incident = opened(room, level=IncidentLevel.SERIOUS)
    clock.forward(minutes=240)
    with room.store.reading() as tables:
        before = tables.journal.count()
    done = room.incident_task.record(drafted(staffed, incident.id), by=staffed.by)
    with room.store.reading() as tables:
        assert tables.journal.count() == before + 1
    assert set(done.changes.touched) == {"incident_task", "log_entry"}
    task = done.value
    assert (task.is_met, task.late_by_minutes, task.due_at) == (True, 0, clock.now())
    assert "对外发布事发后4小时内" in task.rule_text
    assert texts(room)[-1].startswith("对外发布已发布（")
    assert texts(room)[-1].endswith("按时，街道公众号发布简要情况。")
    assert room.incident_task.tasks(incident.id) == (task,)
    left = {one.clock.task for one in room.incident.due()}
    assert STATEMENT not in left
    assert DeadlineTask.PRESS_CONFERENCE in left


def test_a_late_task_keeps_its_reason_and_one_in_time_does_not(
    staffed: Staff, clock: FixedClock
) -> None:
    room = staffed.room
    incident = opened(room, level=IncidentLevel.SERIOUS)
    early = drafted(
        staffed, incident.id, task=DeadlineTask.PRESS_CONFERENCE, late_reason="没有理由"
    )
    assert room.incident_task.record(early, by=staffed.by).value.late_reason == ""
    clock.forward(minutes=250)
    late = room.incident_task.record(
        drafted(staffed, incident.id, late_reason="等审定"), by=staffed.by
    ).value
    assert (late.late_by_minutes, late.late_reason, late.is_met) == (10, "等审定", False)


def test_a_task_after_the_level_rose_too_late_is_not_late(
    staffed: Staff, clock: FixedClock
) -> None:
    room = staffed.room
    incident = opened(room, level=IncidentLevel.ORDINARY)
    clock.forward(minutes=300)
    change = IncidentChange({}, "伤亡上升", IncidentLevel.SERIOUS)
    room.incident.update(incident.id, change, by=staffed.by)
    task = room.incident_task.record(drafted(staffed, incident.id), by=staffed.by).value
    assert (task.is_met, task.is_after_upgrade) == (True, True)


def test_the_same_draft_twice_is_one_record_and_another_is_refused(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room, level=IncidentLevel.SERIOUS)
    draft = drafted(staffed, incident.id)
    first = room.incident_task.record(draft, by=staffed.by)
    again = room.incident_task.record(draft, by=staffed.by)
    assert (again.value, again.changes) == (first.value, Changes())
    with pytest.raises(TaskDoneAlready):
        room.incident_task.record(drafted(staffed, incident.id), by=staffed.by)


def test_what_has_no_limit_is_kept_all_the_same(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room, level=IncidentLevel.ORDINARY)
    later = room.clock.now() + timedelta(minutes=1)
    task = room.incident_task.record(
        drafted(staffed, incident.id, done_at=later), by=Actor("cli")
    ).value
    assert (task.rule_text, task.due_at, task.is_met) == ("", None, None)
