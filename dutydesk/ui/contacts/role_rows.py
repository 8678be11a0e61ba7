"""The further roles of a contact as rows: unit, post, role, letter, who stands in, area."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.contacts import (
    Contact,
    ContactCard,
    ContactRole,
    FurtherRole,
    RolePair,
    Unit,
)
from dutydesk.domain.dataclass import dataclass
from dutydesk.ui.contacts.unit_choice import UnitChoice
from dutydesk.ui.tasks import Runner
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.person_picker import Candidate, PersonPicker
from dutydesk.wording.contacts import CONTACT_ROLES, ROLE_PAIRS


@dataclass(frozen=True, slots=True)
class RoleParts:
    """What every row is made with."""

    theme: Theme
    runner: Runner
    units: Sequence[Unit]
    find: Callable[[str], Sequence[Candidate]]
    new_id: Callable[[], str]


class RoleRow(QWidget):
    """One further role; ``removed`` when its button is pressed."""

    removed = Signal()

    def __init__(self, parts: RoleParts, role: FurtherRole, other: Contact | None) -> None:
        super().__init__()
        self._role, self._pair_id = role, role.pair_contact_id
        theme = parts.theme
        self.unit = UnitChoice(theme, "兼任单位", parts.units, role.unit_id)
        self.post, self.area = QLineEdit(role.post), QLineEdit(role.area)
        self.duty_role = role_choice(theme, "兼任值守角色", role.duty_role)
        self.role_pair = pair_choice(theme, "兼任A/B角", role.role_pair)
        # Without words of their own beside them the fields say what they are.
        for box, word in (
            (self.unit, "不写单位"),
            (self.duty_role, "无值守角色"),
            (self.role_pair, "不分A/B角"),
        ):
            box.setItemText(0, word)
        self.pair = PersonPicker(theme, parts.runner, parts.find, "兼任对应的人")
        self.pair.set_text(other.name if other is not None else "")
        self.remove = QPushButton()
        self.remove.setIcon(theme.icon("x"))
        self.remove.setAccessibleName("去掉这个兼任")
        self.remove.setToolTip("去掉这个兼任")
        for field, word in ((self.post, "兼任职务"), (self.area, "兼任责任区域")):
            field.setAccessibleName(word)
            field.setPlaceholderText(word.removeprefix("兼任"))
        self.pair.edit.setPlaceholderText("对应的A/B角")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(6))
        grid.addWidget(self.unit, 0, 0)
        grid.addWidget(self.post, 0, 1)
        grid.addWidget(self.remove, 0, 2)
        grid.addWidget(self.duty_role, 1, 0)
        grid.addWidget(self.role_pair, 1, 1)
        grid.addWidget(self.pair, 2, 0)
        grid.addWidget(self.area, 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.remove.clicked.connect(self.removed)
        self.pair.picked.connect(self._take_pair)
        self.pair.edited.connect(self._drop_pair)

    def role(self) -> FurtherRole:
        """Return the role as typed."""
        duty, letter = self.duty_role.currentData(), self.role_pair.currentData()
        return FurtherRole(
            self._role.id,
            self._role.contact_id,
            self.unit.unit_id(),
            self.post.text(),
            ContactRole(duty) if duty else None,
            RolePair(letter) if letter else None,
            self._pair_id,
            self.area.text(),
            self._role.order_no,
        )

    def _take_pair(self, value: object, _name: str) -> None:
        if isinstance(value, ContactCard):
            self._pair_id = value.contact.id

    def _drop_pair(self, _text: str) -> None:
        self._pair_id = None


class RoleRows(QWidget):
    """All further roles of a contact, and a button for one more."""

    def __init__(
        self,
        parts: RoleParts,
        contact: Contact,
        card: ContactCard | None,
        pairs: Sequence[Contact],
    ) -> None:
        super().__init__()
        self._parts, self._contact = parts, contact
        self._names = {one.id: one for one in pairs}
        self.rows: list[RoleRow] = []
        self.add = QPushButton("再加一个兼任")
        self.add.setIcon(parts.theme.icon("plus"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(parts.theme.px(6))
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._add_empty)
        for shown in card.roles if card is not None else ():
            self._add(shown.role)

    def roles(self) -> tuple[FurtherRole, ...]:
        """Return the roles as typed."""
        return tuple(row.role() for row in self.rows)

    def _add_empty(self) -> None:
        row = self._add(FurtherRole(self._parts.new_id(), self._contact.id))
        row.unit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, role: FurtherRole) -> RoleRow:
        row = RoleRow(self._parts, role, self._names.get(role.pair_contact_id or ""))
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        return row

    def _remove(self) -> None:
        row = self.sender()
        if isinstance(row, RoleRow):
            self.rows.remove(row)
            row.hide()
            row.deleteLater()
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)


def role_choice(theme: Theme, name: str, chosen: ContactRole | None) -> ChoiceBox:
    """Return the choice of a role; none is a choice too."""
    box = ChoiceBox(theme, name)
    box.addItem("无", None)
    for role in ContactRole:
        box.addItem(CONTACT_ROLES[role], role.value)
    box.setCurrentIndex(max(0, box.findData(str(chosen or ""))))
    return box


def pair_choice(theme: Theme, name: str, chosen: RolePair | None) -> ChoiceBox:
    """Return the choice of the letter; none is a choice too."""
    box = ChoiceBox(theme, name)
    box.addItem("无", None)
    for pair in RolePair:
        box.addItem(ROLE_PAIRS[pair], pair.value)
    box.setCurrentIndex(max(0, box.findData(str(chosen or ""))))
    return box
