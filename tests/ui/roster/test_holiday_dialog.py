"""The editor of holidays: reached from 设置, changed only behind a PIN, by keys."""

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.instants import from_iso
from dutydesk.ui.roster.holiday_dialog import HolidayDeed, HolidayDialog
from tests.builders import PIN
from tests.ui.live_desk import live_desk, settle


@pytest.fixture
def dialog(staffed, clock, theme, qtbot):
    clock.at = from_iso("2026-11-20T10:00")
    live = live_desk(staffed.room, theme, qtbot)
    HolidayDeed(live.enter("settings"), live.room.holiday, live.room.officer).open()
    settle()
    found = live.dialog(HolidayDialog)
    found.live = live
    return found


def press(dialog, qtbot, field, key=Qt.Key.Key_Return):
    qtbot.keyClick(field, key)
    settle()


def days(dialog):
    return [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]


def test_the_year_that_is_due_is_typed_from_its_notice(dialog, qtbot):
    service = dialog.live.room.holiday
    assert dialog.year.currentText() == "2027年"
    assert "推定" in dialog.state.text()
    assert "请更新2027年节假日" in dialog.state.text()
    assert len(days(dialog)) == 13
    assert not dialog.first.isEnabled()
    dialog.gate.pin.setText(PIN)
    press(dialog, qtbot, dialog.gate.pin)
    assert dialog.first.hasFocus()
    dialog.first.setText("10-4")
    dialog.last.setText("10-7")
    dialog.name.setText("国庆节")
    press(dialog, qtbot, dialog.name)
    assert service.calendar().name(date(2027, 10, 7)) == "国庆节"
    assert dialog.first.text() == ""
    assert len(days(dialog)) == 17
    dialog.paper.setText("国务院办公厅关于2027年部分节假日安排的通知")
    press(dialog, qtbot, dialog.paper)
    assert not service.calendar().is_estimated(date(2027, 10, 7))
    assert "推定" not in dialog.state.text()
    dialog.first.setText("13-1")
    press(dialog, qtbot, dialog.first)
    assert "13-1" in dialog._answer.text()


def test_a_chosen_day_is_taken_into_the_fields_and_taken_out(dialog, qtbot):
    dialog.gate.pin.setText(PIN)
    press(dialog, qtbot, dialog.gate.pin)
    dialog.year.setCurrentIndex(dialog.year.findData(2026))
    dialog.table.selectRow(3)
    dialog.table.activated.emit(dialog.table.currentIndex())
    assert (dialog.first.text(), dialog.name.text()) == ("2026-01-04", "元旦")
    dialog.kind.setCurrentIndex(2)
    press(dialog, qtbot, dialog.first)
    assert "2026年1月4日" not in " ".join(days(dialog))
    assert dialog.back.isEnabled()
    dialog.back.click()
    settle()
    assert any("1月4日" in one for one in days(dialog))
    assert not dialog.back.isEnabled()


def test_a_file_is_taken_in_or_refused_with_its_sentence(dialog, qtbot, tmp_path):
    dialog.gate.pin.setText(PIN)
    press(dialog, qtbot, dialog.gate.pin)
    file = tmp_path / "2027.json"
    dialog.live.messages.answers += [file, file]
    file.write_text("{}")
    dialog.take.click()
    settle()
    assert "2027.json" in dialog._answer.text()
    day = {"name": "元旦", "date": "2027-01-01", "isOffDay": True}
    file.write_text(json.dumps({"year": 2027, "papers": ["通知"], "days": [day]}))
    dialog.take.click()
    settle()
    assert dialog.live.room.holiday.year(2027).own.source == "file"
    assert len(days(dialog)) == 1
