"""A question answered 是, 否 or not at all, with one key each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from dutydesk.domain.entry_detail import NO, YES

_YES, _NO, _OPEN = (
    Qt.CheckState.Checked,
    Qt.CheckState.PartiallyChecked,
    Qt.CheckState.Unchecked,
)
_NEXT = {_OPEN: _YES, _YES: _NO, _NO: _OPEN}
_VALUE = {_YES: YES, _NO: NO, _OPEN: ""}
_WORD = {_YES: "：是", _NO: "：否", _OPEN: ""}
_KEYS = {
    Qt.Key.Key_Y: YES,
    Qt.Key.Key_1: YES,
    Qt.Key.Key_N: NO,
    Qt.Key.Key_0: NO,
    Qt.Key.Key_Delete: "",
    Qt.Key.Key_Backspace: "",
}


class FlagField(QCheckBox):
    """Space goes from 未填 to 是, 否 and back; Y and N answer at once. The word says which.

    ``edited`` when somebody answers, not when the program fills it in.
    """

    edited = Signal()

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self._word = word
        self.setTristate(True)
        self.setAccessibleName(word)
        self.setToolTip(f"{word}：空格或 Y 是，N 否")
        self.checkStateChanged.connect(self._say)

    def value(self) -> str:
        """Return ``yes``, ``no`` or nothing, as it is kept."""
        return _VALUE[self.checkState()]

    def set_value(self, value: str) -> None:
        """Show an answer; one that is none leaves the question open."""
        states = {kept: state for state, kept in _VALUE.items()}
        self.setCheckState(states.get(value, _OPEN))

    def answer(self, value: str) -> None:
        """Answer in the place of whoever sits here."""
        if value != self.value():
            self.set_value(value)
            self.edited.emit()

    def nextCheckState(self) -> None:
        self.answer(_VALUE[_NEXT[self.checkState()]])

    def sizeHint(self) -> QSize:
        # Room for the answer from the beginning: nothing beside it jumps.
        hint = super().sizeHint()
        widest = max(self._width(f"{self._word}{answer}") for answer in _WORD.values())
        return QSize(hint.width() - self._width(self.text()) + widest, hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        value = _KEYS.get(Qt.Key(event.key()))
        if value is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.answer(value)

    def _width(self, words: str) -> int:
        """Return the width of words as the style measures them."""
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words).width()

    def _say(self, state: Qt.CheckState) -> None:
        self.setText(f"{self._word}{_WORD[state]}")
