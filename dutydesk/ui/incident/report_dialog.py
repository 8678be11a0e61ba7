"""One written report: stage, to whom, when, the text the program proposes, met or late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.report import DraftReport, ReportMedium, ReportStage
from dutydesk.domain.report_check import FindingsUnanswered, unanswered
from dutydesk.domain.report_refusals import ReportSignerMissing
from dutydesk.domain.report_source import Origin, OriginKind
from dutydesk.domain.report_writing import ReportWriting
from dutydesk.domain.typed_time import TypedTimeUnclear
from dutydesk.services.incident import IncidentView
from dutydesk.services.incident_report import IncidentReportService
from dutydesk.ui.ask_dialog import Job
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.bypass_field import NO_REASON, BypassField
from dutydesk.ui.incident.report_limit import WHY_LATE, ReportLimit
from dutydesk.ui.incident.report_panes import ReportPanes
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.receivers import line_of, units_in
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording.incident import FIRST_WORD, stage_word
from dutydesk.wording.incident_view import proposed_stage
from dutydesk.wording.sentences import sentence

_NOT_YET = "内容还在写，写好以后请看一遍再报出。"
_READY = "内容写好了。请看一遍，再按 Ctrl+Enter 报出。"


class ReportDialog(LongDialog):
    """Proposes the next report of an incident; a text written by hand is never overwritten.

    A late report is asked for its reason once; a second press reports without one, for nothing
    may hold up a report. The time is that of the moment it goes out, unless typed by hand. What
    differs between text and record is mended or gets its reason first. ``entry_wanted(id)`` when
    the entry behind a sentence shall be shown; the dialog closes, its text is kept.
    """

    entry_wanted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        service: IncidentReportService,
        view: IncidentView,
        parent: QWidget,
        first_word: str = FIRST_WORD,
    ) -> None:
        super().__init__(desk, f"书面报告：{view.incident.title}", "报出  Ctrl+Enter", parent)
        self._service, self._view, self._first_word = service, view, first_word
        # Made once: a report that was written but not acknowledged is not written twice.
        self._report_id = service.new_id()
        self._proposal: DraftReport | None = None
        self._is_being_written = self._was_early = False
        self.stage = ChoiceBox(desk.theme, "阶段")
        self.report_to, self.copy_to = QLineEdit(), QLineEdit()
        self.receiver, self.signed_by = QLineEdit(), QLineEdit()
        self.sent_at = TimeField(desk.theme, desk.clock, "报出时间")
        self.limit = ReportLimit(desk, view, ReportMedium.WRITTEN, first_word)
        self.judged, self.late_reason = self.limit.judged, self.limit.late_reason
        self.bypass = BypassField(desk.theme)
        self.panes = ReportPanes(desk, self)
        self.writing, self.text = self.panes.text, self.panes.text.edit
        self._fill()
        # Not the time: a report that was left for a while goes out when it goes out.
        fields = {
            "stage": self.stage,
            "report_to": self.report_to,
            "copy_to": self.copy_to,
            "receiver": self.receiver,
            "signed_by": self.signed_by,
            "text": self.text,
            "late_reason": self.late_reason,
            "reasons": self.panes.findings,
            **self.bypass.inputs(),
        }
        self._words = self.keep(f"report:{view.incident.id}", fields)
        self._words.goes_along = ("stage",)
        self.panes.findings.edited.connect(self._words.touch)
        self.panes.said.connect(self.say)
        self.panes.reshaped.connect(self._fit)
        self._words.taken_up.connect(self._on_taken_up)
        self._words.given_up.connect(self._on_given_up)
        self.sent_at.set_now()
        desk.hub.minute.connect(self._on_minute)
        stage = proposed_stage(view.reports, ReportMedium.WRITTEN)
        self.stage.setCurrentIndex(self.stage.findData(stage.value))
        self._propose()

    def job(self) -> Job | None:
        if self._is_being_written and not self.text.toPlainText().strip():
            self._was_early = True
            self.say(_NOT_YET)
            return None
        draft = self.draft()
        if self.limit.wants_reason(draft.stage, draft.sent_at):
            self.say(WHY_LATE, self.late_reason)
            return None
        if not draft.signed_by:
            self.say(sentence(ReportSignerMissing()), self.signed_by)
            return None
        if self.bypass.is_missing:
            self.say(NO_REASON, self.bypass.why)
            return None
        found, reasons = self.panes.check(), self.panes.reasons()
        asked = unanswered(found, reasons)
        if asked:
            self.say(sentence(FindingsUnanswered(asked)), self.panes.findings.first_open())
            return None
        by = self.desk.session.seat.actor
        return partial(self._service.report, draft, by=by, reasons=reasons)

    def _refused(self, error: Exception) -> None:
        super()._refused(error)
        if isinstance(error, FindingsUnanswered):
            # The record changed meanwhile: the text is compared with what it says now.
            self.panes.show_findings(error.findings)
            self._propose()

    def draft(self) -> DraftReport:
        """Return the report as it stands in the form; raises TypedTimeUnclear."""
        at = self.sent_at.value()
        if at is None:
            raise TypedTimeUnclear(self.sent_at.text())
        # The field knows minutes; "now" must not fall before a receipt some seconds ago.
        if self.sent_at.is_now:
            at = self.desk.clock.now()
        elif self._proposal is not None and at == _minute(self._proposal.sent_at):
            at = self._proposal.sent_at
        draft = self._proposal or DraftReport(
            id=self._report_id,
            incident_id=self._view.incident.id,
            stage=self._stage(),
            medium=ReportMedium.WRITTEN,
            sent_at=at,
            report_to=(),
        )
        return replace(
            draft,
            id=self._report_id,
            stage=self._stage(),
            medium=ReportMedium.WRITTEN,
            sent_at=at,
            report_to=units_in(self.report_to.text()),
            copy_to=units_in(self.copy_to.text()),
            receiver=self.receiver.text().strip(),
            body=self.text.toPlainText(),
            signed_by=self.signed_by.text().strip(),
            late_reason=self.late_reason.text().strip(),
            bypass_reason=self.bypass.reason(),
        )

    def _fill(self) -> None:
        for stage in ReportStage:
            self.stage.addItem(stage_word(stage, self._first_word), stage.value)
        self.report_to.setPlaceholderText("几个单位用顿号隔开")
        self.receiver.setPlaceholderText("对方谁接的")
        for word, field in (
            ("阶段", self.stage),
            ("报出时间", self.sent_at),
        ):
            self.form.row(word, field)
        self.limit.add_to(self.form)
        for word, edit in (
            ("报给", self.report_to),
            ("抄送", self.copy_to),
            ("接收人", self.receiver),
            ("签发", self.signed_by),
            ("", self.bypass),
        ):
            self.form.row(word, edit)
        self.panes.add_to(self.form)
        self.writing.source_wanted.connect(self._show_source)
        self.stage.activated.connect(self._on_stage)
        self.sent_at.changed.connect(self._judge)
        self.report_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stage(self) -> ReportStage:
        return ReportStage(self.stage.currentData())

    def _on_stage(self, _at: int) -> None:
        self.say("")
        self._propose()

    def _propose(self) -> None:
        self.limit.ask_anew()
        self._is_being_written = True
        self._judge()
        self.desk.runner.submit(
            partial(
                self._service.writing, self._view.incident.id, self._stage(), ReportMedium.WRITTEN
            ),
            done=self._show_proposal,
            failed=self._no_proposal,
        )

    def _show_proposal(self, writing: ReportWriting) -> None:
        proposal, first = writing.draft, self._proposal is None
        kept = (
            proposal
            if self._proposal is None
            else replace(proposal, sent_at=self._proposal.sent_at)
        )
        self._proposal = kept
        if first:
            self.report_to.setText(line_of(proposal.report_to))
            self.copy_to.setText(line_of(proposal.copy_to))
            self.signed_by.setText(proposal.signed_by or "")
        if self.panes.show_writing(writing):
            self._words.rebase("stage", "text")
        self._is_being_written = False
        if self._was_early:
            self.say(_READY)
        self._was_early = False
        self._words.begin()

    def _show_source(self, origin: Origin) -> None:
        """Show the entry itself; where a sentence has none, its words below the text say all."""
        if origin.kind is OriginKind.ENTRY:
            # What was typed is kept first; the window may close later than it is asked to.
            self.rejected.connect(lambda: self.entry_wanted.emit(origin.name))
            self.reject()

    def _no_proposal(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._is_being_written = self._was_early = False
        self.say(sentence(error))
        self._words.begin()

    def _on_taken_up(self, changed: Mapping[str, str]) -> None:
        """Judge by the stage of the draft; a text of its own counts as written by hand."""
        self.writing.is_by_hand = "text" in changed
        self._propose()

    def _on_given_up(self) -> None:
        self.writing.is_by_hand = False
        self._propose()

    def _on_minute(self, _now: datetime) -> None:
        self.sent_at.go_on()

    def _judge(self) -> None:
        self.limit.judge(self._stage(), self.sent_at.value())


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
