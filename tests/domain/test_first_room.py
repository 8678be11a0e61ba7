"""The answers of a first start, each at its limit."""

import pytest

from dutydesk.domain.errors import BadInput
from dutydesk.domain.first_room import (
    AdminMissing,
    NewOfficer,
    check_new_officer,
    check_officers,
    check_shifts,
)
from dutydesk.domain.officer import OfficerExists, OfficerRole, PinUnfit
from dutydesk.domain.room import check_unit
from dutydesk.domain.settings import SHIFT_PATTERNS

ADMIN = NewOfficer("甲某", OfficerRole.ADMIN, "246810")


@pytest.mark.parametrize("unit", ["", "  ", "　"])
def test_a_unit_has_a_name(unit: str) -> None:
    with pytest.raises(BadInput):
        check_unit(unit)


@pytest.mark.parametrize("pattern", SHIFT_PATTERNS.values())
def test_every_usual_pattern_is_taken(pattern: list[object]) -> None:
    check_shifts(pattern, "district")


def test_an_officer_needs_a_name_of_their_own_and_six_digits() -> None:
    check_new_officer(ADMIN, [])
    with pytest.raises(OfficerExists):
        check_new_officer(ADMIN, [ADMIN])
    with pytest.raises(BadInput):
        check_new_officer(NewOfficer(" ", OfficerRole.ADMIN, "246810"), [])
    for pin in ("12345", "1234567890123", "abcdef"):
        with pytest.raises(PinUnfit):
            check_new_officer(NewOfficer("乙某", OfficerRole.ADMIN, pin), [ADMIN])


def test_somebody_is_administrator() -> None:
    check_officers([ADMIN])
    with pytest.raises(AdminMissing):
        check_officers([NewOfficer("乙某", OfficerRole.LEAD_OFFICER, "246810")])


def test_a_pin_is_not_in_the_text_of_a_traceback() -> None:
    assert "246810" not in repr(ADMIN)
