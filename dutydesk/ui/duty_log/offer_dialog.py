"""What an entry that named a watched word comes to: an incident on record, or none, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.incident import Incident
from dutydesk.domain.incident_offer import DISMISSALS, OfferOutcome
from dutydesk.services.incident_offer import IncidentOfferService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording import when
from dutydesk.wording.incident_offer import OFFER_OUTCOME, incident_choice

_SHOWN = 120
_INCIDENT = "incident:"


class OfferDialog(LongDialog):
    """Incidents it may belong to come first; the note is kept as a draft."""

    help_page = "duty_desk"

    def __init__(
        self,
        desk: Desk,
        service: IncidentOfferService,
        matter: tuple[ListedEntry, Sequence[Incident]],
        parent: QWidget,
    ) -> None:
        listed, similar = matter
        entry = listed.entry
        super().__init__(desk, f"核第{entry.no}条", "记下", parent)
        self._service, self._entry = service, entry
        # Made once: what was written but not acknowledged is not written twice.
        self._id = service.new_id()
        text = entry.text if len(entry.text) <= _SHOWN else f"{entry.text[:_SHOWN]}…"
        shown = QLabel(f"{when.full(entry.at)}　{text}")
        shown.setWordWrap(True)
        shown.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome = ChoiceBox(desk.theme, "核的结果")
        for incident in similar:
            self.outcome.addItem(incident_choice(incident), f"{_INCIDENT}{incident.id}")
        for outcome in DISMISSALS:
            self.outcome.addItem(OFFER_OUTCOME[outcome], outcome.value)
        self.note = QLineEdit()
        self.note.setPlaceholderText("例如：消防到场，无异常；可以不填")
        self.form.row("记录", shown)
        self.form.row("核的结果", self.outcome)
        self.form.row("说明", self.note)
        self.form.note("要建突发事件，关掉这里按 Ctrl+I。")
        self.keep(f"offer:{entry.id}", {"note": self.note}).begin()
        self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        chosen, by = str(self.outcome.currentData()), self.desk.session.seat.actor
        if chosen.startswith(_INCIDENT):
            incident_id = chosen.removeprefix(_INCIDENT)
            return partial(self._service.link, self._entry.id, incident_id, self._id, by=by)
        outcome, note = OfferOutcome(chosen), self.note.text()
        return partial(self._service.dismiss, self._entry.id, outcome, note, by=by)
