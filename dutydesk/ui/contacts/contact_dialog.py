"""The form of one contact, new or known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from dutydesk.domain.contacts import Contact, ContactCard, ContactRole, RolePair, Unit
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import china
from dutydesk.domain.typed_time import TypedTimeUnclear
from dutydesk.services.contacts import ContactsService
from dutydesk.ui.contacts.dialling import candidates
from dutydesk.ui.contacts.form_dialog import FormDialog, FormWords
from dutydesk.ui.contacts.number_rows import NumberRows
from dutydesk.ui.contacts.role_rows import RoleParts, RoleRows, pair_choice, role_choice
from dutydesk.ui.contacts.term_fields import TermFields
from dutydesk.ui.contacts.unit_choice import UnitChoice
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.person_picker import Candidate, PersonPicker
from dutydesk.wording.sentences import sentence

_FOUND = 8


@dataclass(frozen=True, slots=True)
class ContactStart:
    """What the form begins with: a card on file, or none and the unit one stood in."""

    units: Sequence[Unit]
    card: ContactCard | None = None
    pairs: Sequence[ContactCard] = ()
    unit_id: str | None = None


class ContactDialog(FormDialog):
    """Writes a contact with its numbers; ``saved(ContactCard)``."""

    def __init__(
        self, desk: Desk, service: ContactsService, start: ContactStart, parent: QWidget
    ) -> None:
        title = f"修改 {start.card.contact.name}" if start.card else "新增联系人"
        super().__init__(desk, FormWords(title), parent)
        self._service = service
        contact = start.card.contact if start.card else None
        self._contact = contact or Contact(service.new_id(), "", unit_id=start.unit_id)
        theme = desk.theme
        self.name, self.post = QLineEdit(self._contact.name), QLineEdit(self._contact.post)
        self.unit = UnitChoice(theme, "单位", start.units, self._contact.unit_id)
        self.role = role_choice(theme, "值守角色", self._contact.duty_role)
        self.role_pair = pair_choice(theme, "A/B角", self._contact.role_pair)
        self.pair = PersonPicker(theme, desk.runner, self._find, "对应的A/B角")
        self.numbers = NumberRows(theme, start.card.numbers if start.card else ())
        self.address, self.area = QLineEdit(self._contact.address), QLineEdit(self._contact.area)
        self.note, self.category = QLineEdit(self._contact.note), QLineEdit(self._contact.category)
        self.term = TermFields(theme, self._contact.valid_from, self._contact.valid_to)
        self.further = self._role_rows(start)
        self._pair_id = self._contact.pair_contact_id
        others = {one.contact.id: one.contact for one in start.pairs}
        if self._pair_id in others:
            self.pair.set_text(others[self._pair_id].name)
        self._fill()
        self.ready(self.name)

    def typed(self) -> object:
        """Return the contact with everything typed."""
        drafts = self.numbers.drafts()
        return self._typed_contact(), drafts, self.further.roles(), self.term.texts()

    def submit(self) -> None:
        """Send the contact to the record."""
        try:
            begins, ends = self.term.days(china(self._desk.clock.now()).date())
        except TypedTimeUnclear as error:
            self.say(sentence(error))
            return
        job = partial(
            self._service.save,
            replace(self._typed_contact(), valid_from=begins, valid_to=ends),
            self.numbers.drafts(),
            self.further.roles(),
            by=self._desk.session.seat.actor,
        )
        self.send(job)

    def _fill(self) -> None:
        for word, field in (
            ("姓名", self.name),
            ("单位", self.unit),
            ("职务", self.post),
            ("号码", self.numbers),
            ("值守角色", self.role),
            ("A/B角", self.role_pair),
            ("对应的人", self.pair),
            ("责任区域", self.area),
            ("兼任", self.further),
            ("任期", self.term),
            ("类别", self.category),
            ("地址", self.address),
            ("备注", self.note),
        ):
            self.rows.row(word, field)
        self.pair.picked.connect(self._take_pair)
        self.pair.edited.connect(self._drop_pair)

    def _role_rows(self, start: ContactStart) -> RoleRows:
        desk = self._desk
        parts = RoleParts(desk.theme, desk.runner, start.units, self._find, self._service.new_id)
        people = [one.contact for one in start.pairs]
        return RoleRows(parts, self._contact, start.card, people)

    def _find(self, text: str) -> list[Candidate]:
        return candidates(partial(self._service.find, limit=_FOUND), text)

    def _take_pair(self, value: object, _name: str) -> None:
        if isinstance(value, ContactCard) and value.contact.id != self._contact.id:
            self._pair_id = value.contact.id

    def _drop_pair(self, _text: str) -> None:
        self._pair_id = None

    def _typed_contact(self) -> Contact:
        role, pair = self.role.currentData(), self.role_pair.currentData()
        return replace(
            self._contact,
            name=self.name.text(),
            unit_id=self.unit.unit_id(),
            post=self.post.text(),
            duty_role=ContactRole(role) if role else None,
            role_pair=RolePair(pair) if pair else None,
            pair_contact_id=self._pair_id,
            area=self.area.text(),
            address=self.address.text(),
            category=self.category.text(),
            note=self.note.text(),
        )
