"""The form of one contact, new or known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from dutydesk.domain.contacts import Contact, ContactCard, ContactRole, RolePair, Unit
from dutydesk.domain.dataclass import dataclass
from dutydesk.services.contacts import ContactsService
from dutydesk.ui.contacts.dialling import candidates
from dutydesk.ui.contacts.form_dialog import FormDialog, FormWords
from dutydesk.ui.contacts.number_rows import NumberRows
from dutydesk.ui.contacts.unit_choice import UnitChoice
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.person_picker import Candidate, PersonPicker
from dutydesk.wording.contacts import CONTACT_ROLES, ROLE_PAIRS

_FOUND = 8


@dataclass(frozen=True, slots=True)
class ContactStart:
    """What the form begins with: a card on file, or none and the unit one stood in."""

    units: Sequence[Unit]
    card: ContactCard | None = None
    pair: ContactCard | None = None
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
        self.role = ChoiceBox(theme, "值守角色")
        self.role_pair = ChoiceBox(theme, "A/B角")
        self.pair = PersonPicker(theme, desk.runner, self._find, "对应的A/B角")
        self.numbers = NumberRows(theme, start.card.numbers if start.card else ())
        self.address, self.area = QLineEdit(self._contact.address), QLineEdit(self._contact.area)
        self.note = QLineEdit(self._contact.note)
        self._pair_id = self._contact.pair_contact_id
        if start.pair is not None:
            self.pair.set_text(start.pair.contact.name)
        self._fill()
        self.ready(self.name)

    def typed(self) -> object:
        """Return the contact and its numbers as typed."""
        return self._typed_contact(), self.numbers.drafts()

    def submit(self) -> None:
        """Send the contact to the record."""
        job = partial(
            self._service.save,
            self._typed_contact(),
            self.numbers.drafts(),
            by=self._desk.session.seat.actor,
        )
        self.send(job)

    def _fill(self) -> None:
        self.role.addItem("无", None)
        for role in ContactRole:
            self.role.addItem(CONTACT_ROLES[role], role.value)
        self.role_pair.addItem("无", None)
        for pair in RolePair:
            self.role_pair.addItem(ROLE_PAIRS[pair], pair.value)
        known = self._contact
        self.role.setCurrentIndex(max(0, self.role.findData(str(known.duty_role or ""))))
        self.role_pair.setCurrentIndex(max(0, self.role_pair.findData(str(known.role_pair or ""))))
        for word, field in (
            ("姓名", self.name),
            ("单位", self.unit),
            ("职务", self.post),
            ("号码", self.numbers),
            ("值守角色", self.role),
            ("A/B角", self.role_pair),
            ("对应的人", self.pair),
            ("责任区域", self.area),
            ("地址", self.address),
            ("备注", self.note),
        ):
            self.rows.row(word, field)
        self.pair.picked.connect(self._take_pair)
        self.pair.edited.connect(self._drop_pair)

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
            note=self.note.text(),
        )
