from datetime import timedelta

import pytest

from dutydesk.assembly.room import DutyRoom


def test_a_key_never_written_has_its_default_and_an_unknown_one_is_a_bug(room: DutyRoom) -> None:
    with room.store.writing(actor="test", action="test.put") as work:
        work.tables.setting.put("duty_phone", "０１０ ")
        with pytest.raises(KeyError):
            work.tables.setting.put("没有", 1)
    with room.store.reading() as tables:
        assert tables.setting.get("duty_phone") == "０１０ "
        assert tables.setting.get("late_after_minutes") == 10
        with pytest.raises(KeyError):
            tables.setting.get("没有")


def test_a_span_is_read_as_the_unit_keeps_it(room: DutyRoom) -> None:
    with room.store.writing(actor="test", action="test.put") as work:
        assert work.tables.setting.span("late_after_minutes") == timedelta(minutes=10)
        work.tables.setting.put("late_after_minutes", 25)
        assert work.tables.setting.span("late_after_minutes") == timedelta(minutes=25)
