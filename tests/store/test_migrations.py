"""The rebuild of a table that others refer to, as db/README.md says, in a room that was used."""

import re
from pathlib import Path

import pytest

from dutydesk.assembly.opening import open_room
from dutydesk.domain.duty_log import Correction
from dutydesk.domain.log_search import LogSearch
from dutydesk.store import database, driver
from dutydesk.store.schema import fresh_room
from tests.builders import Staff, draft
from tests.habits.source import ROOT
from tests.store.test_database import add_migration


def template() -> str:
    """Return the steps that db/README.md gives, with the names of an example in it."""
    text = (ROOT / "db/README.md").read_text(encoding="utf-8")
    (script,) = re.findall(r"```sql\n(.*?)```", text, re.DOTALL)
    return script


def rebuild_of(table: str, old: str, new: str) -> str:
    """Build a table anew from its present SQL with one piece of it replaced."""
    with fresh_room() as connection:
        rows = connection.execute(
            "SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND sql <> ''", (table,)
        ).fetchall()
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    (present,) = [sql for kind, sql in rows if kind == "table"]
    assert old in present
    columns = present.replace(old, new, 1).split("(", 1)[1]
    rest = "\n\n".join(f"{sql};" for kind, sql in rows if kind != "table")
    script = template()
    for word, value in (
        ("<table>", table),
        ("<columns and checks>\n) STRICT", columns),
        ("<every other column>", ", ".join(names[1:])),
        ("-- <indexes and triggers>", rest),
    ):
        assert word in script, f"db/README.md: the template lacks {word}"
        script = script.replace(word, value)
    return script


def test_a_kind_of_entry_is_added_in_a_room_that_was_used(
    staffed: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = staffed.room
    for text in ("1号楼进水", "2号楼进水", "3号楼进水"):
        entry = room.duty_log.record(draft(room, text), by=staffed.by, open_item=True).value
    fix = Correction(room.duty_log.new_id(), "听错", text="4号楼进水")
    room.duty_log.correct(entry.id, fix, by=staffed.by)
    before = room.duty_log.entries_of_running_shift()[1]
    room.close()
    name = f"{database.schema_version() + 1:04}_add_drill_to_entry_kinds.sql"
    script = rebuild_of("log_entry", "'other')", "'other', 'drill')")
    add_migration(tmp_path, monkeypatch, name, script)
    again = open_room(room.store.folder)
    verification = again.verification.verify()
    assert verification.ok, verification.problems
    assert again.duty_log.entries_of_running_shift()[1] == before
    found = again.duty_log.find(LogSearch("4号楼")).entries
    assert [one.entry.text for one in found] == ["4号楼进水"]
    again.duty_log.record(draft(again, "升级后"), by=staffed.by)
    assert again.verification.verify().ok
    again.close()
    connection = database.open_writer(room.store.path)
    with pytest.raises(driver.DatabaseError, match="append-only"):
        connection.execute("UPDATE log_entry SET text = 'x'")
    with pytest.raises(driver.DatabaseError, match="append-only"):
        connection.execute("DELETE FROM log_entry")
    connection.execute("BEGIN")
    names = [row[1] for row in connection.execute("PRAGMA table_info(log_entry)")]
    new = {"rowid": "max(rowid) + 1", "id": "'x'", "no": "max(no) + 1", "kind": "'drill'"}
    new |= {"correction_of": "NULL", "correction_reason": "''"}
    copied = ", ".join(new.get(name, name) for name in names)
    connection.execute(f"INSERT INTO log_entry SELECT {copied} FROM log_entry")
    connection.execute("ROLLBACK")
    connection.close()
