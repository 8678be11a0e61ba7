from datetime import timedelta

import pytest

from dutydesk.domain.alarm import AcknowledgedAlarm, AlarmState, NoAlarmStanding
from dutydesk.domain.alarm_clock import Rung
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.officer import Actor, OfficerInactive
from tests.builders import item_draft
from tests.incident_builders import at

STATES = {"k": AlarmState("k", at("2026-11-20 08:40"), Rung.DUE)}
ALARM = AcknowledgedAlarm("k", "首报(电话) 燃气泄漏，时限08:40，已超8分")


def test_who_heard_it_stands_in_the_log_and_the_alarm_stands_no_more(staffed):
    by = Actor(staffed.officer.id, staffed.officer.id)
    done = staffed.room.alarm.acknowledge([ALARM], STATES, by=by)
    assert done.value == "乙某"
    assert done.changes.names("log_entry")
    _, entries = staffed.room.duty_log.entries_of_running_shift()
    entry = entries[-1].entry
    assert entry.text == "确认报警：首报(电话) 燃气泄漏，时限08:40，已超8分。确认人乙某。"
    assert (entry.is_automatic, entry.recorder, entry.kind) == (True, "乙某", EntryKind.OTHER)
    assert not staffed.room.alarm.states()["k"].is_standing


def test_alarms_of_one_incident_make_one_entry_that_belongs_to_it(staffed):
    alarms = [AcknowledgedAlarm(key, key, "i1") for key in ("a", "b")]
    staffed.room.alarm.acknowledge([*alarms, ALARM], STATES, by=staffed.by)
    found = staffed.room.duty_log.entries_of_incident("i1")
    assert [listed.entry.text for listed in found] == ["确认报警：a；b。确认人甲某。"]
    assert found[0].entry.kind is EntryKind.INCIDENT


def test_nothing_to_acknowledge_is_refused(staffed):
    with pytest.raises(NoAlarmStanding):
        staffed.room.alarm.acknowledge([], STATES, by=staffed.by)


def test_somebody_taken_off_cannot_acknowledge(staffed):
    staffed.room.officer.deactivate(staffed.officer.id, by=staffed.by)
    with pytest.raises(OfficerInactive):
        staffed.room.alarm.acknowledge(
            [ALARM], STATES, by=Actor(staffed.officer.id, staffed.officer.id)
        )
    assert staffed.room.alarm.states() == {}


def test_what_was_heard_is_remembered_and_clocks_that_stopped_are_forgotten(staffed):
    staffed.room.alarm.keep(STATES)
    assert staffed.room.alarm.states() == STATES
    staffed.room.alarm.keep({})
    assert staffed.room.alarm.states() == {}


def test_a_reminder_set_anew_while_the_alarm_stood_is_not_taken_off(staffed):
    room, now = staffed.room, staffed.room.clock.now()
    kept = item_draft("回电", "甲某", remind_at=now + timedelta(minutes=5))
    heard = item_draft("催市政", "甲某", remind_at=now + timedelta(minutes=5))
    for item in (kept, heard):
        room.open_item.open(item, by=staffed.by)
    room.clock.forward(minutes=6)
    later = room.clock.now() + timedelta(hours=1)
    room.open_item.remind(kept.id, later, by=staffed.by)
    alarms = [AcknowledgedAlarm(one.id, one.title, reminder_of=one.id) for one in (kept, heard)]
    room.alarm.acknowledge(alarms, STATES, by=staffed.by)
    reminders = {item.id: item.remind_at for item in room.open_item.open_items()}
    assert reminders == {kept.id: later, heard.id: None}
