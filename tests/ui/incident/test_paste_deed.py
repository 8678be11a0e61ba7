from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from dutydesk.ui.incident.paste_dialog import PasteDialog
from tests.ui.incident.test_paste_dialog import FILL, PASTE, TEXT, come_back
from tests.ui.live_desk import CTRL, settle

KEY = Qt.Key


def opened(live):
    QApplication.clipboard().setText(TEXT)
    live.press(PASTE)
    settle()
    dialog = live.dialog(PasteDialog)
    assert dialog is not None
    return dialog


def fill_all(live, dialog):
    live.qtbot.keyClick(dialog.focusWidget(), *FILL)
    settle()
    assert live.dialog(PasteDialog) is None


def test_one_key_fills_an_empty_form_and_the_incident_goes_on_record(live):
    panel = live.enter("incident")
    fill_all(live, opened(live))
    form = panel.form
    assert form.isVisible()
    assert "死亡1人" in form.suggestion.text()
    assert form.fields.texts["situation"].toPlainText() == TEXT
    come_back(live)
    live.press((KEY.Key_Return, CTRL))
    settle()
    incident = live.room.incident.incidents()[0].incident
    assert (incident.kind, incident.place) == ("火灾", "甲村丰收路12号的一家门店")
    assert (incident.deaths, incident.injured, incident.missing) == (1, 3, None)
    assert incident.occurred_at is not None


def test_nothing_typed_before_is_replaced_by_the_key_for_all(live):
    panel = live.enter("incident")
    live.press((KEY.Key_N, CTRL))
    fields = panel.form.fields
    fields.place.setText("乙村")
    fields.texts["situation"].setPlainText("先接到一个电话")
    fill_all(live, opened(live))
    assert fields.place.text() == "乙村"
    assert fields.texts["situation"].toPlainText() == f"先接到一个电话\n{TEXT}"
    assert fields.figures.texts()["deaths"] == "1"


def test_what_was_filled_in_is_kept_as_a_draft(live):
    panel = live.enter("incident")
    fill_all(live, opened(live))
    panel.form.keeper.save()
    (kept,) = live.room.draft.of_form("incident")
    assert kept.content["place"] == "甲村丰收路12号的一家门店"


def test_the_form_has_a_button_for_it(live):
    panel = live.enter("incident")
    panel.begin()
    buttons = [one.text() for one in panel.form.findChildren(QPushButton)]
    assert "粘贴即录  Ctrl+Shift+V" in buttons


def test_the_key_works_while_a_field_of_the_form_has_the_cursor(live):
    panel = live.enter("incident")
    live.press((KEY.Key_N, CTRL))
    panel.form.fields.texts["situation"].setFocus()
    assert opened(live).isVisible()
    assert panel.form.fields.texts["situation"].toPlainText() == ""
