from datetime import date

import pytest

from dutydesk.domain.instants import from_iso
from dutydesk.domain.roster import PRIMARY_POST, STANDBY_POST, RosterSlot, SlotSource
from dutydesk.domain.roster_edit import (
    MAX_FIELD,
    RosterPerson,
    check_filing,
    check_once,
    check_put,
    check_texts,
    exchanged,
    person_of,
    stood_in,
)
from dutydesk.domain.roster_refusals import (
    RosterFrozen,
    RosterPersonMissing,
    RosterPersonTwice,
    RosterPublished,
    RosterSwapOnly,
    RosterTextTooLong,
    SwapChangesNothing,
    SwapConsentMissing,
    SwapReasonMissing,
)
from dutydesk.domain.roster_view import SeatChange
from dutydesk.domain.shift import ShiftKind, ShiftSlot

DAY = date(2026, 11, 25)


def slot(person: str, slot_id: str = "s1", **changes: object) -> RosterSlot:
    values = {
        "id": slot_id,
        "duty_date": DAY,
        "shift": ShiftKind.FULL,
        "post_id": PRIMARY_POST,
        "seat": 1,
        "person": person,
    }
    return RosterSlot(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def test_two_change_places_and_the_note_stays_with_the_seat() -> None:
    one = slot("甲某", member_id="m1", contact_id="c1", phone="1", note="值国庆")
    other = slot("乙某", "s2", member_id="m2", post_id=STANDBY_POST)
    new, new_other = exchanged(one, other)
    assert person_of(new) == RosterPerson("乙某", "m2", None, "")
    assert person_of(new_other) == RosterPerson("甲某", "m1", "c1", "1")
    assert (new.id, new.note, new.source) == ("s1", "值国庆", SlotSource.SWAPPED)
    with pytest.raises(SwapChangesNothing):
        exchanged(one, slot("甲 某", "s3"))


def test_somebody_else_stands_in() -> None:
    new = stood_in(slot("甲某", member_id="m1"), RosterPerson(" 丁某 ", phone="2"))
    assert person_of(new) == RosterPerson("丁某", None, None, "2")
    with pytest.raises(RosterPersonMissing):
        stood_in(slot("甲某"), RosterPerson(" "))
    with pytest.raises(SwapChangesNothing):
        stood_in(slot("甲某"), RosterPerson("甲某"))


def test_nobody_has_two_seats_of_one_shift() -> None:
    standing = [slot("甲某"), slot("乙某", "s2", post_id=STANDBY_POST)]
    with pytest.raises(RosterPersonTwice):
        check_once([slot("乙某")], standing)
    check_once([slot("乙某"), slot("甲某", "s2", post_id=STANDBY_POST)], standing)
    check_once([slot("乙某", "s3", shift=ShiftKind.NIGHT)], standing)
    check_once([slot("乙某", "s3", duty_date=date(2026, 11, 26))], standing)


def test_how_a_seat_may_change_is_told_by_its_refusal() -> None:
    at = from_iso("2026-11-25T08:30")
    hours = ShiftSlot(DAY, ShiftKind.FULL, at, at)
    for change, person, refused in (
        (SeatChange.FROZEN, "甲某", RosterFrozen),
        (SeatChange.SWAP, "甲某", RosterSwapOnly),
        (SeatChange.SWAP, "", RosterPublished),
    ):
        with pytest.raises(refused):
            check_put(change, hours, person)
    check_put(SeatChange.FREE, hours, "甲某")
    check_put(SeatChange.FILL, hours, "")


def test_a_swap_says_why_and_who_agreed() -> None:
    check_filing("出差", "丙某")
    with pytest.raises(SwapReasonMissing):
        check_filing(" ", "丙某")
    with pytest.raises(SwapConsentMissing):
        check_filing("出差", " ")
    with pytest.raises(RosterTextTooLong):
        check_texts(reason="长" * (MAX_FIELD + 1))
