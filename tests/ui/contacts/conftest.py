"""The room of contacts over a real room with a few people."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from dutydesk.app.contact_parts import attach_contact_parts
from dutydesk.domain.contacts import Contact, RolePair, Unit
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import NumberDraft
from dutydesk.ui.contacts.panel import ContactsPanel
from dutydesk.ui.contacts.services import ContactsRoomServices
from dutydesk.ui.desk import Seat
from tests.ui.sample_desk import sample_desk

PEOPLE = (
    ("单某", "区应急管理局", "值班科长", "0000-6000013", "19900000013"),
    ("仇某", "区燃气公司", "抢修班长", "0000-6000022", "19900000022"),
    ("区某", "安和一社区", "书记", "0000-6000051", "19900000051"),
    ("朴某", "安和一社区", "副主任", "0000-6000052-801", "19900000052"),
)


@dataclass
class Contacts:
    """A window with the room, its people by name, the papers asked for."""

    staff: object
    desk: object
    panel: ContactsPanel
    window: QWidget
    qtbot: object
    units: dict
    people: dict
    papers: list
    calls: list = field(default_factory=list)

    @property
    def service(self):
        return self.staff.room.contacts

    def type(self, text):
        self.panel.query.edit.clear()
        if text.isascii():
            self.qtbot.keyClicks(self.panel.query.edit, text)
        else:
            # Chinese comes from the input method, not from keys.
            self.panel.query.edit.insert(text)
        self.qtbot.waitUntil(lambda: not self.panel._pause.isActive())

    def names(self):
        people = self.panel.people.people
        return [people.row(at).contact.name for at in range(people.rowCount())]

    def shown(self):
        return self.panel.card.shown().card.contact.name

    def said(self):
        return self.panel.answer.text()

    def dialog(self, kind):
        found = [one for one in self.window.findChildren(QDialog) if isinstance(one, kind)]
        return found[-1]

    def notices(self):
        return [notice.text for notice in self.desk.notices.notices()]


def fill(staff):
    service, units, people = staff.room.contacts, {}, {}
    for name, unit, post, office, mobile in PEOPLE:
        if unit not in units:
            value = Unit(service.new_id(), unit, order_no=len(units) + 1)
            units[unit] = service.save_unit(value, by=staff.by).value
        contact = Contact(service.new_id(), name, units[unit].id, post)
        numbers = (
            NumberDraft(NumberKind.OFFICE, office),
            NumberDraft(NumberKind.MOBILE, mobile),
        )
        people[name] = service.save(contact, numbers, by=staff.by).value.contact
    return units, people


def pair_up(staff, people):
    service = staff.room.contacts
    for name, role, other in (("区某", RolePair.A, "朴某"), ("朴某", RolePair.B, "区某")):
        card = service.card(people[name].id)
        kept = [NumberDraft(n.kind, n.number, n.label, n.id) for n in card.numbers]
        changed = Contact(
            card.contact.id,
            name,
            card.contact.unit_id,
            card.contact.post,
            role_pair=role,
            pair_contact_id=people[other].id,
            order_no=card.contact.order_no,
        )
        people[name] = service.save(changed, kept, by=staff.by).value.contact


@pytest.fixture
def bare(staffed, theme, desk_clock, qtbot):
    """Give the room as it stands before anybody was entered."""
    return open_room(staffed, theme, desk_clock, qtbot)


@pytest.fixture
def contacts(staffed, theme, desk_clock, qtbot):
    units, people = fill(staffed)
    pair_up(staffed, people)
    made = open_room(staffed, theme, desk_clock, qtbot)
    made.units, made.people = units, people
    return made


def open_room(staff, theme, clock, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    desk = sample_desk(theme, clock)
    desk.session.sit_down(Seat(staff.by, "甲某"))
    papers = []
    room = staff.room
    services = ContactsRoomServices(room.contacts, room.contact_card, room.contact_import)
    panel = ContactsPanel(desk, services, papers.append)
    attach_contact_parts(room, panel)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(desk.notices)
    column.addWidget(panel)
    window.resize(900, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    panel.entered()
    made = Contacts(staff, desk, panel, window, qtbot, {}, {}, papers)
    panel.call_wanted.connect(lambda card, number: made.calls.append((card, number)))
    return made
