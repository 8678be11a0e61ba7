"""Trainings from the room of contacts: those of the person shown, and what is required."""

from __future__ import annotations

from PySide6.QtCore import QObject

from dutydesk.domain.contact_state import Listed
from dutydesk.services.officer import OfficerService
from dutydesk.services.training import TrainingService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.contacts.panel import ContactsPanel
from dutydesk.ui.contacts.requirement_dialog import RequirementDialog
from dutydesk.ui.contacts.training_dialog import TrainingDialog
from dutydesk.ui.contacts.unit_lines import Which

TRAIN = ActionSpec("contacts.train", "选中的联系人：培训", "Ctrl+P", ActionGroup.ENTRY, "id-card")
STALE = ActionSpec(
    "contacts.stale", "待核实的联系人，逐个核实", "Ctrl+Shift+V", ActionGroup.VIEW, "list-checks"
)
SHORT = ActionSpec("contacts.short", "培训不足的联系人", "", ActionGroup.VIEW, "id-card")
REQUIRED = ActionSpec("contacts.required", "编辑培训要求", "", ActionGroup.ENTRY, "list-checks")
VERBS = (TRAIN, STALE, SHORT, REQUIRED)


class TrainingDeed(QObject):
    """Hangs on the room; also takes one to the lists that are worked through."""

    def __init__(
        self, panel: ContactsPanel, service: TrainingService, officer: OfficerService
    ) -> None:
        super().__init__(panel)
        self._panel, self._service, self._officer = panel, service, officer
        handlers = (self.train, self.show_stale, self.show_short, self.edit_required)
        for spec, handler in zip(VERBS, handlers, strict=True):
            panel.desk.actions.add(spec, handler, panel, local=True)
        panel.card.train_wanted.connect(self.train)

    def train(self) -> None:
        """Show the trainings of the contact shown."""
        card, panel = self._panel.chosen(), self._panel
        if card is not None:
            TrainingDialog(panel.desk, self._service, card.contact, panel.window()).open()

    def show_stale(self) -> None:
        """List who waits to be verified, the first one chosen."""
        self._panel.show_which(Which(listed=Listed.STALE))

    def show_short(self) -> None:
        """List who is short of training days."""
        self._panel.show_which(Which(listed=Listed.UNTRAINED))

    def edit_required(self) -> None:
        """Open the unit's list of what is required."""
        panel = self._panel
        RequirementDialog(panel.desk, self._service, self._officer, panel.window()).open()
