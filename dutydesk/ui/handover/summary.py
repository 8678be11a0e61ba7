"""The head of the page: which shift hands over to which, counts, running incidents."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from dutydesk.domain.handover_facts import Count, CountKind, HandoverView, RunningIncident
from dutydesk.ui.handover.section import Section, clear, plain
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import when
from dutydesk.wording.handover import COUNT_KIND, HANDOVER_STATUS, incident_words
from dutydesk.wording.handover_record import shift_words


class SummarySection(Section):
    """Who hands over what to whom, and what happened in the shift."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "交接班", parent)
        self.shifts, self.situation = plain(), plain()
        self.print = QPushButton("打印  F9")
        self.to_sign = QPushButton("到签字处  Ctrl+J")
        self.head.addWidget(self.print)
        self.head.addWidget(self.to_sign)
        self._tiles = QWidget()
        self._grid = QGridLayout(self._tiles)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._counts = {kind: (QLabel(), QLabel(COUNT_KIND[kind])) for kind in CountKind}
        for at, (figure, word) in enumerate(self._counts.values()):
            self._grid.addWidget(figure, 0, at)
            self._grid.addWidget(word, 1, at)
            set_style(word, tone="muted")
        self._grid.setColumnStretch(len(self._counts), 1)
        for widget in (self.shifts, self._tiles, self.situation):
            self.body.addWidget(widget)
        self.restyle()

    def show_view(self, view: HandoverView) -> None:
        """Show the head of a handover."""
        facts = view.facts
        self.words.setText(f"记录 {facts.handover_no}　{HANDOVER_STATUS[view.handover.status]}")
        self.shifts.setText(
            f"交班 {shift_words(facts.outgoing_shift)}　{facts.outgoing_officer}\n"
            f"接班 {shift_words(facts.incoming_shift)}"
        )
        self._show_counts(facts.counts)
        has_words = bool(facts.general_situation.strip())
        words = facts.general_situation if has_words else "还没有写，按 Shift+F8 在本班里写。"
        self.situation.setText(f"值班概况：{words}")
        set_style(self.situation, tone="" if has_words else "muted")

    def restyle(self) -> None:
        super().restyle()
        self._grid.setHorizontalSpacing(self.theme.px(28))
        self._grid.setVerticalSpacing(0)
        for figure, word in self._counts.values():
            figure.setFont(self.theme.font("large", bold=True))
            word.setFont(self.theme.font("small"))

    def _show_counts(self, counts: tuple[Count, ...]) -> None:
        found = {one.kind: one.count for one in counts}
        for kind, (figure, word) in self._counts.items():
            figure.setText(str(found.get(kind, 0)))
            figure.setAccessibleName(f"{word.text()} {figure.text()}")


class IncidentSection(Section):
    """Incidents under way, each with the report that is due next."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "在办突发事件", parent)
        self.restyle()

    def show_incidents(
        self, incidents: tuple[RunningIncident, ...], first_word: str, now: datetime
    ) -> None:
        """List the incidents; none says so."""
        clear(self.body)
        self.words.setText(f"{len(incidents)} 起" if incidents else "没有")
        for incident in incidents:
            words = incident_words(incident, first_word)
            if incident.next_due_at is not None:
                words += f"（{when.left(incident.next_due_at, now)}）"
            tone = "overdue" if incident.is_overdue else ""
            self.body.addWidget(plain(f"{'▲' if incident.is_overdue else '●'} {words}", tone=tone))
