"""A drop-down list of officers; which of them may stand in it is the caller's rule."""

from __future__ import annotations

from collections.abc import Iterable

from dutydesk.domain.officer import Officer
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox


class OfficerChoice(ChoiceBox):
    """Chooses one officer; the first line, with the words given, stands for nobody."""

    def __init__(self, theme: Theme, name: str, nobody: str) -> None:
        super().__init__(theme, name)
        self._known: dict[str, Officer] = {}
        self.addItem(nobody, None)

    def show_officers(self, officers: Iterable[Officer], nobody: str | None = None) -> None:
        """List the officers given; who was chosen stays chosen if still among them."""
        kept = self.officer_id()
        first = nobody or self.itemText(0)
        found = {officer.id: officer for officer in officers}
        if found == self._known and first == self.itemText(0):
            return
        self._known = found
        was_blocked = self.blockSignals(True)
        self.clear()
        self.addItem(first, None)
        for officer in found.values():
            self.addItem(officer.name, officer.id)
        self.blockSignals(was_blocked)
        self.choose(kept)

    def choose(self, officer_id: str | None) -> None:
        """Choose an officer; one who is not listed counts as nobody."""
        self.setCurrentIndex(max(0, self.findData(officer_id) if officer_id else 0))

    def officer(self) -> Officer | None:
        """Return who is chosen."""
        officer_id = self.officer_id()
        return self._known.get(officer_id) if officer_id else None

    def officer_id(self) -> str | None:
        """Return the id of who is chosen, None for nobody."""
        chosen = self.currentData()
        return str(chosen) if chosen is not None else None
