"""签发: who signs, and an answer to each question the text leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.officer import Officer
from dutydesk.domain.report_check import Finding
from dutydesk.domain.report_draft import FollowedReport, Signoff, StepKind
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.draft_services import DraftServices
from dutydesk.ui.incident.draft_steps import Job, SignoffDialog
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.report_check import finding_words


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
        self.reasons: dict[str, QLineEdit] = {}
        if findings:
            self.form.note("签发前要核对下面几处：写明原因，或退回改稿。")
        for finding in findings:
            asked, reason = QLabel(finding_words(finding)), QLineEdit()
            asked.setWordWrap(True)
            asked.setTextFormat(Qt.TextFormat.PlainText)
            set_style(asked, tone="soon")
            reason.setPlaceholderText("原因，例如：医院最新核定")
            reason.setAccessibleName(finding_words(finding))
            self.form.row("核对", asked)
            self.form.row("原因", reason)
            self.reasons[finding.key] = reason
        self.show_officers(officers)

    def bound(self, signoff: Signoff) -> Job | None:
        for reason in self.reasons.values():
            if not reason.text().strip():
                self.say("核对的每一处都要写明原因；写不出，请退回改稿。", reason)
                return None
        reasons = {key: reason.text() for key, reason in self.reasons.items()}
        by = self.desk.session.seat.actor
        return partial(self.services.draft.sign, self.ref, signoff, by=by, reasons=reasons)
