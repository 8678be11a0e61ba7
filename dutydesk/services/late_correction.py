"""Use cases of corrections after handover: what no leader has seen, and that one has."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.late_correction import LateCorrection, NothingUnseen
from dutydesk.domain.officer import Actor, OfficerMayNot
from dutydesk.store.pin import PinGate
from dutydesk.store.store import Store


class LateCorrectionService:
    """What the leader of the shift is told, and acknowledges."""

    def __init__(self, store: Store, clock: Clock, pins: PinGate) -> None:
        self._store = store
        self._clock = clock
        self._pins = pins

    def unseen(self) -> list[tuple[LateCorrection, ListedEntry]]:
        """Return what no leader has seen, the oldest first, each with its entry."""
        with self._store.reading() as tables:
            found = [
                (late, listed)
                for late in tables.late_correction.unseen()
                if (listed := tables.duty_log.by_id(late.entry_id)) is not None
            ]
            shown = tables.incident_masking.entries([listed for _, listed in found])
            return [(late, listed) for (late, _), listed in zip(found, shown, strict=True)]

    def originals(self) -> dict[str, str]:
        """Return what stood before each unseen correction, by its id: the text that is struck."""
        with self._store.reading() as tables:
            return {
                late.id: tables.incident_masking.entries([original])[0].entry.text
                for late in tables.late_correction.unseen()
                if (listed := tables.duty_log.by_id(late.entry_id)) is not None
                and (original := tables.duty_log.by_id(listed.entry.correction_of or ""))
                is not None
            }

    def see(
        self, late_ids: Collection[str], officer_id: str, pin: str, *, by: Actor
    ) -> Done[list[LateCorrection]]:
        """Acknowledge those named as seen, proved by the leader's PIN.

        Others that came meanwhile stay unseen. Raises the PIN's refusals, OfficerMayNot for who
        is no leader, NothingUnseen.
        """
        officer = self._pins.check(officer_id, pin, by=by)
        if not officer.may_lead:
            raise OfficerMayNot(officer.name, "lead")
        with self._store.writing(actor=by.name, action="late_correction.see") as work:
            now = self._clock.now()
            seen = [
                replace(late, seen_at=now, seen_by=officer.name)
                for late in work.tables.late_correction.unseen()
                if late.id in late_ids
            ]
            if not seen:
                raise NothingUnseen
            for late in seen:
                work.tables.late_correction.put(late)
        return Done(seen, work.changes)
