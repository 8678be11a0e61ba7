"""谁管这事 as an officer asks it: words in, the number out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from dutydesk.domain.contacts import Contact, ContactRole, Unit, UnitKind
from dutydesk.domain.officer import Actor
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import NumberDraft
from dutydesk.ui.desk import Seat
from dutydesk.ui.responsibility.who_dialog import WhoDialog
from tests.ui.live_desk import insert, settle


@pytest.fixture
def dialog(live):
    room, by = live.room, live.desk.session.seat.actor
    room.contacts.save_unit(Unit("third", "安和三社区", kind=UnitKind.COMMUNITY), by=by)
    contact = Contact("c1", "丁某", "third", duty_role=ContactRole.GRID_WORKER, area="3号楼")
    room.contacts.save(contact, (NumberDraft(NumberKind.MOBILE, "19900000003"),), by=by)
    made = WhoDialog(live.desk, room.responsibility, "安和三社区3号楼燃气泄漏", live.window)
    made.open()
    settle()
    return made


def cells(dialog, row=0):
    return [dialog.table.item(row, column).text() for column in range(4)]


def test_the_words_given_are_answered_at_once(dialog):
    assert cells(dialog) == ["责任片区（安和三社区）", "安和三社区", "丁某", "19900000003"]
    assert "燃气泄漏" in dialog.read_as.text()


def test_enter_copies_the_number_and_down_goes_to_the_next(dialog, qtbot):
    qtbot.keyClick(dialog.query, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "19900000003"
    qtbot.keyClick(dialog.query, Qt.Key.Key_Down)
    assert dialog.table.currentRow() == 1
    qtbot.keyClick(dialog.query, Qt.Key.Key_Return)
    assert "没有号码" in dialog.answer.text()
    qtbot.keyClick(dialog.query, Qt.Key.Key_Up)
    assert dialog.table.currentRow() == 0


def test_other_words_are_asked_anew_and_nobody_found_says_what_to_do(dialog, qtbot):
    dialog.query.clear()
    insert(dialog.query, "今天天气不错")
    dialog.look()
    settle()
    assert dialog.table.rowCount() == 0
    assert "没有找到" in dialog.read_as.text()


def test_ctrl_d_begins_the_call(dialog, qtbot):
    called = []
    dialog.call_wanted.connect(lambda *who: called.append(who))
    qtbot.keyClick(dialog.query, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert called == [("安和三社区", "丁某", "19900000003")]


def test_who_may_only_look_sees_no_whole_mobile(live, dialog):
    live.desk.session.sit_down(Seat(Actor("v", "v"), "戊某", may_write=False, sees_mobiles=False))
    looked = WhoDialog(live.desk, live.room.responsibility, "安和三社区3号楼燃气泄漏", live.window)
    looked.open()
    settle()
    assert cells(looked)[3] == "199****0003"
    looked.query.setText("路边平房起火")
    looked.look()
    settle()
    assert "119" in [looked.table.item(row, 3).text() for row in range(looked.table.rowCount())]
    assert not looked.call.isEnabled()
