"""统计, the room of figures."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.changes import Changes
from dutydesk.domain.paper_issue import PaperKind
from tests.builders import draft
from tests.services.test_incident import opened, report
from tests.ui.live_desk import CTRL, SHIFT, settle

KEY = Qt.Key


@pytest.fixture
def panel(live):
    fire = opened(live.room)
    report(live.room, fire, "first", "phone")
    live.go_on(minutes=300)
    live.press((KEY.Key_F3, SHIFT))
    found = live.panel("statistics")
    live.qtbot.waitUntil(lambda: bool(found.figures.charts))
    return found


def test_the_month_is_told_in_words_charts_and_a_list(panel):
    assert panel.figures.summary.text().startswith("突发事件1起（未定级1起）；报告1份")
    titles = [chart.title.text() for chart in panel.figures.charts]
    assert titles == [
        "接报时段（起）",
        "2026年各月突发事件（起）",
        "按种类和等级（起）",
        "各阶段按时率",
    ]
    assert panel.figures.late.rowCount() > 0
    assert "未报，已超" in panel.figures.late.item(0, 5).text()
    assert not panel._scroll.isHidden()


def test_enter_on_a_late_report_shows_its_incident(live, panel):
    panel.figures.late.setFocus()
    live.qtbot.keyClick(panel.figures.late, KEY.Key_Return)
    settle()
    room = live.panel("incident")
    assert room.isVisible()
    assert room.selected().incident.incident_no == "2026-001"


def test_another_month_without_anything_says_so_and_keys_go_back(live, panel):
    live.press((KEY.Key_PageUp, CTRL))
    assert panel.month.currentText() == "10月"
    assert not panel._empty.isHidden()
    assert panel._scroll.isHidden()
    live.press((KEY.Key_PageDown, CTRL))
    assert panel.month.currentText() == "11月"
    assert panel._empty.isHidden()


def test_the_months_before_january_are_those_of_the_year_before(live, panel):
    opened(live.room, received_at=live.room.clock.now() - timedelta(days=400))
    live.desk.runner.submit(live.room.statistics.years, done=panel._show_years)
    panel.month.setCurrentIndex(1)
    panel.step(-1)
    assert (panel.year.currentData(), panel.month.currentText()) == (2025, "12月")
    panel.step(1)
    assert (panel.year.currentData(), panel.month.currentText()) == (2026, "1月")
    panel.month.setCurrentIndex(0)
    panel.step(1)
    assert panel.year.currentData() == 2026


def test_a_whole_year_is_counted_and_printed(live, panel):
    asked = []
    panel._show_paper = asked.append
    panel.month.setCurrentIndex(0)
    panel.month.activated.emit(0)
    assert panel.figures.summary.text().startswith("突发事件1起")
    live.press(KEY.Key_F9)
    request = asked[-1]
    assert request.kind is PaperKind.STATISTICS
    assert (request.since.isoformat(), request.until.isoformat()) == ("2026-01-01", "2026-12-31")


def test_the_hours_of_log_entries_can_be_looked_at_instead(live, panel):
    live.room.duty_log.record(draft(live.room, "停电"), by=live.desk.session.seat.actor)
    panel.counted.setCurrentIndex(1)
    panel.counted.activated.emit(1)
    heat = panel.figures.charts[0]
    assert heat.title.text() == "值班记录时段（条）"
    assert "1条" in heat.said.text()


def test_a_change_of_the_record_is_counted_at_once(live, panel):
    made = opened(live.room)
    live.desk.hub.announce(Changes({"incident": frozenset({made.id})}))
    settle()
    assert panel.figures.summary.text().startswith("突发事件2起")


def test_the_picture_is_written_where_it_was_asked_for(live, panel, tmp_path, monkeypatch):
    target = tmp_path / "图"
    monkeypatch.setattr(live.desk.messages, "save_file", lambda _wish: target)
    live.press((KEY.Key_E, CTRL))
    assert (tmp_path / "图.png").read_bytes().startswith(b"\x89PNG")
    missing = tmp_path / "没有" / "图.png"
    monkeypatch.setattr(live.desk.messages, "save_file", lambda _wish: missing)
    panel.save_picture()
    assert not missing.exists()


def test_nobody_asked_for_a_file_writes_none(live, panel, tmp_path, monkeypatch):
    monkeypatch.setattr(live.desk.messages, "save_file", lambda _wish: None)
    panel.save_picture()
    assert list(tmp_path.glob("*.png")) == []
