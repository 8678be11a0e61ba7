"""Settings by keys: the unit's behind a PIN, the machine's at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from dutydesk.domain.settings import SHIFT_PATTERNS
from dutydesk.ui.tokens import Look
from dutydesk.ui.widgets.notice_strip import NoticeKind
from dutydesk.ui.widgets.tab_order import tab_order
from tests.builders import PIN
from tests.ui import looking
from tests.ui.live_desk import CTRL, live_desk, settle

KEY = Qt.Key


@pytest.fixture
def live(staffed, theme, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = live_desk(staffed.room, theme, qtbot)
    made.press(KEY.Key_F10)
    return made


@pytest.fixture
def panel(live):
    return live.panel("settings")


def open_gate(live):
    panel = live.panel("settings")
    panel.gate.pin.setFocus()
    live.type(PIN)
    live.press(KEY.Key_Return)


def test_what_is_in_force_is_shown_and_the_units_part_is_shut(live, panel):
    assert panel.unit.text() == "安和街道办事处值班室"
    assert panel.fields["late_after_minutes"].value() == 10
    assert panel.fields["report_to"].value() == ["区政府总值班室"]
    assert not panel.unit.isEnabled()
    assert not panel.save.isEnabled()


def test_changes_behind_the_pin_are_saved_together(live, panel):
    open_gate(live)
    panel.unit.setText("安和街道值班室")
    panel.fields["late_after_minutes"].set_value(15)
    panel.fields["report_to"].set_value(["区政府总值班室", "区应急管理局"])
    panel.fields["shift_pattern"].set_value(list(SHIFT_PATTERNS["two_shifts"]))
    live.press((KEY.Key_S, CTRL))
    settings = live.room.settings
    assert settings.room().unit == "安和街道值班室"
    assert settings.get("late_after_minutes") == 15
    assert settings.get("report_to") == ["区政府总值班室", "区应急管理局"]
    assert settings.get("shift_pattern") == SHIFT_PATTERNS["two_shifts"]
    (notice,) = live.desk.notices.notices()
    assert (notice.kind, notice.text) == (NoticeKind.DONE, "设置已保存。")


def test_saving_without_a_change_says_so(live, panel):
    open_gate(live)
    panel.save.click()
    assert live.desk.notices.notices()[0].text == "没有改动。"


def test_what_is_refused_stays_typed_and_nothing_of_it_is_saved(live, panel):
    open_gate(live)
    panel.fields["late_after_minutes"].set_value(15)
    rows = [{"kind": "full", "start": "8点", "end": "08:30", "days": "every"}]
    panel.fields["shift_pattern"].set_value(rows)
    panel.unit.setText("新名称")
    panel.save.click()
    assert "班次安排" in panel._answer.text()
    assert panel.fields["shift_pattern"].value() == rows
    assert panel.save.isEnabled()
    assert live.room.settings.get("late_after_minutes") == 10
    assert live.room.settings.room().unit == "安和街道办事处值班室"


def test_an_empty_unit_is_refused(live, panel):
    open_gate(live)
    panel.unit.clear()
    panel.save.click()
    assert "单位名称没有填" in panel._answer.text()


def test_this_machines_look_changes_at_once_without_a_pin_and_is_kept(live, panel):
    box = panel.fields["palette"].widget
    box.setCurrentIndex(box.findData("night"))
    box.activated.emit(box.currentIndex())
    assert live.desk.theme.look is Look.NIGHT
    size = panel.fields["type_scale"].widget
    size.setCurrentIndex(size.findData(150))
    size.activated.emit(size.currentIndex())
    assert live.desk.theme.scale == 150
    assert live.room.workstation.all()["palette"] == "night"
    assert live.room.workstation.all()["type_scale"] == 150


def test_a_size_changed_by_key_is_shown_when_the_room_is_entered(live, panel):
    live.room.workstation.put({"type_scale": 125})
    live.press(KEY.Key_F5, KEY.Key_F10)
    assert panel.fields["type_scale"].value() == 125


def test_the_backup_folder_is_chosen_by_a_dialog(live, panel, tmp_path):
    open_gate(live)
    live.messages.answers.append(tmp_path)
    panel._pick.click()
    assert panel.fields["backup_folder"].value() == str(tmp_path)
    live.messages.answers.append(None)
    panel._pick.click()
    assert panel.fields["backup_folder"].value() == str(tmp_path)


def test_leaving_the_room_shuts_the_gate(live, panel):
    open_gate(live)
    assert panel.unit.isEnabled()
    live.press(KEY.Key_F5, KEY.Key_F10)
    assert not panel.unit.isEnabled()


@pytest.mark.parametrize("scale", [100, 125, 150, 200])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
def test_nothing_is_clipped_and_the_page_is_as_wide_as_its_place(live, panel, scale, size):
    open_gate(live)
    live.desk.theme.set_scale(scale)
    live.window.resize(*size)
    settle()
    scroll = panel.findChild(QScrollArea)
    assert scroll.widget().width() <= scroll.viewport().width()
    assert looking.clipped_texts(live.window) == []
    assert looking.outside(live.window) == []
    assert looking.unnamed(live.window) == []
    assert looking.english(live.window) == set()


def test_tab_reaches_every_field(live, panel):
    open_gate(live)
    reached = set(looking.reached_by_tab(live.window, live.qtbot))
    for key, field in panel.fields.items():
        proxy = field.widget.focusProxy() or field.widget
        assert proxy in reached, key
    assert panel.save in reached


def test_f10_begins_in_the_first_field(live, panel):
    assert panel._machine_holder.isAncestorOf(live.focus)


def test_a_change_not_saved_is_there_when_one_comes_back_and_can_be_dropped(live, panel):
    open_gate(live)
    panel.fields["late_after_minutes"].set_value(25)
    live.press(KEY.Key_F5, KEY.Key_F10)
    assert panel.fields["late_after_minutes"].value() == 25
    assert "还没有保存" in panel._answer.text()
    open_gate(live)
    live.press((KEY.Key_S, CTRL))
    assert live.room.settings.get("late_after_minutes") == 25
    panel.unit.setText("别的单位")
    live.press(KEY.Key_F5, KEY.Key_F10)
    panel.drop.click()
    assert panel.unit.text() == "安和街道办事处值班室"
    assert panel._answer.text() == ""


def test_tab_goes_through_the_rows_of_the_shifts_before_it_saves(panel):
    order = tab_order(panel)
    pattern = tab_order(panel.fields["shift_pattern"].widget)
    assert pattern
    assert max(map(order.index, pattern)) < order.index(panel.save) < order.index(panel.drop)
