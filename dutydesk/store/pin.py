"""The gate every signature passes: an officer's PIN, its wrong tries journalled, its delays kept.

A wrong PIN is written even though the use case that asked is refused; so checking is a
transaction of its own, before the one it guards. Delays use the machine's clock, also in practice.
Where nothing can be written (a full disk, a room opened for reading) the count is kept in memory:
a PIN must not be free to guess there.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from dutydesk.domain.clock import Clock
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import RecordUnknown, StoreError
from dutydesk.domain.officer import (
    FREE_TRIES,
    Actor,
    Officer,
    OfficerInactive,
    PinDelayed,
    PinNotSet,
    PinWrong,
    check_pin,
    wait_before_try,
)
from dutydesk.store.store import Store

if TYPE_CHECKING:
    from argon2 import PasswordHasher


@dataclass(frozen=True, slots=True)
class _Unwritten:
    """A count that could not be written, and the one on file at that time."""

    on_file: Officer
    counted: Officer


class PinGate:
    """Checks and sets PINs."""

    def __init__(
        self, store: Store, machine_clock: Clock, hasher: PasswordHasher | None = None
    ) -> None:
        self._store = store
        self._clock = machine_clock
        self._given = hasher
        self._unwritten: dict[str, _Unwritten] = {}

    @cached_property
    def _hasher(self) -> PasswordHasher:
        # A start signs nothing, so the library is loaded with the first PIN.
        from argon2 import PasswordHasher  # noqa: PLC0415 -- see above

        # 64 MiB and three passes take 0.17 s: slow for a thief, quick enough for a signature.
        return self._given or PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)

    def hashed(self, pin: str) -> str:
        """Return the Argon2id hash of a fit PIN; raises PinUnfit."""
        return self._hasher.hash(check_pin(pin))

    def check(self, officer_id: str, pin: str, *, by: Actor) -> Officer:
        """Return the officer whose PIN this is.

        Raises RecordUnknown, OfficerInactive, PinNotSet, PinDelayed, PinWrong.
        """
        with self._store.reading() as tables:
            officer = tables.officer.by_id(officer_id)
            known_hash = tables.officer.pin_hash(officer_id)
        if officer is None:
            raise RecordUnknown("officer", officer_id)
        if not officer.is_active:
            raise OfficerInactive(officer.name)
        if known_hash is None:
            raise PinNotSet(officer.name)
        officer = self._as_counted(officer)
        if officer.last_wrong_pin_at and officer.last_wrong_pin_at > self._clock.now():
            # The clock went back: the wait begins anew now, else it would last until the clock
            # has caught up, which may be years.
            officer = self._put(officer, by, "officer.clock_set_back", officer.wrong_pins)
        wait = wait_before_try(officer, self._clock.now())
        if wait > timedelta():
            raise PinDelayed(officer.name, int(wait.total_seconds()) or 1)
        if self._is_right(known_hash, pin):
            return self._count(officer, 0, by) if officer.wrong_pins else officer
        counted = self._count(officer, officer.wrong_pins + 1, by)
        raise PinWrong(officer.name, max(FREE_TRIES - counted.wrong_pins, 0))

    def _is_right(self, known_hash: str, pin: str) -> bool:
        from argon2.exceptions import VerificationError  # noqa: PLC0415 -- as above

        try:
            return self._hasher.verify(known_hash, pin.strip())
        except VerificationError:
            return False

    def _count(self, officer: Officer, wrong_pins: int, by: Actor) -> Officer:
        action = "officer.wrong_pin" if wrong_pins else "officer.right_pin"
        return self._put(officer, by, action, wrong_pins)

    def _as_counted(self, officer: Officer) -> Officer:
        """Return the officer with the count that holds, be it on file or only in memory."""
        held = self._unwritten.get(officer.id)
        if held is None:
            return officer
        is_newer = _count_of(held.on_file) == _count_of(officer)
        if not is_newer and held.counted.wrong_pins <= officer.wrong_pins:
            return officer
        wrong_pins, at = _count_of(held.counted)
        return replace(officer, wrong_pins=wrong_pins, last_wrong_pin_at=at)

    def _put(self, officer: Officer, by: Actor, action: str, wrong_pins: int) -> Officer:
        try:
            counted = self._written(officer, by, action, wrong_pins)
        except StoreError:
            with self._store.reading() as tables:
                on_file = tables.officer.by_id(officer.id) or officer
            counted = self._counted(officer, wrong_pins)
            self._unwritten[officer.id] = _Unwritten(on_file, counted)
        else:
            self._unwritten.pop(officer.id, None)
        return counted

    def _written(self, officer: Officer, by: Actor, action: str, wrong_pins: int) -> Officer:
        with self._store.writing(actor=by.name, action=action) as work:
            # Read again: another window may have counted since.
            current = work.tables.officer.by_id(officer.id) or officer
            if action == "officer.wrong_pin":
                wrong_pins = max(wrong_pins, current.wrong_pins + 1)
            counted = self._counted(current, wrong_pins)
            work.tables.officer.put(counted)
        return counted

    def _counted(self, officer: Officer, wrong_pins: int) -> Officer:
        at = self._clock.now() if wrong_pins else None
        return replace(officer, wrong_pins=wrong_pins, last_wrong_pin_at=at)


def _count_of(officer: Officer) -> tuple[int, datetime | None]:
    return officer.wrong_pins, officer.last_wrong_pin_at
