from datetime import UTC, date, datetime

from dutydesk.domain.roster import RosterSlot, RosterSwap, SwapKind
from dutydesk.domain.roster_change import changed_slots, standing
from dutydesk.domain.shift import ShiftKind


def slot(slot_id: str, person: str) -> RosterSlot:
    return RosterSlot(
        slot_id, date(2026, 11, 5), ShiftKind.FULL, "primary_officer", 1, person=person
    )


def swap(swap_id: str, gives: str, takes: str, slot_id: str = "s1", **more: object) -> RosterSwap:
    values = {
        "id": swap_id,
        "kind": SwapKind.SUBSTITUTE,
        "slot_id": slot_id,
        "from_person": gives,
        "to_person": takes,
        "reason": "开会",
        "agreed_by": "丙某",
        "filed_at": datetime(2026, 11, 1, tzinfo=UTC),
        "recorder": "甲某",
    }
    return RosterSwap(**{**values, **more})  # type: ignore[arg-type]  # fields by name


def told(slots: list[RosterSlot], *swaps: RosterSwap) -> list[tuple[str, str, str]]:
    return [(one.slot.id, one.planned, one.slot.person) for one in changed_slots(slots, swaps)]


def test_whoever_was_planned_first_is_told_however_often_it_changed() -> None:
    chain = (swap("w1", "甲某", "乙某"), swap("w2", "乙某", "丁某"))
    assert told([slot("s1", "丁某")], *chain) == [("s1", "甲某", "丁某")]
    back = (*chain, swap("w3", "丁某", "甲某"))
    assert told([slot("s1", "甲某")], *back) == []


def test_two_who_changed_places_stand_in_both_slots() -> None:
    both = swap("w1", "甲某", "乙某", kind=SwapKind.SWAP, other_slot_id="s2")
    slots = [slot("s1", "乙某"), slot("s2", "甲某")]
    assert told(slots, both) == [("s1", "甲某", "乙某"), ("s2", "乙某", "甲某")]


def test_a_change_that_was_taken_back_is_none() -> None:
    made = swap("w1", "甲某", "乙某")
    back = swap("w2", "乙某", "甲某", kind=SwapKind.UNDO, undoes="w1")
    assert standing([made, back]) == []
    assert told([slot("s1", "甲某")], made, back) == []


def test_a_slot_typed_anew_after_the_change_is_as_planned() -> None:
    assert told([slot("s1", "己某")], swap("w1", "甲某", "乙某")) == []
