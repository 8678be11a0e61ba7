import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication

from dutydesk.domain.contact_state import Listed
from dutydesk.domain.contacts import Contact
from dutydesk.domain.paper_issue import PaperKind
from dutydesk.ui.contacts.contact_dialog import ContactDialog
from dutydesk.ui.contacts.unit_dialog import UnitDialog
from dutydesk.ui.contacts.unit_lines import Which
from dutydesk.ui.desk import Seat
from tests.ui import looking
from tests.ui.looking import CTRL, press


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("朴某", ["朴某"]),
        ("piao", ["朴某"]),
        ("pm", ["朴某"]),
        ("shanmou", ["单某"]),
        ("qium", ["仇某"]),
        ("qm", ["仇某", "区某"]),
        ("0022", ["仇某"]),
        ("19900000013", ["单某"]),
        ("燃气", ["仇某"]),
        ("安和一", ["区某", "朴某"]),
    ],
)
def test_people_are_found_as_officers_look_for_them(contacts, typed, found):
    contacts.type(typed)
    assert contacts.names() == found
    assert contacts.shown() == found[0]
    assert contacts.panel.words.text() == f"找到 {len(found)} 人"


def test_enter_copies_the_number_to_ring_in_dialling_form(contacts, qtbot):
    contacts.type("安和一")
    press(qtbot, contacts.window, Qt.Key.Key_Down)
    assert contacts.shown() == "朴某"
    press(qtbot, contacts.window, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "19900000052"
    assert "60秒后清除" in contacts.said()
    assert contacts.panel.query.edit.hasFocus()


def test_enter_right_after_typing_means_the_one_just_typed(contacts, qtbot):
    contacts.type("单某")
    qtbot.keyClicks(contacts.panel.query.edit, " ")
    contacts.panel.query.edit.setText("仇某")
    press(qtbot, contacts.window, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "19900000022"


def test_a_click_copies_another_number_and_names_its_extension(contacts, qtbot):
    contacts.type("朴某")
    qtbot.mouseClick(contacts.panel.card.number_buttons[0], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "00006000052"
    assert "分机801" in contacts.said()


def test_a_minute_later_the_clipboard_is_empty(contacts, qtbot):
    contacts.panel.clipboard.timer.setInterval(1)
    contacts.panel.copy_first()
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().text())


def test_the_pair_is_named_and_one_key_away(contacts, qtbot):
    contacts.type("朴某")
    assert "A角　区某" in contacts.panel.card.pair_button.text()
    press(qtbot, contacts.window, Qt.Key.Key_B, CTRL)
    assert contacts.shown() == "区某"
    assert "B角　朴某" in contacts.panel.card.pair_button.text()


def test_ctrl_d_begins_an_outgoing_call_to_the_number_just_copied(contacts, qtbot):
    contacts.type("朴某")
    press(qtbot, contacts.window, Qt.Key.Key_D, CTRL)
    qtbot.mouseClick(contacts.panel.card.number_buttons[0], Qt.MouseButton.LeftButton)
    press(qtbot, contacts.window, Qt.Key.Key_D, CTRL)
    assert [(card.contact.name, number) for card, number in contacts.calls] == [
        ("朴某", "19900000052"),
        ("朴某", "0000-6000052-801"),
    ]


def test_the_tree_lists_a_unit_and_the_search_covers_everybody_again(contacts, qtbot):
    tree = contacts.panel.tree
    assert [tree.topLevelItem(at).text(0) for at in range(tree.topLevelItemCount())] == [
        "全部",
        "待核实",
        "区应急管理局",
        "区燃气公司",
        "安和一社区",
        "培训不足",
        "已停用",
        "专项指挥部",
    ]
    assert tree.topLevelItem(0).text(1).strip() == "4"
    tree.setCurrentItem(tree.topLevelItem(4))
    assert contacts.names() == ["区某", "朴某"]
    contacts.type("0022")
    assert contacts.names() == ["仇某"]


def test_what_is_not_found_says_so_and_copies_nothing(contacts, qtbot):
    QGuiApplication.clipboard().setText("别的")
    contacts.type("zzzz")
    assert contacts.panel._none.isVisible()
    press(qtbot, contacts.window, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "别的"
    contacts.type("单某")
    assert contacts.panel.people.isVisible()


def test_the_input_method_is_off_until_asked_for(contacts, qtbot):
    method = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not contacts.panel.query.edit.testAttribute(method)
    qtbot.mouseClick(contacts.panel.query.language, Qt.MouseButton.LeftButton)
    assert contacts.panel.query.edit.testAttribute(method)


def test_verifying_is_kept_with_name_and_time(contacts, qtbot):
    contacts.type("单某")
    contacts.panel.card.verify.click()
    kept = contacts.service.card(contacts.people["单某"].id).contact
    assert kept.verified_by == "甲某"
    assert any("甲某核实" in text for text in contacts.panel.card.texts())


def test_a_retired_contact_leaves_the_lists_and_can_be_taken_back(contacts, qtbot):
    contacts.type("单某")
    contacts.panel.card.retire.click()
    assert contacts.shown() == "单某"
    contacts.type("单某")
    assert contacts.names() == []
    contacts.panel.tree.choose(Which())
    contacts.panel.show_which(Which(listed=Listed.RETIRED))
    assert contacts.names() == ["单某"]
    assert contacts.panel.card.retire.text() == "重新启用"
    contacts.panel.card.retire.click()
    contacts.type("单某")
    assert contacts.names() == ["单某"]


def test_f9_asks_for_the_directory(contacts):
    assert contacts.panel.print_view()
    assert contacts.papers[0].kind is PaperKind.DIRECTORY


def test_a_change_elsewhere_is_shown_and_the_selection_stays(contacts):
    contacts.panel.people.step(2)
    before = contacts.shown()
    service, by = contacts.service, contacts.staff.by
    done = service.save(Contact(service.new_id(), "解某"), (), by=by)
    contacts.desk.hub.announce(done.changes, None)
    assert contacts.shown() == before
    assert contacts.panel.people.card().contact.name == before
    assert contacts.panel.words.text() == "共 5 人"


def test_an_empty_room_offers_the_import_and_the_form(bare, qtbot):
    assert bare.panel._empty.isVisible()
    assert not bare.panel.people.isVisible()
    assert looking.clipped_texts(bare.window) == []
    press(qtbot, bare.window, Qt.Key.Key_N, CTRL)
    assert bare.dialog(ContactDialog).isVisible()


def test_who_may_only_look_can_copy_and_change_nothing(contacts, qtbot):
    contacts.desk.session.sit_down(Seat(contacts.staff.by, "甲某", may_write=False))
    contacts.type("单某")
    assert not contacts.panel.new.isEnabled()
    assert not contacts.panel.card.edit.isEnabled()
    press(qtbot, contacts.window, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "19900000013"
    press(qtbot, contacts.window, Qt.Key.Key_D, CTRL)
    press(qtbot, contacts.window, Qt.Key.Key_N, CTRL)
    assert contacts.calls == []
    assert contacts.window.findChildren(ContactDialog) == []


def test_units_are_added_and_changed_from_the_tree(contacts, qtbot):
    contacts.panel.tree.setCurrentItem(contacts.panel.tree.topLevelItem(2))
    contacts.panel.new_unit.click()
    dialog = contacts.dialog(UnitDialog)
    dialog.name.setText("值班科")
    dialog.submit()
    assert contacts.panel.tree.topLevelItem(2).child(0).text(0) == "值班科"
    contacts.panel.edit_unit.click()
    assert contacts.window.findChildren(UnitDialog)[-1].name.text() == "区应急管理局"


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("width", [564, 894, 1240])
def test_nothing_is_clipped_unnamed_or_english(contacts, scale, width):
    if width * 100 / scale < 564:
        pytest.skip("the desk never gives the room so little")
    contacts.desk.theme.set_scale(scale)
    # The desk lets a room be squeezed; a window of its own must be resized once more.
    for _ in range(2):
        contacts.window.resize(width, 640)
        QCoreApplication.processEvents()
    contacts.type("朴某")
    contacts.panel.copy_first()
    QCoreApplication.processEvents()
    assert contacts.window.width() == width
    assert looking.clipped_texts(contacts.window) == []
    assert looking.outside(contacts.window) == []
    assert looking.unnamed(contacts.window) == []
    assert looking.english(contacts.window) <= {"N", "E", "D"}


def test_tab_reaches_everything(contacts, qtbot):
    contacts.type("朴某")
    wanted = {
        child
        for child in looking.shown(contacts.window)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled()
    }
    assert wanted <= set(looking.reached_by_tab(contacts.window, qtbot))


def test_the_room_is_freed_when_closed(contacts):
    panel = contacts.panel
    panel.close()
    panel.deleteLater()
    QCoreApplication.sendPostedEvents(panel, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(panel)
    contacts.desk.theme.apply()
    contacts.desk.theme.changed.emit()
