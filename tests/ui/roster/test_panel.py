from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.domain.instants import china
from dutydesk.domain.officer import Actor
from dutydesk.domain.paper_issue import PaperKind
from dutydesk.domain.roster import LEAD_POST, PRIMARY_POST, MonthState, SlotSource
from dutydesk.ui.history.dialog import HistoryDialog
from dutydesk.ui.papers.paper_desk import PaperDesk
from dutydesk.ui.roster.month_deed import PublishDialog
from dutydesk.ui.roster.swap_dialog import SwapDialog, UndoDialog
from tests.roster_office import member, put, two_posts
from tests.ui import looking
from tests.ui.live_desk import CTRL, SHIFT, insert, settle

KEY = Qt.Key
CTRL_SHIFT = CTRL | SHIFT


def today(live):
    return china(live.room.clock.now()).date()


def cell(panel):
    return panel.grid.month.data(panel.grid.currentIndex())


def confirm(live, dialog):
    """Press the dialog's button by Enter in its last field, and come back to the room."""
    dialog.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    dialog.accept_button.setFocus()
    live.qtbot.keyClick(dialog.focusWidget(), KEY.Key_Return)
    settle()
    live.window.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is live.window)


def test_a_key_opens_the_room_of_this_month_and_its_empty_state_says_how_to_begin(live):
    live.press((KEY.Key_F8, CTRL))
    panel = live.panel("roster")
    assert panel._empty.isVisible()
    assert panel.month == today(live).replace(day=1)
    assert panel.grid.current_row().day.day == today(live)
    assert looking.clipped_texts(panel) == []


def test_letters_look_somebody_up_and_typing_goes_on_down_the_column(live):
    member(live.room, "丙某", LEAD_POST)
    member(live.room, "欧阳某某", LEAD_POST)
    panel = live.enter("roster")
    tomorrow = today(live) + timedelta(days=1)
    panel.go_to(tomorrow)
    live.press(KEY.Key_O)
    editor = panel.editor
    assert editor.isVisible()
    live.qtbot.waitUntil(editor.picker.is_open)
    assert [one.name for one in editor.picker.candidates()] == ["欧阳某某"]
    live.press(KEY.Key_Return)
    settle()
    assert not editor.isVisible()
    (kept,) = panel.view.slots
    assert (kept.person, kept.duty_date, kept.post_id) == ("欧阳某某", tomorrow, LEAD_POST)
    assert kept.member_id is not None
    assert panel.grid.current_row().day.day == tomorrow + timedelta(days=1)
    live.press(KEY.Key_Return)
    insert(editor.picker.edit, "外借某")
    live.press(KEY.Key_Return)
    assert [slot.person for slot in panel.view.slots] == ["欧阳某某", "外借某"]
    live.press(KEY.Key_Up, KEY.Key_Delete)
    assert [slot.person for slot in panel.view.slots] == ["欧阳某某"]


def test_escape_leaves_a_cell_as_it_was_and_what_is_past_cannot_be_changed(live):
    panel = live.enter("roster")
    panel.go_to(today(live) + timedelta(days=1))
    live.press(KEY.Key_O)
    live.press(KEY.Key_Escape)
    if panel.editor.isVisible():
        live.press(KEY.Key_Escape)
    assert panel.grid.hasFocus()
    assert panel.view.slots == ()
    panel.go_to(today(live) - timedelta(days=1))
    live.press(KEY.Key_O)
    assert not panel.editor.isVisible()
    assert "不能再改" in panel.line.answer.text()


def test_keys_go_through_the_months_and_back_to_today(live):
    panel = live.enter("roster")
    month = panel.month
    live.press((KEY.Key_PageDown, CTRL))
    assert panel.month > month
    live.press((KEY.Key_PageUp, CTRL), (KEY.Key_PageUp, CTRL))
    assert panel.month < month
    live.press((KEY.Key_Home, CTRL))
    assert (panel.month, panel.grid.current_row().day.day) == (month, today(live))


def test_somebody_stands_in_with_reason_and_consent_and_it_is_taken_back(live):
    tomorrow = today(live) + timedelta(days=1)
    two_posts(live.room, tomorrow, "丙某", "甲某")
    member(live.room, "丁某", PRIMARY_POST)
    panel = live.enter("roster")
    panel.go_to(tomorrow)
    live.press(KEY.Key_Right)
    assert cell(panel) == "甲某"
    live.press((KEY.Key_S, CTRL))
    dialog = live.dialog(SwapDialog)
    assert dialog.agreed_by.text() == "丙某"
    dialog.person.set_text("丁某")
    confirm(live, dialog)
    assert live.dialog(SwapDialog) is dialog
    assert "事由" in dialog.answer.text()
    dialog.reason.setText("参加全区会议")
    confirm(live, dialog)
    assert live.dialog(SwapDialog) is None
    assert cell(panel) == "丁某 ⇄"
    assert "原甲某，由丁某替（事由：参加全区会议）" in panel.line.told.text()
    slots = {slot.post_id: slot for slot in panel.view.slots}
    assert slots[PRIMARY_POST].source is SlotSource.SWAPPED
    live.press((KEY.Key_H, CTRL_SHIFT))
    history = live.dialog(HistoryDialog)
    assert "姓名：甲某 → 丁某" in history.text.toPlainText()
    assert "调班、替班" in history.text.toPlainText()
    history.reject()
    live.press((KEY.Key_Z, CTRL))
    undo = live.dialog(UndoDialog)
    undo.reason.setText("会议取消")
    confirm(live, undo)
    assert cell(panel) == "甲某"
    live.press((KEY.Key_Z, CTRL))
    assert live.dialog(UndoDialog) is None
    assert "没有可以撤回的" in panel.line.answer.text()


def test_two_change_places(live):
    tomorrow = today(live) + timedelta(days=1)
    put(live.room, tomorrow, PRIMARY_POST, "甲某")
    put(live.room, tomorrow + timedelta(days=2), PRIMARY_POST, "丁某")
    panel = live.enter("roster")
    panel.go_to(tomorrow)
    live.press(KEY.Key_Right, (KEY.Key_S, CTRL))
    dialog = live.dialog(SwapDialog)
    dialog.kind.setCurrentIndex(1)
    assert dialog.other.isVisible()
    assert not dialog.person.isVisible()
    assert "丁某" in dialog.other.currentText()
    dialog.reason.setText("家中有事")
    dialog.agreed_by.setText("丙某")
    confirm(live, dialog)
    assert [slot.person for slot in panel.view.slots] == ["丁某", "甲某"]


def test_a_month_is_published_changed_by_swaps_only_and_taken_back(live):
    tomorrow = today(live) + timedelta(days=1)
    two_posts(live.room, tomorrow, "丙某", "甲某")
    panel = live.enter("roster")
    panel.go_to(tomorrow)
    live.press((KEY.Key_P, CTRL))
    dialog = live.dialog(PublishDialog)
    assert dialog.prepared_by.text() == "甲某"
    dialog.reviewed_by.setText("丙某")
    confirm(live, dialog)
    month = panel.view.month
    assert (month.state, month.version, month.reviewed_by) == (MonthState.PUBLISHED, 1, "丙某")
    assert panel.head.state.text().startswith("第1版")
    live.press(KEY.Key_O)
    assert not panel.editor.isVisible()
    assert "调班、替班" in panel.line.answer.text()
    live.press((KEY.Key_O, CTRL_SHIFT))
    assert panel.view.month.state is MonthState.PUBLISHED
    live.messages.answers.append("do")
    live.press((KEY.Key_O, CTRL_SHIFT))
    assert panel.view.month.state is MonthState.DRAFT
    assert "第1版已收回" in panel.head.state.text()


def test_the_sheet_is_printed_with_numbers_or_to_post_up(live, monkeypatch):
    asked = []
    monkeypatch.setattr(PaperDesk, "show_paper", lambda _self, request: asked.append(request))
    panel = live.enter("roster")
    live.messages.answers += ["inside", "post_up"]
    live.press(KEY.Key_F9, KEY.Key_F9, KEY.Key_F9)
    assert [(one.kind, one.is_masked) for one in asked] == [
        (PaperKind.ROSTER_SHEET, False),
        (PaperKind.ROSTER_SHEET, True),
    ]
    assert {one.month for one in asked} == {panel.month}


def test_a_viewer_looks_and_changes_nothing(live):
    tomorrow = today(live) + timedelta(days=1)
    put(live.room, tomorrow, LEAD_POST, "丙某")
    put(live.room, tomorrow, PRIMARY_POST, "甲某")
    panel = live.enter("roster")
    panel.go_to(tomorrow)
    seat = live.desk.session.seat
    viewer = type(seat)(Actor("v"), "查阅", may_write=False, sees_mobiles=False)
    live.desk.session.sit_down(viewer)
    live.press(KEY.Key_O, KEY.Key_Delete, (KEY.Key_S, CTRL), (KEY.Key_P, CTRL))
    assert not panel.editor.isVisible()
    assert live.dialog(SwapDialog) is None
    assert live.dialog(PublishDialog) is None
    assert cell(panel) == "丙某"
    live.press(KEY.Key_Right)
    assert "199****0001" in panel.line.told.text()


def test_the_room_fits_every_type_size_with_its_verbs_in_a_menu_where_it_is_low(live):
    tomorrow = today(live) + timedelta(days=1)
    two_posts(live.room, tomorrow, "欧阳某某", "甲某")
    panel = live.enter("roster")
    for scale in (100, 150, 200):
        live.desk.theme.set_scale(scale)
        settle()
        assert looking.clipped_texts(panel) == [], scale
        is_low = panel.height() < live.desk.theme.px(460)
        assert panel.head.generate.isVisible() != is_low
        panel.head.more.menu().aboutToShow.emit()
        words = [action.text() for action in panel.head.more.menu().actions()]
        assert words[0].startswith("自动排班" if is_low else "导入值班表"), scale
        assert "节假日安排  Ctrl+U" in words


def test_another_month_takes_the_open_field_and_its_list_away(live):
    member(live.room, "欧阳某某", LEAD_POST)
    panel = live.enter("roster")
    panel.go_to(today(live) + timedelta(days=1))
    live.press(KEY.Key_O)
    live.qtbot.waitUntil(panel.editor.picker.is_open)
    live.press((KEY.Key_PageDown, CTRL))
    assert not panel.editor.isVisible()
    assert not panel.editor.picker.is_open()
    assert panel.view.slots == ()
