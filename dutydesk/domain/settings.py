"""Settings: every value a unit or a workstation may choose, with its default, as data."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import BadInput
from dutydesk.domain.incident import GRADES
from dutydesk.domain.shift import ShiftPattern, check_pattern, pattern_from_rows
from dutydesk.domain.warning_color import WarningColor

SettingValue = str | int | bool | Sequence[object] | dict[str, object] | None


class SettingScope(StrEnum):
    """Room settings are journalled; workstation settings lie in a file of this machine."""

    ROOM = "room"
    WORKSTATION = "workstation"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: ``key`` in snake case, ``default`` of the JSON type it keeps."""

    key: str
    default: SettingValue
    scope: SettingScope = SettingScope.ROOM


FULL_DAY_PATTERN: list[object] = [
    {"kind": "full", "start": "08:30", "end": "08:30", "days": "every"},
]
TWO_SHIFT_PATTERN: list[object] = [
    {"kind": "day", "start": "08:30", "end": "18:00", "days": "every"},
    {"kind": "night", "start": "18:00", "end": "08:30", "days": "every"},
]
NIGHT_AND_WEEKEND_PATTERN: list[object] = [
    {"kind": "day", "start": "09:00", "end": "17:30", "days": "rest_day"},
    {"kind": "night", "start": "17:30", "end": "09:00", "days": "every"},
]
SHIFT_PATTERNS = {
    "full_day": FULL_DAY_PATTERN,
    "two_shifts": TWO_SHIFT_PATTERN,
    "night_and_weekend": NIGHT_AND_WEEKEND_PATTERN,
}

RULE_SETS = ("district", "province", "statute")

STRICTEST = "strictest"
UNGRADED_LEVELS = (STRICTEST, *(level.value for level in GRADES))

SETTINGS: tuple[Setting, ...] = (
    Setting("shift_pattern", FULL_DAY_PATTERN),
    Setting("late_after_minutes", 10),
    Setting("clock_jump_minutes", 1),
    Setting("repeat_caller_hours", 24),
    Setting("same_incident_hours", 3),
    Setting("silent_after_hours", 6),
    Setting("rule_set", "district"),
    Setting("ungraded_level", STRICTEST),
    Setting("first_report_word", "首报"),
    Setting("duty_phone", ""),
    Setting("duty_fax", ""),
    Setting("report_to", ["区政府总值班室"]),
    Setting("copy_to", []),
    Setting("is_review_needed", True),
    Setting("receipt_missing_minutes", 30),
    Setting("equipment_test_ahead_days", 7),
    Setting("roster_rest_hours", 24),
    Setting("comp_leave_workday_days", 1),
    Setting("comp_leave_rest_day_days", 2),
    Setting("contact_stale_days", 90),
    Setting("contact_expiring_days", 30),
    Setting("warning_report_minutes", 10),
    Setting("warning_forward_minutes", 30),
    Setting("warning_clock_color", "blue"),
    Setting("nil_report_times", ["17:00"]),
    Setting("backup_folder", ""),
    Setting("lock_after_minutes", 10),
    Setting("attachment_most_mb", 50),
    Setting("attachment_warn_mb", 20),
    Setting("palette", "auto", SettingScope.WORKSTATION),
    Setting("type_scale", 100, SettingScope.WORKSTATION),
    Setting("is_sound_on", True, SettingScope.WORKSTATION),
)

DEFAULTS: dict[str, SettingValue] = {setting.key: setting.default for setting in SETTINGS}

ROOM_KEYS = tuple(setting.key for setting in SETTINGS if setting.scope is SettingScope.ROOM)

# What a number may be, both ends included; the form offers no other.
NUMBERS: Mapping[str, range] = {
    # Ten years: never is not meant.
    "contact_stale_days": range(1, 3651),
    "contact_expiring_days": range(1, 366),
    # A day: what is written later than that is not merely late.
    "late_after_minutes": range(24 * 60 + 1),
    "clock_jump_minutes": range(1, 24 * 60 + 1),
    # A week: who called before that calls about something else.
    "repeat_caller_hours": range(7 * 24 + 1),
    "same_incident_hours": range(7 * 24 + 1),
    # A whole day without an entry is a gap in every room.
    "silent_after_hours": range(1, 24 + 1),
    # A day: a receipt that is missing for longer was missed, not late.
    "receipt_missing_minutes": range(24 * 60 + 1),
    # A month: the test before is just over.
    "equipment_test_ahead_days": range(31 + 1),
    # A week: the generator looks no further for the duty before.
    "roster_rest_hours": range(7 * 24 + 1),
    "comp_leave_workday_days": range(7 + 1),
    "comp_leave_rest_day_days": range(7 + 1),
    # A day: a warning told later than that was not told.
    "warning_report_minutes": range(24 * 60 + 1),
    "warning_forward_minutes": range(24 * 60 + 1),
    "lock_after_minutes": range(24 * 60 + 1),
    "attachment_most_mb": range(1, 2000 + 1),
    "attachment_warn_mb": range(1, 2000 + 1),
}

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)

_UNITS = {
    "minutes": timedelta(minutes=1),
    "hours": timedelta(hours=1),
    "days": timedelta(days=1),
}


def shift_pattern(value: SettingValue) -> ShiftPattern:
    """Return the pattern kept in ``shift_pattern``; raises BadInput."""
    return pattern_from_rows(value)


def span(key: str, kept: SettingValue) -> timedelta:
    """Return what a setting keeps in minutes, hours or days, as its key ends.

    What an older room kept outside the limits counts as the nearest value within them.
    """
    allowed = NUMBERS[key]
    count = kept if isinstance(kept, int) else allowed[0]
    return min(max(count, allowed[0]), allowed[-1]) * _UNITS[key.rpartition("_")[2]]


def check_room_setting(key: str, value: SettingValue) -> None:
    """Raise BadInput for a key that is no room setting and for a value unfit for its key."""
    if key not in ROOM_KEYS:
        raise BadInput("setting", key)
    if key == "shift_pattern":
        check_pattern(shift_pattern(value))
    elif not _fits(key, value):
        raise BadInput(key, str(value))


_AMONG: Mapping[str, Sequence[str]] = {
    "rule_set": RULE_SETS,
    "ungraded_level": UNGRADED_LEVELS,
    "warning_clock_color": tuple(WarningColor),
}


def _fits(key: str, value: SettingValue) -> bool:
    if key in NUMBERS:
        return type(value) is int and value in NUMBERS[key]
    if key in _AMONG:
        return value in _AMONG[key]
    if isinstance(value, list):
        if key == "nil_report_times":
            return _are_times(value)
        return isinstance(DEFAULTS[key], list) and all(isinstance(one, str) for one in value)
    return type(value) is type(DEFAULTS[key])


def _are_times(value: Sequence[object]) -> bool:
    """Tell whether these are different times of day as they are kept: 17:00."""
    texts = [one for one in value if isinstance(one, str) and _TIME.fullmatch(one)]
    return len(set(texts)) == len(value)
