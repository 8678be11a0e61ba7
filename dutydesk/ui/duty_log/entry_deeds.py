"""What is done with a chosen entry of either log: taken back, in the whole log corrected too.

The application hangs these deeds on a room, so that both logs have the same keys.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.duty_log.struck import say_struck

if TYPE_CHECKING:
    from dutydesk.services.duty_log import DutyLogService
    from dutydesk.services.withdrawal import WithdrawalService
    from dutydesk.ui.rooms import RoomPanel

Chosen = Callable[[], ListedEntry | None]

_WORDS = {"duty_desk": "值班台", "duty_log": "值班日志"}


@dataclass(frozen=True, slots=True)
class EntryServices:
    """What the deeds need."""

    log: DutyLogService
    withdrawal: WithdrawalService


def withdraw_spec(room_id: str) -> ActionSpec:
    """Return the verb that takes an entry back, in one of the rooms that show entries."""
    return ActionSpec(
        f"{room_id}.withdraw",
        "撤回选中的记录",
        "Ctrl+Shift+E",
        ActionGroup.ENTRY,
        "undo-2",
        room=_WORDS[room_id],
    )


# The desk has its own Ctrl+E; whoever learned it there presses it in the whole log too.
CORRECT_IN_LOG = ActionSpec(
    "duty_log.correct", "更正选中的记录", "Ctrl+E", ActionGroup.ENTRY, "pencil", room="值班日志"
)


class EntryDeeds(QObject):
    """The keys of one room for the entry that is chosen there."""

    def __init__(
        self, panel: RoomPanel, services: EntryServices, chosen: Chosen, room_id: str
    ) -> None:
        super().__init__(panel)
        self._panel, self._services, self._chosen = panel, services, chosen
        panel.desk.actions.add(withdraw_spec(room_id), self.withdraw, panel)
        if room_id == "duty_log":
            panel.desk.actions.add(CORRECT_IN_LOG, self.correct, panel, local=True)

    def correct(self) -> None:
        """Correct the chosen entry."""
        # Loaded late, as below.
        from dutydesk.ui.duty_log.correct_dialog import open_correction  # noqa: PLC0415

        listed, desk = self._chosen(), self._panel.desk
        if listed is not None and desk.session.seat.may_write:
            open_correction(desk, self._services.log, listed, self._panel.window())

    def withdraw(self) -> None:
        """Ask why the chosen entry is taken back."""
        # Loaded late: the desk paints before anybody can want this.
        from dutydesk.ui.duty_log.withdraw_dialog import WithdrawDialog  # noqa: PLC0415

        listed, desk = self._chosen(), self._panel.desk
        if listed is None or not desk.session.seat.may_write:
            return
        if listed.is_struck or listed.entry.is_withdrawal:
            say_struck(desk, self._services.log, listed)
            return
        window = self._panel.window()
        WithdrawDialog(desk, self._services.withdrawal, listed, window).open()
