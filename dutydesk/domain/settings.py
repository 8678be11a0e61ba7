"""Settings: every value a unit or a workstation may choose, with its default, as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import cast

from dutydesk.domain.errors import BadInput
from dutydesk.domain.shift import ShiftPattern, pattern_from_rows

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

SETTINGS: tuple[Setting, ...] = (
    Setting("shift_pattern", FULL_DAY_PATTERN),
    Setting("late_after_minutes", 10),
    Setting("rule_set", "district"),
    Setting("first_report_word", "首报"),
    Setting("duty_phone", ""),
    Setting("duty_fax", ""),
    Setting("report_to", ["区政府总值班室"]),
    Setting("copy_to", []),
    Setting("backup_folder", ""),
    Setting("lock_after_minutes", 10),
    Setting("palette", "auto", SettingScope.WORKSTATION),
    Setting("type_scale", 100, SettingScope.WORKSTATION),
    Setting("is_sound_on", True, SettingScope.WORKSTATION),
)

DEFAULTS: dict[str, SettingValue] = {setting.key: setting.default for setting in SETTINGS}


def shift_pattern(value: SettingValue) -> ShiftPattern:
    """Return the pattern kept in ``shift_pattern``; raises BadInput."""
    return pattern_from_rows(cast("list[dict[str, str]]", value))


def late_after(value: SettingValue) -> timedelta:
    """Return ``late_after_minutes`` as a span; raises BadInput below 0 and for no number."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise BadInput("late_after_minutes", str(value))
    return timedelta(minutes=value)
