"""What is done with a report on its way: each step by its dialog, or at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dutydesk.domain.officer import Officer
from dutydesk.domain.report import DraftReport, Report
from dutydesk.domain.report_check import Finding
from dutydesk.domain.report_draft import (
    FollowedReport,
    ReportState,
    StepKind,
)
from dutydesk.domain.report_step import FOLLOWS, NEXT_STEP
from dutydesk.services.incident import IncidentView
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.draft_dialog import DraftDialog, DraftMatter
from dutydesk.ui.incident.draft_services import DraftServices
from dutydesk.ui.incident.draft_steps import ReasonDialog, ReceiptDialog, SendDialog, SignoffDialog
from dutydesk.ui.incident.sign_dialog import SignDialog
from dutydesk.wording.report_draft import corrected_mark

_Asked = tuple[Sequence[Officer], Sequence[Finding]]


class DraftDeeds(QObject):
    """``done(Done)`` after a step that asked nothing; dialogs announce what they wrote."""

    done = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        desk: Desk,
        services: DraftServices,
        view: IncidentView,
        show_paper: Callable[[str], object],
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._desk, self._services, self._over = desk, services, over
        self._view, self._show_paper = view, show_paper

    def go_on(self, one: FollowedReport) -> None:
        """Take the next step of a report."""
        step = NEXT_STEP.get(one.state)
        if step is StepKind.SUBMITTED:
            self._submit(one)
        elif step is StepKind.REVIEWED:
            self._ask_reviewer(one)
        elif step is StepKind.SIGNED:
            self._ask_signer(one)
        elif step is StepKind.SENT:
            SendDialog(self._desk, self._services, one, self._view, self._over).open()
        elif step is StepKind.ACKNOWLEDGED:
            ReceiptDialog(self._desk, self._services, one, self._over).open()

    def write_on(self, one: FollowedReport) -> None:
        """Go on writing a draft."""
        if self.may_write_on(one):
            mark = corrected_mark(one.corrected) if one.corrected else ""

            def show(draft: DraftReport) -> None:
                self._write(DraftMatter(draft, f"report_draft:{draft.id}", mark))

            # As it stands on record, also where it is shown masked.
            job = partial(self._services.draft.proposal_of, one.id)
            self._desk.runner.submit(job, done=show, failed=self.refused.emit)

    def correct(self, one: FollowedReport) -> None:
        """Begin a report that corrects one that has left."""
        face = one.face
        if not isinstance(face, Report):
            return
        mark = corrected_mark(face)

        def show(draft: DraftReport) -> None:
            self._write(DraftMatter(draft, f"report_correction:{face.id}", mark))

        job = partial(self._services.draft.correction_of, face.id)
        self._desk.runner.submit(job, done=show, failed=self.refused.emit)

    def send_back(self, one: FollowedReport) -> None:
        """Ask why it is sent back."""
        if self.may_send_back(one):
            step = StepKind.SENT_BACK
            ReasonDialog(self._desk, self._services, one, step, self._over).open()

    def void(self, one: FollowedReport) -> None:
        """Ask why it is given up."""
        if self.may_void(one):
            step = StepKind.VOIDED
            ReasonDialog(self._desk, self._services, one, step, self._over).open()

    def print(self, one: FollowedReport) -> None:
        """Show the paper of one that is signed."""
        if self.may_print(one):
            self._show_paper(one.id)

    def may_write_on(self, one: FollowedReport) -> bool:
        """Tell whether it is being drafted."""
        return one.state is ReportState.DRAFTING

    def may_send_back(self, one: FollowedReport) -> bool:
        """Tell whether it stands at a gate."""
        return one.state in FOLLOWS[StepKind.SENT_BACK]

    def may_void(self, one: FollowedReport) -> bool:
        """Tell whether it may be given up."""
        return one.state in FOLLOWS[StepKind.VOIDED]

    def may_correct(self, one: FollowedReport) -> bool:
        """Tell whether it has left."""
        return isinstance(one.face, Report)

    def may_print(self, one: FollowedReport) -> bool:
        """Tell whether it has a number, and so a paper."""
        return one.face.issue_no is not None

    def _submit(self, one: FollowedReport) -> None:
        service, by = self._services.draft, self._desk.session.seat.actor
        job = partial(service.submit, (one.id, service.new_id()), by=by)
        self._desk.runner.submit(job, done=self.done.emit, failed=self.refused.emit)

    def _ask_reviewer(self, one: FollowedReport) -> None:
        dialog = SignoffDialog(self._desk, self._services, one, StepKind.REVIEWED, self._over)
        dialog.open()
        self._desk.runner.submit(
            self._services.officers, done=dialog.show_officers, failed=self.refused.emit
        )

    def _ask_signer(self, one: FollowedReport) -> None:
        def read() -> _Asked:
            return self._services.officers(), self._services.draft.findings(one.id)

        def show(found: _Asked) -> None:
            SignDialog(self._desk, self._services, one, found, self._over).open()

        self._desk.runner.submit(read, done=show, failed=self.refused.emit)

    def _write(self, matter: DraftMatter) -> None:
        DraftDialog(self._desk, self._services, matter, self._over).open()
