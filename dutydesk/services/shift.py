"""Use cases of the running shift: the first start, who is on it, weather and general situation."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import date

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.officer import Actor, Officer, OfficerMayNot
from dutydesk.domain.rostered_posts import RosteredPosts
from dutydesk.domain.shift import (
    Posts,
    Presence,
    SecondaryIsPrimary,
    Shift,
    ShiftKind,
    ShiftNotRunning,
    ShiftRunning,
    ShiftSlot,
    ShiftStatus,
    awaiting_shift,
)
from dutydesk.store.pin import PinGate
from dutydesk.store.shift_days import unit_pattern
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables


@dataclass(frozen=True, slots=True)
class ShiftView:
    """The shift now, with its officers."""

    shift: Shift | None
    lead: Officer | None = None
    primary: Officer | None = None
    secondary: Officer | None = None
    standby: Officer | None = None


class ShiftService:
    """What the officer on duty does with the shift itself."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, pins: PinGate) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._pins = pins

    def start(self, posts: Posts, pin: str, *, by: Actor) -> Done[Shift]:
        """Begin the first shift of a new room with the primary officer's PIN.

        Raises ShiftRunning, OfficerInactive, OfficerMayNot, RecordUnknown and the PIN's refusals.
        """
        self._refuse_when_running()
        primary = self._pins.check(posts.primary_officer_id, pin, by=by)
        if not primary.may_write:
            raise OfficerMayNot(primary.name, "shift_start")
        with self._store.writing(actor=by.name, action="shift.start") as work:
            now = self._clock.now()
            pattern = unit_pattern(work.tables)
            waiting = work.tables.shift.running()
            fresh = awaiting_shift(
                waiting.id if waiting else self._ids.new(), pattern.slot_for_relief(now)
            )
            shift = self._with_posts(work.tables, fresh, posts)
            shift = replace(shift, status=ShiftStatus.ON_DUTY, started_at=now)
            work.tables.shift.put(shift)
        return Done(shift, work.changes)

    def change_posts(self, posts: Posts, presence: Presence, *, by: Actor) -> Done[Shift]:
        """Change lead, secondary and stand-by; the primary changes by handover only.

        Raises ShiftNotRunning, RecordUnknown, OfficerInactive, and OfficerMayNot for 查阅.
        """
        with self._store.writing(actor=by.name, action="shift.change_posts") as work:
            shift = self._on_duty(work.tables)
            kept = replace(posts, primary_officer_id=shift.primary_officer_id or "")
            changed = replace(self._with_posts(work.tables, shift, kept), presence=presence)
            work.tables.shift.put(changed)
        return Done(changed, work.changes)

    def describe(self, weather: str, general_situation: str, *, by: Actor) -> Done[Shift]:
        """Write 天气 and 值班概况 of the running shift."""
        with self._store.writing(actor=by.name, action="shift.describe") as work:
            shift = self._on_duty(work.tables)
            changed = replace(shift, weather=weather, general_situation=general_situation)
            work.tables.shift.put(changed)
        return Done(changed, work.changes)

    def coming(self) -> ShiftSlot:
        """Return the shift that somebody who takes over now is going to keep."""
        with self._store.reading() as tables:
            return unit_pattern(tables).slot_for_relief(self._clock.now())

    def rostered(self, duty_date: date, kind: ShiftKind) -> RosteredPosts:
        """Return which officers the roster has on a shift, to be proposed and never imposed."""
        # Only who takes over asks for it.
        from dutydesk.store.roster_duty import rostered_posts  # noqa: PLC0415

        with self._store.reading() as tables:
            return rostered_posts(tables, duty_date, kind)

    def view(self) -> ShiftView:
        """Return the shift now, or the last one when none runs."""
        with self._store.reading() as tables:
            shift = tables.shift.running() or tables.shift.newest()
            if shift is None:
                return ShiftView(None)
            officer = tables.officer.by_id
            return ShiftView(
                shift,
                officer(shift.lead_officer_id),
                officer(shift.primary_officer_id),
                officer(shift.secondary_officer_id),
                officer(shift.standby_officer_id),
            )

    def _refuse_when_running(self) -> None:
        view = self.view()
        if view.shift is not None and view.shift.status is not ShiftStatus.AWAITING:
            name = view.primary.name if view.primary else ""
            raise ShiftRunning(name, view.shift.duty_date)

    @staticmethod
    def _on_duty(tables: Tables) -> Shift:
        shift = tables.shift.running()
        if shift is None or shift.status is ShiftStatus.AWAITING:
            raise ShiftNotRunning
        return shift

    @staticmethod
    def _with_posts(tables: Tables, shift: Shift, posts: Posts) -> Shift:
        # Loaded when a shift is put down: all of handover comes with it, and the start shows one.
        from dutydesk.store import duty_passing  # noqa: PLC0415

        duty_passing.check_posts(tables, astuple(posts))
        primary = tables.officer.by_id(posts.primary_officer_id)
        if primary is not None and primary.id == posts.secondary_officer_id:
            raise SecondaryIsPrimary(primary.name)
        return replace(
            shift,
            primary_officer_id=posts.primary_officer_id,
            lead_officer_id=posts.lead_officer_id,
            secondary_officer_id=posts.secondary_officer_id,
            standby_officer_id=posts.standby_officer_id,
        )
