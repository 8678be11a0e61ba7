"""The unit chosen, at a glance above its people: duty telephone first, fax, heads, who waits."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.contacts import ContactNumber
from dutydesk.domain.unit_card import UnitCard
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.contact_card import heads_words


class UnitHead(QWidget):
    """``number_taken(ContactNumber)``; hidden while no unit is chosen."""

    number_taken = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._card: UnitCard | None = None
        self.path, self.heads = QLabel(), QLabel()
        self.duty, self.fax = QPushButton(), QPushButton()
        for label in (self.path, self.heads):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            set_style(label, tone="muted")
        self._row = QHBoxLayout()
        for button in (self.duty, self.fax):
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.path)
        self._column.addLayout(self._row)
        self._column.addWidget(self.heads)
        self.duty.clicked.connect(partial(self._take, fax=False))
        self.fax.clicked.connect(partial(self._take, fax=True))
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
        self._show_number(self.duty, "值班电话", "  Ctrl+T", card.duty_phone)
        self._show_number(self.fax, "传真", "", card.fax)
        words = heads_words(card)
        self.heads.setText(words)
        self.heads.setVisible(bool(words))

    def _show_number(
        self, button: QPushButton, word: str, key: str, number: ContactNumber | None
    ) -> None:
        button.setVisible(number is not None)
        if number is not None:
            button.setText(f"{word} {number.number}{key}")
            button.setAccessibleName(f"复制{word} {number.number}")
            button.setToolTip("点一下，复制号码")

    def _take(self, *, fax: bool) -> None:
        card = self._card
        number = None if card is None else card.fax if fax else card.duty_phone
        if number is not None:
            self.number_taken.emit(number)

    def _restyle(self) -> None:
        theme = self._theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(4), side, theme.px(4))
        self._column.setSpacing(theme.px(4))
        self._row.setSpacing(theme.px(8))
        for label in (self.path, self.heads):
            label.setFont(theme.font("small"))
