"""是否同一事件？ above the incident form, while what is written may be an incident on record."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout

from dutydesk.domain.changes import Done
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.incident import Incident
from dutydesk.domain.incident_offer import Subject
from dutydesk.services.incident_offer import IncidentOfferService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.incident.panel import IncidentPanel
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.incident_offer import same_verb
from dutydesk.wording.sentences import sentence

SAME = ActionSpec(
    "incident.same", "是同一事件，归入", "Ctrl+Shift+S", ActionGroup.ENTRY, "link", room="突发事件"
)
_PAUSE_MS = 400
_SHORTEST_NUMBER = 5
_KEY = "same_incident"


def _number(source: str) -> str:
    """Return the number a source ends with; a unit that calls often is no sign by itself."""
    last = source.strip().rpartition(" ")[2]
    return last if last.replace("-", "").isdigit() and len(last) >= _SHORTEST_NUMBER else ""


class SameIncidentLine(QObject):
    """Hung on the incident room; yes joins the entry the form began with to the incident."""

    def __init__(self, panel: IncidentPanel, offers: IncidentOfferService) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._offers = panel, panel.desk, offers
        self._similar: Sequence[Incident] = ()
        self._asked: Subject | None = None
        self.line = QLabel()
        self.line.setWordWrap(True)
        set_style(self.line, tone="soon")
        self.line.hide()
        layout = panel.form.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, self.line)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        fields = panel.form.fields
        for signal in (
            fields.title.textChanged,
            fields.place.textChanged,
            fields.source.textChanged,
            fields.kind.currentTextChanged,
        ):
            signal.connect(self._pause.start)
        self._desk.theme.changed.connect(self._restyle)
        self._desk.actions.add(SAME, self.join, panel.form, local=True)
        self._restyle()

    def look(self) -> None:
        """Look for incidents on record that what is written may be about."""
        fields = self._panel.form.fields
        lines, kind = fields.lines(), fields.kind.kind()
        if not lines["place"].strip() and not lines["source"].strip():
            self._show(None, ())
            return
        subject = Subject(
            fields.received.value() or self._desk.clock.now(),
            f"{lines['title']}\n{lines['situation']}",
            lines["place"],
            _number(lines["source"]),
            kind[0] if kind else None,
            kind[1] if kind else "",
        )
        self._asked = subject
        job, shown = partial(self._offers.similar_to, subject), partial(self._show, subject)
        self._desk.runner.submit(job, done=shown, failed=self._failed)

    def join(self) -> None:
        """Yes: the entry belongs to the incident named, and no second one is made."""
        if not self._similar or self._panel.form.is_saving:
            return
        incident, draft = self._similar[0], self._panel.form.typed()
        origin = draft.content.get("origin_entry_id") if draft else None
        if not origin or not self._desk.session.seat.may_write:
            self._go_to(incident)
            return
        by = self._desk.session.seat.actor
        job = partial(self._offers.link, origin, incident.id, self._offers.new_id(), by=by)
        done = partial(self._joined, incident)
        self._desk.runner.submit(job, done=done, failed=self._refused)

    def _joined(self, incident: Incident, done: Done[Any]) -> None:
        self._panel.form.give_up()
        self._desk.hub.announce(done.changes, self)
        self._go_to(incident)

    def _go_to(self, incident: Incident) -> None:
        self._panel.show_record(incident.id)

    def _show(self, asked: Subject | None, found: Sequence[Incident]) -> None:
        if asked is not None and asked != self._asked:
            return
        self._similar = found
        self.line.setText(same_verb(found[0]) if found else "")
        self.line.setVisible(bool(found))

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._desk.notices.put(Notice(_KEY, NoticeKind.ERROR, sentence(error)))

    def _failed(self, error: Exception) -> None:
        """Ask nothing where the record cannot be read."""
        if not isinstance(error, Refusal | StoreError):
            raise error

    def _restyle(self) -> None:
        theme = self._desk.theme
        self.line.setFont(theme.font("small"))
        self.line.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), 0)
