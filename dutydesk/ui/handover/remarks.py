"""What else the next officer must know, in the words of the one who leaves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from dutydesk.ui.handover.section import Section, plain
from dutydesk.ui.theme import Theme

_LINES = 3


class RemarkSection(Section):
    """其他交代; ``edited`` at every key."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "其他交代", parent)
        self._known = self._sent = ""
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("其他交代")
        self.text.setPlaceholderText("清单里没有、接班人要知道的事")
        self.body.addWidget(self.text)
        self.told = plain("", tone="muted")
        self.told.hide()
        self.body.addWidget(self.told)
        self.text.textChanged.connect(self.edited)
        self.restyle()

    def show_remarks(self, remarks: str, told: Sequence[str] = ()) -> None:
        """Show what is on record; what was typed since is left alone.

        ``told`` is what the record adds by itself: who is away, what equipment needs.
        """
        self.told.setText("\n".join(told))
        self.told.setVisible(bool(told))
        is_dirty = self.pending() is not None
        self._known = remarks
        if not is_dirty and self.text.toPlainText() != remarks:
            self._sent = remarks
            self.text.setPlainText(remarks)
        elif not is_dirty:
            self._sent = remarks

    def pending(self) -> str | None:
        """Return the words when they are to be written."""
        now = self.text.toPlainText()
        return now if now != self._sent else None

    def mark_sent(self, *, is_sent: bool) -> None:
        """Remember that the words are on their way, or that they did not arrive."""
        self._sent = self.text.toPlainText() if is_sent else self._known

    def allow(self, *, may_write: bool) -> None:
        """Let the words be changed or only read."""
        self.text.setReadOnly(not may_write)

    def restyle(self) -> None:
        super().restyle()
        lines = self.text.fontMetrics().lineSpacing() * _LINES
        self.text.setFixedHeight(lines + self.theme.px(18))
