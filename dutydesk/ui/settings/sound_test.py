"""试听: both tones of the alarm, and whether this machine has anything to play them on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.sound import SoundOutcome
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.sound import SOUND, TONE


class SoundTest(QWidget):
    """``wanted(name)`` asks for a tone; ``say`` tells what came of it."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {name: QPushButton(f"试听{TONE[name]}") for name in TONE}
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.answer.hide()
        row = QHBoxLayout()
        for name, button in self.buttons.items():
            button.clicked.connect(partial(self._ask, name))
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.answer)

    def say(self, outcome: SoundOutcome) -> None:
        """Tell how it went; a machine without sound says so, and what is left to it."""
        is_heard = outcome is SoundOutcome.PLAYED
        set_style(self.answer, tone="muted" if is_heard else "overdue")
        self.answer.setText(SOUND[outcome])
        self.answer.show()

    def _ask(self, name: str) -> None:
        self.wanted.emit(name)
