import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.errors import BadInput
from dutydesk.domain.officer import Actor
from dutydesk.domain.settings import DEFAULTS, ROOM_KEYS, SHIFT_PATTERNS, SettingValue
from tests.builders import Staff, draft

CLI = Actor("cli")


def head(room: DutyRoom) -> str:
    with room.store.reading() as tables:
        return tables.journal.head()


def test_a_new_room_has_the_defaults_of_every_room_setting(room: DutyRoom) -> None:
    assert room.settings.all() == {key: DEFAULTS[key] for key in ROOM_KEYS}
    assert room.settings.room().unit == "安和街道办事处值班室"
    assert room.settings.room().is_practice is True


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("shift_pattern", SHIFT_PATTERNS["night_and_weekend"]),
        ("late_after_minutes", 0),
        ("duty_phone", "０１０－8888 "),
        ("report_to", ["区政府总值班室", "区应急局"]),
        ("copy_to", []),
        ("rule_set", "province"),
    ],
)
def test_a_setting_comes_back_as_it_was_put(room: DutyRoom, key: str, value: SettingValue) -> None:
    done = room.settings.put({key: value}, by=CLI)
    assert room.settings.get(key) == value
    assert done.changes.ids("setting") == {key}


def test_settings_are_written_together_or_not_at_all(room: DutyRoom) -> None:
    before = head(room)
    with pytest.raises(BadInput):
        room.settings.put({"duty_phone": "119", "late_after_minutes": -1}, by=CLI)
    with pytest.raises(BadInput):
        room.settings.put({"palette": "night"}, by=CLI)
    assert (room.settings.get("duty_phone"), head(room)) == ("", before)


def test_the_late_mark_follows_the_setting_at_once(staffed: Staff) -> None:
    room = staffed.room
    room.settings.put({"late_after_minutes": 0}, by=staffed.by)
    at = room.clock.now()
    room.clock.forward(seconds=1)  # type: ignore[attr-defined]  # FixedClock
    assert room.duty_log.record(draft(room, at=at), by=staffed.by).value.is_late is True


def test_a_unit_is_renamed_but_never_to_nothing(room: DutyRoom) -> None:
    room.settings.rename_unit("安和镇值班室", by=CLI)
    assert room.settings.room().unit == "安和镇值班室"
    before = head(room)
    with pytest.raises(BadInput):
        room.settings.rename_unit(" ", by=CLI)
    assert head(room) == before


def test_name_and_settings_are_saved_in_one_step(room: DutyRoom) -> None:
    done = room.settings.save("安和镇值班室", {"duty_phone": "0000-0000888"}, by=CLI)
    assert room.settings.room().unit == "安和镇值班室"
    assert room.settings.get("duty_phone") == "0000-0000888"
    assert set(done.changes.touched) == {"room", "setting"}


@pytest.mark.parametrize(
    ("unit", "values"),
    [(" ", {"duty_phone": "119"}), ("新名称", {"late_after_minutes": -1})],
)
def test_one_unfit_value_saves_nothing(
    room: DutyRoom, unit: str, values: dict[str, SettingValue]
) -> None:
    before = head(room)
    with pytest.raises(BadInput):
        room.settings.save(unit, values, by=CLI)
    assert head(room) == before


def test_saving_what_is_in_force_writes_nothing(room: DutyRoom) -> None:
    before = head(room)
    done = room.settings.save(room.settings.room().unit, {}, by=CLI)
    assert (dict(done.changes.touched), head(room)) == ({}, before)
