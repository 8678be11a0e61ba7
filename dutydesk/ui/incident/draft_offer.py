"""存为稿件 and 送审 in the dialog of a report: what need not leave at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from dutydesk.services.report_draft import ReportDraftService
from dutydesk.ui.ask_dialog import Job
from dutydesk.ui.incident.report_dialog import ReportDialog

SAVE, HAND_IN = "存为稿件  Ctrl+S", "送审"


class DraftOffer(QObject):
    """Adds two verbs to the dialog."""

    def __init__(self, dialog: ReportDialog, service: ReportDraftService) -> None:
        super().__init__(dialog)
        self._dialog, self._service = dialog, service
        self._step_id = service.new_id()
        self.save = dialog.also(SAVE, self._save)
        self.hand_in = dialog.also(HAND_IN, self._hand_in)
        key = QShortcut(QKeySequence("Ctrl+S"), dialog)
        key.activated.connect(partial(dialog.do, self._save))

    def _save(self) -> Job:
        by = self._dialog.desk.session.seat.actor
        return partial(self._service.save, self._dialog.draft(), by=by)

    def _hand_in(self) -> Job:
        by = self._dialog.desk.session.seat.actor
        return partial(self._service.hand_in, self._dialog.draft(), self._step_id, by=by)
