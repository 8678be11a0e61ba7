"""Ctrl+Shift+X writes what the list shows; stopped, there is no file."""

import openpyxl
import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.log_search import LogSearch
from dutydesk.ui.list_export import ListExportDeed, export_spec
from tests.builders import draft
from tests.ui.live_desk import CTRL, SHIFT, live_desk

KEY = Qt.Key
EXPORT = (KEY.Key_X, CTRL | SHIFT)


@pytest.fixture
def live(staffed, theme, qtbot):
    for text in ("3号楼燃气异味", "巡查正常"):
        staffed.room.duty_log.record(draft(staffed.room, text), by=staffed.by)
    made = live_desk(staffed.room, theme, qtbot)
    made.press((KEY.Key_L, CTRL))
    return made


@pytest.fixture
def deed(live):
    panel, exporter = live.panel("duty_log"), live.room.list_export
    spec = export_spec("duty_log", "值班日志")
    return ListExportDeed(
        panel, exporter, spec, lambda: lambda: exporter.log_table(panel.listed())
    )


def told(live):
    return [notice.text for notice in live.desk.notices.notices()]


def test_what_is_found_is_written_and_said(live, deed, tmp_path):
    live.panel("duty_log").ask(LogSearch("燃气"))
    live.messages.answers = [tmp_path / "找到的"]
    live.press(EXPORT)
    (sheet,) = openpyxl.load_workbook(tmp_path / "找到的.xlsx").worksheets
    assert [cell.value for cell in sheet["H"]] == ["内容", "3号楼燃气异味"]
    assert told(live)[0].startswith("值班日志已导出 1 条")
    assert deed._progress is None


def test_nothing_is_written_where_no_place_was_chosen(live, deed, tmp_path):
    live.messages.answers = []
    live.press(EXPORT)
    assert told(live) == []
    assert deed._progress is None


def test_a_place_that_refuses_is_told(live, deed, tmp_path):
    live.messages.answers = [tmp_path / "没有" / "a.xlsx"]
    live.press(EXPORT)
    assert "写不进去" in told(live)[0]


def test_stopped_there_is_no_file_and_it_is_said(live, deed, tmp_path, monkeypatch):
    held = []
    runner = type(live.desk.runner)
    monkeypatch.setattr(
        runner, "submit_long", lambda self, job, **calls: held.append((job, calls)) or _Held()
    )
    live.messages.answers = [tmp_path / "a.xlsx"]
    live.press(EXPORT)
    deed._progress.canceled.emit()
    assert deed._watch.is_cancelled
    assert told(live) == ["已停止导出，没有写出文件。"]
    assert len(held) == 1


class _Held:
    is_cancelled = False

    def cancel(self):
        self.is_cancelled = True
