"""Units, contacts and numbers on file."""

from __future__ import annotations

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.contacts import Contact, ContactNumber, RolePair, Unit, UnitKind
from dutydesk.domain.errors import StoreReadOnly
from dutydesk.domain.instants import from_iso
from dutydesk.domain.phone import NumberKind


def filled(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="test") as work:
        table = work.tables.contacts
        table.put_unit(Unit("s", "安和街道", None, 1, UnitKind.STREET))
        table.put_unit(Unit("c", "安和第1社区", "s", 2, UnitKind.COMMUNITY))
        first = Contact("a", "朴涛", "c", role_pair=RolePair.A, pair_contact_id="b", order_no=2)
        table.put(first)
        table.put(Contact("b", "姚娜", "c", other_posts=("甲", "乙"), order_no=1))
        table.put_number(ContactNumber("n", "a", NumberKind.MOBILE, "19900001050"))


def test_what_is_written_is_read_back_with_its_units(room: DutyRoom) -> None:
    filled(room)
    with room.store.reading() as tables:
        book = tables.contacts.book()
        assert [contact.name for contact in book.contacts] == ["姚娜", "朴涛"]
        assert book.contacts[0].other_posts == ("甲", "乙")
        card = tables.contacts.cards_of([book.contacts[1]])[0]
    assert card.unit_path == ("安和街道", "安和第1社区")
    assert card.number(NumberKind.MOBILE) == "19900001050"


def test_who_was_verified_at_the_ends_of_a_span_counts_at_its_beginning_only(
    room: DutyRoom,
) -> None:
    since, until = from_iso("2026-11-01T00:00"), from_iso("2026-12-01T00:00")
    with room.store.writing(actor="cli", action="test") as work:
        table = work.tables.contacts
        for name, at in (("首", since), ("末", until), ("无", None)):
            table.put(Contact(name, name, last_verified_at=at))
        assert [one.id for one in table.verified_between(since, until)] == ["首"]
        assert [one.id for one in table.by_ids(["末", "首", "查无"])] == ["首", "末"]
        table.put(Contact("无", "无", is_retired=True))
        assert [one.id for one in table.in_service()] == ["首", "末"]


def test_people_of_many_units_are_read_in_their_order(room: DutyRoom) -> None:
    filled(room)
    with room.store.reading() as tables:
        found = tables.contacts.in_units(["s", "c", *(f"x{i}" for i in range(1200))])
        assert [contact.id for contact in found] == ["b", "a"]


def test_a_removed_number_is_gone_from_the_table_and_kept_in_the_journal(room: DutyRoom) -> None:
    filled(room)
    with room.store.writing(actor="cli", action="test") as work:
        (number,) = work.tables.contacts.numbers_of("a")
        work.tables.contacts.remove_number(number)
    with room.store.reading() as tables:
        assert tables.contacts.numbers_of("a") == []
        history = tables.journal.history("contact_number", "n")
    assert [step.row is None for step in history] == [False, True]


def test_a_snapshot_cannot_write(room: DutyRoom) -> None:
    with room.store.reading() as tables, pytest.raises(StoreReadOnly):
        tables.contacts.put(Contact("a", "朴涛"))
