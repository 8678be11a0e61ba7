"""Promise: whoever changes the record behind the program's back is found out."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.journal import JournalRow, framed
from dutydesk.domain.verification import ProblemKind
from dutydesk.services.verification import VerificationService
from dutydesk.store import driver
from dutydesk.store.chain import FRAMED, check_chain
from dutydesk.store.journal import COLUMNS
from dutydesk.store.verify import check_rebuild, verify
from tests.builders import Staff, draft

TEXTS = ("replica", "recorded_at", "actor", "action", "body")
BLOBS = ("prev", "hash")
NUMBERS = ("rowid", "seq", "tick", "schema_version")


@pytest.fixture
def written(staffed: Staff) -> DutyRoom:
    """A room with a dozen entries, open items and a changed setting, closed for writing."""
    room = staffed.room
    for number in range(12):
        room.duty_log.record(draft(room, f"燃气异味ABC{number}"), by=staffed.by, open_item=True)
    (first, *_) = room.open_item.open_items()
    room.open_item.close(first.id, "已修好", by=staffed.by)
    room.settings.put({"duty_phone": "010-1"}, by=staffed.by)
    room.store.close()
    return room


@pytest.fixture
def tampered(written: DutyRoom) -> Iterator[driver.Connection]:
    """A connection of somebody who knows SQLite and has dropped the triggers."""
    connection = driver.connect(str(written.store.path), isolation_level=None)
    names = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
    ]
    for name in names:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    yield connection
    connection.close()


def kinds(room: DutyRoom, against: str | None = None) -> set[ProblemKind]:
    """Whatever else was done, the dropped triggers are found as well."""
    found = {problem.kind for problem in verify(room.store.path, against).problems}
    assert ProblemKind.SCHEMA in found
    return found - {ProblemKind.SCHEMA}


def test_an_untouched_room_has_no_problem(written: DutyRoom) -> None:
    result = VerificationService(written.store).verify()
    assert result.ok
    assert result.journal_rows > 12


def test_sqlite_builds_the_very_bytes_that_were_sealed(tampered: driver.Connection) -> None:
    rows = tampered.execute(f"SELECT {FRAMED}, {COLUMNS} FROM journal").fetchall()
    assert [row[0] for row in rows] == [framed(JournalRow(*row[1:])) for row in rows]


@pytest.mark.parametrize("place", [6, 9, -1])
def test_every_changed_byte_of_a_journal_row_is_found(
    tampered: driver.Connection, place: int
) -> None:
    newest = tampered.execute("SELECT max(rowid) FROM journal").fetchone()[0]
    rowid = place if place > 0 else newest
    tried = 0
    for column in (*TEXTS, *BLOBS):
        (value,) = tampered.execute(
            f"SELECT CAST({column} AS BLOB) FROM journal WHERE rowid = ?", (rowid,)
        ).fetchone()
        as_column = f"CAST(? AS {'TEXT' if column in TEXTS else 'BLOB'})"
        for position in range(len(value)):
            for other in {value[position] ^ 1, value[position] ^ 0x80, 0x20} - {value[position]}:
                changed = value[:position] + bytes([other]) + value[position + 1 :]
                assert is_found(tampered, f"{column} = {as_column}", (changed, rowid)), column
                tried += 1
    assert tried > 500


@pytest.mark.parametrize("column", NUMBERS)
def test_every_changed_bit_of_a_journal_number_is_found(
    tampered: driver.Connection, column: str
) -> None:
    for rowid in (1, 9, tampered.execute("SELECT max(rowid) FROM journal").fetchone()[0]):
        (value,) = tampered.execute(
            f"SELECT {column} FROM journal WHERE rowid = ?", (rowid,)
        ).fetchone()
        for bit in range(63):
            other = value ^ (1 << bit)
            taken = tampered.execute("SELECT 1 FROM journal WHERE rowid = ?", (other,)).fetchone()
            if column != "rowid" or taken is None:
                assert is_found(tampered, f"{column} = ?", (other, rowid)), bit


def is_found(connection: driver.Connection, change: str, values: tuple[object, ...]) -> bool:
    connection.execute("BEGIN")
    try:
        connection.execute(f"UPDATE journal SET {change} WHERE rowid = ?", values)
        return bool(check_chain(connection)[1])
    finally:
        connection.execute("ROLLBACK")


def test_a_deleted_row_is_found(written: DutyRoom, tampered: driver.Connection) -> None:
    tampered.execute("DELETE FROM journal WHERE rowid = 5")
    assert {ProblemKind.JOURNAL_GAP, ProblemKind.JOURNAL_LINK} <= kinds(written)


def test_a_deleted_row_is_found_when_the_rest_moves_up(
    written: DutyRoom, tampered: driver.Connection
) -> None:
    tampered.execute("DELETE FROM journal WHERE rowid = 5")
    tampered.execute("UPDATE journal SET rowid = rowid - 1 WHERE rowid > 5")
    assert ProblemKind.JOURNAL_LINK in kinds(written)


def test_two_swapped_rows_are_found(written: DutyRoom, tampered: driver.Connection) -> None:
    for old, new in ((5, 900), (6, 5), (900, 6)):
        tampered.execute("UPDATE journal SET rowid = ? WHERE rowid = ?", (new, old))
    assert ProblemKind.JOURNAL_LINK in kinds(written)


def test_an_inserted_row_is_found(written: DutyRoom, tampered: driver.Connection) -> None:
    tampered.execute("UPDATE journal SET rowid = -rowid WHERE rowid > 5")
    tampered.execute("UPDATE journal SET rowid = 1 - rowid WHERE rowid < 0")
    tampered.execute(
        f"INSERT INTO journal (rowid, {COLUMNS}) SELECT 6, {COLUMNS} FROM journal WHERE rowid = 5"
    )
    assert ProblemKind.JOURNAL_LINK in kinds(written)


def test_a_journal_cut_off_at_its_end_is_found_by_a_printed_head(
    written: DutyRoom, tampered: driver.Connection
) -> None:
    printed = verify(written.store.path).journal_head
    assert kinds(written, printed) == set()
    assert kinds(written, printed[:16]) == set()
    newest = tampered.execute("SELECT max(rowid) FROM journal").fetchone()[0]
    tampered.execute("DELETE FROM journal WHERE rowid = ?", (newest,))
    assert not check_chain(tampered)[1]
    assert ProblemKind.HEAD_UNKNOWN in kinds(written, printed)
    assert ProblemKind.HEAD_UNKNOWN in kinds(written, printed[:16])


def test_a_head_of_old_is_still_found_after_more_was_recorded(staffed: Staff) -> None:
    room = staffed.room
    with room.store.reading() as tables:
        printed = tables.journal.head()
    room.duty_log.record(draft(room), by=staffed.by)
    service = VerificationService(room.store)
    digits = printed[:16].upper()
    copied = " ".join(digits[at : at + 4] for at in range(0, 16, 4))
    assert service.verify(copied).ok
    assert service.verify(printed).ok


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ("UPDATE log_entry SET text = '改过的内容' WHERE rowid = 3", ProblemKind.ROW_DIFFERS),
        ("UPDATE log_entry SET is_late = 1 WHERE rowid = 3", ProblemKind.ROW_DIFFERS),
        ("UPDATE log_entry SET text = CAST(x'ff' AS TEXT) WHERE no = 3", ProblemKind.ROW_DIFFERS),
        ("DELETE FROM log_entry WHERE rowid = 3", ProblemKind.ROW_MISSING),
        ("UPDATE log_entry SET rowid = 77 WHERE rowid = 3", ProblemKind.ROW_EXTRA),
        ("UPDATE open_item SET status = 'open', closed_at = NULL", ProblemKind.ROW_DIFFERS),
        (
            "UPDATE setting SET value = '\"010-2\"' WHERE id = 'duty_phone'",
            ProblemKind.ROW_DIFFERS,
        ),
        ("INSERT INTO setting (id, value) VALUES ('x', '1')", ProblemKind.ROW_EXTRA),
        ("UPDATE officer SET role = 'admin'", ProblemKind.ROW_DIFFERS),
        ("DELETE FROM journal_touch", ProblemKind.HISTORY_INDEX),
        ("INSERT INTO journal_touch VALUES ('x', 1)", ProblemKind.HISTORY_INDEX),
        ("INSERT INTO log_search (rowid, body) VALUES (3, '新词')", ProblemKind.SEARCH_INDEX),
        ("INSERT INTO log_search (rowid, body) VALUES (99, '新词')", ProblemKind.SEARCH_INDEX),
    ],
)
def test_changed_tables_and_indexes_are_found(
    written: DutyRoom, tampered: driver.Connection, change: str, kind: ProblemKind
) -> None:
    tampered.execute("PRAGMA foreign_keys = OFF")
    tampered.execute(change)
    assert kind in kinds(written)
    if kind is not ProblemKind.SEARCH_INDEX:
        assert kind in {problem.kind for problem in check_rebuild(written.store.path)}


def test_a_finding_names_table_record_and_column(
    written: DutyRoom, tampered: driver.Connection
) -> None:
    (record_id,) = tampered.execute("SELECT id FROM log_entry WHERE rowid = 3").fetchone()
    tampered.execute("UPDATE log_entry SET text = '改过' WHERE rowid = 3")
    (problem,) = check_rebuild(written.store.path)
    assert (problem.table, problem.record_id, problem.column) == ("log_entry", record_id, "text")


def test_an_entry_taken_out_of_the_search_index_is_found(
    written: DutyRoom, tampered: driver.Connection
) -> None:
    tampered.execute("DELETE FROM log_search_data")
    tampered.execute("DELETE FROM log_search_idx")
    assert kinds(written) & {ProblemKind.SEARCH_INDEX, ProblemKind.FILE}


def test_a_dropped_table_is_a_problem_and_no_traceback(
    written: DutyRoom, tampered: driver.Connection
) -> None:
    tampered.execute("PRAGMA foreign_keys = OFF")
    tampered.execute("DROP TABLE open_item")
    assert ProblemKind.FILE in kinds(written)


def test_a_journal_row_that_tells_nonsense_is_found_even_if_it_is_sealed_again(
    written: DutyRoom, tampered: driver.Connection
) -> None:
    newest = tampered.execute("SELECT max(rowid) FROM journal").fetchone()[0]
    tampered.execute("UPDATE journal SET body = '[1' WHERE rowid = ?", (newest,))
    assert ProblemKind.JOURNAL_BODY in kinds(written)
    tampered.execute(
        """UPDATE journal SET body = '{"rows":[["x; DROP TABLE room","a",{}]]}' WHERE rowid = ?""",
        (newest,),
    )
    assert ProblemKind.JOURNAL_BODY in kinds(written)


def test_verify_writes_nothing(written: DutyRoom, tmp_path: Path) -> None:
    copy = tmp_path / "copy" / "room.db"
    copy.parent.mkdir()
    shutil.copyfile(written.store.path, copy)
    before = copy.read_bytes()
    assert verify(copy).ok
    assert copy.read_bytes() == before
