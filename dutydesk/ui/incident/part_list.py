"""The list of what a message offers: each line is accepted, left out or not yet decided."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from dutydesk.ui.incident.message_parts import MessagePart
from dutydesk.ui.theme import Theme


class Choice(StrEnum):
    """What the officer said of a line."""

    OPEN = "open"
    ACCEPTED = "accepted"
    LEFT_OUT = "left_out"


_WORD = {Choice.OPEN: "待定", Choice.ACCEPTED: "采用", Choice.LEFT_OUT: "不用"}
_LOOK = {
    Choice.OPEN: ("circle", "text"),
    Choice.ACCEPTED: ("circle-check", "done"),
    Choice.LEFT_OUT: ("x", "muted"),
}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LEAVE_OUT = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class PartList(QListWidget):
    """Enter accepts a line and goes on, Delete leaves it out; ``decided`` after each.

    ``finished`` when nothing is left open, ``pointed_at(MessagePart)`` when a line is chosen.
    """

    decided = Signal()
    finished = Signal()
    pointed_at = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.parts: list[MessagePart] = []
        self._choices: dict[MessagePart, Choice] = {}
        self.setAccessibleName("读出的内容")
        self.setWordWrap(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._on_row)
        theme.changed.connect(self._show_all)

    def show_parts(self, parts: Sequence[MessagePart]) -> None:
        """Show lines; what was decided of a line that is still the same stays decided."""
        row = max(0, self.currentRow())
        self.parts = list(parts)
        self._choices = {part: self._choices.get(part, Choice.OPEN) for part in parts}
        self.blockSignals(True)
        self.clear()
        for _ in parts:
            self.addItem(QListWidgetItem())
        self.blockSignals(False)
        self._show_all()
        self.setCurrentRow(min(row, len(self.parts) - 1))

    def choice(self, part: MessagePart) -> Choice:
        """Return what was said of a line."""
        return self._choices[part]

    def accepted(self) -> list[MessagePart]:
        """Return the lines accepted so far."""
        return [part for part in self.parts if self._choices[part] is Choice.ACCEPTED]

    def open_parts(self) -> list[MessagePart]:
        """Return the lines nobody has decided yet that replace nothing."""
        return [p for p in self.parts if self._choices[p] is Choice.OPEN and not p.held]

    def accept_rest(self) -> None:
        """Accept all that is open; what would replace something waits for its own Enter."""
        for part in self.open_parts():
            self._choices[part] = Choice.ACCEPTED
        self._show_all()
        self.decided.emit()

    def decide(self, choice: Choice) -> None:
        """Say it of the chosen line and go to the next open one."""
        row = self.currentRow()
        if not 0 <= row < len(self.parts):
            return
        self._choices[self.parts[row]] = choice
        self._show(row)
        self.decided.emit()
        after = [*range(row + 1, len(self.parts)), *range(row)]
        following = [at for at in after if self._choices[self.parts[at]] is Choice.OPEN]
        if following:
            self.setCurrentRow(following[0])
        else:
            self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_plain and key in _ENTER and self.parts:
            self.decide(Choice.ACCEPTED)
        elif is_plain and key in _LEAVE_OUT and self.parts:
            self.decide(Choice.LEFT_OUT)
        else:
            super().keyPressEvent(event)

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self.parts):
            self.pointed_at.emit(self.parts[row])

    def _show_all(self) -> None:
        for row in range(len(self.parts)):
            self._show(row)

    def _show(self, row: int) -> None:
        part, item = self.parts[row], self.item(row)
        choice = self._choices[part]
        icon, role = _LOOK[choice]
        lines = [f"{_WORD[choice]}　{part.word}：{part.said}"]
        if part.held:
            lines.append(f"表单里已写“{part.held}”，采用就替换")
            role = "soon" if choice is Choice.OPEN else role
        if part.note:
            lines.append(part.note)
        item.setText("\n".join(lines))
        item.setIcon(self._theme.icon(icon, role))
        item.setForeground(self._theme.colour(role))
        font = QFont(self._theme.font())
        font.setStrikeOut(choice is Choice.LEFT_OUT)
        item.setFont(font)
