from PySide6.QtCore import Qt

from dutydesk.domain.entry_kind import EntryKind
from tests.builders import draft
from tests.ui.looking import CTRL, press


def record(contacts, phone):
    room = contacts.staff.room
    entry = draft(room, "问水位", phone=phone, kind=EntryKind.OUTGOING_CALL)
    done = room.duty_log.record(entry, by=contacts.staff.by)
    contacts.desk.hub.announce(done.changes, None)


def offers(contacts):
    return [one for one in contacts.desk.notices.notices() if one.key == "contact-verify"]


def test_who_was_rung_from_the_card_is_verified_from_the_notice(contacts, qtbot):
    record(contacts, "19900000013")
    assert offers(contacts) == []
    contacts.type("单某")
    press(qtbot, contacts.window, Qt.Key.Key_D, CTRL)
    record(contacts, "19900000022")
    assert offers(contacts) == []
    record(contacts, "19900000013")
    [offer] = offers(contacts)
    assert "单某" in offer.text
    offer.action()
    assert contacts.service.card(contacts.people["单某"].id).contact.verified_by == "甲某"
    assert "已核实" in offers(contacts)[0].text
