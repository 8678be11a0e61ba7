"""Opens the decisions of the handover page over the window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dutydesk.domain.handover import HandoverSide
from dutydesk.domain.handover_facts import HandoverView
from dutydesk.ui.ask_dialog import AskDialog
from dutydesk.ui.desk import Desk
from dutydesk.ui.handover.checklist_dialog import ChecklistDialog
from dutydesk.ui.handover.dialogs import (
    CountersignDialog,
    ForcedReliefDialog,
    LeadDialog,
    ReviewDialog,
    StayOnDialog,
    TakeBackDialog,
)
from dutydesk.ui.handover.reading import HandoverServices, Reading


class Decisions(QWidget):
    """``answered`` after any of them was written, ``passed(HandoverView)`` after forced relief."""

    answered = Signal()
    passed = Signal(object)

    def __init__(self, desk: Desk, services: HandoverServices, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._desk, self._services = desk, services

    def force(self, reading: Reading) -> None:
        """Ask for relief by one side."""
        dialog = ForcedReliefDialog(self._desk, self._services, reading, self.window())
        dialog.answered.connect(self.passed)
        self._open(dialog)

    def stay(self, reading: Reading) -> None:
        """Ask why the outgoing officer stays."""
        self._open(StayOnDialog(self._desk, self._services, reading, self.window()))

    def take_back(self, reading: Reading, side: HandoverSide) -> None:
        """Ask who takes a signature back."""
        signature = reading.view.signature(side) if reading.view else None
        if signature is not None:
            window = self.window()
            self._open(TakeBackDialog(self._desk, self._services, reading, signature, window))

    def countersign(self, reading: Reading, view: HandoverView) -> None:
        """Ask a lead to sign a handover that is over."""
        dialog = CountersignDialog(self._desk, self._services, view, self.window())
        self._open_lead(dialog, reading)

    def review(self, reading: Reading, view: HandoverView) -> None:
        """Ask a lead to review the shift that was handed over."""
        self._open_lead(ReviewDialog(self._desk, self._services, view, self.window()), reading)

    def edit_list(self) -> None:
        """Show the unit's checklist."""
        services = self._services
        ChecklistDialog(self._desk, services.checklist, services.officer, self.window()).open()

    def _open_lead(self, dialog: LeadDialog, reading: Reading) -> None:
        dialog.show_leads(reading)
        self._open(dialog)

    def _open(self, dialog: AskDialog) -> None:
        dialog.answered.connect(self.answered)
        dialog.open()
