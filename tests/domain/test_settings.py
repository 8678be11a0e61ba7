from datetime import timedelta

import pytest

from dutydesk.domain.errors import BadInput
from dutydesk.domain.settings import (
    DEFAULTS,
    NUMBERS,
    ROOM_KEYS,
    SETTINGS,
    SHIFT_PATTERNS,
    SettingScope,
    check_room_setting,
    shift_pattern,
    span,
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
        ("clock_jump_minutes", 0),
        ("same_incident_hours", 169),
        ("silent_after_hours", 0),
        ("silent_after_hours", 25),
        ("equipment_test_ahead_days", 32),
        ("attachment_most_mb", 0),
        ("attachment_warn_mb", 10**12),
    ],
)
def test_an_unfit_value_or_a_key_of_the_workstation_is_refused(key: str, value: object) -> None:
    with pytest.raises(BadInput):
        check_room_setting(key, value)  # type: ignore[arg-type]  # what a form might hand in


@pytest.mark.parametrize("key", sorted(NUMBERS))
def test_both_ends_of_a_number_are_taken(key: str) -> None:
    for value in (NUMBERS[key][0], NUMBERS[key][-1]):
        check_room_setting(key, value)


def test_every_number_of_the_unit_has_its_limits() -> None:
    counted = {key for key in ROOM_KEYS if type(DEFAULTS[key]) is int}
    assert counted == NUMBERS.keys()


@pytest.mark.parametrize(
    ("key", "kept", "expected"),
    [
        ("late_after_minutes", 0, timedelta()),
        ("late_after_minutes", 1440, timedelta(days=1)),
        ("repeat_caller_hours", 168, timedelta(days=7)),
        ("equipment_test_ahead_days", 7, timedelta(days=7)),
        # A room from before there were limits.
        ("clock_jump_minutes", 0, timedelta(minutes=1)),
        ("same_incident_hours", 10**12, timedelta(days=7)),
        ("silent_after_hours", None, timedelta(hours=1)),
    ],
)
def test_a_span_is_as_long_as_its_key_says_and_never_beyond_the_limits(
    key: str, kept: object, expected: timedelta
) -> None:
    assert span(key, kept) == expected  # type: ignore[arg-type]  # what may lie on file


@pytest.mark.parametrize(
    "times", [["8:00"], ["24:00"], ["17:00", "17:00"], ["５:00"], "17:00", [1]]
)
def test_what_is_no_time_of_day_is_no_cut_off(times):
    check_room_setting("nil_report_times", ["08:00", "17:00"])
    check_room_setting("nil_report_times", [])
    with pytest.raises(BadInput):
        check_room_setting("nil_report_times", times)
