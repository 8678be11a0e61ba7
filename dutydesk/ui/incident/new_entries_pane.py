"""Log entries a report may tell, each taken in or left out by a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from dutydesk.domain.report_writing import EntryOffer
from dutydesk.ui.theme import Theme
from dutydesk.wording.report_text.entries import entry_said

_ROWS = 3
_ROLE = Qt.ItemDataRole.UserRole


class NewEntriesPane(QListWidget):
    """``taken(EntryOffer)`` and ``left(EntryOffer)`` when somebody ticks; Space does it."""

    taken = Signal(object)
    left = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.offers: tuple[EntryOffer, ...] = ()
        self.setAccessibleName("新的记录")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemChanged.connect(self._on_changed)

    def show_offers(self, offers: Sequence[EntryOffer], body: str) -> None:
        """Show other entries, ticked where the text tells them."""
        self.offers = tuple(offers)
        self.blockSignals(True)
        self.clear()
        for offer in self.offers:
            item = QListWidgetItem(entry_said(offer.entry))
            item.setToolTip(offer.statement.text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setData(_ROLE, offer)
            item.setCheckState(_state(offer.statement.text in body))
            self.addItem(item)
        self.blockSignals(False)
        if self.count():
            self.setCurrentRow(0)
            row = self.sizeHintForRow(0) + self._theme.px(2)
            self.setFixedHeight(row * min(self.count(), _ROWS) + self._theme.px(8))

    def follow(self, body: str) -> None:
        """Tick what the text tells as it now stands."""
        self.blockSignals(True)
        for at, offer in enumerate(self.offers):
            self.item(at).setCheckState(_state(offer.statement.text in body))
        self.blockSignals(False)
        self.viewport().update()

    def ordered(self) -> list[str]:
        """Return the statements of all entries in the order of their time."""
        entries = sorted(self.offers, key=lambda one: (one.entry.at, one.entry.recorded_at))
        return [one.statement.text for one in entries]

    def _on_changed(self, item: QListWidgetItem) -> None:
        is_taken = item.checkState() is Qt.CheckState.Checked
        (self.taken if is_taken else self.left).emit(item.data(_ROLE))


def _state(is_taken: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_taken else Qt.CheckState.Unchecked
