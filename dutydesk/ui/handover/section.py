"""One part of the handover page: a heading, what belongs beside it, and a body."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dutydesk.ui.theme import Theme
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
        self.head = QHBoxLayout()
        self.head.addWidget(self.title)
        self.head.addWidget(self.words, 1)
        self.body = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self.head)
        self._column.addLayout(self.body)
        theme.changed.connect(self.restyle)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A font set before the style sheet first saw the label is lost.
        self.restyle()

    def restyle(self) -> None:
        """Take the measures of the type size now set; a subclass adds its own."""
        theme = self.theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(14))
        self._column.setSpacing(theme.px(8))
        self.head.setSpacing(theme.px(12))
        self.body.setSpacing(theme.px(4))
        self.title.setFont(theme.font("title", bold=True))
        self.words.setFont(theme.font("small"))


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
