from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from dutydesk.assembly.clocks import FixedClock
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.changes import Changes
from dutydesk.domain.deadline import ClockStatus
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import (
    DraftIncident,
    ExitReason,
    Incident,
    IncidentCategory,
    IncidentChange,
    IncidentLevel,
    IncidentStatus,
)
from dutydesk.domain.incident_refusals import (
    FinalReportMissing,
    IncidentEnded,
    KindUnknown,
    UpdateChangesNothing,
)
from dutydesk.domain.officer import Actor
from tests.builders import Staff, draft
from tests.incident_builders import draft_report

CLI = Actor("cli")


def incident_draft(room: DutyRoom, **changes: Any) -> DraftIncident:
    facts: dict[str, Any] = {
        "id": room.incident.new_id(),
        "title": "安和街道丰收市场火灾",
        "category": IncidentCategory.ACCIDENT,
        "kind": "火灾",
        "place": "安和街道丰收市场",
        "received_at": room.clock.now(),
    }
    return DraftIncident(**(facts | changes))


def opened(room: DutyRoom, **changes: Any) -> Incident:
    return room.incident.open(incident_draft(room, **changes), by=CLI).value


def report(room: DutyRoom, incident: Incident, stage: str, medium: str = "written") -> None:
    sent = draft_report(
        stage, medium, room.clock.now(), id=room.incident.new_id(), incident_id=incident.id
    )
    if room.shift.view().shift is None:
        sent = replace(sent, signed_by="丁某")
    room.incident_report.report(sent, by=CLI)


def texts(room: DutyRoom) -> list[str]:
    return [listed.entry.text for listed in room.duty_log.entries_of_running_shift()[1]]


def test_opening_is_one_journal_row_with_clocks_and_a_line_in_the_log(staffed: Staff) -> None:
    room = staffed.room
    with room.store.reading() as tables:
        before = tables.journal.count()
    done = room.incident.open(incident_draft(room, deaths=3), by=staffed.by)
    with room.store.reading() as tables:
        assert tables.journal.count() == before + 1
    assert set(done.changes.touched) == {"incident", "incident_grading", "log_entry"}
    view = room.incident.incident(done.value.id)
    assert view.incident.incident_no == "2026-001"
    assert (view.incident.level, view.incident.suggested_level) == (
        "unclassified",
        "relatively_serious",
    )
    assert "死亡3人" in view.incident.level_reason
    assert [(one.medium, one.minutes_left) for one in view.clocks] == [
        ("phone", 30),
        ("written", 60),
    ]
    assert texts(room) == [
        "登记突发事件：安和街道丰收市场火灾（2026-001），事故灾难·火灾，安和街道丰收市场，未定级。"
    ]


def test_an_incident_needs_no_shift(room: DutyRoom) -> None:
    assert opened(room).opened_by == "cli"
    assert room.duty_log.entries_of_running_shift() == (None, [])


def test_the_same_draft_is_opened_once(room: DutyRoom) -> None:
    again = incident_draft(room)
    first = room.incident.open(again, by=CLI)
    second = room.incident.open(again, by=CLI)
    assert second.value == first.value
    assert second.changes == Changes()
    assert len(room.incident.incidents()) == 1


def test_an_incident_begins_with_a_log_entry_that_exists(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "丰收市场起火"), by=staffed.by).value
    assert opened(room, origin_entry_id=entry.id).origin_entry_id == entry.id
    with pytest.raises(RecordUnknown):
        opened(room, origin_entry_id="nothing")


def test_a_refused_incident_leaves_no_number_behind(room: DutyRoom) -> None:
    with pytest.raises(KindUnknown):
        opened(room, kind="火宅")
    assert opened(room).incident_no == "2026-001"
    assert opened(room).incident_no == "2026-002"


def test_a_level_given_at_opening_is_a_persons_decision(staffed: Staff) -> None:
    room = staffed.room
    graded = room.incident.open(
        incident_draft(room, deaths=2, level=IncidentLevel.SERIOUS), by=staffed.by
    ).value
    assert (graded.level, graded.suggested_level) == ("serious", "ordinary")
    assert graded.level_confirmed_by == "甲某"
    assert "人工认定为重大" in graded.level_reason
    assert "死亡2人" in graded.level_reason


def test_a_level_given_at_opening_that_is_the_suggested_one_keeps_its_reason(
    room: DutyRoom,
) -> None:
    graded = opened(room, deaths=2, level=IncidentLevel.ORDINARY)
    assert graded.level_reason.startswith("死亡2人")


def test_saying_not_graded_is_no_decision(room: DutyRoom) -> None:
    assert opened(room, level=IncidentLevel.UNCLASSIFIED).level_confirmed_by is None


def test_new_figures_change_the_suggestion_and_keep_their_history(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room, deaths=2)
    change = IncidentChange({"deaths": 10, "measures": "消防已到场"}, "医院核实")
    changed = room.incident.update(incident.incident_no, change, by=staffed.by).value
    assert changed.suggested_level is IncidentLevel.SERIOUS
    assert changed.level is IncidentLevel.UNCLASSIFIED
    steps = room.history.steps("incident", incident.id)
    assert [(step.action, step.row["deaths"]) for step in steps if step.row] == [
        ("incident.open", 2),
        ("incident.update", 10),
    ]
    assert len(texts(room)) == 1


def test_a_category_is_changed_together_with_a_kind_it_has(room: DutyRoom) -> None:
    incident = opened(room)
    natural = {"category": IncidentCategory.NATURAL, "kind": "森林火灾"}
    changed = room.incident.update(incident.id, IncidentChange(natural, "核实"), by=CLI).value
    assert changed.kind == "森林火灾"
    with pytest.raises(KindUnknown):
        room.incident.update(incident.id, IncidentChange({"kind": "火灾"}, "核实"), by=CLI)


def test_confirming_the_level_resets_the_clocks_and_stands_in_the_log(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room, deaths=2)
    level = IncidentLevel.ORDINARY
    room.incident.confirm_level(incident.id, level, by=staffed.by)
    view = room.incident.incident(incident.id)
    assert [one.minutes_left for one in view.clocks] == [120, 120]
    assert [one.level for one in view.gradings] == ["unclassified", "ordinary"]
    assert view.incident.level_confirmed_by == "甲某"
    assert "等级由未定级认定为一般，死亡2人" in texts(room)[-1]
    assert room.incident.confirm_level(incident.id, level, by=staffed.by).changes == Changes()


def test_an_upgrade_after_the_new_limit_says_report_now(staffed: Staff, clock: FixedClock) -> None:
    room = staffed.room
    incident = opened(room, level=IncidentLevel.ORDINARY, deaths=1)
    clock.forward(minutes=50)
    room.incident.update(
        incident.id,
        IncidentChange({"deaths": 12}, "搜救发现", IncidentLevel.SERIOUS),
        by=staffed.by,
    )
    phone = room.incident.incident(incident.id).clocks[0]
    assert phone.status is ClockStatus.REPORT_NOW_AFTER_UPGRADE
    assert phone.upgraded_at == room.clock.now()


def test_becoming_sensitive_is_decided_and_logged_but_grades_nothing(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room, level=IncidentLevel.ORDINARY, deaths=1)
    change = IncidentChange({"is_sensitive": True}, "发生在学校")
    changed = room.incident.update(incident.id, change, by=staffed.by).value
    assert changed.is_sensitive
    assert changed.level_reason.startswith("死亡1人")
    view = room.incident.incident(incident.id)
    assert [one.minutes_left for one in view.clocks if one.stage] == [60, 120]
    assert texts(room)[-1].endswith("列为敏感事件，发生在学校。")


def test_an_unchanged_update_writes_nothing(room: DutyRoom) -> None:
    incident = opened(room, deaths=2)
    with room.store.reading() as tables:
        before = tables.journal.count()
    with pytest.raises(UpdateChangesNothing):
        room.incident.update(incident.id, IncidentChange({"deaths": 2}, "核实"), by=CLI)
    with room.store.reading() as tables:
        assert tables.journal.count() == before


def test_closing_waits_for_the_final_report(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    report(room, incident, "first")
    with pytest.raises(FinalReportMissing):
        room.incident.close(incident.id, by=staffed.by)
    report(room, incident, "final")
    ended = room.incident.close(incident.id, by=staffed.by).value
    assert (ended.status, ended.closed_by) == (IncidentStatus.ENDED, "甲某")
    assert room.incident.due() == []
    assert texts(room)[-1].endswith("已结束，终报已报出。")
    with pytest.raises(IncidentEnded):
        room.incident.close(incident.id, by=staffed.by)


def test_a_final_by_telephone_does_not_end_an_incident_without_its_paper(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    report(room, incident, "first", "phone")
    report(room, incident, "final", "phone")
    with pytest.raises(FinalReportMissing):
        room.incident.close(incident.id, by=staffed.by)
    report(room, incident, "final")
    assert room.incident.close(incident.id, by=staffed.by).value.is_closed


def test_a_false_alarm_is_closed_with_its_note(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    room.incident.close(
        incident.id, by=staffed.by, exit_reason=ExitReason.FALSE_ALARM, note="烟雾来自烧荒。"
    )
    assert texts(room)[-1].endswith("按误报结束：烟雾来自烧荒。")
    assert room.incident.incidents(only_running=True) == []
    assert len(room.incident.incidents()) == 1


def test_due_lists_the_running_clocks_of_all_incidents_the_first_first(room: DutyRoom) -> None:
    grave, light = opened(room), opened(room, level=IncidentLevel.ORDINARY, deaths=0)
    running = room.incident.due()
    assert [(one.incident.id, one.clock.minutes_left) for one in running] == [
        (grave.id, 30),
        (grave.id, 60),
        (light.id, 120),
        (light.id, 120),
    ]


def test_due_answers_for_the_past_and_for_the_future(room: DutyRoom, clock: FixedClock) -> None:
    start = room.clock.now()
    incident = opened(room)
    report(room, incident, "first")
    report(room, incident, "first", "phone")
    room.incident.close(incident.id, by=CLI, exit_reason=ExitReason.FALSE_ALARM, note="演习")
    other = opened(room, received_at=start)
    clock.forward(hours=1)
    late = room.incident.due(start + timedelta(hours=2))
    assert {one.clock.status for one in late} == {ClockStatus.OVERDUE}
    assert {one.incident.id for one in late} == {other.id}
    assert room.incident.due(start - timedelta(seconds=1)) == []


def test_the_machine_clock_put_back_after_opening_leaves_every_clock_in_sight(
    room: DutyRoom, clock: FixedClock
) -> None:
    incident = opened(room)
    clock.forward(hours=-2)
    assert [one.incident.id for one in room.incident.due()] == [incident.id] * 2
    assert len(room.incident.incident(incident.id).clocks) == 2


def test_a_watch_ticks_without_reading_again(room: DutyRoom) -> None:
    opened(room)
    watch = room.incident.watch()
    now = room.clock.now()
    assert [one.clock.minutes_left for one in watch.due(now)] == [30, 60]
    assert [one.clock.minutes_left for one in watch.due(now + timedelta(minutes=31))] == [-1, 29]


def test_the_kinds_stand_under_the_four_categories(room: DutyRoom) -> None:
    kinds = room.incident.kinds()
    assert set(kinds) == set(IncidentCategory)
    assert kinds[IncidentCategory.ACCIDENT][:2] == ["火灾", "交通事故"]


def test_a_form_is_told_the_suggestion_before_it_is_saved(room: DutyRoom) -> None:
    found = room.incident.suggestion(incident_draft(room, loss_yuan=50_000_000))
    assert (found.level, found.figure) == ("serious", "loss_yuan")


def test_an_unknown_incident_is_refused(room: DutyRoom) -> None:
    with pytest.raises(RecordUnknown):
        room.incident.incident("2026-777")


def test_the_unit_may_say_chubao(room: DutyRoom) -> None:
    assert room.incident.first_report_word() == "首报"
    room.settings.put({"first_report_word": "初报"}, by=CLI)
    assert room.incident.first_report_word() == "初报"
