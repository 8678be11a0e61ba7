"""Hung on the room of incidents: the unit's level criteria, near misses and kinds."""

from __future__ import annotations

from PySide6.QtCore import QObject

from dutydesk.services.level import LevelService
from dutydesk.services.officer import OfficerService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.incident.panel import IncidentPanel

LEVELS = ActionSpec(
    "incident.levels",
    "编辑等级标准和种类",
    "Ctrl+Shift+K",
    ActionGroup.ENTRY,
    "badge-check",
    room="突发事件",
)
VERBS = (LEVELS,)


class LevelDeed(QObject):
    """Opens the lists, with or without an incident chosen."""

    def __init__(
        self, panel: IncidentPanel, service: LevelService, officer: OfficerService
    ) -> None:
        super().__init__(panel)
        self._panel, self._service, self._officer = panel, service, officer
        panel.desk.actions.add(LEVELS, self.open, panel, local=True)
        if panel.deeds.more is not None:
            panel.deeds.more(f"{LEVELS.word}  {LEVELS.key}", self.open, lambda: True)

    def open(self) -> None:
        """Open the lists."""
        # Most days nobody does.
        from dutydesk.ui.incident.level_dialog import LevelDialog  # noqa: PLC0415

        panel = self._panel
        LevelDialog(panel.desk, self._service, self._officer, panel.window()).open()
