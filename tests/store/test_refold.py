"""A room from before search took traditional characters for simplified ones finds all of it."""

import unicodedata
from pathlib import Path

import pytest

from dutydesk.assembly.opening import open_room
from dutydesk.domain import contact_lookup, log_search, search_text
from dutydesk.domain.contacts import Contact
from dutydesk.domain.errors import StoreNotMigrated
from dutydesk.domain.log_search import LogSearch
from dutydesk.store import database, refold
from tests.builders import Staff, draft
from tests.store.test_database import add_migration

TEXTS = ("氣象臺發佈暴雨警報", "气象台发布暴雨警报", "值班室无事", "ＡＢＣ大廈\uf90a屬門窗")


@pytest.fixture
def old(staffed: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A room whose search was made as rooms before version 19 made it, one version behind."""
    room = staffed.room

    def as_typed(text: str) -> str:
        return unicodedata.normalize("NFKC", text).casefold()

    with monkeypatch.context() as then:
        then.setattr(search_text, "folded", as_typed)
        then.setattr(contact_lookup, "folded", as_typed)
        then.setattr(log_search, "bare_number", lambda _: "")
        for text in TEXTS:
            room.duty_log.record(draft(room, text, phone="199-0000-7531"), by=staffed.by)
        contact = Contact(id="c1", name="張偉", post="氣象臺長")
        room.contacts.save(contact, (), by=staffed.by)
    assert room.verification.verify().problems
    room.close()
    newer = database.schema_version() + 1
    add_migration(tmp_path, monkeypatch, f"{newer:04}_fold.sql", "-- nothing but the folding\n")
    monkeypatch.setattr(refold, "SINCE", newer)
    return room.store.folder


def test_an_older_room_finds_both_ways_of_writing_and_verifies(old: Path) -> None:
    room = open_room(old)
    assert room.verification.verify().ok
    for query in ("气象台", "氣象臺", "气象臺"):
        assert room.duty_log.find(LogSearch(query)).total_at_least == 2
    assert room.duty_log.find(LogSearch("金属门窗")).total_at_least == 1
    assert room.duty_log.find(LogSearch("19900007531")).total_at_least == len(TEXTS)
    assert [card.contact.name for card in room.contacts.find("张伟")] == ["張偉"]
    assert [card.contact.name for card in room.contacts.find("气象")] == ["張偉"]
    assert room.contacts.has_all_keys()
    room.close()


def test_keys_made_over_are_those_that_would_be_made_anew(old: Path) -> None:
    room = open_room(old)
    with room.store.reading() as tables:
        kept = tables.contact_lookup.keys_held()
    with room.store.unjournalled() as tables:
        tables.contact_lookup.clear()
    room.contacts.renew_keys()
    with room.store.reading() as tables:
        assert tables.contact_lookup.keys_held() == kept
    room.close()


def test_a_stop_in_between_leaves_the_room_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_connection: object) -> None:
        raise StoreNotMigrated("room.db", "0019", "stop")

    with monkeypatch.context() as broken:
        broken.setattr(refold, "_refold_contacts", stop)
        with pytest.raises(StoreNotMigrated):
            open_room(old)
    assert database.is_older(old / "room.db")
    room = open_room(old)
    assert room.verification.verify().ok
    room.close()
