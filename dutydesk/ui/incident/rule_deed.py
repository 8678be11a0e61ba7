"""Hung on the room of incidents: the unit's limits."""

from __future__ import annotations

from PySide6.QtCore import QObject

from dutydesk.services.deadline_rule import DeadlineRuleService
from dutydesk.services.officer import OfficerService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.incident.panel import IncidentPanel

RULES = ActionSpec(
    "incident.rules",
    "编辑时限规则",
    "Ctrl+Shift+R",
    ActionGroup.ENTRY,
    "clock-alert",
    room="突发事件",
)
VERBS = (RULES,)


class RuleDeed(QObject):
    """Opens the table, with or without an incident chosen."""

    def __init__(
        self, panel: IncidentPanel, service: DeadlineRuleService, officer: OfficerService
    ) -> None:
        super().__init__(panel)
        self._panel, self._service, self._officer = panel, service, officer
        panel.desk.actions.add(RULES, self.open, panel, local=True)
        if panel.deeds.more is not None:
            panel.deeds.more(f"{RULES.word}  {RULES.key}", self.open, lambda: True)

    def open(self) -> None:
        """Open the table."""
        # Most days nobody does.
        from dutydesk.ui.incident.rule_list import RuleListDialog  # noqa: PLC0415

        panel = self._panel
        RuleListDialog(panel.desk, self._service, self._officer, panel.window()).open()
