"""The unit chosen, at a glance above its people: duty telephone first, fax, heads, who waits."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.unit_card import UnitCard
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.contact_card import heads_words

_WIDE = 290


class UnitHead(QWidget):
    """``number_taken(ContactNumber)``; hidden while no unit is chosen."""

    number_taken = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._card: UnitCard | None = None
        self.path, self.heads, self.word = QLabel(), QLabel(), QLabel("值班电话  Ctrl+T")
        self.duty = QPushButton()
        self.duty.setIcon(theme.icon("phone"))
        for label in (self.path, self.heads):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        for label in (self.path, self.heads, self.word):
            set_style(label, tone="muted")
        self._row = QHBoxLayout()
        self._row.addWidget(self.word)
        self._row.addWidget(self.duty)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.path)
        self._column.addLayout(self._row)
        self._column.addWidget(self.heads)
        self.duty.clicked.connect(self._take)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.show_card(None)

    def card(self) -> UnitCard | None:
        """Return the unit shown."""
        return self._card

    def show_card(self, card: UnitCard | None) -> None:
        """Show a unit, or none."""
        self._card = card
        self.setVisible(card is not None)
        if card is None:
            return
        self.path.setText(" / ".join(card.path))
        number = card.duty_phone
        self.duty.setVisible(number is not None)
        if number is not None:
            self.duty.setText(number.number)
            self.duty.setAccessibleName(f"复制值班电话 {number.number}")
            self.duty.setToolTip("点一下，复制值班电话")
        self.heads.setText(heads_words(card))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Where there is no room for both, the number stands alone with its icon."""
        is_wide = self.width() >= self._theme.px(_WIDE)
        self.word.setVisible(is_wide and self._card is not None and bool(self._card.duty_phone))

    def _take(self) -> None:
        if self._card is not None and self._card.duty_phone is not None:
            self.number_taken.emit(self._card.duty_phone)

    def _restyle(self) -> None:
        theme = self._theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(4), side, theme.px(4))
        self._column.setSpacing(theme.px(4))
        self._row.setSpacing(theme.px(8))
        self.duty.setIcon(theme.icon("phone"))
        for label in (self.path, self.heads, self.word):
            label.setFont(theme.font("small"))
