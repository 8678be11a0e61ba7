"""The text of a report while it is written: proposed by the program until a hand changes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from dutydesk.domain.report_source import (
    BY_HAND,
    Origin,
    OriginKind,
    Statement,
    sentence_at,
    trace,
)
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.report_check import origin_words
from dutydesk.wording.report_text.weave import left_out, taken_in

SOURCE_KEY = "Ctrl+M"
_TEXT_ROWS = 7
_SHORTEST = 8


class ReportTextPane(QWidget):
    """Holds the text, and says below it where the sentence under the cursor comes from.

    What was written by hand is never overwritten by a proposal. Ctrl+M asks for the source itself:
    ``source_wanted(Origin)``.
    """

    source_wanted = Signal(object)
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_by_hand = False
        self._statements: Sequence[Statement] = ()
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName("内容")
        self.source = QLabel()
        self.source.setWordWrap(True)
        self.source.setTextFormat(Qt.TextFormat.PlainText)
        set_style(self.source, tone="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.edit, 1)
        column.addWidget(self.source)
        self.setFocusProxy(self.edit)
        lines = QFontMetrics(theme.font()).lineSpacing()
        self.edit.setMinimumHeight(lines * _TEXT_ROWS + theme.px(16))
        # Two lines always: the form must not jump while the cursor wanders.
        self.source.setFont(theme.font("small"))
        self.source.setText("一\n二")
        self.source.setFixedHeight(self.source.sizeHint().height())
        self.source.setText("")
        self.source.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.edit.textChanged.connect(self._on_text)
        self.edit.cursorPositionChanged.connect(self._say_source)
        shortcut = QShortcut(QKeySequence(SOURCE_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.ask_source)

    def propose(self, body: str) -> bool:
        """Show what the program proposes, unless a hand has written; tell whether it is shown."""
        if self.is_by_hand:
            return False
        self._put(body)
        return True

    def trace_to(self, statements: Sequence[Statement]) -> None:
        """Take these for everything that a sentence may come from."""
        self._statements = statements
        self._say_source()

    def take_in(self, text: str, ordered: Sequence[str]) -> None:
        """Put a statement in its place among others; what was written around it stays."""
        self._weave(taken_in(self.edit.toPlainText(), text, ordered))

    def leave_out(self, text: str) -> bool:
        """Take a statement out; tell whether it stood there as it was put in."""
        body = self.edit.toPlainText()
        self._weave(left_out(body, text))
        return text in body

    def origin(self) -> Origin | None:
        """Return where the sentence under the cursor comes from; None on a heading."""
        body = self.edit.toPlainText()
        # Qt counts in halves of wide signs, Python in signs.
        position = self.edit.textCursor().position()
        before = body.encode("utf-16-le", "surrogatepass")[: position * 2]
        here = sentence_at(body, len(before.decode("utf-16-le", "surrogatepass")))
        if here is None:
            return None
        traced = trace(body[here[0] : here[1]], self._statements)
        return traced[0].origin if traced else BY_HAND

    def ask_source(self) -> None:
        """Ask for the source of the sentence under the cursor."""
        origin = self.origin()
        if origin is not None:
            self.source_wanted.emit(origin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_source()

    def _weave(self, body: str) -> None:
        if body == self.edit.toPlainText():
            return
        was_by_hand = self.is_by_hand
        cursor = self.edit.textCursor()
        cursor.select(cursor.SelectionType.Document)
        # One step of undo, and no word of the officer's own: it may still be proposed anew.
        cursor.insertText(body)
        self.is_by_hand = was_by_hand

    def _put(self, body: str) -> None:
        self.edit.blockSignals(True)
        self.edit.setPlainText(body)
        self.edit.blockSignals(False)
        self._say_source()
        self.changed.emit()

    def _on_text(self) -> None:
        self.is_by_hand = True
        self._say_source()
        self.changed.emit()

    def _say_source(self) -> None:
        origin = self.origin() if self._statements else None
        if origin is None:
            self.source.setText("")
            return
        key = f"（{SOURCE_KEY} 看原记录）" if origin.kind is OriginKind.ENTRY else ""
        words = f"出处：{origin_words(origin)}"
        self.source.setToolTip(words)
        self.source.setText(words + key)
        width, stop = self.source.width(), len(words)
        # Two lines hold what they hold: how text wraps is only known by trying.
        while stop > _SHORTEST and self.source.heightForWidth(width) > self.source.height():
            stop = stop * 9 // 10
            self.source.setText(f"{words[:stop]}…{key}")
