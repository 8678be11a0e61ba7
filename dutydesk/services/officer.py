"""Use cases of officers: add, set a PIN, deactivate, list, prove who one is."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import (
    Actor,
    LastAdmin,
    Officer,
    OfficerExists,
    OfficerInactive,
    OfficerMayNot,
    OfficerOnDuty,
    OfficerRole,
    fit_name,
)
from dutydesk.store.pin import PinGate
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables


class OfficerService:
    """What an administrator does with officers."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, pins: PinGate) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._pins = pins

    def add(
        self, name: str, role: OfficerRole, pin: str, *, phone: str = "", by: Actor
    ) -> Done[Officer]:
        """Enter an officer with a PIN.

        Raises BadInput, OfficerNameUnfit, OfficerExists, PinUnfit.
        """
        name = fit_name(name)
        pin_hash = self._pins.hashed(pin)
        with self._store.writing(actor=by.name, action="officer.add") as work:
            if work.tables.officer.by_name(name) is not None:
                raise OfficerExists(name)
            officer = Officer(
                id=self._ids.new(),
                name=name,
                role=role,
                phone=phone,
                pin_set_at=self._clock.now(),
            )
            work.tables.officer.put(officer)
            work.tables.officer.set_pin_hash(officer.id, pin_hash)
        return Done(officer, work.changes)

    def change(
        self, officer_id: str, role: OfficerRole, phone: str, *, by: Actor
    ) -> Done[Officer]:
        """Change role and phone.

        Raises LastAdmin when no administrator would be left, and OfficerOnDuty when somebody
        with a post of the running shift could no longer keep it.
        """
        with self._store.writing(actor=by.name, action="officer.change") as work:
            officer = self._known(work.tables, officer_id)
            if role is not OfficerRole.ADMIN:
                self._keep_an_admin(work.tables, officer)
            changed = replace(officer, role=role, phone=phone)
            if not changed.may_write:
                self._refuse_on_duty(work.tables, officer)
            work.tables.officer.put(changed)
        return Done(changed, work.changes)

    def set_pin(
        self, officer_id: str, pin: str, *, admin_id: str, admin_pin: str | None, by: Actor
    ) -> Done[Officer]:
        """Set a new PIN on an administrator's word; wrong tries are forgotten.

        The desk always asks for the administrator's own PIN; None is for the command line, where
        whoever may open the data folder may act. Raises OfficerInactive, OfficerMayNot,
        PinUnfit, PinWrong, PinDelayed.
        """
        admin = (
            self._admin(admin_id)
            if admin_pin is None
            else self._pins.check(admin_id, admin_pin, by=by)
        )
        if admin.role is not OfficerRole.ADMIN:
            raise OfficerMayNot(admin.name, "set_pin")
        pin_hash = self._pins.hashed(pin)
        with self._store.writing(actor=by.name, action="officer.set_pin") as work:
            known = self._known(work.tables, officer_id)
            if not known.is_active:
                raise OfficerInactive(known.name)
            officer = replace(
                known,
                pin_set_at=self._clock.now(),
                wrong_pins=0,
                last_wrong_pin_at=None,
            )
            work.tables.officer.put(officer)
            work.tables.officer.set_pin_hash(officer_id, pin_hash)
        return Done(officer, work.changes)

    def deactivate(self, officer_id: str, *, by: Actor) -> Done[Officer]:
        """Take an officer off; raises LastAdmin, and OfficerOnDuty on any post of the shift."""
        with self._store.writing(actor=by.name, action="officer.deactivate") as work:
            officer = self._known(work.tables, officer_id)
            self._keep_an_admin(work.tables, officer)
            self._refuse_on_duty(work.tables, officer)
            gone = replace(officer, is_active=False)
            work.tables.officer.put(gone)
        return Done(gone, work.changes)

    def reactivate(self, officer_id: str, *, by: Actor) -> Done[Officer]:
        """Take an officer on again; the PIN stays as it was."""
        with self._store.writing(actor=by.name, action="officer.reactivate") as work:
            officer = replace(self._known(work.tables, officer_id), is_active=True)
            work.tables.officer.put(officer)
        return Done(officer, work.changes)

    def prove(self, officer_id: str, pin: str, *, by: Actor) -> Officer:
        """Return the officer when the PIN is right; raises PinWrong, PinDelayed, PinNotSet."""
        return self._pins.check(officer_id, pin, by=by)

    def by_name(self, name: str) -> Officer:
        """Return the officer of this name; raises RecordUnknown."""
        with self._store.reading() as tables:
            officer = tables.officer.by_name(name.strip())
        if officer is None:
            raise RecordUnknown("officer", name)
        return officer

    def officers(self) -> list[Officer]:
        """Return everybody ever entered."""
        with self._store.reading() as tables:
            return tables.officer.all()

    def _admin(self, admin_id: str) -> Officer:
        with self._store.reading() as tables:
            admin = self._known(tables, admin_id)
        if not admin.is_active:
            raise OfficerInactive(admin.name)
        return admin

    @staticmethod
    def _known(tables: Tables, officer_id: str) -> Officer:
        officer = tables.officer.by_id(officer_id)
        if officer is None:
            raise RecordUnknown("officer", officer_id)
        return officer

    @staticmethod
    def _refuse_on_duty(tables: Tables, officer: Officer) -> None:
        shift = tables.shift.running()
        if shift is not None and officer.id in shift.officer_ids:
            raise OfficerOnDuty(officer.name)

    @staticmethod
    def _keep_an_admin(tables: Tables, officer: Officer) -> None:
        if officer.role is not OfficerRole.ADMIN:
            return
        others = [
            other
            for other in tables.officer.all()
            if other.is_active and other.role is OfficerRole.ADMIN and other.id != officer.id
        ]
        if not others:
            raise LastAdmin(officer.name)
