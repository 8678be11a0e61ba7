"""The answer that is being typed, kept within a second and given back after a power cut."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from dutydesk.domain.draft import Draft
from dutydesk.ui.desk import Desk
from dutydesk.ui.draft_keeper import DraftKeeper

_FORM = "call_words"


class AnswerDraft(QObject):
    """One answer of one round; ``found(target_id, words)`` when one was left half written."""

    found = Signal(str, str)

    def __init__(self, desk: Desk, field: QLineEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._field = desk, field
        self._round_id = self._target_id = ""
        self._is_kept = False
        self._keeper = DraftKeeper(desk, self._draft, self)
        field.textEdited.connect(self._on_edit)

    def look(self, round_id: str) -> None:
        """Look for what was left of a round that is shown now."""
        self._round_id = round_id
        self._is_kept = False
        self._desk.runner.submit(partial(self._desk.drafts.of_form, _FORM), done=self._take_up)

    def turn_to(self, target_id: str) -> None:
        """Keep what is typed for this target from now on."""
        self._target_id = target_id

    def done(self) -> None:
        """Forget it: the answer is on record."""
        self._keeper.forget()
        if self._is_kept:
            self._keeper.give_up(_FORM)
            self._is_kept = False

    def _on_edit(self) -> None:
        self._is_kept = True
        self._keeper.touch()

    def _draft(self) -> Draft | None:
        text = self._field.text()
        if not (text.strip() and self._target_id):
            return None
        content = {"round": self._round_id, "target": self._target_id, "words": text}
        return Draft(_FORM, _FORM, content)

    def _take_up(self, drafts: Sequence[Draft]) -> None:
        kept = next((one.content for one in drafts), {})
        if kept.get("round") == self._round_id and not self._field.text():
            self._is_kept = True
            self.found.emit(kept.get("target", ""), kept.get("words", ""))
