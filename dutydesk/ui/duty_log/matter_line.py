"""The line under the quick entry that says which earlier entry this one goes on with.

Either the entry is linked already (接第12条), or somebody calls again and the line offers the
call before. It is looked up off the window's thread and never takes the focus.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dutydesk.domain.duty_log import DraftEntry, ListedEntry
from dutydesk.domain.errors import StoreError
from dutydesk.domain.repeat_caller import CALLS, CallerTyped, RepeatCall
from dutydesk.services.duty_log import DutyLogService
from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.entry_fields import EntryFields
from dutydesk.ui.widgets.elided_label import ElidedLabel
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.continuation import linked_words, repeat_words

_PAUSE_MS = 250
_LINK, _WORDS, _INCIDENT = "continuation_of", "continuation_words", "incident_id"
_TAKE, _DROP = "接着这件事  Ctrl+R", "不接了  Ctrl+R"


class MatterLine(QWidget):
    """Holds the link of the entry that is being typed; hidden while there is nothing to say."""

    def __init__(
        self,
        desk: Desk,
        service: DutyLogService,
        fields: EntryFields,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._service, self._fields = desk, service, fields
        self.linked_id: str | None = None
        # The incident on record that the entry being typed is about, once somebody has said so.
        self.incident_id: str | None = None
        self._linked = ""
        self.offered: RepeatCall | None = None
        self._asked = CallerTyped("", "", "")
        self.words = ElidedLabel()
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.button.clicked.connect(self.turn)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.button)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        fields.edited.connect(self._on_edited)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self._say()

    def turn(self) -> bool:
        """Take what is offered, or drop the link; False when there is neither."""
        if self.linked_id is not None:
            self._set_link(None, "")
        elif self.offered is not None:
            self.link(self.offered.listed)
        else:
            return False
        self._fields.edited.emit()
        return True

    def link(self, listed: ListedEntry) -> None:
        """Let the entry that is being typed go on with this one."""
        self._set_link(listed.entry.id, linked_words(listed, self._desk.clock.now()))

    def clear(self) -> None:
        """Forget link and offer: another entry begins."""
        self._pause.stop()
        self._asked, self.offered = CallerTyped("", "", ""), None
        self.incident_id = None
        self._set_link(None, "")

    def content(self) -> dict[str, str]:
        """Return the link, as a draft keeps it."""
        link = {_LINK: self.linked_id, _WORDS: self._linked} if self.linked_id else {}
        return link | ({_INCIDENT: self.incident_id} if self.incident_id else {})

    def load(self, content: Mapping[str, str]) -> None:
        """Show the link that a draft kept."""
        self.clear()
        self.incident_id = content.get(_INCIDENT)
        self._set_link(content.get(_LINK), content.get(_WORDS, ""))
        self._on_edited()

    def joined(self, draft: DraftEntry) -> DraftEntry:
        """Return the entry with its link and the incident it is about."""
        return replace(draft, continuation_of=self.linked_id, incident_id=self.incident_id)

    def hold(self, *, is_held: bool) -> None:
        """Let the link stay as it is while the entry is on its way to the record."""
        self.button.setEnabled(not is_held)

    def _set_link(self, entry_id: str | None, words: str) -> None:
        self.linked_id, self._linked = entry_id, words
        self._say()

    def _typed(self) -> CallerTyped:
        if self._fields.chosen_kind not in CALLS:
            return CallerTyped("", "", "")
        caller = self._fields.who.other_side()
        return CallerTyped(caller.phone, caller.source, caller.person)

    def _on_edited(self) -> None:
        typed = self._typed()
        if typed == self._asked:
            return
        self._asked, self.offered = typed, None
        self._say()
        if typed.is_telling:
            self._pause.start()
        else:
            self._pause.stop()

    def _look_up(self) -> None:
        job = partial(self._service.repeat_of, self._asked)
        shown = partial(self._show, self._asked)
        self._desk.runner.submit(job, done=shown, failed=self._not_read)

    def _show(self, asked: CallerTyped, found: RepeatCall | None) -> None:
        if asked != self._asked:
            return
        self.offered = found
        self._say()

    def _not_read(self, error: Exception) -> None:
        """Offer nothing where the record cannot be read: the entry tells it when it is saved."""
        if not isinstance(error, StoreError):
            raise error

    def _say(self) -> None:
        words = verb = ""
        if self.linked_id is not None:
            words, verb = self._linked, _DROP
        elif self.offered is not None:
            words, verb = repeat_words(self.offered, self._desk.clock.now()), _TAKE
        self.words.setText(words)
        self.button.setText(verb)
        self.setVisible(bool(words))

    def _restyle(self) -> None:
        theme = self._desk.theme
        self._row.setSpacing(theme.px(8))
        self.words.setFont(theme.font("small"))
        self.button.setFont(theme.font("small"))
        set_style(self.words, tone="accent")
