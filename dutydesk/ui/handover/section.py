"""One part of the handover page: a heading, what belongs beside it, and a body."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.folding_row import FoldingRow
from dutydesk.ui.widgets.restyle import set_style


class Section(QWidget):
    """A white block with a title; a subclass fills ``body`` and ``head``."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface", edge="all")
        self.title, self.words = QLabel(title), QLabel()
        set_style(self.words, tone="muted")
        self.setAccessibleName(title)
        self._names, self.head = QHBoxLayout(), QHBoxLayout()
        self._names.addWidget(self.title)
        self._names.addWidget(self.words, 1)
        self._top = FoldingRow(self._names, self.head)
        self.body = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addLayout(self.body)
        theme.changed.connect(self.restyle)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A font set before the style sheet first saw the label is lost.
        self.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def restyle(self) -> None:
        """Take the measures of the type size now set; a subclass adds its own."""
        theme = self.theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(14))
        self._column.setSpacing(theme.px(8))
        for row in (self._names, self.head, self._top):
            row.setSpacing(theme.px(12))
        self.body.setSpacing(theme.px(4))
        self.title.setFont(theme.font("title", bold=True))
        self.words.setFont(theme.font("small"))
        self._fold()

    def _fold(self) -> None:
        """Put the buttons of the head below its words where both do not fit."""
        margins = self._column.contentsMargins()
        self._top.fold(self.width() - margins.left() - margins.right())


def plain(text: str = "", *, tone: str = "") -> QLabel:
    """Return a wrapping label for text from people: never read as markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if tone:
        set_style(label, tone=tone)
    return label


def clear(layout: QVBoxLayout) -> None:
    """Take all widgets out of a layout and let them go."""
    while layout.count():
        widget = layout.takeAt(0).widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
