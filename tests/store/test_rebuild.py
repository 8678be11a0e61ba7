"""Changed tables are tried in test_tampering.py; here what a rebuild must get right."""

from dutydesk.store import database, schema
from dutydesk.store.rebuild import differences, paired, rebuilt_from
from dutydesk.store.rows import NOT_JOURNALLED
from tests.builders import Staff, draft


def test_the_journal_alone_tells_every_table(staffed: Staff) -> None:
    room = staffed.room
    for number in range(20):
        room.duty_log.record(draft(room, f"记录{number}"), by=staffed.by, open_item=True)
    reader = database.open_reader(room.store.path)
    with rebuilt_from(reader) as rebuilt:
        assert set(rebuilt.tables) == set(schema.fresh_tables()) - NOT_JOURNALLED
        rebuilt.connection.text_factory = str
        for table, columns in rebuilt.tables.items():
            sql = f"SELECT rowid, {', '.join(columns)} FROM {table} ORDER BY rowid"
            assert rebuilt.connection.execute(sql).fetchall() == reader.execute(sql).fetchall()
    reader.close()


def test_a_removed_row_is_removed_in_the_rebuild(staffed: Staff) -> None:
    store = staffed.room.store
    with store.writing(actor="cli", action="test") as work:
        work.tables.setting.put("duty_phone", "1")
    with store.writing(actor="cli", action="test") as work:
        work.rows.remove("setting", "duty_phone")
    with store.writing(actor="cli", action="test") as work:
        work.tables.setting.put("duty_fax", "2")
    reader = database.open_reader(store.path)
    assert differences(reader) == []
    reader.close()


def test_streams_are_paired_by_key_and_gaps_show() -> None:
    left, right = iter([(1, "a"), (2, "b"), (4, "d")]), iter([(2, "x"), (3, "c"), (4, "d")])
    assert list(paired(left, right, width=1)) == [
        ((1, "a"), None),
        ((2, "b"), (2, "x")),
        (None, (3, "c")),
        ((4, "d"), (4, "d")),
    ]
    assert list(paired(iter([]), iter([(1,)]), width=1)) == [(None, (1,))]
    assert list(paired(iter([(1,)]), iter([]), width=1)) == [((1,), None)]
