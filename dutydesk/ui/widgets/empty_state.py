"""What a list shows while it is empty: what will stand here and the key that begins it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style

_ROOM_FOR_PICTURE = 200
_ROOM_FOR_SENTENCE = 136
_ROOM_FOR_TITLE = 88
_ROOM_FOR_VERB = 48


@dataclass(frozen=True, slots=True)
class EmptyWords:
    """Icon, what will stand here, how to begin; ``verb`` makes a button (``记第一条  F2``)."""

    icon: str
    title: str
    sentence: str
    verb: str = ""


class EmptyState(QWidget):
    """A quiet page in the middle of an empty list; ``begun`` when its button is pressed."""

    begun = Signal()

    def __init__(self, theme: Theme, words: EmptyWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._picture, self._title, self._sentence = QLabel(), QLabel(words.title), QLabel()
        self._verb = QPushButton(words.verb)
        # Made visible without a parent it would be a window of its own and take the focus.
        if not words.verb:
            self._verb.hide()
        self._verb.clicked.connect(self.begun)
        self._sentence.setText(words.sentence)
        self._sentence.setWordWrap(True)
        set_style(self._sentence, tone="muted")
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        for widget in (self._picture, self._title, self._sentence):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._column.addWidget(widget)
        self._column.addWidget(self._verb, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)
        theme.changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let Enter do what the page says."""
        super().focusInEvent(event)
        self._hand_on()

    def minimumSizeHint(self) -> QSize:
        # What stands below, such as a form to type in, matters more than these words.
        return QSize(super().minimumSizeHint().width(), 1)

    def _fit(self) -> None:
        """Leave out picture, sentence and words one after another where height is short."""
        height = self.height()
        self._picture.setVisible(height >= self._theme.px(_ROOM_FOR_PICTURE))
        self._sentence.setVisible(height >= self._theme.px(_ROOM_FOR_SENTENCE))
        self._title.setVisible(height >= self._theme.px(_ROOM_FOR_TITLE))
        self._verb.setVisible(bool(self._words.verb) and height >= self._theme.px(_ROOM_FOR_VERB))
        if self.hasFocus():
            self._hand_on()

    def _hand_on(self) -> None:
        if self._verb.isVisible():
            self._verb.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        theme = self._theme
        side = theme.px(24)
        self._column.setContentsMargins(side, theme.px(16), side, theme.px(16))
        self._column.setSpacing(theme.px(8))
        self._picture.setPixmap(theme.pixmap(self._words.icon, "muted", 32))
        self._title.setFont(theme.font("title", bold=True))
