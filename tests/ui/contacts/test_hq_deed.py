from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from dutydesk.domain.hq_member import HqPart
from dutydesk.ui.contacts.hq_deed import HqDeed
from dutydesk.ui.contacts.hq_dialog import HqMemberDialog
from dutydesk.ui.contacts.unit_lines import Which
from tests.ui import looking
from tests.ui.looking import CTRL, press


def cells(view):
    table = view.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_hqs_stand_in_the_tree_and_get_their_members(contacts, qtbot):
    deed = contacts.panel.findChild(HqDeed)
    press(qtbot, contacts.window, Qt.Key.Key_Q, CTRL)
    assert deed.view.isVisible()
    assert not contacts.panel.people.isVisible()
    flood = contacts.staff.room.hq_member.views()[0].hq
    contacts.panel.show_which(Which(hq_id=flood.id))
    assert deed.view.title.text() == flood.name
    deed.view.buttons["add"].click()
    dialog = contacts.dialog(HqMemberDialog)
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert "姓名或单位" in dialog.answer.text()
    dialog.part.setCurrentIndex(dialog.part.findData(HqPart.CHIEF.value))
    qtbot.keyClicks(dialog.person.edit, "shanm")
    qtbot.keyClick(dialog.person.edit, Qt.Key.Key_Return)
    dialog.submit()
    assert cells(deed.view) == [["指挥长", "单某", "区应急管理局", "值班科长", "19900000013"]]
    own = contacts.staff.room.hq_member.views()[0].hq
    assert contacts.panel.tree.which() == Which(hq_id=own.id)
    for unit in ("区水务局", "区燃气公司"):
        deed.view.buttons["add"].click()
        dialog = contacts.dialog(HqMemberDialog)
        dialog.unit.setText(unit)
        dialog.submit()
    assert [row[2] for row in cells(deed.view)] == ["区应急管理局", "区水务局", "区燃气公司"]
    deed.view.table.selectRow(2)
    deed.view.buttons["up"].click()
    assert [row[2] for row in cells(deed.view)][1:] == ["区燃气公司", "区水务局"]
    deed.view.buttons["remove"].click()
    assert len(cells(deed.view)) == 2
    deed.view.table.selectRow(0)
    deed.view.table.activated.emit(deed.view.table.model().index(0, 0))
    assert QGuiApplication.clipboard().text() == "19900000013"
    assert looking.clipped_texts(contacts.window) == []
    assert looking.unnamed(contacts.window) == []
    contacts.type("单某")
    assert contacts.panel.people.isVisible()
    assert not deed.view.isVisible()
