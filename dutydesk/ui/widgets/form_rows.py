"""Rows of a form: a word on the left, its field on the right, named for the screen reader."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style


class NoteLabel(QLabel):
    """A wrapped text that asks for one line, and gets as many as its width makes of it.

    Qt guesses the height of wrapped text for a width of its own, and a form keeps the higher of
    the two: notes that fit one line stood at uneven distances.
    """

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())


class FormRows(QFormLayout):
    """Lays out labelled fields on the grid; call ``restyle`` when the theme changes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.restyle()

    def row(self, word: str, field: QWidget) -> QLabel:
        """Add a field under its word and return the label."""
        label = QLabel(word)
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(word)
        self.addRow(label, field)
        return label

    def note(self, words: str) -> QLabel:
        """Add a quiet line below the last field."""
        label = NoteLabel(words)
        set_style(label, tone="muted")
        self.addRow("", label)
        return label

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        self.setHorizontalSpacing(self._theme.px(12))
        self.setVerticalSpacing(self._theme.px(8))
