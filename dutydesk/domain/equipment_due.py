"""When equipment must be tested and charged: pure rules over the last checks (notes §7.9, G14).

Rules of this file: a monthly test belongs to a calendar month and is due on the last day of the
month after that of the last good one; a charge below the limit of the item must be renewed, at the
limit it need not.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.equipment import EquipmentCheck, EquipmentItem
from dutydesk.domain.instants import china, china_instant

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class EquipmentState:
    """One item with what is known of it: the last check, good test and reading of its charge."""

    item: EquipmentItem
    last: EquipmentCheck | None = None
    last_test: EquipmentCheck | None = None
    last_charge: EquipmentCheck | None = None

    @property
    def is_fault(self) -> bool:
        """Tell whether the last check found a fault."""
        return self.last is not None and self.last.is_fault

    @property
    def charge_percent(self) -> int | None:
        """The charge as it was read last."""
        return self.last_charge.charge_percent if self.last_charge else None

    @property
    def is_charge_low(self) -> bool:
        """Tell whether it must be charged."""
        low, charge = self.item.low_charge_percent, self.charge_percent
        return low is not None and charge is not None and charge < low

    @property
    def test_due(self) -> date | None:
        """The last day on which the next test is in time; None when none is asked for."""
        if not (self.item.is_active and self.item.has_test):
            return None
        tested = china(self.last_test.checked_at).date() if self.last_test else None
        return next_test_day(self.item, tested)

    def is_checked_in(self, shift_id: str | None) -> bool:
        """Tell whether somebody looked at it in this shift."""
        return self.last is not None and self.last.shift_id == shift_id


class EquipmentMatter(StrEnum):
    """异常, 已报修, 须充电, 试呼到期, 试呼逾期: what must be known of an item."""

    ABNORMAL = "abnormal"
    REPAIR_REPORTED = "repair_reported"
    LOW_CHARGE = "low_charge"
    TEST_DUE = "test_due"
    TEST_OVERDUE = "test_overdue"


@dataclass(frozen=True, slots=True)
class CarriedEquipment:
    """One thing to be known of an item, as a handover passes it on."""

    name: str
    matter: EquipmentMatter
    note: str = ""
    fault_reported_to: str = ""
    charge_percent: int | None = None
    due_on: date | None = None

    @property
    def is_fault(self) -> bool:
        """Tell a fault from what is merely due."""
        return self.matter in {EquipmentMatter.ABNORMAL, EquipmentMatter.REPAIR_REPORTED}


def next_test_day(item: EquipmentItem, tested: date | None) -> date:
    """Return the last day for the next test, after the last good one or since the item is there.

    A test on 29 February serves February: the next is due by 31 March.
    """
    began = china(item.created_at).date()
    if item.is_test_monthly:
        return month_end(began) if tested is None else month_end(next_month(tested))
    return (tested or began) + timedelta(days=item.test_interval_days or 0)


def month_end(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def next_month(day: date) -> date:
    """Return the first day of the month after."""
    year, month = divmod(day.year * _MONTHS + day.month, _MONTHS)
    return date(year, month + 1, 1)


def due_at(day: date) -> datetime:
    """Return the last minute of a day as an instant: until then a test is in time."""
    return china_instant(day, 23, 59)


def matters_of(
    states: Iterable[EquipmentState], now: datetime, ahead: timedelta
) -> tuple[tuple[EquipmentState, CarriedEquipment], ...]:
    """Return faults, low charges and tests due within ``ahead``, in the order of the list."""
    today = china(now).date()
    return tuple(
        (state, matter)
        for state in states
        if state.item.is_active
        for matter in _matters(state, today, ahead)
    )


def _matters(state: EquipmentState, today: date, ahead: timedelta) -> list[CarriedEquipment]:
    found = []
    name, last = state.item.name, state.last
    if last is not None and last.is_fault:
        matter = EquipmentMatter(last.result.value)
        found.append(CarriedEquipment(name, matter, last.note, last.fault_reported_to))
    if state.is_charge_low:
        charge = state.charge_percent
        found.append(CarriedEquipment(name, EquipmentMatter.LOW_CHARGE, charge_percent=charge))
    due = state.test_due
    if due is not None and due - ahead <= today:
        is_over = today > due
        matter = EquipmentMatter.TEST_OVERDUE if is_over else EquipmentMatter.TEST_DUE
        found.append(CarriedEquipment(name, matter, due_on=due))
    return found
