"""The form of one member of a command HQ, of the contacts or only by name."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.hq_member import HqMember, HqPart
from dutydesk.services.contacts import ContactsService
from dutydesk.services.hq_member import HqMemberService
from dutydesk.ui.contacts.dialling import candidates, first_number
from dutydesk.ui.contacts.form_dialog import FormDialog, FormWords
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.person_picker import Candidate, PersonPicker
from dutydesk.wording.contact_card import HQ_PART

_FOUND = 8


class HqMemberDialog(FormDialog):
    """Writes a member; ``saved(HqMember)``."""

    def __init__(
        self,
        desk: Desk,
        services: tuple[HqMemberService, ContactsService],
        member: HqMember,
        parent: QWidget,
    ) -> None:
        is_new = not (member.name or member.unit)
        super().__init__(desk, FormWords("新增成员" if is_new else "修改成员"), parent)
        self._service, self._contacts = services
        self._member = member
        self.part = ChoiceBox(desk.theme, "职责")
        for part, word in HQ_PART.items():
            self.part.addItem(word, part.value)
        self.part.setCurrentIndex(self.part.findData(member.part.value))
        self.person = PersonPicker(desk.theme, desk.runner, self._find, "姓名")
        self.person.set_text(member.name)
        self.unit, self.duty = QLineEdit(member.unit), QLineEdit(member.duty)
        self.phone = QLineEdit(member.phone)
        self._contact_id = member.contact_id
        for word, field in (
            ("职责", self.part),
            ("姓名", self.person),
            ("单位", self.unit),
            ("职务、分工", self.duty),
            ("电话", self.phone),
        ):
            self.rows.row(word, field)
        self.rows.note("从通讯录里选的人，姓名和号码跟着通讯录走；只写单位也可以。")
        self.person.picked.connect(self._take)
        self.person.edited.connect(self._drop)
        self.person.submitted.connect(self.submit)
        self.ready(self.person)

    def typed(self) -> object:
        """Return the member as typed."""
        return replace(
            self._member,
            part=HqPart(self.part.currentData()),
            contact_id=self._contact_id,
            name=self.person.text(),
            unit=self.unit.text(),
            duty=self.duty.text(),
            phone=self.phone.text(),
        )

    def submit(self) -> None:
        """Send the member to the record."""
        member = self.typed()
        if isinstance(member, HqMember):
            self.send(partial(self._service.put, member, by=self._desk.session.seat.actor))

    def _find(self, text: str) -> list[Candidate]:
        return candidates(partial(self._contacts.find, limit=_FOUND), text)

    def _take(self, value: object, _name: str) -> None:
        if not isinstance(value, ContactCard):
            return
        self._contact_id = value.contact.id
        number = first_number(value)
        for field, text in (
            (self.unit, value.unit),
            (self.duty, value.contact.post),
            (self.phone, number.number if number else ""),
        ):
            field.setText(text)

    def _drop(self, _text: str) -> None:
        self._contact_id = None
