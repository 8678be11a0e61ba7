from datetime import datetime, timedelta
from pathlib import Path

from dutydesk.domain.absence_notice import DraftAbsenceNotice
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.list_table import WrittenList
from dutydesk.wording.list_table import (
    ABSENCE_COLUMNS,
    DIRECTIVE_COLUMNS,
    EQUIPMENT_COLUMNS,
    LOG_COLUMNS,
    OPEN_ITEM_COLUMNS,
    absence_row,
    directive_row,
    equipment_row,
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


def test_each_row_of_a_register_has_a_cell_for_every_heading(staffed: Staff) -> None:
    room, by, now = staffed.room, staffed.by, staffed.room.clock.now()
    room.duty_log.record(draft(room, "查隐患", kind=EntryKind.DIRECTIVE, person="区长"), by=by)
    (line,) = room.directive.ledger()
    row = directive_row(line)
    assert (len(row), row[0], row[4], row[-1]) == (len(DIRECTIVE_COLUMNS), "区长", "查隐患", 1)
    notice = DraftAbsenceNotice(
        id=room.absence_notice.new_id(),
        person="丁某",
        reason="开会",
        place="省城",
        acting_person="戊某",
        starts_at=now - timedelta(hours=1),
        ends_at=now + timedelta(hours=9),
    )
    filed = room.absence_notice.file(notice, by=by).value.notice
    cells = dict(zip(ABSENCE_COLUMNS, absence_row(filed, now), strict=True))
    assert (cells["外出人"], cells["状态"], cells["标记"]) == ("丁某", "外出中", "补报")
    assert cells["离开时间"] == datetime(2026, 11, 20, 7, 30)  # noqa: DTZ001 -- as spreadsheets hold it
    room.equipment.seed(by=by)
    states = room.equipment.view().states
    assert {len(equipment_row(state)) for state in states} == {len(EQUIPMENT_COLUMNS)}
    assert equipment_row(states[0])[6] == "未查"


def test_what_was_left_out_is_said() -> None:
    whole = WrittenList(Path("/a.xlsx"), "值班日志", 3, 0, "")
    assert written_words(whole) == "值班日志已导出 3 条：/a.xlsx"
    assert "2 格" in written_words(WrittenList(Path("/a.xlsx"), "值班日志", 3, 2, ""))
