"""What a unit answers when its room is made, and what is wrong with the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.officer import OfficerExists, OfficerRole, check_pin, fit_name
from dutydesk.domain.room import check_unit
from dutydesk.domain.settings import (
    FULL_DAY_PATTERN,
    SettingValue,
    check_room_setting,
)


@dataclass(eq=False)
class AdminMissing(Refusal):
    """A room needs at least one administrator from its first day."""


@dataclass(eq=False)
class BackupFolderMissing(Refusal):
    """The folder chosen for backups is not there."""

    folder: str


@dataclass(eq=False)
class PinsApart(Refusal):
    """The PIN was typed twice, and not the same."""


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """One person entered before the room exists; ``pin`` is as typed and never kept."""

    name: str
    role: OfficerRole
    pin: str = field(repr=False)
    phone: str = ""


@dataclass(frozen=True, slots=True)
class FirstRoom:
    """Every answer; ``backup_folder`` may be empty."""

    unit: str
    officers: tuple[NewOfficer, ...]
    shift_pattern: SettingValue = field(default_factory=lambda: list(FULL_DAY_PATTERN))
    rule_set: str = "district"
    backup_folder: str = ""


def check_shifts(shift_pattern: SettingValue, rule_set: str) -> None:
    """Raise BadInput when the shifts or the rule set cannot be used."""
    check_room_setting("shift_pattern", shift_pattern)
    check_room_setting("rule_set", rule_set)


def check_new_officer(officer: NewOfficer, others: Sequence[NewOfficer]) -> None:
    """Raise BadInput, OfficerNameUnfit, PinUnfit, or OfficerExists for a name given already."""
    fit_name(officer.name)
    if any(other.name == officer.name for other in others):
        raise OfficerExists(officer.name)
    check_pin(officer.pin)


def check_officers(officers: Sequence[NewOfficer]) -> None:
    """Raise AdminMissing unless somebody is administrator."""
    if not any(officer.role is OfficerRole.ADMIN for officer in officers):
        raise AdminMissing


def check_first_room(first: FirstRoom) -> None:
    """Check every answer; raises the refusals of the parts."""
    check_unit(first.unit)
    check_shifts(first.shift_pattern, first.rule_set)
    for at, officer in enumerate(first.officers):
        check_new_officer(officer, first.officers[:at])
    check_officers(first.officers)
