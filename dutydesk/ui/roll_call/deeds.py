"""What can be done in the room of roll calls; the panel shows, this does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.domain.roll_call import DraftRollCallResult, RollCallLine, RollCallSheet
from dutydesk.services.roll_call import RollCallService
from dutydesk.services.roll_call_plan import RollCallPlanService
from dutydesk.ui.roll_call.plan_dialogs import PlanListDialog
from dutydesk.ui.roll_call.result_dialog import EndDialog, ResultDialog
from dutydesk.ui.roll_call.start_dialog import StartDialog

if TYPE_CHECKING:
    from dutydesk.ui.roll_call.panel import RollCallPanel


@dataclass(frozen=True, slots=True)
class RollCallServices:
    """What the room asks."""

    roll_call: RollCallService
    plan: RollCallPlanService


class RollCallDeeds(QObject):
    """Each verb of the room."""

    def __init__(self, panel: RollCallPanel) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._services = panel, panel.desk, panel.services

    def begin_roll_call(self) -> None:
        """Begin a roll call, the planned one where one is due."""
        if self._desk.session.seat.may_write:
            planned = next(iter(self._panel.view.in_hand), None)
            service, view = self._services.roll_call, self._panel.view
            dialog = StartDialog(self._desk, service, view, self._panel.window(), planned)
            dialog.answered.connect(self._on_started)
            dialog.open()

    def note_in_order(self) -> None:
        """Put on record that all is well: answered, on post, knowing the situation."""
        self._note(ReachResult.ANSWERED, is_in_order=True)

    def note_no_answer(self) -> None:
        """Put on record that nobody answered."""
        self._note(ReachResult.NO_ANSWER)

    def note_wrong_number(self) -> None:
        """Put on record that the number is wrong."""
        self._note(ReachResult.WRONG_NUMBER)

    def note_result(self) -> None:
        """Ask everything that was found at the selected unit."""
        line = self._ready()
        if line is not None:
            ResultDialog(self._desk, self._services.roll_call, line, self._panel.window()).open()

    def end(self) -> None:
        """End the roll call: at once when every unit was called, else with a word why not."""
        sheet, service = self._running(), self._services.roll_call
        if sheet is None:
            return
        if sheet.waiting:
            EndDialog(self._desk, service, sheet, self._panel.window()).open()
        else:
            self._panel.submit(
                partial(service.end, sheet.roll_call.id, by=self._desk.session.seat.actor)
            )

    def show_plans(self) -> None:
        """Show the plans of the unit."""
        PlanListDialog(self._desk, self._services.plan, self._panel.window()).open()

    def _running(self) -> RollCallSheet | None:
        sheet = self._panel.view.sheet
        may = self._panel.isVisible() and self._desk.session.seat.may_write
        return sheet if may and sheet is not None and sheet.is_running else None

    def _ready(self) -> RollCallLine | None:
        return self._panel.selected() if self._running() is not None else None

    def _note(self, result: ReachResult, *, is_in_order: bool | None = None) -> None:
        line, service = self._ready(), self._services.roll_call
        if line is not None:
            draft = DraftRollCallResult(
                id=service.new_id(),
                target_id=line.target.id,
                result=result,
                lead_on_post=is_in_order,
                officer_on_post=is_in_order,
                knows_situation=is_in_order,
            )
            self._panel.submit(partial(service.record, draft, by=self._desk.session.seat.actor))

    def _on_started(self, sheet: RollCallSheet) -> None:
        self._panel.show_roll_call(sheet.roll_call.id)
