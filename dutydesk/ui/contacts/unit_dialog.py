"""The form of one unit, new or known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from dutydesk.domain.contacts import Unit, UnitKind, within
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.unit_card import UnitCard
from dutydesk.services.contact_unit import ContactUnitService, Telephones
from dutydesk.ui.contacts.form_dialog import FormDialog, FormWords
from dutydesk.ui.contacts.unit_choice import UnitChoice
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.contacts import UNIT_KINDS


@dataclass(frozen=True, slots=True)
class UnitStart:
    """What the form begins with: a unit on file, or none and the one it will stand below."""

    units: Sequence[Unit]
    unit: Unit | None = None
    parent_id: str | None = None
    card: UnitCard | None = None


class UnitDialog(FormDialog):
    """Writes a unit; ``saved(Unit)``."""

    def __init__(
        self, desk: Desk, service: ContactUnitService, start: UnitStart, parent: QWidget
    ) -> None:
        title = f"修改 {start.unit.name}" if start.unit else "新增单位"
        super().__init__(desk, FormWords(title), parent)
        self._service = service
        siblings = [unit for unit in start.units if unit.parent_id == start.parent_id]
        last = max((unit.order_no for unit in siblings), default=0)
        self._unit = start.unit or Unit(service.new_id(), "", start.parent_id, last + 1)
        below = within(self._unit.id, start.units)
        self.name = QLineEdit(self._unit.name)
        self.above = UnitChoice(desk.theme, "上级", start.units, self._unit.parent_id, below)
        self.kind = ChoiceBox(desk.theme, "类别")
        for kind in UnitKind:
            self.kind.addItem(UNIT_KINDS[kind], kind.value)
        self.kind.setCurrentIndex(self.kind.findData(self._unit.kind.value))
        duty = start.card.duty_phone if start.card else None
        fax = start.card.fax if start.card else None
        self.duty_phone = QLineEdit(duty.number if duty else "")
        self.fax = QLineEdit(fax.number if fax else "")
        for number in (self.duty_phone, self.fax):
            number.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        for word, field in (
            ("名称", self.name),
            ("上级", self.above),
            ("类别", self.kind),
            ("值班电话", self.duty_phone),
            ("传真", self.fax),
        ):
            self.rows.row(word, field)
        self.ready(self.name)

    def typed(self) -> object:
        """Return the unit and its telephones as typed."""
        return self._typed_unit(), Telephones(self.duty_phone.text(), self.fax.text())

    def submit(self) -> None:
        """Send the unit to the record."""
        telephones = Telephones(self.duty_phone.text(), self.fax.text())
        by = self._desk.session.seat.actor
        self.send(partial(self._service.save, self._typed_unit(), telephones, by=by))

    def _typed_unit(self) -> Unit:
        return replace(
            self._unit,
            name=self.name.text(),
            parent_id=self.above.unit_id(),
            kind=UnitKind(self.kind.currentData()),
        )
