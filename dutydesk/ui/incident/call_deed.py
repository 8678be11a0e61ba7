"""Hung on the room of incidents: a call round about the selected one begins in its own room."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dutydesk.services.incident import IncidentView
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.incident.panel import IncidentPanel

CALL = ActionSpec(
    "incident.call_round", "就选中的事件叫应", "Ctrl+Shift+Q", ActionGroup.ENTRY, "phone-outgoing"
)
VERBS = (CALL,)


class CallDeed(QObject):
    """``call_wanted(incident id)`` when the people responsible are to be rung."""

    call_wanted = Signal(str)

    def __init__(self, panel: IncidentPanel) -> None:
        super().__init__(panel)
        panel.deeds.add(CALL, self._ask)

    def _ask(self, view: IncidentView) -> None:
        self.call_wanted.emit(view.incident.id)
