"""What one check found, and one item of the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.equipment import (
    DraftEquipmentCheck,
    DraftEquipmentItem,
    EquipmentItem,
    EquipmentKind,
    EquipmentResult,
    EquipmentRule,
)
from dutydesk.domain.equipment_due import EquipmentState
from dutydesk.domain.equipment_refusals import EquipmentNumberUnclear
from dutydesk.services.equipment import EquipmentService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.equipment import EQUIPMENT_KIND, EQUIPMENT_RESULT, FIELD, rule_words


@dataclass(frozen=True, slots=True)
class Finding:
    """What is being recorded: of which item, what, and who leads the shift."""

    state: EquipmentState
    result: EquipmentResult
    lead: str


class CheckDialog(LongDialog):
    """Asks what a result needs: the charge, and of a fault what it is and whom it was told."""

    help_page = "equipment"

    def __init__(
        self,
        desk: Desk,
        service: EquipmentService,
        finding: Finding,
        parent: QWidget,
    ) -> None:
        state, result = finding.state, finding.result
        item = state.item
        super().__init__(desk, f"{item.name}：{EQUIPMENT_RESULT[result]}", "记下", parent)
        self._service, self._item, self._result = service, item, result
        self._id = service.new_id()
        is_fault = result is not EquipmentResult.NORMAL
        self.charge, self.note, self.told = QLineEdit(), QLineEdit(), QLineEdit()
        self.is_test_call = QCheckBox("这次做了试呼")
        self.is_open_item = QCheckBox("列入未办结")
        asked = rule_words(item)
        if asked:
            label = QLabel(asked)
            label.setWordWrap(True)
            self.form.row("要求", label)
        self.charge.setPlaceholderText("百分之几，0到100")
        self.note.setPlaceholderText("什么情况，例如：不能开机" if is_fault else "可以不填")
        for word, field in (
            (FIELD["charge_percent"], self.charge),
            (FIELD["note"], self.note),
            (FIELD["fault_reported_to"], self.told),
            ("试呼", self.is_test_call),
            ("后续", self.is_open_item),
        ):
            self.form.row(word, field)
        shown: dict[QWidget, bool] = {
            self.charge: item.low_charge_percent is not None,
            self.told: is_fault,
            self.is_test_call: item.has_test,
            self.is_open_item: is_fault,
        }
        for row, is_shown in shown.items():
            self.form.setRowVisible(row, is_shown)
        if is_fault:
            self._propose(state, finding.lead)
        fields: dict[str, QWidget] = {
            "charge": self.charge,
            "note": self.note,
            "told": self.told,
            "is_test_call": self.is_test_call,
            "is_open_item": self.is_open_item,
        }
        self.keep(f"equipment_check:{item.id}:{result.value}", fields).begin()
        first = self.note if is_fault else self.charge
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        draft = DraftEquipmentCheck(
            id=self._id,
            item_id=self._item.id,
            result=self._result,
            note=self.note.text().strip(),
            charge_percent=_number("charge_percent", self.charge),
            is_test_call=self.is_test_call.isChecked(),
            fault_reported_to=self.told.text().strip(),
            begins_open_item=self.is_open_item.isChecked(),
        )
        return partial(self._service.check, draft, by=self.desk.session.seat.actor)

    def _propose(self, state: EquipmentState, lead: str) -> None:
        """Propose the leader of the shift, or what was said of the fault that stands."""
        last = state.last
        if last is not None and last.is_fault:
            self.note.setText(last.note)
            self.told.setText(last.fault_reported_to)
        else:
            self.told.setText(lead if self._item.is_lead_told else "")
            self.is_open_item.setChecked(True)


class ItemDialog(LongDialog):
    """A new item of the list, or one to change; what its kind is usually asked is proposed."""

    help_page = "equipment"

    def __init__(
        self,
        desk: Desk,
        service: EquipmentService,
        rules: Mapping[EquipmentKind, EquipmentRule],
        parent: QWidget,
        item: EquipmentItem | None = None,
    ) -> None:
        super().__init__(desk, "改设备" if item else "列入一件设备", "记下", parent)
        self._service, self._item, self._rules = service, item, rules
        self._id = item.id if item else service.new_id()
        self.kind = ChoiceBox(desk.theme, "种类")
        for kind, word in EQUIPMENT_KIND.items():
            self.kind.addItem(word, kind.value)
        names = ("name", "location", "number", "days", "low", "checklist_name")
        self.texts = {name: QLineEdit() for name in names}
        self.is_monthly = QCheckBox("每个月试呼一次")
        self.is_handed_over = QCheckBox("逐班点交，双方签字")
        self.is_lead_told = QCheckBox("故障要报带班领导")
        self.is_active = QCheckBox("在用")
        self._lay_out()
        self._fill()
        fields: dict[str, QWidget] = {
            "kind": self.kind,
            **self.texts,
            "is_monthly": self.is_monthly,
            "is_handed_over": self.is_handed_over,
            "is_lead_told": self.is_lead_told,
            "is_active": self.is_active,
        }
        self.keep(f"equipment_item:{item.id if item else 'new'}", fields).begin()
        self.kind.activated.connect(self._on_kind)
        self.texts["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        texts = {name: field.text().strip() for name, field in self.texts.items()}
        draft = DraftEquipmentItem(
            id=self._id,
            kind=EquipmentKind(self.kind.currentData()),
            name=texts["name"],
            location=texts["location"],
            number=texts["number"],
            is_active=self.is_active.isChecked(),
            rule=EquipmentRule(
                is_test_monthly=self.is_monthly.isChecked(),
                test_interval_days=_number("test_interval_days", self.texts["days"]),
                low_charge_percent=_number("low_charge_percent", self.texts["low"]),
                is_handed_over=self.is_handed_over.isChecked(),
                is_lead_told=self.is_lead_told.isChecked(),
                checklist_name=texts["checklist_name"],
            ),
        )
        return partial(self._service.put, draft, by=self.desk.session.seat.actor)

    def _lay_out(self) -> None:
        texts = self.texts
        texts["days"].setPlaceholderText("多少天一次，可以不填")
        texts["low"].setPlaceholderText("低于百分之几要充电，可以不填")
        texts["checklist_name"].setPlaceholderText("交接班检查清单里的哪一项，可以不填")
        for word, field in (
            ("种类", self.kind),
            (FIELD["name"], texts["name"]),
            (FIELD["location"], texts["location"]),
            (FIELD["number"], texts["number"]),
            ("试呼", self.is_monthly),
            ("试呼间隔", texts["days"]),
            ("充电", texts["low"]),
            ("交接", self.is_handed_over),
            ("故障", self.is_lead_told),
            ("检查清单", texts["checklist_name"]),
            ("状态", self.is_active),
        ):
            self.form.row(word, field)

    def _fill(self) -> None:
        item = self._item
        if item is None:
            self.is_active.setChecked(True)
            self._on_kind()
            return
        self.kind.setCurrentIndex(self.kind.findData(item.kind.value))
        for name in ("name", "location", "number"):
            self.texts[name].setText(getattr(item, name))
        self.is_active.setChecked(item.is_active)
        self._show_rule(
            EquipmentRule(
                is_test_monthly=item.is_test_monthly,
                test_interval_days=item.test_interval_days,
                low_charge_percent=item.low_charge_percent,
                is_handed_over=item.is_handed_over,
                is_lead_told=item.is_lead_told,
                checklist_name=item.checklist_name,
            )
        )

    def _on_kind(self) -> None:
        """Propose what the chosen kind is usually asked."""
        if self._item is None:
            kind = EquipmentKind(self.kind.currentData())
            self._show_rule(self._rules.get(kind, EquipmentRule()))

    def _show_rule(self, rule: EquipmentRule) -> None:
        self.is_monthly.setChecked(rule.is_test_monthly)
        self.is_handed_over.setChecked(rule.is_handed_over)
        self.is_lead_told.setChecked(rule.is_lead_told)
        self.texts["days"].setText(_text(rule.test_interval_days))
        self.texts["low"].setText(_text(rule.low_charge_percent))
        self.texts["checklist_name"].setText(rule.checklist_name)


def _text(number: int | None) -> str:
    return "" if number is None else str(number)


def _number(key: str, field: QLineEdit) -> int | None:
    """Read a whole number, with or without its percent sign; raises EquipmentNumberUnclear."""
    text = field.text().strip().removesuffix("%").removesuffix("％").strip()
    if not text:
        return None
    if not text.isdecimal():
        raise EquipmentNumberUnclear(key, field.text())
    return int(text)
