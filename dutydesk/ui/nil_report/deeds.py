"""What can be done in the room of zero reports; the panel shows, this does."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import china
from dutydesk.domain.nil_report import DraftNilReport, DraftNilReportChase, NilReportState
from dutydesk.domain.officer import Actor
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.services.nil_report import NilReportService
from dutydesk.services.nil_report_board import NilReportBoardService
from dutydesk.services.reporting_unit import ReportingUnitService
from dutydesk.ui.nil_report.group_dialog import GroupDialog
from dutydesk.ui.nil_report.month_dialog import MonthDialog
from dutydesk.ui.nil_report.report_dialogs import ChaseDialog, ContentDialog, Meant
from dutydesk.ui.nil_report.unit_dialog import UnitDialog

if TYPE_CHECKING:
    from dutydesk.ui.nil_report.panel import NilReportPanel


@dataclass(frozen=True, slots=True)
class NilReportServices:
    """What the room asks."""

    report: NilReportService
    board: NilReportBoardService
    unit: ReportingUnitService


class NilReportDeeds(QObject):
    """Each verb of the room."""

    def __init__(self, panel: NilReportPanel) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._services = panel, panel.desk, panel.services

    def take_nil(self) -> None:
        """Put the nil report of the selected unit on record, at once."""
        meant = self._ready()
        if meant is not None:
            draft = DraftNilReport(
                id=self._services.report.new_id(),
                unit_id=meant.line.unit.id,
                due_at=meant.due_at,
            )
            self._panel.submit(partial(self._services.report.take, draft, by=self._by))

    def take_content(self) -> None:
        """Take down what the selected unit has to tell, or what it corrects."""
        meant = self._ready()
        if meant is not None:
            ContentDialog(self._desk, self._services.report, meant, self._panel.window()).open()

    def chase(self) -> None:
        """Ring the selected unit and say what became of it."""
        meant = self._ready()
        if meant is not None:
            ChaseDialog(self._desk, self._services.report, meant, self._panel.window()).open()

    def chase_unanswered(self) -> None:
        """Put on record at once that nobody answered."""
        meant = self._ready()
        if meant is not None:
            draft = DraftNilReportChase(
                id=self._services.report.new_id(),
                unit_id=meant.line.unit.id,
                due_at=meant.due_at,
                result=ReachResult.NO_ANSWER,
            )
            self._panel.submit(partial(self._services.report.chase, draft, by=self._by))

    def take_group(self) -> None:
        """Take down several units that reported together."""
        board = self._panel.view.board
        if board is not None and board.missing and self._may_write:
            of = (board.due_at, board.missing)
            GroupDialog(self._desk, self._services.report, of, self._panel.window()).open()

    def summarize(self) -> None:
        """Tell the log how this cut-off stands."""
        board, service = self._panel.view.board, self._services.report
        if board is not None and board.lines and self._may_write:
            self._panel.submit(
                partial(service.summarize, board.due_at, service.new_id(), by=self._by)
            )

    def begin_incident(self) -> None:
        """Begin an incident with the log entry of what the selected unit told."""
        line = self._panel.selected()
        if line is not None and line.report is not None and line.state is NilReportState.CONTENT:
            job = partial(self._services.board.entry, line.report)
            self._desk.runner.submit(job, done=self._on_entry)

    def change_selected(self) -> None:
        """Change the selected unit of the list."""
        line = self._panel.selected()
        if line is not None and self._may_write:
            UnitDialog(self._desk, self._services.unit, self._panel.window(), line.unit).open()

    def show_month(self) -> None:
        """Show the month of the cut-off."""
        board = self._panel.view.board
        day = china(board.due_at if board else self._desk.clock.now()).date()
        dialog = MonthDialog(self._desk, self._services.board, day, self._panel.window())
        dialog.chosen.connect(self._panel.go_to)
        dialog.paper_wanted.connect(self._print_month)
        dialog.open()

    def _print_month(self, month: date) -> None:
        self._panel.show_paper(PaperRequest(PaperKind.NIL_REPORT_SUMMARY, month=month))

    def begin_unit(self) -> None:
        """Ask for a new unit of the list."""
        if self._desk.session.seat.may_write:
            UnitDialog(self._desk, self._services.unit, self._panel.window()).open()

    def take_from_contacts(self) -> None:
        """Put the communities of the contacts on the list."""
        if self._may_write:
            self._panel.submit(partial(self._services.unit.take_from_contacts, by=self._by))

    @property
    def _may_write(self) -> bool:
        return self._panel.isVisible() and self._desk.session.seat.may_write

    @property
    def _by(self) -> Actor:
        return self._desk.session.seat.actor

    def _ready(self) -> Meant | None:
        line, board = self._panel.selected(), self._panel.view.board
        if line is None or board is None or not self._may_write:
            return None
        return Meant(line, board.due_at)

    def _on_entry(self, entry: object) -> None:
        if entry is not None:
            self._panel.incident_wanted.emit(entry)
