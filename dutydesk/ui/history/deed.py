"""The key that shows how the chosen record of a room came to be what it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dutydesk.ui.actions import ActionGroup, ActionSpec

if TYPE_CHECKING:
    from dutydesk.services.history import HistoryService
    from dutydesk.ui.rooms import RoomPanel

# Table and id of the record that is chosen; None while there is none.
ChosenRecord = Callable[[], tuple[str, str] | None]


def history_spec(room_id: str, room_word: str) -> ActionSpec:
    """Return the verb of one room; every room with records has the same key."""
    return ActionSpec(
        f"{room_id}.history",
        "选中一条的修改经过",
        "Ctrl+Shift+H",
        ActionGroup.VIEW,
        "history",
        room=room_word,
    )


class HistoryDeed(QObject):
    """Hung on a room by the application."""

    def __init__(
        self, panel: RoomPanel, service: HistoryService, chosen: ChosenRecord, spec: ActionSpec
    ) -> None:
        super().__init__(panel)
        self._panel, self._service, self._chosen = panel, service, chosen
        panel.desk.actions.add(spec, self.show, panel)

    def show(self) -> None:
        """Open the history of the chosen record."""
        # Loaded late: the desk paints before anybody can want this.
        from dutydesk.ui.history.dialog import HistoryDialog  # noqa: PLC0415

        record = self._chosen()
        if record is not None:
            HistoryDialog(self._panel.desk, self._service, record, self._panel.window()).open()
