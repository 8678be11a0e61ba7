"""签发: who signs, and an answer to each question the text leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from dutydesk.domain.officer import Officer
from dutydesk.domain.report_check import Finding, FindingsUnanswered
from dutydesk.domain.report_draft import FollowedReport, Signoff, StepKind
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.draft_services import DraftServices
from dutydesk.ui.incident.draft_steps import Job, SignoffDialog
from dutydesk.ui.incident.findings_pane import FindingsPane

_HINT = "写为什么这样报；要改，请退回改稿"
_UNANSWERED = "核对的每一处都要写明原因；写不出，请退回改稿。"


class SignDialog(SignoffDialog):
    """Every question is answered by a reason, or the draft is sent back and mended."""

    def __init__(
        self,
        desk: Desk,
        services: DraftServices,
        one: FollowedReport,
        read: tuple[Sequence[Officer], Sequence[Finding]],
        over: QWidget,
    ) -> None:
        super().__init__(desk, services, one, StepKind.SIGNED, over)
        officers, findings = read
        self._show_findings(findings)
        self.show_officers(officers)

    def fields(self) -> dict[str, QWidget]:
        self.findings = FindingsPane(self.desk.theme, hint=_HINT)
        self.form.row("核对", self.findings)
        return {**super().fields(), "reasons": self.findings}

    def begin(self, fields: dict[str, QWidget]) -> None:
        super().begin(fields)
        if self.kept is not None:
            self.findings.edited.connect(self.kept.touch)

    def bound(self, signoff: Signoff) -> Job | None:
        empty = self.findings.first_open()
        if empty is not None:
            self.say(_UNANSWERED, empty)
            return None
        by, reasons = self.desk.session.seat.actor, self.findings.reasons()
        return partial(self.services.draft.sign, self.ref, signoff, by=by, reasons=reasons)

    def _refused(self, error: Exception) -> None:
        super()._refused(error)
        if isinstance(error, FindingsUnanswered):
            # The record changed meanwhile: the text is compared with what it says now.
            self._show_findings(error.findings)

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        self.findings.show_findings(findings)
        self.form.setRowVisible(self.findings, bool(findings))
        self._fit()
