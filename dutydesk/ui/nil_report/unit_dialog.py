"""One subordinate unit of the list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.reporting_unit import DraftReportingUnit, ReportingUnit
from dutydesk.services.reporting_unit import ReportingUnitService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.wording.reporting_unit import FIELD


class UnitDialog(LongDialog):
    """A new unit, or one to change."""

    help_page = "nil_report"

    def __init__(
        self,
        desk: Desk,
        service: ReportingUnitService,
        parent: QWidget,
        unit: ReportingUnit | None = None,
    ) -> None:
        super().__init__(desk, "改下属单位" if unit else "列入一个下属单位", "记下", parent)
        self._service, self._unit = service, unit
        self._id = unit.id if unit else service.new_id()
        self.texts = {name: QLineEdit() for name in ("name", "contact", "phone")}
        self.has_nil_report = QCheckBox("每期要零报告")
        self.has_roll_call = QCheckBox("参加点名")
        self.is_active = QCheckBox("在用")
        self.texts["contact"].setPlaceholderText("值班室，或谁接电话")
        for name, field in self.texts.items():
            self.form.row(FIELD[name], field)
            field.setText(getattr(unit, name) if unit else "")
        for word, box, is_on in (
            ("零报告", self.has_nil_report, unit is None or unit.has_nil_report),
            ("点名", self.has_roll_call, unit is None or unit.has_roll_call),
            ("状态", self.is_active, unit is None or unit.is_active),
        ):
            self.form.row(word, box)
            box.setChecked(is_on)
        fields: dict[str, QWidget] = {
            **self.texts,
            "has_nil_report": self.has_nil_report,
            "has_roll_call": self.has_roll_call,
            "is_active": self.is_active,
        }
        self.keep(f"reporting_unit:{unit.id if unit else 'new'}", fields).begin()
        self.texts["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        texts = {name: field.text().strip() for name, field in self.texts.items()}
        draft = DraftReportingUnit(
            id=self._id,
            **texts,
            unit_id=self._unit.unit_id if self._unit else None,
            has_nil_report=self.has_nil_report.isChecked(),
            has_roll_call=self.has_roll_call.isChecked(),
            is_active=self.is_active.isChecked(),
        )
        return partial(self._service.put, draft, by=self.desk.session.seat.actor)
