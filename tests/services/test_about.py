"""Facts of the room, for 关于."""

from pathlib import Path

from dutydesk.domain.officer import Actor
from tests.builders import Staff, draft


def test_facts_count_entries_rows_and_backups(staffed: Staff, tmp_path: Path) -> None:
    room = staffed.room
    room.duty_log.record(draft(room), by=staffed.by)
    room.settings.put({"backup_folder": str(tmp_path)}, by=Actor("cli"))
    room.backup.automatic()
    facts = room.about.facts()
    checked = room.verification.verify()
    assert facts.entries == 1
    assert (facts.journal_rows, facts.journal_head) == (checked.journal_rows, checked.journal_head)
    assert facts.backups == 1
    assert facts.backup_at == room.backup.newest()
    assert facts.is_backup_folder_there
    assert facts.file_bytes > 0
    assert facts.free_bytes > 0
    assert room.about.sqlite_version().startswith("3.")
