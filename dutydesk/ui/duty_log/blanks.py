"""The blanks of a phrase in the text of an entry: Tab goes from one to the next.

Rules of this file: Tab never goes round, so that it always leaves the field in the end; who
leaves a blank is asked once and then believed.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from dutydesk.domain.phrase import BLANK, blanks

_BACK = QTextDocument.FindFlag.FindBackward


class Blanks(QObject):
    """Watches one text field; what is written there stays plain text."""

    def __init__(self, text: QPlainTextEdit) -> None:
        super().__init__(text)
        self._text = text
        self._asked: tuple[str, ...] = ()
        text.installEventFilter(self)

    def put(self, words: str) -> None:
        """Write at the cursor and select the first blank written; without one go behind it."""
        cursor = self._text.textCursor()
        start = cursor.selectionStart()
        cursor.insertText(words)
        end = cursor.position()
        found = self._find(start)
        if found is not None and found.selectionEnd() <= end:
            cursor = found
        self._text.setTextCursor(cursor)

    def left(self) -> tuple[str, ...]:
        """Return the names of the blanks that still wait."""
        return blanks(self._text.toPlainText())

    def must_ask(self) -> bool:
        """Tell whether blanks wait that nobody was asked about yet; then select the first."""
        left = self.left()
        if not left or left == self._asked:
            return False
        self._asked = left
        found = self._find(0)
        if found is not None:
            self._text.setTextCursor(found)
        return True

    def forget(self) -> None:
        """Ask anew: another entry stands in the field."""
        self._asked = ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key == Qt.Key.Key_Tab and not event.modifiers():
                return self._go(is_back=False)
            if key == Qt.Key.Key_Backtab:
                return self._go(is_back=True)
        return super().eventFilter(watched, event)

    def _go(self, *, is_back: bool) -> bool:
        """Select the next blank and tell whether there was one."""
        if self._text.isReadOnly():
            return False
        cursor = self._text.textCursor()
        here = cursor.selectionStart() if is_back else cursor.selectionEnd()
        found = self._find(here, is_back=is_back)
        if found is not None:
            self._text.setTextCursor(found)
        return found is not None

    def _find(self, start: int, *, is_back: bool = False) -> QTextCursor | None:
        # Found by Qt, whose positions count a rare character as two.
        flags = _BACK if is_back else QTextDocument.FindFlag(0)
        document = self._text.document()
        found = document.find(QRegularExpression(BLANK), start, flags)
        return None if found.isNull() else found
