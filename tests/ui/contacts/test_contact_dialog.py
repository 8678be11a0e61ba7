import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from dutydesk.domain.contacts import ContactRole, RolePair
from dutydesk.domain.phone import NumberKind
from dutydesk.ui.contacts.contact_dialog import ContactDialog
from dutydesk.ui.widgets.tab_order import tab_order
from tests.ui import looking
from tests.ui.looking import CTRL, press


def edit(contacts, name):
    contacts.window.activateWindow()
    contacts.qtbot.waitUntil(lambda: QApplication.activeWindow() is contacts.window)
    contacts.type(name)
    press(contacts.qtbot, contacts.window, Qt.Key.Key_E, CTRL)
    return contacts.dialog(ContactDialog)


def test_a_contact_is_changed_and_the_rest_of_it_stays(contacts):
    dialog = edit(contacts, "朴某")
    dialog.post.setText("主任")
    dialog.role.setCurrentIndex(dialog.role.findData(ContactRole.LIAISON.value))
    dialog.numbers.rows[1].number.setText("19900000099")
    dialog.numbers.add.click()
    row = dialog.numbers.rows[2]
    row.kind.setCurrentIndex(row.kind.findData(NumberKind.FAX.value))
    row.number.setText("0000-6000088")
    dialog.submit()
    card = contacts.service.card(contacts.people["朴某"].id)
    assert (card.contact.post, card.contact.duty_role) == ("主任", ContactRole.LIAISON)
    assert card.contact.role_pair is RolePair.B
    assert card.contact.pair_contact_id == contacts.people["区某"].id
    assert [number.number for number in card.numbers] == [
        "0000-6000052-801",
        "19900000099",
        "0000-6000088",
    ]
    assert contacts.shown() == "朴某"
    assert "19900000099" in contacts.panel.card.texts()


def test_a_new_contact_stands_in_the_unit_that_was_chosen(contacts, qtbot):
    contacts.panel.tree.setCurrentItem(contacts.panel.tree.topLevelItem(3))
    press(qtbot, contacts.window, Qt.Key.Key_N, CTRL)
    dialog = contacts.dialog(ContactDialog)
    dialog.name.setText("解某")
    qtbot.keyClicks(dialog.numbers.rows[0].number, "12345678901234")
    assert dialog.numbers.rows[0].doubt.isVisible()
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert contacts.shown() == "解某"
    card = contacts.panel.card.shown().card
    assert card.unit == "区燃气公司"
    assert card.numbers[0].is_doubtful
    contacts.type("xiem")
    assert contacts.names() == ["解某"]


def test_a_refusal_is_said_in_place_and_keeps_everything_typed(contacts):
    dialog = edit(contacts, "单某")
    dialog.name.setText(" ")
    dialog.note.setText("夜里打手机")
    dialog.submit()
    assert dialog.isVisible()
    assert "没有姓名" in dialog.answer.text()
    assert dialog.note.text() == "夜里打手机"
    dialog.name.setText("单某")
    dialog.submit()
    assert contacts.service.card(contacts.people["单某"].id).contact.note == "夜里打手机"


def test_closing_a_changed_form_asks_first(contacts, qtbot):
    dialog = edit(contacts, "单某")
    dialog.note.setText("夜里打手机")
    press(qtbot, dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    contacts.desk.messages.answers.append("drop")
    press(qtbot, dialog, Qt.Key.Key_Escape)
    assert len(contacts.desk.messages.decisions) == 2
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(dialog)


def test_an_untouched_form_closes_without_a_question(contacts, qtbot):
    dialog = edit(contacts, "单某")
    press(qtbot, dialog, Qt.Key.Key_Escape)
    assert contacts.desk.messages.decisions == []
    assert not dialog.isVisible()


def test_the_pair_is_chosen_by_initials_and_dropped_by_emptying_the_field(contacts, qtbot):
    dialog = edit(contacts, "单某")
    qtbot.keyClicks(dialog.pair.edit, "qium")
    qtbot.keyClick(dialog.pair.edit, Qt.Key.Key_Return)
    dialog.submit()
    chosen = contacts.service.card(contacts.people["单某"].id).contact
    assert chosen.pair_contact_id == contacts.people["仇某"].id
    dialog = edit(contacts, "单某")
    dialog.pair.edit.selectAll()
    qtbot.keyClick(dialog.pair.edit, Qt.Key.Key_Delete)
    dialog.submit()
    assert contacts.service.card(contacts.people["单某"].id).contact.pair_contact_id is None


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped_unnamed_or_english(contacts, scale):
    contacts.desk.theme.set_scale(scale)
    contacts.window.resize(1240, 700)
    dialog = edit(contacts, "朴某")
    dialog.numbers.rows[0].number.setText("1234567890123")
    dialog.name.clear()
    dialog.submit()
    QCoreApplication.processEvents()
    assert dialog.width() <= 1240
    assert dialog.height() <= 700
    assert looking.clipped_texts(dialog) == []
    assert looking.outside(dialog) == []
    assert looking.unnamed(dialog) == []
    assert looking.english(dialog) == set()


def test_tab_reaches_one_more_number_after_the_numbers(contacts, qtbot):
    press(qtbot, contacts.window, Qt.Key.Key_N, CTRL)
    numbers = contacts.dialog(ContactDialog).numbers
    numbers.add.click()
    first, second = numbers.rows
    wanted = [first.kind, first.number, first.remove, second.kind, second.number, second.remove]
    assert tab_order(numbers) == [*wanted, numbers.add]


def test_a_further_role_a_term_and_its_pair_are_kept(contacts, qtbot):
    dialog = edit(contacts, "单某")
    dialog.further.add.click()
    row = dialog.further.rows[0]
    row.unit.setCurrentIndex(row.unit.findData(contacts.units["区燃气公司"].id))
    row.post.setText("联络员")
    row.role_pair.setCurrentIndex(row.role_pair.findData("A"))
    qtbot.keyClicks(row.pair.edit, "qium")
    qtbot.keyClick(row.pair.edit, Qt.Key.Key_Return)
    dialog.term.since.setText("2026-13-01")
    dialog.submit()
    assert dialog.answer.isVisible()
    dialog.term.since.setText("2026-01-01")
    dialog.term.until.setText("2028-12-31")
    dialog.submit()
    card = contacts.service.card(contacts.people["单某"].id)
    assert card.contact.valid_to.isoformat() == "2028-12-31"
    assert [(one.unit_path, one.role.post) for one in card.roles] == [(("区燃气公司",), "联络员")]
    assert any("联络员" in text for text in contacts.panel.card.texts())
    contacts.type("仇某")
    assert "单某" in contacts.panel.card.pair_button.text()
    dialog = edit(contacts, "单某")
    assert dialog.further.rows[0].pair.text() == "仇某"
    dialog.further.rows[0].remove.click()
    dialog.submit()
    assert contacts.service.card(contacts.people["单某"].id).roles == ()
