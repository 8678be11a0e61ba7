"""The text of a pasted message, with the words that were read marked in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from dutydesk.domain.message_reading import Span
from dutydesk.ui.theme import Theme


class MessageText(QPlainTextEdit):
    """Marks every span softly and the chosen one strongly; the marks are no part of the text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spans: tuple[Span, ...] = ()
        self._chosen: Span | None = None
        self.setTabChangesFocus(True)
        self.setAccessibleName("原文")
        self.setPlaceholderText("把短信、群消息、通知的原文贴到这里（Ctrl+V）")
        theme.changed.connect(self._mark)

    def show_spans(self, spans: Sequence[Span], chosen: Span | None) -> None:
        """Mark these words; the chosen ones are brought into sight."""
        self._spans, self._chosen = tuple(spans), chosen
        self._mark()
        if chosen is not None and not self.hasFocus():
            self.setTextCursor(self._cursor(Span(chosen.start, chosen.start)))
            self.ensureCursorVisible()

    def marked(self) -> list[str]:
        """Return the words marked strongly, as they stand in the text."""
        return [self._cursor(self._chosen).selectedText()] if self._chosen is not None else []

    def _mark(self) -> None:
        soft = [self._selection(span, "soon_soft", "text") for span in self._spans]
        strong = [self._selection(self._chosen, "accent", "on_accent")] if self._chosen else []
        self.setExtraSelections([*soft, *strong])

    def _selection(self, span: Span, ground: str, ink: str) -> QTextEdit.ExtraSelection:
        looks = QTextCharFormat()
        looks.setBackground(self._theme.colour(ground))
        looks.setForeground(self._theme.colour(ink))
        # Colour is never alone: words that were read are underlined as well.
        looks.setFontUnderline(True)
        marked = QTextEdit.ExtraSelection()
        marked.cursor = self._cursor(span)  # type: ignore[attr-defined]  # missing in the stubs
        marked.format = looks  # type: ignore[attr-defined]  # as above
        return marked

    def _cursor(self, span: Span) -> QTextCursor:
        text = self.toPlainText()
        cursor = QTextCursor(self.document())
        # Qt counts in halves of UTF-16.
        cursor.setPosition(_halves(text[: span.start]))
        cursor.setPosition(_halves(text[: span.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _halves(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
