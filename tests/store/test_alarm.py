from dataclasses import replace

from dutydesk.domain.alarm import AlarmState, Rung
from tests.incident_builders import at

STATE = AlarmState("k", at("2026-11-21 02:40"), Rung.TONE, Rung.BANNER)


def test_states_come_back_as_written(room):
    with room.store.unjournalled() as tables:
        tables.alarm.put([STATE])
    with room.store.reading() as tables:
        assert tables.alarm.all() == {"k": STATE}


def test_a_rung_once_reached_is_never_lowered(room):
    with room.store.unjournalled() as tables:
        tables.alarm.put([replace(STATE, raised=Rung.DUE, acknowledged=Rung.DUE), STATE])
        assert tables.alarm.all()["k"].acknowledged is Rung.DUE


def test_what_no_longer_runs_is_forgotten(room):
    with room.store.unjournalled() as tables:
        tables.alarm.put([STATE, replace(STATE, key="other")])
        tables.alarm.keep_only(["other"])
        assert list(tables.alarm.all()) == ["other"]
