"""The two sheets, by keys alone: a call and a first action on record in a few key presses."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.ui.incident.action_sheet import ActionSheet
from dutydesk.ui.incident.notice_sheet import NoticeSheet
from tests.ui.incident.test_panel import start
from tests.ui.live_desk import CTRL, SHIFT, fill_contacts, insert, settle

KEY = Qt.Key
ENTER = KEY.Key_Return


@pytest.fixture
def at_incident(live, staffed):
    fill_contacts(staffed)
    start(live)
    live.enter("incident")
    return live


def sheet(live, kind, key):
    live.press(key)
    found = live.dialog(kind)
    found.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is found)
    return found


def press(live, dialog, key, modifier=Qt.KeyboardModifier.NoModifier):
    live.qtbot.keyClick(dialog.focusWidget() or dialog, key, modifier)
    settle()


def notices(live):
    return sheet_of(live).parties


def sheet_of(live):
    incident = live.room.incident.incidents()[0].incident
    return live.room.incident_handling.sheet(incident.id)


def entries(live, kind) -> list[LogEntry]:
    incident = live.room.incident.incidents()[0].incident
    listed = live.room.duty_log.entries_of_incident(incident.id)
    return [one.entry for one in listed if one.entry.kind is kind]


def told(live):
    return [line.party for line in notices(live) if line.told is not None]


def test_two_presses_of_enter_tell_the_next_party_with_the_time_of_the_first(at_incident):
    live = at_incident
    live.go_on(minutes=3)
    dialog = sheet(live, NoticeSheet, (KEY.Key_I, CTRL))
    assert dialog.focusWidget() is dialog.table
    assert dialog.table.chosen() == "110"
    press(live, dialog, KEY.Key_Down)
    press(live, dialog, ENTER)
    assert dialog.party.text() == "119"
    assert dialog.person.isAncestorOf(dialog.focusWidget())
    assert told(live) == []
    pressed = live.room.clock.now()
    live.go_on(minutes=2)
    press(live, dialog, ENTER)
    assert told(live) == ["119"]
    call = entries(live, EntryKind.OUTGOING_CALL)[0]
    assert call.at == pressed.replace(second=0)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.table
    assert dialog.table.chosen() == "110"


def test_the_person_comes_from_the_contacts_with_the_number(at_incident):
    live = at_incident
    card = live.room.contacts.find("1", 1)[0]
    dialog = sheet(live, NoticeSheet, (KEY.Key_I, CTRL))
    press(live, dialog, ENTER)
    insert(dialog.person.edit, card.contact.name)
    settle()
    press(live, dialog, ENTER)
    assert dialog.phone.text()
    assert dialog.focusWidget() is dialog.said
    insert(dialog.said, "已出动两车")
    press(live, dialog, ENTER)
    call = entries(live, EntryKind.OUTGOING_CALL)[0]
    assert call.person == card.contact.name
    assert call.phone
    assert call.text.endswith("对方答：已出动两车。")


def test_who_does_not_answer_stays_untold_and_is_called_again(at_incident):
    live = at_incident
    dialog = sheet(live, NoticeSheet, (KEY.Key_I, CTRL))
    press(live, dialog, ENTER)
    dialog.unreached.setChecked(True)
    press(live, dialog, ENTER)
    assert told(live) == []
    assert "△ 未接通" in dialog.table.item(0, 1).text()
    assert "未接通" in dialog.calls.text()
    press(live, dialog, ENTER)
    assert not dialog.unreached.isChecked()
    press(live, dialog, ENTER)
    assert told(live) == ["110"]


def test_a_party_that_is_not_listed_is_written(at_incident):
    live = at_incident
    dialog = sheet(live, NoticeSheet, (KEY.Key_I, CTRL))
    press(live, dialog, KEY.Key_End, CTRL)
    press(live, dialog, ENTER)
    assert dialog.focusWidget() is dialog.party
    press(live, dialog, ENTER)
    assert "没有写通报给哪个单位" in dialog.answer.text()
    insert(dialog.party, "供电公司")
    press(live, dialog, ENTER)
    assert told(live) == ["供电公司"]


def test_what_is_being_written_is_kept_when_the_sheet_is_left(at_incident):
    live = at_incident
    dialog = sheet(live, NoticeSheet, (KEY.Key_I, CTRL))
    press(live, dialog, ENTER)
    insert(dialog.said, "已出动")
    press(live, dialog, KEY.Key_Escape)
    assert live.dialog(NoticeSheet) is None
    live.window.activateWindow()
    live.qtbot.waitUntil(live.window.isActiveWindow)
    again = sheet(live, NoticeSheet, (KEY.Key_I, CTRL))
    assert again.said.text() == "已出动"
    assert again.party.text() == "110"


def test_a_first_action_is_ticked_by_keys(at_incident):
    live = at_incident
    dialog = sheet(live, ActionSheet, (KEY.Key_D, CTRL | SHIFT))
    press(live, dialog, ENTER)
    assert dialog.action.text() == "抢险救助"
    insert(dialog.done_by, "消防救援站")
    press(live, dialog, ENTER)
    assert sheet_of(live).done == 1
    assert dialog.table.chosen() == "医疗救护"
    assert entries(live, EntryKind.INCIDENT)[-1].text.startswith(
        "先期处置：抢险救助（消防救援站）"
    )
    press(live, dialog, KEY.Key_End, CTRL)
    press(live, dialog, ENTER)
    insert(dialog.action, "切断燃气")
    press(live, dialog, ENTER)
    assert sheet_of(live).done == 2


def test_a_time_before_the_event_is_refused_with_a_sentence(at_incident):
    live = at_incident
    dialog = sheet(live, ActionSheet, (KEY.Key_D, CTRL | SHIFT))
    press(live, dialog, ENTER)
    dialog.at.set_value(live.room.clock.now() - timedelta(hours=1))
    press(live, dialog, ENTER)
    assert "早于事发和接报" in dialog.answer.text()
    assert sheet_of(live).done == 0
