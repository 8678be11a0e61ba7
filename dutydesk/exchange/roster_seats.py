"""From the people of a day as read to the seats of its shifts.

Rules of this file: of 值班员 the first is 主班, the others 副班; who stands beside both shifts of
a day, as leaders do, keeps both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dutydesk.domain.contacts import name_key
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.roster import LEAD_POST, PRIMARY_POST, SECONDARY_POST
from dutydesk.domain.roster_file import ReadSlot
from dutydesk.domain.roster_refusals import RosterFileDayTwice
from dutydesk.domain.shift import ShiftKind
from dutydesk.exchange.roster_names import OFFICERS, ReadName


@dataclass(frozen=True, slots=True)
class ReadDuty:
    """Somebody of a day, on a post, in a shift where the table names one."""

    name: ReadName
    post: str
    shift: ShiftKind | None = None


@dataclass(frozen=True, slots=True)
class DayRun:
    """Rows of one day that follow each other."""

    day: date
    duties: tuple[ReadDuty, ...]
    note: str = ""


def seats_of(run: DayRun) -> list[ReadSlot]:
    """Return the seats of one day."""
    named = list(dict.fromkeys(one.shift for one in run.duties if one.shift is not None))
    shifts: Sequence[ShiftKind | None] = named or [None]
    found: list[ReadSlot] = []
    for shift in shifts:
        duties = [one for one in run.duties if one.shift in {shift, None}]
        if shift is not None and not any(one.post == LEAD_POST for one in duties):
            duties = [*(one for one in run.duties if one.post == LEAD_POST), *duties]
        found += _seats(run, shift, duties)
    if run.note and found:
        found[0] = _noted(found[0], run.note)
    return found


def merged(name: str, runs: Iterable[DayRun]) -> tuple[ReadSlot, ...]:
    """Return the seats of all runs; raises RosterFileDayTwice where two of them contradict."""
    found: dict[tuple[date, ShiftKind | None, str, int], ReadSlot] = {}
    for run in runs:
        for slot in seats_of(run):
            place = (slot.duty_date, slot.shift, slot.post_id, slot.seat)
            known = found.setdefault(place, slot)
            if name_key(known.person) != name_key(slot.person):
                raise RosterFileDayTwice(name, slot.duty_date)
    return tuple(sorted(found.values(), key=lambda one: one.duty_date))


def _seats(run: DayRun, shift: ShiftKind | None, duties: Iterable[ReadDuty]) -> list[ReadSlot]:
    by_post: dict[str, list[ReadName]] = {}
    officers: list[ReadName] = []
    for duty in duties:
        post = duty.name.post or duty.post
        if post == OFFICERS:
            officers.append(duty.name)
        else:
            by_post.setdefault(post, []).append(duty.name)
    for officer in officers:
        is_first = PRIMARY_POST not in by_post
        by_post.setdefault(PRIMARY_POST if is_first else SECONDARY_POST, []).append(officer)
    return [
        ReadSlot(run.day, shift, post, seat, one.name, one.phone, one.note)
        for post, people in by_post.items()
        for seat, one in enumerate(_once(people), 1)
    ]


def _once(people: Iterable[ReadName]) -> list[ReadName]:
    """Return each person once: a merged cell repeats who stands in it."""
    return list({name_key(one.name): one for one in reversed(list(people))}.values())[::-1]


def _noted(slot: ReadSlot, note: str) -> ReadSlot:
    text = "；".join(dict.fromkeys(filter(None, (slot.note, note))))
    return ReadSlot(
        slot.duty_date, slot.shift, slot.post_id, slot.seat, slot.person, slot.phone, text
    )
