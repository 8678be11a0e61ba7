from datetime import date, timedelta

import pytest

from dutydesk.domain.equipment import EquipmentResult
from dutydesk.domain.equipment_due import (
    EquipmentMatter,
    EquipmentState,
    due_at,
    matters_of,
    next_test_day,
)
from dutydesk.domain.instants import from_iso, to_json
from tests.equipment_builders import checked, satellite

WEEK = timedelta(days=7)


@pytest.mark.parametrize(
    ("tested", "due"),
    [
        ("2028-02-29", "2028-03-31"),
        ("2028-01-31", "2028-02-29"),
        ("2027-01-31", "2027-02-28"),
        ("2027-01-01", "2027-02-28"),
        ("2026-11-30", "2026-12-31"),
        ("2026-12-01", "2027-01-31"),
        ("2026-12-31", "2027-01-31"),
    ],
)
def test_a_monthly_test_is_due_by_the_end_of_the_next_month(tested: str, due: str) -> None:
    found = next_test_day(satellite(), date.fromisoformat(tested))
    assert found == date.fromisoformat(due)


def test_the_first_test_is_due_in_the_month_the_item_came() -> None:
    item = satellite(created_at=from_iso("2028-02-29T23:59"))
    assert next_test_day(item, None) == date(2028, 2, 29)


def test_days_count_from_the_last_test() -> None:
    item = satellite(is_test_monthly=False, test_interval_days=30)
    assert next_test_day(item, date(2028, 1, 30)) == date(2028, 2, 29)
    assert next_test_day(item, None) == date(2026, 12, 2)


def test_the_month_is_chinas() -> None:
    # 30 November 17:00 UTC is 1 December in China: December's test.
    test = checked(from_iso("2026-12-01T01:00"), is_test_call=True)
    assert EquipmentState(satellite(), test, test).test_due == date(2027, 1, 31)


@pytest.mark.parametrize(("charge", "is_low"), [(49, True), (50, False), (51, False), (0, True)])
def test_below_half_it_must_be_charged(charge: int, is_low: bool) -> None:
    read = checked(charge_percent=charge)
    assert EquipmentState(satellite(), read, None, read).is_charge_low is is_low
    other = satellite(low_charge_percent=None)
    assert not EquipmentState(other, read, None, read).is_charge_low


def test_a_charge_nobody_read_is_not_low() -> None:
    assert not EquipmentState(satellite()).is_charge_low


def test_a_test_is_told_from_some_days_before_and_is_late_the_day_after() -> None:
    state = EquipmentState(satellite())

    def told(now: str) -> list[EquipmentMatter]:
        return [one.matter for _, one in matters_of([state], from_iso(now), WEEK)]

    assert told("2026-11-22T23:59") == []
    assert told("2026-11-23T00:00") == [EquipmentMatter.TEST_DUE]
    assert told("2026-11-30T23:59") == [EquipmentMatter.TEST_DUE]
    assert told("2026-12-01T00:00") == [EquipmentMatter.TEST_OVERDUE]
    assert to_json(due_at(date(2026, 11, 30))) == "2026-11-30T23:59:00+08:00"


def test_faults_and_low_charge_are_told_and_what_is_not_used_is_not() -> None:
    fault = checked(
        result=EquipmentResult.ABNORMAL,
        note="不能开机",
        fault_reported_to="丙某",
        charge_percent=20,
    )
    state = EquipmentState(satellite(), fault, checked(is_test_call=True), fault)
    now = from_iso("2026-11-21T08:30")
    found = [one for _, one in matters_of([state], now, WEEK)]
    assert [one.matter for one in found] == [EquipmentMatter.ABNORMAL, EquipmentMatter.LOW_CHARGE]
    assert (found[0].note, found[0].fault_reported_to) == ("不能开机", "丙某")
    assert found[1].charge_percent == 20
    gone = EquipmentState(satellite(is_active=False), fault, None, fault)
    assert matters_of([gone], now, WEEK) == ()
    assert gone.test_due is None


def test_who_looked_at_it_in_this_shift() -> None:
    assert EquipmentState(satellite(), checked()).is_checked_in("s1")
    assert not EquipmentState(satellite(), checked()).is_checked_in("s2")
    assert not EquipmentState(satellite()).is_checked_in("s1")
