"""粘贴即录 hung on the incident room: from the text of a message to the form of an incident."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QPushButton, QVBoxLayout, QWidget

from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.incident.fact_fields import FactFields
from dutydesk.ui.incident.incident_form import IncidentForm
from dutydesk.ui.incident.message_parts import MessagePart
from dutydesk.ui.incident.panel import IncidentPanel
from dutydesk.ui.incident.paste_dialog import PasteDialog
from dutydesk.ui.widgets.steady_scroll import SteadyScroll

if TYPE_CHECKING:
    # The reader is loaded with the first message, not with the room.
    from dutydesk.services.message import MessageService

PASTE = ActionSpec(
    "incident.paste",
    "粘贴即录",
    "Ctrl+Shift+V",
    ActionGroup.ENTRY,
    "file-input",
    room="突发事件",
)
VERBS = (PASTE,)


class PasteDeed(QObject):
    """Opens the dialog over the form and fills in what was accepted.

    ``service`` is asked for late: few rooms that are entered read a message.
    """

    def __init__(self, panel: IncidentPanel, service: Callable[[], MessageService]) -> None:
        super().__init__(panel)
        self._panel, self._service = panel, service
        self._desk = panel.desk
        self.button = QPushButton(f"{PASTE.word}  {PASTE.key}")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.open)
        self._lay_in()
        self._desk.actions.add(PASTE, self.open, panel, local=True)

    def _lay_in(self) -> None:
        """Put the button beside the heading of the form: it comes before any typing."""
        scroll: SteadyScroll | None = self._panel.form.findChild(SteadyScroll)
        inside: QWidget | None = scroll.widget() if scroll is not None else None
        column = inside.layout() if inside is not None else None
        first: QLayoutItem | None = column.itemAt(0) if column is not None else None
        head = first.widget() if first is not None else None
        if isinstance(column, QVBoxLayout) and head is not None:
            row = QHBoxLayout()
            column.insertLayout(0, row)
            row.addWidget(head, 1)
            row.addWidget(self.button)

    def open(self) -> None:
        """Show the dialog with what the clipboard holds; the form goes on with what it has."""
        form = self._panel.form
        if form.is_saving or not self._desk.session.seat.may_write:
            return
        self._panel.show_form()
        fields = form.fields
        received_at = fields.received.value() or self._desk.clock.now()
        dialog = PasteDialog(
            self._desk, self._service(), fields.lines(), received_at, self._panel.window()
        )
        dialog.filled.connect(self._fill)
        dialog.open()

    def _fill(self, parts: Sequence[MessagePart]) -> None:
        form: IncidentForm = self._panel.form
        fill(form.fields, parts)
        form.drafts.retitle()
        form.fields.title.setFocus()


def fill(fields: FactFields, parts: Sequence[MessagePart]) -> None:
    """Put accepted lines into the fields; the other fields stay as they are."""
    for part in parts:
        _put(fields, part)
    fields.edited.emit()
    fields.figures_edited.emit()


def _put(fields: FactFields, part: MessagePart) -> None:
    value: Any = part.value
    if part.field == "kind":
        fields.kind.set_kind(*value)
    elif isinstance(value, datetime):
        fields.occurred.set_value(value)
    elif part.field in fields.figures.edits:
        fields.figures.load({**fields.figures.texts(), part.field: value})
    elif part.field in fields.texts:
        fields.texts[part.field].setPlainText(value)
    else:
        {"title": fields.title, "place": fields.place}[part.field].setText(value)
