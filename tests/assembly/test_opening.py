from pathlib import Path

from dutydesk.assembly.opening import open_room, read_room
from dutydesk.store import database, driver
from tests.builders import Staff, draft


def older(path: Path) -> None:
    """Take the newest migration back by hand: its table and its record."""
    newest = database.migration_files()[-1]
    table = next(
        line.split("CREATE TABLE ")[1].split(" ")[0]
        for line in newest.read_text(encoding="utf-8").splitlines()
        if line.startswith("CREATE TABLE ")
    )
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute(f"DROP TABLE {table}")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name = ?", (newest.stem,))
    connection.execute(f"PRAGMA user_version = {database.schema_version() - 1}")
    connection.close()


def test_whoever_looks_first_after_an_update_brings_the_room_up_to_date(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "更新前的记录"), by=staffed.by).value
    room.close()
    older(room.store.path)
    reading = read_room(room.store.folder)
    assert reading.duty_log.entry(entry.id).entry == entry
    reading.close()
    copies = list(room.store.folder.glob("before-migration-*.db"))
    assert len(copies) == 1
    again = open_room(room.store.folder)
    assert again.verification.verify(None).ok
    again.close()
