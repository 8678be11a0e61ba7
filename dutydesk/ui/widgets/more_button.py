"""更多: what a room can do without a button of its own, each with its key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from dutydesk.ui.actions import ActionRegistry, key_text


class MoreButton(QPushButton):
    """Does what the keys do, by the ids of actions; what nobody added is left out."""

    def __init__(
        self,
        actions: ActionRegistry,
        wanted: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("更多", parent)
        self._actions, self._wanted = actions, wanted
        self.leading: Sequence[QPushButton] = ()
        """Buttons without room of their own; they stand first in the menu."""
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for button in self.leading:
            menu.addAction(button.text(), button.click).setEnabled(button.isEnabled())
        if self.leading:
            menu.addSeparator()
        specs = {spec.id: spec for spec in self._actions.specs()}
        for name in self._wanted:
            if name in specs:
                words = f"{specs[name].word}  {key_text(specs[name].key)}".rstrip()
                action = menu.addAction(words, partial(self._actions.trigger, name))
                action.setEnabled(self._actions.is_usable(name))
