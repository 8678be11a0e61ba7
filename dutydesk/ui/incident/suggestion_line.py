"""The level that the figures suggest, said while they are typed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from dutydesk.domain.incident import DraftIncident, IncidentCategory
from dutydesk.domain.level import Suggestion
from dutydesk.services.incident import IncidentService
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.incident import suggestion_reason


class SuggestionLine(QLabel):
    """Says the level suggested for a kind and its figures; the answer to the last question."""

    def __init__(self, desk: Desk, service: IncidentService) -> None:
        super().__init__()
        self._desk, self._service = desk, service
        self._asked = 0
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.ask(None, {})

    def ask(
        self, kind: tuple[IncidentCategory, str] | None, figures: Mapping[str, int | None]
    ) -> None:
        """Ask the criteria of the unit; without a kind there is nothing to ask."""
        self._asked += 1
        if kind is None:
            self._show(self._asked, None)
            return
        draft = DraftIncident(
            id="",
            title="",
            category=kind[0],
            kind=kind[1],
            place="",
            received_at=self._desk.clock.now(),
            **figures,  # type: ignore[arg-type]  # figures by field name
        )
        self._desk.runner.submit(
            partial(self._service.suggestion, draft), done=partial(self._show, self._asked)
        )

    def _show(self, asked: int, suggestion: Suggestion | None) -> None:
        if asked != self._asked:
            return
        if suggestion is None:
            words = "选好种类，填上数字，这里给出建议。"
        else:
            words = suggestion_reason(suggestion)
        is_known = suggestion is not None and suggestion.figure is not None
        set_style(self, tone="accent" if is_known else "muted")
        self.setText(words)
