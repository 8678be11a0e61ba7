from pathlib import Path

from dutydesk.domain.list_table import WrittenList
from dutydesk.wording.list_table import (
    LOG_COLUMNS,
    OPEN_ITEM_COLUMNS,
    log_row,
    open_item_row,
    written_words,
)
from tests.builders import Staff, draft


def test_each_row_has_a_cell_for_every_heading(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "甲"), by=staffed.by, open_item=True).value
    row = log_row(room.duty_log.entry(entry.id))
    assert len(row) == len(LOG_COLUMNS)
    assert row[2].isoformat() == "2026-11-20T08:30:00"  # type: ignore[union-attr]  # a moment
    assert len(open_item_row(room.open_item.open_items()[0])) == len(OPEN_ITEM_COLUMNS)


def test_what_was_left_out_is_said() -> None:
    whole = WrittenList(Path("/a.xlsx"), "值班日志", 3, 0, "")
    assert written_words(whole) == "值班日志已导出 3 条：/a.xlsx"
    assert "2 格" in written_words(WrittenList(Path("/a.xlsx"), "值班日志", 3, 2, ""))
