"""Who of a roster is away by an absence notice (外出报备): members, and whoever is only a name.

Rules of this file: a notice is of the person whose contact it names, else of the one of its name;
it lasts until the person is back, at the latest known.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dutydesk.domain.absence_notice import AbsenceNotice
from dutydesk.domain.contacts import name_key
from dutydesk.domain.instants import china_instant
from dutydesk.domain.roster import FindingKind, RosterFinding, RosterMember, RosterSlot
from dutydesk.domain.roster_day import RosterFrame
from dutydesk.domain.roster_task import MemberAbsence
from dutydesk.store.tables import Tables


def member_absences(
    tables: Tables, members: tuple[RosterMember, ...], first: date, last: date
) -> tuple[MemberAbsence, ...]:
    """Return when members are away in a span, a day beyond each end of it among it."""
    return tuple(
        MemberAbsence(member.id, one.starts_at, one.back_at or one.ends_at, one.place)
        for one in _notices(tables, first, last)
        for member in members
        if _is_of(one, member.contact_id, member.name)
    )


def strangers_away(
    tables: Tables, slots: Iterable[RosterSlot], layout: RosterFrame
) -> list[RosterFinding]:
    """Return who is no member and has a slot while away."""
    slots = list(slots)
    if not slots:
        return []
    days = [one.duty_date for one in slots]
    notices = _notices(tables, min(days), max(days))
    found = []
    for slot in slots:
        hours = layout.hours_of(slot.duty_date, slot.shift)
        for one in notices:
            ends_at = one.back_at or one.ends_at
            is_away = one.starts_at < hours.ends_at and hours.starts_at < ends_at
            if is_away and _is_of(one, slot.contact_id, slot.person):
                found.append(_finding(slot, one))
    return found


def _finding(slot: RosterSlot, notice: AbsenceNotice) -> RosterFinding:
    return RosterFinding(
        FindingKind.ON_ABSENCE,
        slot.duty_date,
        slot.shift,
        slot.post_id,
        slot.person,
        notice.place,
    )


def _notices(tables: Tables, first: date, last: date) -> list[AbsenceNotice]:
    since = china_instant(first - timedelta(days=1), 0, 0)
    until = china_instant(last + timedelta(days=2), 0, 0)
    return [one for one in tables.absence_notice.between(since, until) if not one.is_cancelled]


def _is_of(notice: AbsenceNotice, contact_id: str | None, name: str) -> bool:
    if notice.contact_id and contact_id:
        return notice.contact_id == contact_id
    return name_key(notice.person) == name_key(name)
