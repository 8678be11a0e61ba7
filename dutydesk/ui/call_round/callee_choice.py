"""The fields that say whom to call: list, unit, area, roles, levels, duty phones, people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from dutydesk.domain.call_round import Callee
from dutydesk.domain.call_selection import CallCriteria, CallList
from dutydesk.domain.contacts import ContactCard, ContactRole, Unit, UnitKind
from dutydesk.ui.call_round.callee_preview import CalleePreview
from dutydesk.ui.call_round.people import FindPeople
from dutydesk.ui.call_round.tick_grid import TickGrid
from dutydesk.ui.desk import Desk
from dutydesk.ui.tasks import Queue
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.form_rows import FormRows
from dutydesk.ui.widgets.person_picker import PersonPicker
from dutydesk.wording.call_round import FIELD
from dutydesk.wording.contacts import CONTACT_ROLES, UNIT_KINDS

_INDENT = "　"
Chosen = Callable[[CallCriteria], Sequence[Callee]]


class CalleeChoice(QObject):
    """Asks again whom the fields mean each time one changes; ``changed`` then."""

    changed = Signal()

    def __init__(
        self, desk: Desk, chosen: Chosen, find_people: FindPeople, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._chosen = desk, chosen
        self._lists: dict[str, CallList] = {}
        self._asked = 0
        self._is_reading = False
        theme = desk.theme
        self.saved, self.unit = ChoiceBox(theme, "名单"), ChoiceBox(theme, FIELD["unit_ids"])
        self.area = QLineEdit()
        self.area.setPlaceholderText("片区或单位名称里的几个字，可以不填")
        self.roles = TickGrid(
            theme, FIELD["roles"], [(one.value, CONTACT_ROLES[one]) for one in ContactRole]
        )
        self.kinds = TickGrid(
            theme, FIELD["kinds"], [(one.value, UNIT_KINDS[one]) for one in UnitKind]
        )
        self.duty = QCheckBox("单位的值班电话也叫")
        self.person = PersonPicker(theme, desk.runner, find_people, FIELD["picked"])
        # Never shown: kept with the draft.
        self._picked, self._left_out = QLineEdit(), QLineEdit()
        self.preview = CalleePreview(theme)
        self._connect()

    def lay_rows(self, form: FormRows) -> None:
        """Put the fields into a form."""
        form.row("名单", self.saved)
        form.row(FIELD["unit_ids"], self.unit)
        form.row(FIELD["area"], self.area)
        form.row(FIELD["roles"], self.roles)
        form.row(FIELD["kinds"], self.kinds)
        form.row(FIELD["with_duty_phones"], self.duty)
        form.row(FIELD["picked"], self.person)
        form.row("要叫的人", self.preview)

    def fields(self) -> dict[str, QWidget]:
        """Return what is kept with the draft."""
        return {
            "unit": self.unit,
            "area": self.area,
            "roles": self.roles,
            "kinds": self.kinds,
            "duty": self.duty,
            "picked": self._picked,
            "left_out": self._left_out,
        }

    def offer(self, units: Sequence[tuple[Unit, int]], lists: Sequence[CallList]) -> None:
        """Fill in the units and the saved lists."""
        self.unit.addItem("不限", "")
        for unit, depth in units:
            self.unit.addItem(f"{_INDENT * depth}{unit.name}", unit.id)
        self.offer_lists(lists)

    def offer_lists(self, lists: Sequence[CallList], chosen: str = "") -> None:
        """Fill in the saved lists."""
        self._lists = {one.id: one for one in lists}
        self.saved.clear()
        self.saved.addItem("不用名单" if lists else "还没有存过名单", "")
        for one in lists:
            self.saved.addItem(one.name, one.id)
        self.saved.setCurrentIndex(max(0, self.saved.findData(chosen)))

    def criteria(self) -> CallCriteria:
        """Return whom the fields mean; a list over several units keeps them."""
        known = self._lists.get(str(self.saved.currentData() or ""))
        unit = str(self.unit.currentData() or "")
        units = (unit,) if unit else known.unit_ids if known and len(known.unit_ids) > 1 else ()
        return CallCriteria(
            unit_ids=units,
            area=self.area.text().strip(),
            roles=tuple(ContactRole(one) for one in self.roles.ticked()),
            kinds=tuple(UnitKind(one) for one in self.kinds.ticked()),
            with_duty_phones=self.duty.isChecked(),
            picked=_ids(self._picked),
            left_out=_ids(self._left_out),
        )

    def callees(self) -> tuple[Callee, ...]:
        """Return who stands on the list below."""
        return self.preview.callees

    def look(self) -> None:
        """Ask whom the fields mean now; while an answer is awaited only the last is asked next.

        It reads everybody on file: beside the lane, where no entry waits for it.
        """
        self._asked += 1
        if not self._is_reading:
            self._read()

    def _read(self) -> None:
        self._is_reading = True
        job, done = partial(self._chosen, self.criteria()), partial(self._show, self._asked)
        self._desk.runner.submit(job, done=done, failed=self._failed, queue=Queue.POOL)

    def _show(self, asked: int, callees: Sequence[Callee]) -> None:
        self._is_reading = False
        if asked != self._asked:
            self._read()
            return
        self.preview.show_callees(callees)
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._is_reading = False
        raise error

    def _connect(self) -> None:
        self.saved.activated.connect(self._on_list)
        self.unit.activated.connect(self.look)
        self.area.editingFinished.connect(self.look)
        self.roles.changed.connect(self.look)
        self.kinds.changed.connect(self.look)
        self.duty.toggled.connect(self.look)
        self.person.picked.connect(self._on_picked)
        self.preview.left_out.connect(self._on_left_out)

    def _on_list(self, _at: int) -> None:
        known = self._lists.get(str(self.saved.currentData() or ""))
        if known is None:
            return
        boxes = (self.roles, self.kinds, self.duty)
        for box in boxes:
            box.blockSignals(True)
        self.roles.tick(known.roles)
        self.kinds.tick(known.kinds)
        self.duty.setChecked(known.with_duty_phones)
        for box in boxes:
            box.blockSignals(False)
        only = known.unit_ids[0] if len(known.unit_ids) == 1 else ""
        self.unit.setCurrentIndex(max(0, self.unit.findData(only)))
        self.area.setText(known.area)
        self._picked.setText(",".join(known.picked))
        self._left_out.setText(",".join(known.left_out))
        self.look()

    def _on_picked(self, value: object, _name: str) -> None:
        if isinstance(value, ContactCard):
            wanted = value.contact.id
            self._left_out.setText(",".join(one for one in _ids(self._left_out) if one != wanted))
            self._picked.setText(",".join(dict.fromkeys((*_ids(self._picked), wanted))))
        self.person.clear()
        self.look()

    def _on_left_out(self, contact_id: str) -> None:
        self._picked.setText(",".join(one for one in _ids(self._picked) if one != contact_id))
        self._left_out.setText(",".join(dict.fromkeys((*_ids(self._left_out), contact_id))))
        self.look()


def _ids(field: QLineEdit) -> tuple[str, ...]:
    return tuple(one for one in field.text().split(",") if one)
