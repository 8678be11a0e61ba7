import json
from datetime import timedelta

import pytest

from dutydesk import paths
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.phrase import PhraseUse, check_phrase
from dutydesk.store.phrase import shipped
from tests.builders import Staff


def test_the_shipped_phrases_are_copied_whole_and_in_order(staffed: Staff) -> None:
    file = paths.resources_dir() / "phrases.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    with staffed.room.store.reading() as tables:
        phrases = tables.phrase.all()
    assert [one.text for one in phrases] == [line["text"] for line in document["phrases"]]
    assert [one.order_no for one in phrases] == list(range(1, len(phrases) + 1))
    assert all(one.is_active for one in phrases)
    assert {one.kind for one in phrases} >= set(EntryKind), "every kind has some"


def test_each_shipped_phrase_is_one_the_unit_could_write(staffed: Staff) -> None:
    lines = list(shipped(staffed.room.ids))
    for line in lines:
        check_phrase(line, lines)


def test_uses_are_counted_beside_the_journal(staffed: Staff) -> None:
    room = staffed.room
    with room.store.reading() as tables:
        first, rows = tables.phrase.all()[0].id, tables.journal.count()
    at = room.clock.now()
    for days in (0, 3):
        with room.store.unjournalled() as tables:
            tables.phrase.count_use(first, at + timedelta(days=days))
    with room.store.reading() as tables:
        assert tables.phrase.uses() == {first: PhraseUse(2, at + timedelta(days=3))}
        assert tables.journal.count() == rows


@pytest.mark.parametrize("column", ["kind = 'nonsense'", "text = ''", "is_active = 2"])
def test_the_file_refuses_what_is_no_phrase(staffed: Staff, column: str) -> None:
    from sqlcipher3 import dbapi2

    with pytest.raises(dbapi2.IntegrityError), staffed.room.store.unjournalled() as tables:
        tables._rows.execute_unjournalled(f"UPDATE phrase SET {column}")
