from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from dutydesk.domain.directive_step import Closing
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.incident import DraftIncident, IncidentCategory
from dutydesk.domain.log_search import LogSearch
from dutydesk.domain.officer import Actor, OfficerMayNot, OfficerRole
from tests.builders import PIN, Staff, draft


def test_the_whole_log_or_what_is_found_is_handed_out_oldest_first(staffed: Staff) -> None:
    room = staffed.room
    for text in ("燃气一", "无事", "燃气二"):
        at = room.clock.now() - timedelta(minutes=20)
        room.duty_log.record(draft(room, text, phone="013", at=at), by=staffed.by)
    whole = room.list_export.log_table(LogSearch())
    assert [row[7] for row in whole.rows] == ["燃气一", "无事", "燃气二"]
    found = room.list_export.log_table(LogSearch("燃氣"))
    rows = list(found.rows)
    assert (found.row_count, [row[7] for row in rows]) == (2, ["燃气一", "燃气二"])
    assert rows[0][0] == staffed.shift.duty_date
    assert (rows[0][1], rows[0][6], rows[0][13]) == (1, "013", "迟记")


def test_open_items_are_handed_out_and_closed_ones_when_asked(staffed: Staff) -> None:
    room = staffed.room
    room.duty_log.record(draft(room, "修路"), by=staffed.by, open_item=True)
    room.open_item.close(room.open_item.open_items()[0].id, "已修", by=staffed.by)
    assert list(room.list_export.open_item_table().rows) == []
    ((title, *_, result, closed_at),) = room.list_export.open_item_table(with_closed=True).rows
    assert (title, result) == ("修路", "已修")
    assert closed_at is not None


def test_directives_are_handed_out_and_closed_ones_when_asked(staffed: Staff) -> None:
    room = staffed.room
    entry = draft(room, "查隐患", kind=EntryKind.DIRECTIVE, person="区长")
    room.duty_log.record(entry, by=staffed.by)
    (line,) = room.directive.open_lines()
    closing = Closing("已查", needs_no_feedback=True)
    room.directive.close(line.id, room.directive.new_id(), closing, by=staffed.by)
    assert room.list_export.directive_table().row_count == 0
    assert room.list_export.directive_table(with_closed=True).row_count == 1


def test_who_is_away_and_the_equipment_are_handed_out(staffed: Staff) -> None:
    room = staffed.room
    room.equipment.seed(by=staffed.by)
    table = room.list_export.equipment_table()
    assert table.row_count == len(list(table.rows)) == len(room.equipment.view().states)
    assert room.list_export.absence_table().row_count == 0


def test_incidents_are_handed_out_with_their_figures(staffed: Staff) -> None:
    room = staffed.room
    drafted = DraftIncident(
        id=room.ids.new(),
        title="=3号楼火灾",
        category=IncidentCategory.ACCIDENT,
        kind="火灾",
        place="安和路12号",
        received_at=room.clock.now(),
        injured=2,
    )
    room.incident.open(drafted, by=staffed.by)
    table = room.list_export.incident_table()
    (row,) = table.rows
    cells = dict(zip(table.columns, row, strict=True))
    assert (cells["标题"], cells["种类"], cells["受伤"]) == ("=3号楼火灾", "火灾", 2)
    assert cells["死亡"] is None


def test_what_left_the_room_is_journalled_with_its_sum(staffed: Staff, tmp_path: Path) -> None:
    room = staffed.room
    room.duty_log.record(draft(room, "燃气"), by=staffed.by)
    exporter = room.list_export
    written = exporter.write(exporter.log_table(LogSearch()), tmp_path / "值班日志.xlsx")
    exporter.let_go()
    exporter.note(written, by=staffed.by)
    (sheet,) = openpyxl.load_workbook(written.path).worksheets
    assert (sheet.title, sheet.max_row) == ("值班日志", 2)
    with room.store.reading() as tables:
        newest = tables.journal.newest()
    assert newest is not None
    assert newest.action == "list.export"
    assert written.sha256 in newest.body
    assert room.verification.verify().ok


def test_who_only_reads_hands_nothing_out(staffed: Staff, tmp_path: Path) -> None:
    viewer = staffed.room.officer.add("丁某", OfficerRole.VIEWER, PIN, by=staffed.by).value
    exporter = staffed.room.list_export
    written = exporter.write(exporter.open_item_table(), tmp_path / "a.xlsx")
    with pytest.raises(OfficerMayNot):
        exporter.note(written, by=Actor(viewer.id, viewer.id))
