"""The two tables of the page 关于: facts by their words, and the lines of the self-check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from dutydesk.ui.about.self_check import SHAPES, WORDS, CheckLine
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style

_COLUMNS = 4
_SHAPE = 16


class FactGrid(QWidget):
    """Facts under each other: a quiet word, then a text that can be marked and copied."""

    def __init__(self, theme: Theme, words: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        for at, word in enumerate(words):
            label, text = QLabel(word), QLabel()
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            set_style(label, tone="muted")
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(label, at, 0)
            self._grid.addWidget(text, at, 1)
            self._texts[word] = text
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_facts(self, facts: Mapping[str, str]) -> None:
        """Write the facts; raises KeyError for a word this table does not have."""
        for word, text in facts.items():
            self._texts[word].setText(text)

    def facts(self) -> dict[str, str]:
        """Return what is shown, by word."""
        return {word: label.text() for word, label in self._texts.items()}

    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(self._theme.px(12))
        self._grid.setVerticalSpacing(self._theme.px(6))


class CheckGrid(QWidget):
    """The self-check: shape, part, word and sentence; rows are kept over refreshes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[CheckLine] = ()
        self._rows: list[tuple[QLabel, ...]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(_COLUMNS - 1, 1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show these lines."""
        self._lines = lines
        while len(self._rows) < len(lines):
            self._rows.append(self._new_row(len(self._rows)))
        for (shape, part, word, words), line in zip(self._rows, lines, strict=False):
            icon, role = SHAPES[line.health]
            shape.setPixmap(self._theme.pixmap(icon, role, _SHAPE))
            part.setText(line.part)
            word.setText(WORDS[line.health])
            set_style(word, tone=role)
            words.setText(line.words)

    def lines(self) -> Sequence[CheckLine]:
        """Return the lines as shown."""
        return self._lines

    def _new_row(self, at: int) -> tuple[QLabel, ...]:
        labels = tuple(QLabel() for _ in range(_COLUMNS))
        for column, label in enumerate(labels):
            label.setWordWrap(column == _COLUMNS - 1)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, at, column)
        self._centre(labels[0], QFontMetrics(self._theme.font()).height())
        return labels

    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(self._theme.px(12))
        self._grid.setVerticalSpacing(self._theme.px(6))
        line = QFontMetrics(self._theme.font()).height()
        for shape, *_words in self._rows:
            self._centre(shape, line)
        self.show_lines(self._lines)

    def _centre(self, shape: QLabel, line: int) -> None:
        """Put a shape beside the middle of the first line, whose words may take more."""
        shape.setContentsMargins(0, max(0, line - self._theme.px(_SHAPE)) // 2, 0, 0)
