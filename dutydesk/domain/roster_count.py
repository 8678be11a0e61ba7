"""How often everybody was on duty, by class of day, and the time off for it (notes §3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_calendar import DayClass, DutyCalendar
from dutydesk.domain.roster import RosterMember, RosterSlot
from dutydesk.domain.roster_task import has_night
from dutydesk.domain.roster_timeline import member_of, people_of

_REST = (DayClass.WEEKEND, DayClass.LEGAL_HOLIDAY)


@dataclass(frozen=True, slots=True)
class CompLeave:
    """Days of 补休 for one duty, by whether it begins on a workday or a rest day."""

    workday_days: int = 1
    rest_day_days: int = 2


@dataclass(frozen=True, slots=True)
class DutyCount:
    """The duties of one person; workdays have eves and make-up days among them."""

    person: str
    member_id: str | None = None
    by_class: Mapping[DayClass, int] = field(default_factory=dict)
    by_post: Mapping[str, int] = field(default_factory=dict)
    nights: int = 0
    comp_leave_days: int = 0

    @property
    def weekdays(self) -> int:
        """Duties on days that are worked."""
        return sum(n for one, n in self.by_class.items() if one not in _REST)

    @property
    def weekends(self) -> int:
        """Duties on weekends."""
        return self.by_class.get(DayClass.WEEKEND, 0)

    @property
    def holidays(self) -> int:
        """Duties on legal holidays."""
        return self.by_class.get(DayClass.LEGAL_HOLIDAY, 0)

    @property
    def total(self) -> int:
        """All duties."""
        return sum(self.by_class.values())


def duty_counts(
    slots: Iterable[RosterSlot],
    members: Iterable[RosterMember],
    calendar: DutyCalendar,
    leave: CompLeave | None = None,
) -> tuple[DutyCount, ...]:
    """Return the counts of every active member, then of others who were on, by their names."""
    leave = leave or CompLeave()
    listed = sorted(members, key=lambda one: one.order_no)
    people, names = people_of(listed), {one.id: one.name for one in listed}
    theirs: dict[tuple[str | None, str], list[RosterSlot]] = {
        (one.id, one.name): [] for one in listed if one.is_active
    }
    for slot in slots:
        key = member_of(slot, people)
        theirs.setdefault((key, names.get(key or "", slot.person)), []).append(slot)
    return tuple(
        _count(member_id, person, kept, calendar, leave)
        for (member_id, person), kept in theirs.items()
    )


def _count(
    member_id: str | None,
    person: str,
    slots: list[RosterSlot],
    calendar: DutyCalendar,
    leave: CompLeave,
) -> DutyCount:
    classes = Counter(calendar.day_class(one.duty_date) for one in slots)
    rest = sum(classes[one] for one in _REST)
    return DutyCount(
        person,
        member_id,
        dict(classes),
        dict(Counter(one.post_id for one in slots)),
        sum(has_night(one.shift) for one in slots),
        rest * leave.rest_day_days + (len(slots) - rest) * leave.workday_days,
    )
