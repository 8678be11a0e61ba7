import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown, Refusal
from dutydesk.domain.roster import STANDBY_POST, RosterSlot, SlotSource
from dutydesk.domain.roster_edit import DraftSwap
from dutydesk.domain.roster_refusals import (
    RosterFrozen,
    RosterPersonTwice,
    SwapBuiltOn,
    SwapChangesNothing,
    SwapConsentMissing,
    SwapReasonMissing,
    SwapUndone,
)
from tests.builders import Staff
from tests.roster_builders import CLI, nov, put, substitute, swap, undo


def slots(room: DutyRoom) -> tuple[RosterSlot, ...]:
    with room.store.reading() as tables:
        return tables.roster.slots(nov(1), nov(30))


def test_two_change_places_and_the_log_tells_it(staffed: Staff) -> None:
    room = staffed.room
    one, other = put(room, nov(25), "甲某"), put(room, nov(27), "乙某")
    filed = room.roster_swap.file(swap(one, other), by=staffed.by)
    assert (filed.value.from_person, filed.value.to_person) == ("甲某", "乙某")
    assert [(s.person, s.source) for s in slots(room)] == [
        ("乙某", SlotSource.SWAPPED),
        ("甲某", SlotSource.SWAPPED),
    ]
    assert room.roster_swap.file(swap(one, other), by=staffed.by).changes.touched == {}
    _, entries = room.duty_log.entries_of_running_shift()
    assert [(e.entry.kind, e.entry.is_automatic, e.entry.text) for e in entries] == [
        (
            EntryKind.OTHER,
            True,
            (
                "调班：11月25日全天班主班由甲某改为乙某，11月27日全天班主班由乙某改为甲某。"
                "事由：出差。同意：丙某。"
            ),
        )
    ]


def test_an_undo_gives_the_roster_before_and_only_once(room: DutyRoom) -> None:
    one, other = put(room, nov(25), "甲某"), put(room, nov(27), "乙某")
    before = slots(room)
    room.roster_swap.file(swap(one, other), by=CLI)
    (shown,) = room.roster_swap.swaps(nov(27), nov(27))
    assert (shown.is_undone, shown.can_undo) == (False, True)
    room.roster_swap.undo(undo(), by=CLI)
    assert slots(room) == before
    assert room.roster_swap.undo(undo(), by=CLI).changes.touched == {}
    with pytest.raises(SwapUndone):
        room.roster_swap.undo(undo(undo_id="u2"), by=CLI)
    with pytest.raises(SwapUndone):
        room.roster_swap.undo(undo("u1", "u3"), by=CLI)
    states = [(s.is_undone, s.can_undo) for s in room.roster_swap.swaps(nov(25), nov(25))]
    assert states == [(True, False), (False, False)]


def test_what_others_built_on_is_not_taken_back_first(room: DutyRoom) -> None:
    one, other = put(room, nov(25), "甲某"), put(room, nov(27), "乙某")
    before = slots(room)
    room.roster_swap.file(swap(one, other), by=CLI)
    room.roster_swap.file(substitute(one, "丁某", "w2"), by=CLI)
    with pytest.raises(SwapBuiltOn):
        room.roster_swap.undo(undo("w1"), by=CLI)
    room.roster_swap.undo(undo("w2", "u2"), by=CLI)
    room.roster_swap.undo(undo("w1", "u1"), by=CLI)
    assert slots(room) == before


def test_a_swap_needs_reason_consent_and_a_change(room: DutyRoom) -> None:
    one, other = put(room, nov(25), "甲某"), put(room, nov(25), "乙某", STANDBY_POST)
    same, begun = put(room, nov(27), "甲某"), put(room, nov(20), "丁某")
    before = slots(room)
    for draft, refused in (
        (DraftSwap("w", one.id, " ", "丙某", other.id), SwapReasonMissing),
        (DraftSwap("w", one.id, "出差", "", other.id), SwapConsentMissing),
        (swap(one, same), SwapChangesNothing),
        (substitute(one, "甲某"), SwapChangesNothing),
        (substitute(one, "乙某"), RosterPersonTwice),
        (swap(one, begun), RosterFrozen),
        (DraftSwap("w", "nothing", "出差", "丙某", other.id), RecordUnknown),
    ):
        with pytest.raises(refused):
            room.roster_swap.file(draft, by=CLI)
    with pytest.raises(RecordUnknown):
        room.roster_swap.undo(undo("nothing"), by=CLI)
    assert slots(room) == before


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["swap", "substitute"]),
        st.integers(0, 4),
        st.integers(0, 4),
    ),
    min_size=1,
    max_size=6,
)


@settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(steps=_STEPS, order=st.randoms(use_true_random=False))
def test_all_swaps_taken_back_in_any_allowed_order_give_the_roster_before(
    room: DutyRoom, steps: list[tuple[str, int, int]], order: object
) -> None:
    people = [put(room, nov(21 + n), f"某{n}") for n in range(5)]
    before = slots(room)
    filed: list[str] = []
    for kind, one, other in steps:
        new_id = room.roster_swap.new_id()
        draft = (
            swap(people[one], people[other], new_id)
            if kind == "swap"
            else substitute(people[one], f"替{other}", new_id)
        )
        try:
            filed.append(room.roster_swap.file(draft, by=CLI).value.id)
        except Refusal:
            continue
    while filed:
        allowed = [
            view.swap.id
            for view in room.roster_swap.swaps(nov(21), nov(25))
            if view.swap.id in filed and view.can_undo
        ]
        # The last one filed can always be taken back.
        assert filed[-1] in allowed
        for swap_id in filed:
            if swap_id not in allowed:
                with pytest.raises(SwapBuiltOn):
                    room.roster_swap.undo(undo(swap_id, room.roster_swap.new_id()), by=CLI)
        chosen = order.choice(allowed)  # type: ignore[attr-defined]
        room.roster_swap.undo(undo(chosen, room.roster_swap.new_id()), by=CLI)
        filed.remove(chosen)
    assert slots(room) == before
