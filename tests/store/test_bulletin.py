from dataclasses import replace

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.bulletin import BulletinKind, accept, sign
from tests.domain.test_bulletin import NOW, draft


def test_numbers_count_by_kind_and_year(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="bulletin.sign") as work:
        table = work.tables.bulletin
        for number, year in enumerate((2026, 2026, 2027), 1):
            one = accept(draft(id=f"b{number}"), drafted_by="", now=NOW)
            next_no = table.next_issue_no(one.kind, year)
            table.put(sign(one, "丙某", issue=(year, next_no), now=NOW))
        assert table.next_issue_no(BulletinKind.BULLETIN, 2026) == 3
        assert table.next_issue_no(BulletinKind.BULLETIN, 2027) == 2
        assert table.next_issue_no(BulletinKind.HIGHLIGHTS, 2026) == 1
        newest = table.newest(BulletinKind.BULLETIN)
    assert newest is not None
    assert (newest.issue_year, newest.issue_no) == (2027, 1)


def test_what_was_signed_cannot_be_changed_even_past_the_rules(room: DutyRoom) -> None:
    signed = sign(accept(draft(), drafted_by="", now=NOW), "丙某", issue=(2026, 1), now=NOW)
    with room.store.writing(actor="cli", action="bulletin.sign") as work:
        work.tables.bulletin.put(signed)
    with (
        pytest.raises(Exception, match="frozen"),
        room.store.writing(actor="cli", action="bulletin.put") as work,
    ):
        work.tables.bulletin.put(replace(signed, body="改了"))
    with room.store.reading() as tables:
        assert tables.bulletin.by_id("b1") == signed


def test_a_draft_is_the_newest_only_while_nothing_was_signed(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="bulletin.put") as work:
        table = work.tables.bulletin
        assert table.newest(BulletinKind.BULLETIN) is None
        table.put(accept(draft(), drafted_by="", now=NOW))
        newest = table.newest(BulletinKind.BULLETIN)
        assert newest is not None
        assert newest.id == "b1"
