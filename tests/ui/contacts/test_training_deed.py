from dataclasses import replace

from PySide6.QtCore import Qt

from dutydesk.domain.contact_state import Listed
from dutydesk.domain.contacts import ContactRole
from dutydesk.services.contacts import NumberDraft
from dutydesk.ui.contacts.requirement_dialog import RequirementDialog
from dutydesk.ui.contacts.training_dialog import TrainingDialog, days_in
from tests.builders import PIN
from tests.ui import looking
from tests.ui.looking import CTRL, press

CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def make_grid_worker(contacts, name):
    card = contacts.service.card(contacts.people[name].id)
    numbers = [NumberDraft(n.kind, n.number, n.label, n.id) for n in card.numbers]
    worker = replace(card.contact, duty_role=ContactRole.GRID_WORKER)
    done = contacts.service.save(worker, numbers, by=contacts.staff.by)
    contacts.desk.hub.announce(done.changes, None)


def test_those_who_wait_are_verified_one_after_the_other_by_one_key(contacts, qtbot):
    press(qtbot, contacts.window, Qt.Key.Key_V, CTRL_SHIFT)
    assert contacts.names() == ["单某", "仇某", "区某", "朴某"]
    seen = []
    for _ in range(4):
        seen.append(contacts.shown())
        press(qtbot, contacts.window, Qt.Key.Key_Return, CTRL)
    assert seen == ["单某", "仇某", "区某", "朴某"]
    assert contacts.names() == []
    assert contacts.service.listing(listed=Listed.STALE) == []


def test_trainings_are_typed_until_nothing_is_missing(contacts, qtbot):
    make_grid_worker(contacts, "单某")
    contacts.desk.actions.trigger("contacts.short")
    assert contacts.names() == ["单某"]
    assert any("还差4天" in text for text in contacts.panel.card.texts())
    press(qtbot, contacts.window, Qt.Key.Key_P, CTRL)
    dialog = contacts.dialog(TrainingDialog)
    qtbot.keyClicks(dialog.days, "x")
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert "天数" in dialog.answer.text()
    dialog.days.setText("2.5")
    press(qtbot, dialog, Qt.Key.Key_Return)
    dialog.days.setText("1.5天")
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert dialog.table.rowCount() == 2
    assert contacts.names() == []
    dialog.table.selectRow(0)
    dialog.take_back()
    assert dialog.table.rowCount() == 1
    assert contacts.names() == ["单某"]
    assert looking.clipped_texts(dialog) == []
    assert looking.unnamed(dialog) == []


def test_what_is_required_is_changed_behind_a_pin(contacts, qtbot):
    contacts.desk.actions.trigger("contacts.required")
    dialog = contacts.dialog(RequirementDialog)
    assert dialog.table.rowCount() == 3
    assert not dialog.put.isEnabled()
    qtbot.keyClicks(dialog.gate.pin, PIN)
    press(qtbot, dialog, Qt.Key.Key_Return)
    dialog.table.selectRow(0)
    dialog._begin_change()
    dialog.days.setText("6")
    dialog._put()
    assert contacts.staff.room.training.requirements()[0].days == 6
    dialog.table.selectRow(0)
    dialog.switch.click()
    assert not contacts.staff.room.training.requirements()[0].is_active
    assert looking.clipped_texts(dialog) == []
    assert looking.unnamed(dialog) == []


def test_days_as_typed():
    assert [days_in(text) for text in ("0.5", " 2 天", "", "半")] == [0.5, 2, 0, 0]
