from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.errors import BadInput
from dutydesk.domain.instants import from_iso
from dutydesk.domain.officer import (
    Officer,
    OfficerRole,
    PinUnfit,
    check_pin,
    is_weak_pin,
    pin_delay,
    role_from_text,
    wait_before_try,
)

NOW = from_iso("2026-11-20T08:30")


def officer(wrong_pins: int = 0, last: datetime | None = None, **changes: object) -> Officer:
    values: dict[str, object] = {"id": "1", "name": "甲某", "role": OfficerRole.DUTY_OFFICER}
    return Officer(**{**values, **changes}, wrong_pins=wrong_pins, last_wrong_pin_at=last)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize("pin", ["123456", "000000", "123456789012", " 246810 \n"])
def test_six_to_twelve_digits_are_a_pin(pin: str) -> None:
    assert check_pin(pin) == pin.strip()


@pytest.mark.parametrize(
    "pin", ["", "12345", "1234567890123", "12345a", "１２３４５６", "12 3456", "-123456", "²²²²²²"]
)
def test_anything_else_is_no_pin(pin: str) -> None:
    with pytest.raises(PinUnfit):
        check_pin(pin)


@pytest.mark.parametrize(
    ("pin", "is_weak"),
    [
        ("111111", True),
        ("123456", True),
        ("654321", True),
        ("890123", True),
        ("246810", False),
        ("112233", False),
    ],
)
def test_repeats_and_counts_are_weak_pins(pin: str, is_weak: bool) -> None:
    assert is_weak_pin(pin) is is_weak


@pytest.mark.parametrize(
    ("wrong_pins", "minutes"),
    [(0, 0), (1, 0), (4, 0), (5, 1), (6, 2), (7, 4), (8, 8), (9, 16), (10, 30), (999, 30)],
)
def test_delays_double_from_the_fifth_wrong_pin_up_to_half_an_hour(
    wrong_pins: int, minutes: int
) -> None:
    assert pin_delay(wrong_pins) == timedelta(minutes=minutes)


@pytest.mark.parametrize(("passed", "left"), [(0, 60), (59, 1), (60, 0), (3600, 0), (-3600, 60)])
def test_the_wait_runs_off_with_the_clock_and_a_clock_set_back_does_not_shorten_it(
    passed: int, left: int
) -> None:
    tried = officer(5, NOW)
    assert wait_before_try(tried, NOW + timedelta(seconds=passed)) == timedelta(seconds=left)


def test_without_a_wrong_pin_nobody_waits() -> None:
    assert wait_before_try(officer(), NOW) == timedelta(0)


@given(st.integers(0, 200), st.integers(-(10**6), 10**6))
def test_a_wait_is_never_negative_and_never_above_half_an_hour(wrong: int, passed: int) -> None:
    wait = wait_before_try(officer(wrong, NOW), NOW + timedelta(seconds=passed))
    assert timedelta(0) <= wait <= timedelta(minutes=30)


@pytest.mark.parametrize(
    ("role", "may_write", "may_lead"),
    [
        (OfficerRole.DUTY_OFFICER, True, False),
        (OfficerRole.LEAD_OFFICER, True, True),
        (OfficerRole.ADMIN, True, True),
        (OfficerRole.VIEWER, False, False),
    ],
)
def test_roles_say_who_writes_and_who_leads(
    role: OfficerRole, may_write: bool, may_lead: bool
) -> None:
    person = officer(role=role)
    assert (person.may_write, person.may_lead) == (may_write, may_lead)
    gone = officer(role=role, is_active=False)
    assert (gone.may_write, gone.may_lead) == (False, False)


def test_an_unknown_role_is_refused() -> None:
    assert role_from_text("lead_officer") is OfficerRole.LEAD_OFFICER
    for text in ("", "Admin", "值班员"):
        with pytest.raises(BadInput):
            role_from_text(text)
