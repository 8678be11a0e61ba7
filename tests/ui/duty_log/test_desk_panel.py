import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dutydesk.domain.duty_log import Correction
from dutydesk.domain.instants import from_iso
from dutydesk.ui.duty_log.correct_dialog import CorrectDialog
from dutydesk.ui.tokens import LookChoice
from tests.builders import draft
from tests.ui import looking
from tests.ui.live_desk import CTRL, live_desk, settle

KEY = Qt.Key


def record(staffed, text, **values):
    open_item = values.pop("open_item", False)
    made = draft(staffed.room, text, **values)
    return staffed.room.duty_log.record(made, by=staffed.by, open_item=open_item)


def test_an_empty_shift_says_what_will_stand_there_and_the_key(live):
    panel = live.panel()
    assert panel.log.empty.isVisible()
    assert not panel.view.isVisible()
    assert "F2" in panel.log.empty._verb.text()
    live.qtbot.mouseClick(panel.log.empty._verb, Qt.MouseButton.LeftButton)
    assert panel.form.has_focus()


def test_a_new_row_is_selected_and_in_view(live):
    for number in range(30):
        live.press(KEY.Key_F2, KEY.Key_Return)
        live.type(f"{number}")
        live.press(KEY.Key_Return)
    panel = live.panel()
    assert panel.selected().entry.text == "29"
    rect = panel.view.visualRect(panel.view.currentIndex())
    assert panel.view.viewport().rect().contains(rect)
    assert panel.log.foot.text() == "本班 30 条　未办结 0"


def test_an_entry_of_an_earlier_time_is_shown_in_its_place(live):
    for time, text in (("0830", "后"), ("0815", "先")):
        live.press(KEY.Key_F2)
        live.panel().form.fields.time.edit.setText(time)
        live.press(KEY.Key_Return)
        live.type(text)
        live.press(KEY.Key_Return)
    panel = live.panel()
    assert [panel.model.entry_at(row).entry.text for row in (1, 2)] == ["先", "后"]
    assert panel.selected().entry.text == "先"


def test_what_another_part_of_the_desk_records_appears_and_the_selection_stays(live, staffed):
    first = record(staffed, "一")
    live.desk.hub.announce(first.changes)
    panel = live.panel()
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    live.desk.hub.announce(record(staffed, "二", open_item=True).changes)
    assert panel.selected().entry.text == "一"
    assert panel.model.rowCount() == 3
    assert panel.log.foot.text() == "本班 2 条　未办结 1"


def test_ctrl_e_corrects_the_selected_row_else_the_newest(live, staffed):
    for text in ("一", "二"):
        live.desk.hub.announce(record(staffed, text).changes)
    panel = live.panel()
    live.press((KEY.Key_E, CTRL))
    assert live.dialog(CorrectDialog).windowTitle() == "更正第2条"
    live.dialog(CorrectDialog).reject()
    settle()
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    live.press(KEY.Key_Return)
    assert live.dialog(CorrectDialog).windowTitle() == "更正第1条"


def test_a_struck_row_is_not_corrected_again_but_says_so(live, staffed):
    entry = record(staffed, "一").value
    fix = Correction(live.room.duty_log.new_id(), "听错", text="二")
    live.desk.hub.announce(live.room.duty_log.correct(entry.id, fix, by=staffed.by).changes)
    panel = live.panel()
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    assert panel.selected().is_struck
    live.press((KEY.Key_E, CTRL))
    assert live.dialog(CorrectDialog) is None
    assert "更正" in live.desk.notices.notices()[0].text


def test_f9_asks_for_the_sheet_of_this_duty_day(live, staffed):
    with live.qtbot.waitSignal(live.panel().sheet_wanted) as caught:
        live.press(KEY.Key_F9)
    assert caught.args == [staffed.shift.duty_date]


def test_ctrl_i_asks_for_an_incident_from_the_newest_entry(live, staffed):
    live.desk.hub.announce(record(staffed, "起火").changes)
    with live.qtbot.waitSignal(live.panel().incident_wanted) as caught:
        live.press((KEY.Key_I, CTRL))
    assert caught.args[0].text == "起火"


def test_the_room_is_as_it_was_left(live, staffed):
    for number in range(30):
        live.desk.hub.announce(record(staffed, f"第{number}条").changes)
    panel = live.panel()
    panel.view.setCurrentIndex(panel.model.index(3, 0))
    panel.view.verticalScrollBar().setValue(40)
    live.press((KEY.Key_L, CTRL), KEY.Key_F5)
    settle()
    assert panel.view.verticalScrollBar().value() == 40
    assert panel.view.currentIndex().row() == 3


def test_coming_back_to_the_room_the_cursor_is_in_the_quick_entry(live):
    live.press((KEY.Key_L, CTRL))
    live.press(KEY.Key_F5)
    assert live.focus is live.panel().form.fields.caller.edit


def test_f2_from_another_room_comes_here(live):
    live.press((KEY.Key_L, CTRL), KEY.Key_F2)
    assert live.window.room() is live.panel()
    assert live.panel().form.has_focus()


@pytest.fixture
def full(staffed, theme, qtbot):
    """A shift over midnight with every mark, and a draft set aside."""
    room = staffed.room
    long = "3号楼地下车库进水约10厘米，物业正在排水，已通知市政处值班室，请社区现场值守。" * 4
    record(staffed, "09:12 通知16时前报送防汛值守情况。", open_item=True)
    entry = record(staffed, long, source="安和三社区", person="尉迟某", phone="19900000054").value
    fix = Correction(room.duty_log.new_id(), "楼号听错", text="2号楼进水")
    room.duty_log.correct(entry.id, fix, by=staffed.by)
    room.clock.forward(hours=16)
    record(staffed, "巡查", at=from_iso("2026-11-20T23:50"))
    record(staffed, "已过零点")
    live = live_desk(room, theme, qtbot)
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("写到一半的一条记录，有点长")
    live.press(KEY.Key_F2)
    live.panel().form.fields.is_open_item.setChecked(True)
    live.panel().form._say("内容没有填。请写明情况后再按 Enter。")
    settle()
    return live


@pytest.mark.parametrize("scale", [100, 125, 150, 200])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1920, 1080)])
def test_nothing_is_clipped_or_outside(full, scale, size):
    full.desk.theme.set_scale(scale)
    full.window.resize(*size)
    settle()
    assert (full.window.width(), full.window.height()) == size

    def nothing_is_clipped():
        assert looking.clipped_texts(full.window) == []

    # The fields and the row of drafts make room for one another in more than one round.
    full.qtbot.waitUntil(nothing_is_clipped)
    assert looking.outside(full.window) == []
    assert looking.english(full.window) == set()
    assert full.panel().view.height() >= 3 * full.desk.theme.measure("row") or scale == 200


@pytest.mark.parametrize("look", list(LookChoice))
def test_every_look_draws(full, look):
    full.desk.theme.choose(look, full.room.clock.now())
    assert not full.window.grab().isNull()


def test_every_control_has_a_name_and_is_reached_by_tab(full):
    assert looking.unnamed(full.window) == []
    wanted = {
        child
        for child in looking.shown(full.panel(), QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled()
    }
    assert wanted <= set(looking.reached_by_tab(full.window, full.qtbot))


def test_ctrl_up_goes_into_the_log_and_home_to_its_first_entry(live, staffed):
    for text in ("一", "二", "三"):
        live.desk.hub.announce(record(staffed, text).changes)
    panel = live.panel()
    live.press((KEY.Key_Up, CTRL))
    assert panel.view.hasFocus()
    assert panel.selected().entry.text == "三"
    live.press(KEY.Key_Home)
    assert panel.selected().entry.text == "一"
    live.press(KEY.Key_Down, KEY.Key_Return)
    assert live.dialog(CorrectDialog).windowTitle() == "更正第2条"
    live.dialog(CorrectDialog).reject()
    live.press(KEY.Key_F2)
    assert panel.form.has_focus()


def corrected(live, staffed, text="2号楼进水"):
    """Record an entry, select it by keys and correct it."""
    live.desk.hub.announce(record(staffed, text).changes)
    live.press((KEY.Key_Up, CTRL))
    old = live.panel().selected().entry
    correction = Correction(id=staffed.room.duty_log.new_id(), reason="楼号听错", text="3号楼进水")
    done = staffed.room.duty_log.correct(old.id, correction, by=staffed.by)
    live.desk.hub.announce(done.changes)
    return old, done.value


def test_after_a_correction_the_correcting_entry_is_selected(live, staffed):
    _, new = corrected(live, staffed)
    assert live.panel().selected().entry.id == new.id


def test_the_verbs_on_a_struck_entry_take_its_correction(live, staffed):
    old, new = corrected(live, staffed)
    panel = live.panel()
    panel.view.setCurrentIndex(panel.model.index(panel.model.row_of(old.id), 0))
    wanted = []
    panel.incident_wanted.connect(wanted.append)
    panel.open_item_wanted.connect(wanted.append)
    live.press((KEY.Key_I, CTRL), (KEY.Key_T, CTRL))
    assert [entry.id for entry in wanted] == [new.id, new.id]
    assert panel.selected().entry.id == old.id


def test_in_large_type_what_is_optional_waits_for_a_text(live):
    live.window.resize(1366, 768)
    fields = live.panel().form.fields
    assert fields.handling.isVisible(), "there is room for it at 100 %"
    live.desk.theme.set_scale(200)
    live.qtbot.waitUntil(lambda: not fields.handling.isVisible())
    view = live.panel().view
    live.qtbot.waitUntil(lambda: view.height() >= 3 * live.desk.theme.measure("row"))
    fields.text.setPlainText("3号楼燃气异味")
    live.qtbot.waitUntil(fields.handling.isVisible)
    fields.handling.setText("已通知物业")
    fields.text.clear()
    assert fields.handling.isVisible(), "what is written is never out of sight"
    fields.clear()
    live.qtbot.waitUntil(lambda: not fields.handling.isVisible())
    live.desk.theme.set_scale(100)
    live.qtbot.waitUntil(fields.handling.isVisible)
