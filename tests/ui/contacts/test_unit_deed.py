import pytest
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QGuiApplication

from dutydesk.services.contact_unit import Telephones
from dutydesk.ui.contacts.move_dialog import MoveDialog
from dutydesk.ui.contacts.tree_drag import PERSON, UNIT, carried
from dutydesk.ui.contacts.unit_dialog import UnitDialog
from dutydesk.ui.contacts.unit_lines import Which
from tests.ui import looking
from tests.ui.looking import CTRL, press

CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def line(contacts, name):
    tree = contacts.panel.tree
    return next(item for item in tree._items() if item.text(0) == name)


def choose(contacts, name):
    contacts.panel.tree.setCurrentItem(line(contacts, name))
    contacts.panel.tree.setFocus()


def drop(contacts, data, item, share):
    """Let something go over a line, `share` of its height from its top."""
    tree = contacts.panel.tree
    rect = tree.visualItemRect(item)
    at = QPointF(rect.left() + 20, rect.top() + rect.height() * share)
    told = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tree.dragMoveEvent(QDragMoveEvent(at.toPoint(), *told))
    tree.dropEvent(QDropEvent(at, *told))


def top(contacts):
    tree = contacts.panel.tree
    names = [tree.topLevelItem(at).text(0) for at in range(tree.topLevelItemCount())]
    return [name for name in names if name in contacts.units]


def test_units_change_places_by_keys_and_go_below_another_by_the_dialog(contacts, qtbot):
    choose(contacts, "安和一社区")
    press(qtbot, contacts.window, Qt.Key.Key_Up, CTRL_SHIFT)
    assert top(contacts) == ["区应急管理局", "安和一社区", "区燃气公司"]
    press(qtbot, contacts.window, Qt.Key.Key_Down, CTRL_SHIFT)
    assert top(contacts) == ["区应急管理局", "区燃气公司", "安和一社区"]
    press(qtbot, contacts.window, Qt.Key.Key_J, CTRL)
    dialog = contacts.dialog(MoveDialog)
    dialog.target.setCurrentIndex(dialog.target.findData(contacts.units["区应急管理局"].id))
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert line(contacts, "区应急管理局").child(0).text(0) == "安和一社区"
    assert contacts.service.find("区某")[0].unit_path == ("区应急管理局", "安和一社区")


def test_people_change_places_and_units(contacts, qtbot):
    choose(contacts, "安和一社区")
    contacts.panel.people.setFocus()
    press(qtbot, contacts.window, Qt.Key.Key_Down, CTRL_SHIFT)
    assert contacts.names() == ["朴某", "区某"]
    assert contacts.shown() == "区某"
    press(qtbot, contacts.window, Qt.Key.Key_J, CTRL)
    dialog = contacts.dialog(MoveDialog)
    dialog.target.setCurrentIndex(dialog.target.findData(contacts.units["区燃气公司"].id))
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert contacts.names() == ["朴某"]


def test_the_mouse_draws_units_and_people_and_a_circle_is_refused(contacts, qtbot):
    unit = contacts.units["区燃气公司"].id
    drop(contacts, carried(UNIT, unit), line(contacts, "区应急管理局"), 0.5)
    assert line(contacts, "区应急管理局").child(0).text(0) == "区燃气公司"
    above = contacts.units["区应急管理局"].id
    drop(contacts, carried(UNIT, above), line(contacts, "区燃气公司"), 0.5)
    assert "不能归到它自己的下级单位里" in contacts.said()
    drop(contacts, carried(UNIT, unit), line(contacts, "安和一社区"), 0.01)
    assert top(contacts) == ["区应急管理局", "区燃气公司", "安和一社区"]
    drop(contacts, carried(UNIT, above), line(contacts, "安和一社区"), 0.99)
    assert top(contacts) == ["区燃气公司", "安和一社区", "区应急管理局"]
    person = contacts.people["单某"].id
    drop(contacts, carried(PERSON, person), line(contacts, "区燃气公司"), 0.5)
    assert contacts.service.find("单某")[0].unit == "区燃气公司"


def test_units_are_narrowed_by_letters_and_taken_by_enter(contacts, qtbot):
    press(qtbot, contacts.window, Qt.Key.Key_U, CTRL)
    qtbot.keyClicks(contacts.panel.unit_filter, "rq")
    shown = [item.text(0) for item in contacts.panel.tree._items() if not item.isHidden()]
    assert shown == ["区燃气公司"]
    press(qtbot, contacts.window, Qt.Key.Key_Return)
    assert contacts.names() == ["仇某"]
    assert contacts.panel.head.card().unit.name == "区燃气公司"
    contacts.panel.unit_filter.setFocus()
    press(qtbot, contacts.window, Qt.Key.Key_Escape)
    assert not line(contacts, "全部").isHidden()


def test_the_telephone_of_a_unit_is_entered_in_its_form_and_copied_by_a_key(contacts, qtbot):
    press(qtbot, contacts.window, Qt.Key.Key_T, CTRL)
    assert "先在左边选一个单位" in contacts.said()
    choose(contacts, "安和一社区")
    press(qtbot, contacts.window, Qt.Key.Key_T, CTRL)
    assert "没有登记值班电话" in contacts.said()
    contacts.panel.edit_unit.click()
    dialog = contacts.dialog(UnitDialog)
    dialog.duty_phone.setText("0000-6000059")
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert "值班室" in contacts.names()
    press(qtbot, contacts.window, Qt.Key.Key_T, CTRL)
    assert QGuiApplication.clipboard().text() == "00006000059"


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("width", [564, 894, 1240])
def test_a_unit_with_its_telephones_is_clipped_nowhere(contacts, scale, width):
    if width * 100 / scale < 564:
        pytest.skip("the desk never gives the room so little")
    unit = contacts.units["安和一社区"].id
    telephones = Telephones("0000-6000059", "0000-6000060")
    done = contacts.staff.room.contact_unit.save_telephones(unit, telephones, by=contacts.staff.by)
    contacts.desk.hub.announce(done.changes, None)
    contacts.desk.theme.set_scale(scale)
    contacts.panel.show_which(Which(unit))
    for _ in range(2):
        contacts.window.resize(width, 640)
        QCoreApplication.processEvents()
    assert looking.clipped_texts(contacts.window) == []
    assert looking.outside(contacts.window) == []
    assert looking.unnamed(contacts.window) == []
