from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from dutydesk.domain.officer import Actor, OfficerRole
from dutydesk.ui.contacts.look_deed import LookDialog
from dutydesk.ui.desk import Seat
from tests.builders import PIN
from tests.ui.looking import CTRL, press


def test_a_viewer_reads_mobiles_only_for_a_reason_that_is_on_record(contacts, qtbot):
    room = contacts.staff.room
    viewer = room.officer.add("查阅某", OfficerRole.VIEWER, PIN, by=contacts.staff.by).value
    seat = Seat(Actor(viewer.id, viewer.id), "查阅某", may_write=False, sees_mobiles=False)
    contacts.desk.session.sit_down(seat)
    contacts.type("单某")
    assert "199****0013" in contacts.panel.card.texts()
    assert "19900000013" not in str(contacts.panel.card.texts())
    press(qtbot, contacts.window, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "00006000013"
    press(qtbot, contacts.window, Qt.Key.Key_M, CTRL)
    dialog = contacts.dialog(LookDialog)
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert "原因" in dialog.answer.text()
    dialog.reason.insert("送达紧急通知")
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert "19900000013" in contacts.panel.card.texts()
    with room.store.reading() as tables:
        actions = [row.action for _, row in tables.journal.each()]
    assert actions[-1] == "contacts.unmask"
    contacts.type("仇某")
    contacts.type("单某")
    assert "199****0013" in contacts.panel.card.texts()


def test_who_sees_every_number_is_asked_nothing(contacts, qtbot):
    contacts.type("单某")
    press(qtbot, contacts.window, Qt.Key.Key_M, CTRL)
    assert contacts.window.findChildren(LookDialog) == []
