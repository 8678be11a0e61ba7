"""How grave an incident is, who said so and why, and what its figures say now."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from dutydesk.services.incident import IncidentView
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.incident_view import advice_words, grading_words, is_advice_new
from dutydesk.wording.near_miss import near_miss_advice, near_miss_words

_ROWS = ("认定", "建议", "涉险")


class GradingWords(dict[str, QLabel]):
    """Three lines; the last is hidden where nothing speaks for a near miss."""

    def __init__(self) -> None:
        super().__init__({word: QLabel() for word in _ROWS})
        for label in self.values():
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show(self, view: IncidentView, near_miss_head: QLabel) -> None:
        """Say them for an incident; a suggestion that moved since the decision stands out."""
        incident, suggestion = view.incident, view.suggestion
        self["认定"].setText(grading_words(incident))
        advice = self["建议"]
        advice.setText(advice_words(incident, suggestion))
        set_style(advice, tone="soon" if is_advice_new(incident, suggestion) else "")
        confirmed = near_miss_words(incident, view.gradings)
        said = confirmed or ("" if incident.is_closed else near_miss_advice(view.near_miss))
        near_miss = self["涉险"]
        near_miss.setText(said if confirmed or not said else f"{said} 按 Ctrl+Y 认定。")
        set_style(near_miss, tone="" if confirmed else "soon")
        for label in (near_miss, near_miss_head):
            label.setVisible(bool(said))
