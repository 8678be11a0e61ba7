"""What the windows of the shift read in one go, and the seat of who took over."""

from __future__ import annotations

from dataclasses import field

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import china
from dutydesk.domain.officer import Actor, Officer
from dutydesk.domain.rostered_posts import RosteredPosts
from dutydesk.domain.shift import Shift, ShiftSlot, ShiftStatus
from dutydesk.services.officer import OfficerService
from dutydesk.services.shift import ShiftService, ShiftView
from dutydesk.ui.desk import Seat
from dutydesk.wording import when
from dutydesk.wording.shift import SHIFT_KIND


@dataclass(frozen=True, slots=True)
class ShiftRead:
    """The shift, everybody who is active, and the shift somebody who takes over now will keep."""

    view: ShiftView
    officers: tuple[Officer, ...]
    coming: ShiftSlot
    rostered: RosteredPosts = field(default_factory=RosteredPosts)

    @property
    def is_kept(self) -> bool:
        """Tell whether somebody is on duty."""
        return is_kept(self.view.shift)

    @property
    def writers(self) -> tuple[Officer, ...]:
        """Return who may be on duty."""
        return tuple(one for one in self.officers if one.may_write)

    @property
    def leads(self) -> tuple[Officer, ...]:
        """Return who may lead."""
        return tuple(one for one in self.officers if one.may_lead)


@dataclass(frozen=True, slots=True)
class ShiftServices:
    """What the windows of the shift ask; ``read`` is a job for the store lane."""

    shift: ShiftService
    officer: OfficerService

    def read(self) -> ShiftRead:
        """Read shift, officers and the coming shift."""
        coming = self.shift.coming()
        return ShiftRead(
            self.shift.view(),
            tuple(one for one in self.officer.officers() if one.is_active),
            coming,
            self.shift.rostered(coming.duty_date, coming.kind),
        )


def is_kept(shift: Shift | None) -> bool:
    """Tell whether somebody keeps this shift now."""
    return shift is not None and shift.status in {ShiftStatus.ON_DUTY, ShiftStatus.HANDING_OVER}


def slot_words(slot: ShiftSlot | Shift) -> str:
    """Return 11月20日 周五 全天班 08:30–次日08:30."""
    next_day = "次日" if china(slot.ends_at).date() != china(slot.starts_at).date() else ""
    hours = f"{when.clock(slot.starts_at)}–{next_day}{when.clock(slot.ends_at)}"
    return f"{when.day_and_weekday(slot.duty_date)} {SHIFT_KIND[slot.kind]} {hours}"


def seat_of(officer: Officer) -> Seat:
    """Return the seat of the officer who has the duty now."""
    return Seat(Actor(officer.id, officer.id), officer.name, officer.may_write)
