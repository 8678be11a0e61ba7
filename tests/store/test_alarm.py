from dataclasses import replace

from dutydesk.domain.alarm import AlarmState
from dutydesk.domain.alarm_clock import Rung
from tests.incident_builders import at

STATE = AlarmState("k", at("2026-11-21 02:40"), Rung.TONE, Rung.BANNER)


def test_states_come_back_as_written(room):
    with room.store.unjournalled() as tables:
        tables.alarm.put([STATE])
    with room.store.reading() as tables:
        assert tables.alarm.all() == {"k": STATE}


def test_an_acknowledgement_lowers_no_rung_that_was_raised_while_it_was_asked_for(room):
    with room.store.unjournalled() as tables:
        tables.alarm.put([replace(STATE, raised=Rung.DUE)])
        tables.alarm.put_heard([replace(STATE, acknowledged=Rung.TONE)])
        assert tables.alarm.all()["k"] == replace(STATE, raised=Rung.DUE, acknowledged=Rung.TONE)


def test_what_was_acknowledged_outlives_a_state_read_before(room):
    with room.store.unjournalled() as tables:
        tables.alarm.put_heard([replace(STATE, acknowledged=Rung.TONE)])
        tables.alarm.put([STATE])
        assert tables.alarm.all()["k"].acknowledged is Rung.TONE


def test_a_rung_that_lies_ahead_again_is_lowered_with_its_acknowledgement(room):
    with room.store.unjournalled() as tables:
        tables.alarm.put([replace(STATE, raised=Rung.DUE, acknowledged=Rung.DUE), STATE])
        assert tables.alarm.all()["k"] == replace(STATE, acknowledged=Rung.TONE)


def test_what_no_longer_runs_is_forgotten(room):
    with room.store.unjournalled() as tables:
        tables.alarm.put([STATE, replace(STATE, key="other")])
        tables.alarm.keep_only(["other"])
        assert list(tables.alarm.all()) == ["other"]
