"""New facts for an incident: what changes, its state, and why."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from dutydesk.domain.incident import Incident, IncidentChange, IncidentStatus
from dutydesk.services.incident import IncidentService
from dutydesk.ui.ask_dialog import Job
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.fact_fields import FactFields
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.incident import STATUS

_RUNNING = (
    IncidentStatus.RECEIVED,
    IncidentStatus.VERIFYING,
    IncidentStatus.HANDLING,
    IncidentStatus.STABLE,
)


class UpdateDialog(LongDialog):
    """Shows the facts as they stand; only what differs is put on record."""

    help_page = "incident"

    def __init__(
        self, desk: Desk, service: IncidentService, incident: Incident, parent: QWidget
    ) -> None:
        super().__init__(desk, f"更新：{incident.title}", "更新  Ctrl+Enter", parent)
        self._service, self._incident = service, incident
        self.fields = FactFields(desk, service)
        self.status, self.reason = ChoiceBox(desk.theme, "状态"), QLineEdit()
        for status in _RUNNING:
            self.status.addItem(STATUS[status], status.value)
        self.status.setCurrentIndex(max(0, self.status.findData(incident.status.value)))
        self.reason.setPlaceholderText("例如：现场回报，消防核实")
        self.form.row("更新依据", self.reason)
        self.form.row("状态", self.status)
        self.form.addRow(self.fields)
        desk.theme.changed.connect(self._line_up)
        self._line_up()
        self.desk.runner.submit(service.kinds, done=self.fields.show_kinds)
        self.fields.load(incident)
        draft = self.keep(
            f"incident_update:{incident.id}",
            {"reason": self.reason, "status": self.status, "facts": self.fields},
        )
        draft.begin()
        # Required, and known before the figures: who said so.
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line_up(self) -> None:
        self.fields.line_up(self.form)

    def job(self) -> Job | None:
        if not self.reason.text().strip():
            self.say("更新依据没有写。请写明是谁报来的，再按 Ctrl+Enter。", self.reason)
            return None
        values = self.fields.changes(self._incident)
        status = IncidentStatus(self.status.currentData())
        if status is not self._incident.status:
            values["status"] = status
        change = IncidentChange(values, self.reason.text())
        by = self.desk.session.seat.actor
        return partial(self._service.update, self._incident.id, change, by=by)
