from datetime import UTC, date, datetime

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.roster import RosterMonth, RosterPost, RosterSlot, RosterSwap, SwapKind
from dutydesk.domain.shift import ShiftKind
from dutydesk.store.roster import SLOT

NOW = datetime(2026, 11, 20, 2, 15, tzinfo=UTC)


def slot(day: int = 21, person: str = "甲某", **changes: object) -> RosterSlot:
    values = {
        "id": f"s{day}",
        "duty_date": date(2026, 11, day),
        "shift": ShiftKind.FULL,
        "post_id": "primary_officer",
        "seat": 1,
        "person": person,
    }
    return RosterSlot(**{**values, **changes})  # type: ignore[arg-type]


def test_slots_of_a_span_come_in_the_order_of_the_paper(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="settings.save") as work:
        table = work.tables.roster
        table.put_post(RosterPost("primary_officer", "主班"))
        for day in (30, 1, 21):
            table.put_slot(slot(day))
        table.put_month(RosterMonth("2026-11"))
    with room.store.reading() as tables:
        found = tables.roster.slots(date(2026, 11, 1), date(2026, 11, 29))
        assert [one.duty_date.day for one in found] == [1, 21]
        assert tables.roster.month("2026-11") == RosterMonth("2026-11")


def test_a_seat_is_kept_by_one_person(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="settings.save") as work:
        table = work.tables.roster
        table.put_post(RosterPost("primary_officer", "主班"))
        table.put_slot(slot())
        with pytest.raises(Exception, match="UNIQUE"):
            table.put_slot(slot(id="other", person="乙某"))


def test_a_swap_is_found_by_either_slot(room: DutyRoom) -> None:
    swap = RosterSwap(
        id="w1",
        kind=SwapKind.SWAP,
        slot_id="s1",
        from_person="甲某",
        to_person="乙某",
        reason="出差",
        agreed_by="丙某",
        filed_at=NOW,
        recorder="甲某",
        other_slot_id="s30",
        before=(SLOT.to_row(slot(1)), SLOT.to_row(slot(30, "乙某"))),
        after=(SLOT.to_row(slot(1, "乙某")), SLOT.to_row(slot(30))),
    )
    with room.store.writing(actor="cli", action="settings.save") as work:
        table = work.tables.roster
        table.put_post(RosterPost("primary_officer", "主班"))
        table.put_slot(slot(1))
        table.put_slot(slot(30, "乙某"))
        table.append_swap(swap)
    with room.store.reading() as tables:
        assert tables.roster.swaps(date(2026, 11, 30), date(2026, 11, 30)) == (swap,)
        assert tables.roster.swaps(date(2026, 11, 2), date(2026, 11, 29)) == ()
