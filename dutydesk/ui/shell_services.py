"""What the shell asks of the services: facts of the strip, state of the record, who may unlock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import china
from dutydesk.domain.officer import Actor, Officer
from dutydesk.domain.shift import ShiftStatus
from dutydesk.ui.desk import DeskServices, OnDuty, RecordState, Seat, StripFacts, Unlocker
from dutydesk.wording import when
from dutydesk.wording.shift import SHIFT_KIND, SHIFT_STATUS

if TYPE_CHECKING:
    from dutydesk.services.officer import OfficerService
    from dutydesk.services.settings import SettingsService
    from dutydesk.services.shift import ShiftService, ShiftView

# Writes at a desk where nobody is on duty yet.
NOBODY = Seat(Actor("desk"), "未接班")


@dataclass(frozen=True, slots=True)
class ShellServices:
    """Reads for the shell; every method is a job for the store lane."""

    shift: ShiftService
    officer: OfficerService
    settings: SettingsService
    is_read_only: bool = False

    def seat_on_duty(self) -> Seat:
        """Return the seat of the primary officer on shift, who sits down without a PIN at start.

        A power cut at three in the morning must not put a PIN between a call and the record;
        signatures ask for the PIN all the same.
        """
        view = self.shift.view()
        if view.primary is None or view.shift is None or view.shift.is_locked:
            return Seat(NOBODY.actor, NOBODY.name, may_write=not self.is_read_only)
        return self._seat(view.primary)

    def strip_facts(self) -> StripFacts:
        """Return what the strip shows of the room and its shift."""
        view = self.shift.view()
        unit = self.settings.room().unit
        if view.shift is None:
            return StripFacts(unit, "还没有人接班", "未接班")
        shift = view.shift
        kind = SHIFT_KIND[shift.kind]
        state = "" if shift.status is ShiftStatus.ON_DUTY else f" {SHIFT_STATUS[shift.status]}"
        is_over_midnight = china(shift.ends_at).date() != china(shift.starts_at).date()
        next_day = "次日" if is_over_midnight else ""
        hours = f"{when.clock(shift.starts_at)}–{next_day}{when.clock(shift.ends_at)}"
        return StripFacts(
            unit,
            f"{when.day_and_weekday(shift.duty_date)} {kind} {hours}{state}",
            f"{shift.duty_date.month}/{shift.duty_date.day} {kind}{state}",
            _on_duty(view),
        )

    def record_state(self) -> RecordState:
        """Return when the record was written last."""
        return RecordState(
            saved_at=self.settings.saved_at(), trouble="只读" if self.is_read_only else ""
        )

    def unlockers(self) -> tuple[Unlocker, ...]:
        """Return who may unlock: every active officer with a PIN."""
        return tuple(
            Unlocker(officer.id, officer.name)
            for officer in self.officer.officers()
            if officer.is_active and officer.pin_set_at is not None
        )

    def unlock(self, officer_id: str, pin: str) -> Seat:
        """Return the seat of whoever proved to be that officer; raises the PIN's refusals."""
        by = Actor(officer_id, officer_id)
        return self._seat(self.officer.prove(officer_id, pin, by=by))

    def as_desk_services(self, *, practice: bool) -> DeskServices:
        """Bind everything for the window."""
        return DeskServices(
            self.strip_facts, self.record_state, self.unlockers, self.unlock, practice
        )

    def _seat(self, officer: Officer) -> Seat:
        may_write = officer.may_write and not self.is_read_only
        by = Actor(officer.id, officer.id)
        return Seat(by, officer.name, may_write, sees_mobiles=officer.may_write)


def _on_duty(view: ShiftView) -> tuple[OnDuty, ...]:
    posts = (("带班", view.lead), ("主班", view.primary), ("副班", view.secondary))
    return tuple(
        OnDuty(word, officer.name, officer.phone) for word, officer in posts if officer is not None
    )
