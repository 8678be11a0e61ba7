"""The rooms of the desk as the program connects them, with keys as pressed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.app.rooms import room_specs
from dutydesk.domain.contacts import Contact
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import NumberDraft
from dutydesk.ui.contacts.unit_dialog import UnitDialog
from dutydesk.ui.deadlines.panel import DeadlinePanel
from dutydesk.ui.desk import Seat
from dutydesk.ui.duty_log.correct_dialog import CorrectDialog
from dutydesk.ui.duty_log.register_dialog import RegisterDialog
from dutydesk.ui.key_sheet import KeySheet
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.palette import CommandPalette
from dutydesk.ui.papers.paper_desk import PaperDesk
from tests.builders import draft
from tests.ui.conftest import desk_clock, screen_font, theme  # noqa: F401 - fixtures
from tests.ui.looking import CTRL, press
from tests.ui.sample_desk import sample_desk, sample_services


@pytest.fixture
def window(staffed, theme, desk_clock, qtbot):  # noqa: F811 - the fixtures above
    room = staffed.room
    room.duty_log.record(draft(room), by=staffed.by)
    contact = Contact(room.contacts.new_id(), "单某")
    room.contacts.save(contact, (NumberDraft(NumberKind.MOBILE, "19900000013"),), by=staffed.by)
    desk = sample_desk(theme, desk_clock)
    desk.session.sit_down(Seat(staffed.by, "甲某"))
    made = DeskWindow(
        desk, sample_services(desk_clock), room_specs(room), DeadlinePanel(desk, lambda: ())
    )
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    return made


def preview_of(window):
    return window.desk.notices.findChild(PaperDesk).preview()


@pytest.mark.parametrize("first", ["contacts", "duty_desk"])
def test_every_room_opens_whichever_comes_first(window, first):
    window.enter(first)
    for room_id in window.rooms:
        window.enter(room_id)
        assert window.room() is not None


@pytest.mark.parametrize("room_id", ["duty_desk", "duty_log"])
def test_f9_shows_the_sheet_of_the_duty_day(window, qtbot, room_id):
    window.enter(room_id)
    press(qtbot, window, Qt.Key.Key_F9)
    preview = preview_of(window)
    assert preview.paper().file_name == "值班日志-2026-11-20.pdf"


@pytest.mark.parametrize("room_id", ["duty_log", "day_view"])
def test_ctrl_shift_p_in_the_log_shows_a_register(window, qtbot, room_id):
    window.enter(room_id)
    press(qtbot, window, Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.findChild(RegisterDialog)
    qtbot.keyClick(dialog.month, Qt.Key.Key_Return)
    assert preview_of(window).paper().file_name == "来电去电登记表-2026-11.pdf"


def test_f9_in_the_contacts_shows_the_directory(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F4)
    press(qtbot, window, Qt.Key.Key_F9)
    assert preview_of(window).paper().file_name.startswith("通讯录")


def test_a_contact_looked_up_becomes_the_one_who_is_called(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F4)
    qtbot.keyClicks(window.focusWidget(), "sm")
    qtbot.waitUntil(lambda: not window.room()._pause.isActive())
    press(qtbot, window, Qt.Key.Key_D, CTRL)
    front = window.panel("duty_desk")
    assert window.room() is front
    fields = front.form.fields
    assert fields.kind.currentData() == EntryKind.OUTGOING_CALL.value
    assert fields.caller.text() == "单某"
    assert fields.phone.text() == "19900000013"
    assert fields.text.hasFocus()


def test_the_log_opens_the_correction_of_the_selected_entry(window, qtbot):
    window.enter("duty_log")
    window.room().correct_selected()
    assert window.findChild(CorrectDialog).isVisible()


def test_ctrl_k_finds_what_a_room_can_do_before_one_was_there(window, qtbot):
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    palette = window.findChild(CommandPalette)
    qtbot.waitUntil(palette.isVisible)
    room_verbs = "导入 导出 停用 核实无误 新增单位 单方交接 继续值守 改清单 会签 审阅"
    for word in room_verbs.split():
        palette._edit.setText(word)
        assert palette.words(), word
    palette._edit.setText("新增单位")
    qtbot.keyClick(palette._edit, Qt.Key.Key_Return)
    assert window.findChild(UnitDialog).isVisible()
    assert window.room() is window.panel("contacts")


def test_the_key_sheet_says_in_which_room_a_key_means_what(window, qtbot):
    window.enter("duty_desk")
    press(qtbot, window, Qt.Key.Key_Slash, CTRL)
    texts = window.findChild(KeySheet).texts()
    for room, word in (("在值班台", "更正选中的记录"), ("在通讯录", "修改选中的联系人")):
        assert texts.index(room) < texts.index(word)
    assert texts.index("更正选中的记录") < texts.index("在通讯录")
