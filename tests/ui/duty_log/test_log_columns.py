from dataclasses import replace

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView

from dutydesk.domain.duty_log import Correction
from dutydesk.ui.duty_log.log_columns import WIDTHS, ColumnFit, columns, full_text
from tests.builders import Staff, draft
from tests.ui.duty_log.attachment_samples import entry_with, photos

COLUMNS = columns(lambda: 2026)


def test_every_column_but_the_last_has_its_width() -> None:
    assert len(WIDTHS) == len(COLUMNS) - 1


def test_a_row_says_day_time_kind_source_officer_and_text_with_its_marks(staffed: Staff) -> None:
    room = staffed.room
    typed = draft(room, "二号楼\n漏水", source="安和三社区", handling="已通知物业")
    entry = room.duty_log.record(typed, by=staffed.by).value
    fix = Correction(room.duty_log.new_id(), reason="楼号听错", text="三号楼漏水")
    room.duty_log.correct(entry.id, fix, by=staffed.by)
    struck = room.duty_log.entry(entry.id)
    cells = [column.text(struck) for column in COLUMNS]
    assert cells == [
        "11月20日",
        "08:30",
        "来电",
        "安和三社区",
        "甲某",
        "〔已更正〕二号楼 漏水",
    ]
    assert columns(lambda: 2027)[0].text(struck) == "2026年11月20日"
    newer = room.duty_log.entry(struck.corrected_by or "")
    # 接第1条, 见第2条: the number that others name it by is there to be read.
    assert full_text(newer).startswith("第2条　")
    assert "处理：已通知物业" in full_text(newer)
    assert "更正原因：楼号听错" in full_text(newer)
    bare = replace(newer, entry=replace(newer.entry, handling="", correction_reason=""))
    assert "处理：" not in full_text(bare)
    assert "更正原因" not in full_text(bare)


@pytest.mark.parametrize(("width", "hidden"), [(900, []), (700, [4]), (520, [3, 4])])
def test_the_text_can_be_read_however_narrow_the_list(theme, qtbot, width, hidden):
    table = QTableView()
    table.setModel(QStandardItemModel(3, len(COLUMNS), table))
    qtbot.addWidget(table)
    ColumnFit(table, theme)
    table.resize(width, 300)
    table.show()
    assert [at for at in range(len(COLUMNS)) if table.isColumnHidden(at)] == hidden


def test_the_columns_grow_with_the_type(theme, qtbot):
    table = QTableView()
    table.setModel(QStandardItemModel(3, len(COLUMNS), table))
    qtbot.addWidget(table)
    ColumnFit(table, theme)
    before = table.columnWidth(0)
    theme.set_scale(200)
    assert table.columnWidth(0) > before * 1.8


def test_the_text_names_its_attachments_in_mark_tool_tip_and_below(live, staffed, tmp_path):
    listed = entry_with(live, staffed, *photos(tmp_path, "a.jpg", "b.jpg"))
    text = columns(lambda: 2026)[-1]
    assert text.text(listed).startswith("〔附件2〕")
    assert text.tip(listed) == "附件：a.jpg、b.jpg"
    assert "附件：a.jpg、b.jpg" in full_text(listed)
