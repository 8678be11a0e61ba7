"""The key of 值班日志 and 值班日历 that prints a register or the month volume."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from dutydesk.domain.instants import china
from dutydesk.domain.paper_issue import PaperRequest
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.rooms import RoomPanel


def register_spec(room_id: str, room_word: str) -> ActionSpec:
    """Return the verb of one room; the rooms of the log have the same key."""
    return ActionSpec(
        f"{room_id}.print_register",
        "打印登记簿、合订本、迎检材料",
        "Ctrl+Shift+P",
        ActionGroup.VIEW,
        "printer",
        room=room_word,
    )


PRINT_REGISTER = register_spec("duty_log", "值班日志")
PRINT_FROM_DAYS = register_spec("day_view", "值班日历")

# The duty day that is pointed at; None while there is none.
ChosenDay = Callable[[], date | None]


class RegisterDeed(QObject):
    """Hung on a room by the application; proposes the month of the chosen day."""

    def __init__(
        self,
        panel: RoomPanel,
        chosen: ChosenDay,
        show: Callable[[PaperRequest], object],
        spec: ActionSpec = PRINT_REGISTER,
    ) -> None:
        super().__init__(panel)
        self._panel, self._chosen, self._show = panel, chosen, show
        panel.desk.actions.add(spec, self.ask, panel)

    def ask(self) -> None:
        """Ask which register of which days."""
        # Loaded late: the desk paints before anybody can want this.
        from dutydesk.ui.duty_log.register_dialog import RegisterDialog  # noqa: PLC0415

        desk = self._panel.desk
        day = self._chosen() or china(desk.clock.now()).date()
        RegisterDialog(desk, self._show, day, self._panel.window()).open()
