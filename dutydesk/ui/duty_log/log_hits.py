"""Hits marked where they stand: in the cells of a table, and in the text of one entry."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QLabel, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dutydesk.domain.search_hits import spans
from dutydesk.ui.theme import Theme

# What stands before the first hit where the beginning of a long text would hide it.
_BEFORE = 8


class HitDelegate(QStyledItemDelegate):
    """Draws a cell with the words that are looked for marked in it.

    Where a hit stands too far to the right to be seen, the text begins a little before it.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words: tuple[str, ...] = ()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        found = spans(self.words, str(index.data() or ""))
        if not found:
            super().paint(painter, option, index)
            return
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        text: str = full.text  # type: ignore[attr-defined]  # missing in the stubs
        widget: QWidget = full.widget  # type: ignore[attr-defined]  # as above
        style = widget.style()
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, full, widget)
        full.text = ""  # type: ignore[attr-defined]  # as above
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, full, painter, widget)
        self._draw(painter, place, text, found)

    def _draw(
        self, painter: QPainter, place: QRect, text: str, found: list[tuple[int, int]]
    ) -> None:
        metrics = QFontMetrics(self._theme.font())
        start, end = found[0]
        cut = 0
        if metrics.horizontalAdvance(text[:end]) > place.width():
            cut = max(0, start - _BEFORE)
        shown = ("…" if cut else "") + text[cut:]
        moved = len("…") - cut if cut else 0
        layout = QTextLayout(metrics.elidedText(shown, Qt.TextElideMode.ElideRight, place.width()))
        layout.setFont(self._theme.font())
        layout.setFormats([self._range(shown, a + moved, b + moved) for a, b in found])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(10 * place.width())
        layout.endLayout()
        painter.save()
        painter.setClipRect(place)
        painter.setPen(self._theme.colour("text"))
        top = place.top() + (place.height() - line.height()) / 2
        layout.draw(painter, QPointF(place.left(), top))
        painter.restore()

    def _range(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        looks = QTextCharFormat()
        looks.setBackground(self._theme.colour("soon_soft"))
        looks.setForeground(self._theme.colour("text"))
        looks.setFontUnderline(True)
        marked = QTextLayout.FormatRange()
        # Qt counts in halves of UTF-16.
        marked.start = _halves(text[:start])  # type: ignore[attr-defined]  # missing in the stubs
        marked.length = _halves(text[start:end])  # type: ignore[attr-defined]  # as above
        marked.format = looks  # type: ignore[attr-defined]  # as above
        return marked


class HitText(QLabel):
    """The text of one entry with hits marked; what people typed is never read as markup."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.said = ""
        self._words: tuple[str, ...] = ()
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._show)

    def show_text(self, text: str, words: Sequence[str] = ()) -> None:
        """Show a text with these folded words marked."""
        self.said, self._words = text, tuple(words)
        self._show()

    def _show(self) -> None:
        found = spans(self._words, self.said)
        self.setTextFormat(Qt.TextFormat.RichText if found else Qt.TextFormat.PlainText)
        self.setText(self._marked(found) if found else self.said)
        self.setAccessibleName(self.said)

    def _marked(self, found: list[tuple[int, int]]) -> str:
        ground = self._theme.colour("soon_soft").name()
        parts, at = [], 0
        for start, end in found:
            parts.append(escape(self.said[at:start]))
            hit = escape(self.said[start:end])
            parts.append(
                f'<span style="background:{ground};text-decoration:underline">{hit}</span>'
            )
            at = end
        parts.append(escape(self.said[at:]))
        lines = "".join(parts).replace("\n", "<br>")
        return f'<div style="white-space:pre-wrap">{lines}</div>'


def _halves(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
