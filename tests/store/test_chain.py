"""Tampering with every byte is tried in test_tampering.py; here the walk itself."""

from pathlib import Path

from dutydesk.domain.verification import ChainPoint, ProblemKind
from dutydesk.store import database, driver
from dutydesk.store.chain import check_chain, found_head, head_of
from tests.builders import Staff, draft


def reader_of(staffed: Staff, entries: int) -> driver.Connection:
    for _ in range(entries):
        staffed.room.duty_log.record(draft(staffed.room), by=staffed.by)
    return database.open_reader(staffed.room.store.path)


def test_the_end_of_a_sound_chain_is_its_head(staffed: Staff) -> None:
    reader = reader_of(staffed, 5)
    end, problems = check_chain(reader)
    assert problems == []
    assert (end.rowid, end.hash.hex()) == head_of(reader)
    assert check_chain(reader, end) == (end, [])
    reader.close()


def test_only_what_is_new_is_walked(staffed: Staff) -> None:
    reader = reader_of(staffed, 5)
    end, _ = check_chain(reader)
    reader.close()
    reader = reader_of(staffed, 2)
    seen: list[str] = []
    reader.set_trace_callback(seen.append)
    newer, problems = check_chain(reader, end)
    assert (newer.rowid, problems) == (end.rowid + 2, [])
    assert any(f"rowid > {end.rowid} " in sql for sql in seen)
    reader.close()


def test_a_point_that_is_no_longer_there_means_from_the_start(staffed: Staff) -> None:
    reader = reader_of(staffed, 3)
    end, problems = check_chain(reader, ChainPoint(2, bytes(32)))
    assert (end.rowid, problems) == (head_of(reader)[0], [])
    reader.close()


def test_more_rows_than_one_batch_are_walked(tmp_path: Path, staffed: Staff) -> None:
    reader = reader_of(staffed, 1100)
    end, problems = check_chain(reader)
    assert end.rowid > 1100
    assert problems == []
    reader.close()


def test_an_old_head_is_found_whole_and_by_its_beginning(staffed: Staff) -> None:
    reader = reader_of(staffed, 3)
    _, head = head_of(reader)
    found = found_head(reader, head)
    assert found is not None
    assert found.journal_row == reader.execute("SELECT max(rowid) FROM journal").fetchone()[0]
    assert found.handover_no == ""
    assert found_head(reader, head[:16]) == found
    assert found_head(reader, "0" * 64) is None
    reader.close()


def test_an_empty_journal_is_sound(tmp_path: Path) -> None:
    connection = database.create(tmp_path / "room.db")
    assert check_chain(connection) == (ChainPoint(), [])
    assert head_of(connection) == (0, "0" * 64)
    connection.close()


def test_faults_behind_a_fault_are_named_as_well(staffed: Staff) -> None:
    reader_of(staffed, 6).close()
    staffed.room.store.close()
    connection = driver.connect(str(staffed.room.store.path), isolation_level=None)
    connection.execute("DROP TRIGGER journal_is_append_only_update")
    connection.execute("UPDATE journal SET actor = 'x' WHERE rowid IN (3, 6)")
    _, problems = check_chain(connection)
    assert [(p.kind, p.journal_rowid) for p in problems] == [
        (ProblemKind.JOURNAL_HASH, 3),
        (ProblemKind.JOURNAL_HASH, 6),
    ]
    connection.close()
