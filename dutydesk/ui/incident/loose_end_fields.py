"""Rows of a dialog that ends or files an incident: what is still open, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from dutydesk.domain.incident_closing import LooseEnd, LooseEndAnswer, LooseEndKind
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.wording.incident_closing import LOOSE_END_KIND

_STOPPED = "随结束停止计时"
_HINT = "谁接着办，或者为什么可以不办"


class LooseEndFields:
    """Adds a row for each loose end to the form of a dialog."""

    def __init__(self, dialog: LongDialog, ends: Sequence[LooseEnd]) -> None:
        self._ends = tuple(ends)
        self.edits: list[QLineEdit] = []
        for end in ends:
            words = QLabel(end.words)
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
            dialog.form.row(LOOSE_END_KIND[end.kind], words)
            edit = QLineEdit()
            edit.setPlaceholderText(_HINT)
            if end.kind is LooseEndKind.CLOCK:
                # The end stops it: said beforehand, to be written over where there is more to say.
                edit.setText(_STOPPED)
            edit.setAccessibleName(f"怎么办：{end.words}")
            edit.returnPressed.connect(dialog.submit)
            dialog.form.row("怎么办", edit)
            self.edits.append(edit)
        if ends:
            dialog.form.note("还没有了结的逐项写明；不影响结束和归档，写的都留在记录里。")

    def answers(self) -> tuple[LooseEndAnswer, ...]:
        """Return what was written."""
        pairs = zip(self._ends, self.edits, strict=True)
        return tuple(LooseEndAnswer(end, edit.text()) for end, edit in pairs)

    def unanswered(self) -> tuple[LooseEnd, QLineEdit] | None:
        """Return the first that nobody answered, with its field."""
        pairs = zip(self._ends, self.edits, strict=True)
        return next(((end, edit) for end, edit in pairs if not edit.text().strip()), None)
