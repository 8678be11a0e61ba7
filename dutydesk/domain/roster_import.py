"""What taking a roster file would do to the roster as it stands.

Rules of this file: what is past or has begun is only filled where nobody is on record; later today
changes by swaps; a day to come is as the file says, for the posts that it names; a published month
is not written over. Names stay as the file writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime

from dutydesk.domain.contacts import name_key
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_calendar import DayClass, DutyCalendar
from dutydesk.domain.roster import RosterSlot, SlotSource
from dutydesk.domain.roster_day import RosterFrame, seat_change
from dutydesk.domain.roster_edit import RosterPerson
from dutydesk.domain.roster_file import (
    DayRemark,
    ReadSlot,
    RosterFile,
    RosterFileDoubt,
    RosterFileProblem,
)
from dutydesk.domain.roster_refusals import RosterPublished
from dutydesk.domain.roster_view import SeatChange
from dutydesk.domain.shift import ShiftKind

_HOLIDAY = ("假日", "节", "元旦", "除夕", "五一", "十一", "放假")
_WEEKEND = ("周末", "双休", "休息日", "公休")
_MAKE_UP = ("调休", "补班", "上班")


@dataclass(frozen=True, slots=True)
class RosterImportReport:
    """What an import did or would do; counts are seats, ``days`` those the file names."""

    read: int
    added: int
    changed: int
    unchanged: int
    kept: int
    removed: int
    days: tuple[date, ...]
    slots: tuple[RosterSlot, ...]
    problems: tuple[RosterFileProblem, ...]


@dataclass(frozen=True, slots=True)
class RosterImportPlan:
    """The slots to write and to empty, and the report of both."""

    written: tuple[RosterSlot, ...]
    emptied: tuple[RosterSlot, ...]
    report: RosterImportReport


@dataclass(frozen=True, slots=True)
class RosterGround:
    """What a file comes upon; ``standing`` are the slots of its days."""

    layout: RosterFrame
    standing: tuple[RosterSlot, ...]
    now: datetime


def plan(
    file: RosterFile,
    ground: RosterGround,
    known: Callable[[RosterPerson], RosterPerson],
    new_id: Callable[[], str],
) -> RosterImportPlan:
    """Return what taking a file does; raises RosterPublished where a published month changes."""
    layout = ground.layout
    old = {slot.place: slot for slot in ground.standing}
    planner = _Planner(layout, old, ground.now)
    for read in file.slots:
        for shift in _shifts(read, layout):
            planner.take(_slot(read, shift, known, new_id))
    planner.empty_the_rest()
    problems = [
        *file.problems,
        *_remarks(file.remarks, layout.calendar),
        *_unplanned(file, layout),
        *planner.kept,
    ]
    after = {**old, **planner.written}
    for place in planner.emptied:
        del after[place]
    report = RosterImportReport(
        read=planner.read,
        added=len(planner.written) - planner.changed,
        changed=planner.changed,
        unchanged=planner.unchanged,
        kept=len(planner.kept),
        removed=len(planner.emptied),
        days=file.days,
        slots=tuple(after.values()),
        problems=tuple(sorted(problems, key=lambda one: one.duty_date)),
    )
    return RosterImportPlan(
        tuple(planner.written.values()), tuple(planner.emptied.values()), report
    )


Place = tuple[date, ShiftKind, str, int]


class _Planner:
    def __init__(self, layout: RosterFrame, old: dict[Place, RosterSlot], now: datetime) -> None:
        self._layout, self._old, self._now = layout, old, now
        self._named: set[Place] = set()
        self.written: dict[Place, RosterSlot] = {}
        self.emptied: dict[Place, RosterSlot] = {}
        self.kept: list[RosterFileProblem] = []
        self.read = self.changed = self.unchanged = 0

    def take(self, slot: RosterSlot) -> None:
        self.read += 1
        self._named.add(slot.place)
        before = self._old.get(slot.place)
        if before is None:
            if self._is_to_come(slot):
                self._refuse_published(slot.duty_date)
            self.written[slot.place] = slot
            return
        slot = replace(slot, id=before.id)
        if _says_the_same(before, slot):
            self.unchanged += 1
        elif not self._is_to_come(slot):
            self._keep(before, slot)
        else:
            self._refuse_published(slot.duty_date)
            self.changed += 1
            self.written[slot.place] = slot

    def empty_the_rest(self) -> None:
        """Empty the seats of days to come that the file's posts do not fill any more."""
        posts = {place[:3] for place in self._named}
        for place, slot in self._old.items():
            if place[:3] in posts and place not in self._named and self._is_to_come(slot):
                self._refuse_published(slot.duty_date)
                self.emptied[place] = slot

    def _keep(self, before: RosterSlot, slot: RosterSlot) -> None:
        if name_key(before.person) == name_key(slot.person):
            self.unchanged += 1
            return
        self.kept.append(
            RosterFileProblem(RosterFileDoubt.KEPT, slot.duty_date, slot.person, before.person)
        )

    def _is_to_come(self, slot: RosterSlot) -> bool:
        hours = self._layout.hours_of(slot.duty_date, slot.shift)
        change = seat_change(hours, self._now, is_filled=True, is_published=False)
        return change is SeatChange.FREE

    def _refuse_published(self, day: date) -> None:
        if self._layout.is_published(day):
            raise RosterPublished(day)


def _says_the_same(before: RosterSlot, slot: RosterSlot) -> bool:
    """Tell whether the file has nothing to add: a number or note that is gone is no change."""
    return (
        name_key(before.person) == name_key(slot.person)
        and before.contact_id == slot.contact_id
        and before.member_id == slot.member_id
        and slot.phone in {"", before.phone}
        and slot.note in {"", before.note}
    )


def _slot(
    read: ReadSlot,
    shift: ShiftKind,
    known: Callable[[RosterPerson], RosterPerson],
    new_id: Callable[[], str],
) -> RosterSlot:
    person = known(RosterPerson(read.person, phone=read.phone))
    return RosterSlot(
        id=new_id(),
        duty_date=read.duty_date,
        shift=shift,
        post_id=read.post_id,
        seat=read.seat,
        person=person.name,
        member_id=person.member_id,
        contact_id=person.contact_id,
        source=SlotSource.IMPORTED,
        phone=read.phone,
        note=read.note,
    )


def _shifts(read: ReadSlot, layout: RosterFrame) -> tuple[ShiftKind, ...]:
    """Return the shift of the file, else every shift of the day: who has the day has both."""
    if read.shift is not None:
        return (read.shift,)
    planned = tuple(one.kind for one in layout.shifts_of(read.duty_date))
    return planned or (ShiftKind.FULL,)


def _unplanned(file: RosterFile, layout: RosterFrame) -> Iterable[RosterFileProblem]:
    """Yield once each shift that the unit's pattern does not have on the day."""
    told: set[ShiftKind] = set()
    for read in file.slots:
        planned = {one.kind for one in layout.shifts_of(read.duty_date)}
        if read.shift is not None and read.shift not in planned | told:
            told.add(read.shift)
            yield RosterFileProblem(
                RosterFileDoubt.SHIFT_UNPLANNED, read.duty_date, read.shift.value
            )


def _remarks(remarks: Iterable[DayRemark], calendar: DutyCalendar) -> Iterable[RosterFileProblem]:
    for one in remarks:
        day_class = calendar.day_class(one.duty_date)
        meant = _classes(one.text)
        if meant and day_class not in meant:
            yield RosterFileProblem(
                RosterFileDoubt.WRONG_DAY_CLASS, one.duty_date, one.text, day_class.value
            )


def _classes(text: str) -> frozenset[DayClass]:
    """Return the classes of day a remark may mean."""
    if any(word in text for word in _MAKE_UP):
        return frozenset({DayClass.MAKE_UP_DAY, DayClass.WORKDAY})
    if any(word in text for word in _WEEKEND):
        return frozenset({DayClass.WEEKEND})
    if any(word in text for word in _HOLIDAY):
        return frozenset({DayClass.LEGAL_HOLIDAY})
    return frozenset({DayClass.WORKDAY, DayClass.EVE, DayClass.MAKE_UP_DAY})
