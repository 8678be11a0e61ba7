from datetime import timedelta

import pytest

from dutydesk.domain.errors import BadInput
from dutydesk.domain.settings import (
    DEFAULTS,
    ROOM_KEYS,
    SETTINGS,
    SHIFT_PATTERNS,
    SettingScope,
    check_room_setting,
    late_after,
    repeat_span,
    shift_pattern,
)


def test_keys_are_unique_and_scopes_are_kept_apart() -> None:
    assert len(DEFAULTS) == len(SETTINGS)
    for setting in SETTINGS:
        assert (setting.key in ROOM_KEYS) is (setting.scope is SettingScope.ROOM)


@pytest.mark.parametrize("key", ROOM_KEYS)
def test_every_default_is_a_fit_value_of_its_own_setting(key: str) -> None:
    check_room_setting(key, DEFAULTS[key])


@pytest.mark.parametrize("name", sorted(SHIFT_PATTERNS))
def test_every_offered_pattern_can_be_read_and_kept(name: str) -> None:
    assert shift_pattern(SHIFT_PATTERNS[name]).shifts
    check_room_setting("shift_pattern", SHIFT_PATTERNS[name])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("没有", 1),
        ("palette", "day"),
        ("shift_pattern", []),
        ("shift_pattern", "full_day"),
        ("late_after_minutes", -1),
        ("late_after_minutes", 1441),
        ("late_after_minutes", "10"),
        ("late_after_minutes", True),
        ("late_after_minutes", None),
        ("repeat_caller_hours", -1),
        ("repeat_caller_hours", 169),
        ("repeat_caller_hours", True),
        ("repeat_caller_hours", "24"),
        ("rule_set", "country"),
        ("rule_set", None),
        ("duty_phone", 119),
        ("report_to", "区政府总值班室"),
        ("report_to", [1]),
        ("duty_phone", ["1"]),
        ("lock_after_minutes", -1),
        ("lock_after_minutes", True),
    ],
)
def test_an_unfit_value_or_a_key_of_the_workstation_is_refused(key: str, value: object) -> None:
    with pytest.raises(BadInput):
        check_room_setting(key, value)  # type: ignore[arg-type]  # what a form might hand in


@pytest.mark.parametrize("minutes", [0, 10, 1440])
def test_the_late_mark_is_a_span_of_up_to_a_day(minutes: int) -> None:
    assert late_after(minutes) == timedelta(minutes=minutes)


@pytest.mark.parametrize("hours", [0, 24, 168])
def test_the_time_within_which_a_caller_calls_again_is_up_to_a_week(hours: int) -> None:
    assert repeat_span(hours) == timedelta(hours=hours)
