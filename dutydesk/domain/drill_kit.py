"""What a practice room is given of the real one: lists, rules, settings, people; no records."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.call_selection import CallList
from dutydesk.domain.checklist import ChecklistItem
from dutydesk.domain.contacts import Contact, ContactNumber, FurtherRole, Unit
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline_rule import DeadlineRule
from dutydesk.domain.drill import hidden_numbers
from dutydesk.domain.holiday import HolidayYear
from dutydesk.domain.incident import IncidentKind
from dutydesk.domain.level import LevelCriterion
from dutydesk.domain.officer import Officer
from dutydesk.domain.phrase import Phrase
from dutydesk.domain.reporting_unit import ReportingUnit
from dutydesk.domain.responsibility import Responsibility
from dutydesk.domain.roster import RosterPost
from dutydesk.domain.settings import SettingValue
from dutydesk.domain.warning_kind import WarningKind
from dutydesk.domain.watch_word import WatchWord

NOT_TAKEN = frozenset({"backup_folder"})
"""A practice room is kept nowhere beside itself."""


@dataclass(frozen=True)
class UnitKit:
    """The unit's own lists, as they stand in its room."""

    settings: dict[str, SettingValue]
    kinds: tuple[IncidentKind, ...]
    criteria: tuple[LevelCriterion, ...]
    rules: tuple[DeadlineRule, ...]
    checklist: tuple[ChecklistItem, ...]
    phrases: tuple[Phrase, ...]
    watch_words: tuple[WatchWord, ...]
    units: tuple[Unit, ...]
    contacts: tuple[Contact, ...]
    numbers: tuple[ContactNumber, ...]
    officers: tuple[Officer, ...]
    roles: tuple[FurtherRole, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    warning_kinds: tuple[WarningKind, ...] = ()
    call_lists: tuple[CallList, ...] = ()
    reporting_units: tuple[ReportingUnit, ...] = ()
    roster_posts: tuple[RosterPost, ...] = ()
    holiday_years: tuple[HolidayYear, ...] = ()


def for_practice(kit: UnitKit) -> UnitKit:
    """Return the kit without anything that could call a real person or write to a real place.

    Whoever is paired with somebody who is not taken along is paired with nobody.
    """
    taken = {one.id for one in kit.contacts}
    return replace(
        kit,
        contacts=tuple(
            one if one.pair_contact_id in taken else replace(one, pair_contact_id=None)
            for one in kit.contacts
        ),
        roles=tuple(
            one if one.pair_contact_id in taken else replace(one, pair_contact_id=None)
            for one in kit.roles
        ),
        responsibilities=tuple(
            replace(one, phone=hidden_numbers(one.phone)) for one in kit.responsibilities
        ),
        reporting_units=tuple(
            replace(one, phone=hidden_numbers(one.phone)) for one in kit.reporting_units
        ),
        settings={key: value for key, value in kit.settings.items() if key not in NOT_TAKEN},
        numbers=tuple(
            replace(one, number=hidden_numbers(one.number), is_doubtful=True)
            for one in kit.numbers
        ),
        officers=tuple(
            replace(one, phone=hidden_numbers(one.phone)) for one in kit.officers if one.is_active
        ),
    )


def parents_first(units: tuple[Unit, ...]) -> list[Unit]:
    """Return units so that each comes behind its parent."""
    left, found = list(units), list[Unit]()
    placed: set[str | None] = {None}
    while left:
        ready = [one for one in left if one.parent_id in placed]
        if not ready:
            return [*found, *left]
        found += ready
        placed |= {one.id for one in ready}
        left = [one for one in left if one not in ready]
    return found
