"""A report by telephone, written down while it is made (《值班电话记录簿》, domain notes §6)."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.officer import Actor
from dutydesk.domain.report import DraftReport, Report, ReportMedium, ReportStage
from dutydesk.domain.report_writing import ReportWriting
from dutydesk.domain.typed_time import TypedTimeUnclear
from dutydesk.services.duty_log import DutyLogService
from dutydesk.services.incident import IncidentView
from dutydesk.services.incident_report import IncidentReportService
from dutydesk.ui.ask_dialog import Job
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.bypass_field import NO_REASON, BypassField
from dutydesk.ui.incident.report_limit import WHY_LATE, ReportLimit
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.receivers import line_of, units_in
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording.incident import FIRST_WORD, stage_word
from dutydesk.wording.incident_view import proposed_stage
from dutydesk.wording.sentences import sentence

_TEXT_ROWS = 5


class PhoneDialog(LongDialog):
    """To whom, what to say in large type, who took it and what he ordered.

    The time is that of the key press: the call begins then, the form is filled while it runs. An
    instruction also becomes an entry of its own, and so a line in the ledger of directives.
    """

    def __init__(
        self,
        desk: Desk,
        services: tuple[IncidentReportService, DutyLogService],
        view: IncidentView,
        parent: QWidget,
        first_word: str = FIRST_WORD,
    ) -> None:
        super().__init__(desk, f"电话报告：{view.incident.title}", "记下  Ctrl+Enter", parent)
        (self._service, self._log), self._view = services, view
        # Made once: what was written but not acknowledged is not written twice.
        self._report_id, self._entry_id = self._service.new_id(), self._log.new_id()
        self._began = desk.clock.now()
        self._proposed = ""
        self.stage = ChoiceBox(desk.theme, "阶段")
        self.report_to, self.receiver = QLineEdit(), QLineEdit()
        self.sent_at = TimeField(desk.theme, desk.clock, "报告时间")
        self.limit = ReportLimit(desk, view, ReportMedium.PHONE, first_word)
        self.bypass = BypassField(desk.theme)
        self.text = QPlainTextEdit()
        self.read_back = QCheckBox("对方已复述，核对无误")
        self.already_told, self.instruction = QLineEdit(), QLineEdit()
        for stage in ReportStage:
            self.stage.addItem(stage_word(stage, first_word), stage.value)
        self._fill()
        # Not the time: a call that is written down later is another call.
        self._words = self.keep(
            f"phone_report:{view.incident.id}",
            {
                "stage": self.stage,
                "report_to": self.report_to,
                "receiver": self.receiver,
                "text": self.text,
                "already_told": self.already_told,
                "instruction": self.instruction,
                "read_back": self.read_back,
                "late_reason": self.limit.late_reason,
                **self.bypass.inputs(),
            },
        )
        self._words.goes_along = ("stage",)
        self.sent_at.set_now()
        stage = proposed_stage(view.reports, ReportMedium.PHONE)
        self.stage.setCurrentIndex(self.stage.findData(stage.value))
        self._propose()

    def job(self) -> Job | None:
        draft = self._draft()
        if self.limit.wants_reason(draft.stage, draft.sent_at):
            self.say(WHY_LATE, self.limit.late_reason)
            return None
        if self.bypass.is_missing:
            self.say(NO_REASON, self.bypass.why)
            return None
        return partial(self._record, draft, self._order(draft), self.desk.session.seat.actor)

    def _record(self, draft: DraftReport, order: DraftEntry | None, by: Actor) -> Done[Report]:
        done = self._service.report(draft, by=by)
        if order is None:
            return done
        noted = self._log.record(order, by=by)
        touched = dict(done.changes.touched)
        for table, ids in noted.changes.touched.items():
            touched[table] = touched.get(table, frozenset()) | ids
        return Done(done.value, Changes(touched))

    def _draft(self) -> DraftReport:
        at = self.sent_at.value()
        if at is None:
            raise TypedTimeUnclear(self.sent_at.text())
        return DraftReport(
            id=self._report_id,
            incident_id=self._view.incident.id,
            stage=self._stage(),
            medium=ReportMedium.PHONE,
            # The field knows minutes; the call must not begin before a receipt some seconds ago.
            sent_at=self._began if at == self._began.replace(second=0, microsecond=0) else at,
            report_to=units_in(self.report_to.text()),
            receiver=self.receiver.text().strip(),
            body=self.text.toPlainText(),
            late_reason=self.limit.late_reason.text().strip(),
            bypass_reason=self.bypass.reason(),
            already_told=self.already_told.text().strip(),
            instruction=self.instruction.text().strip(),
            is_read_back=self.read_back.isChecked(),
        )

    def _order(self, draft: DraftReport) -> DraftEntry | None:
        if not draft.instruction:
            return None
        return DraftEntry(
            id=self._entry_id,
            kind=EntryKind.DIRECTIVE,
            text=draft.instruction,
            at=draft.sent_at,
            source=line_of(draft.report_to),
            person=draft.receiver,
            incident_id=draft.incident_id,
        )

    def _fill(self) -> None:
        theme = self.desk.theme
        self.report_to.setPlaceholderText("几个单位用顿号隔开")
        self.receiver.setPlaceholderText("接话人姓名、职务")
        self.already_told.setPlaceholderText("已经告诉了谁、什么时候")
        self.instruction.setPlaceholderText("填了就同时记入领导批示台账")
        self.text.setTabChangesFocus(True)
        self.text.setFont(theme.font("large"))
        lines = QFontMetrics(theme.font("large")).lineSpacing() * _TEXT_ROWS
        self.text.setMinimumHeight(lines + theme.px(16))
        self.form.row("阶段", self.stage)
        self.form.row("报告时间", self.sent_at)
        self.limit.add_to(self.form)
        for word, field in (
            ("报给", self.report_to),
            ("口述内容", self.text),
            ("接话人", self.receiver),
            ("复述", self.read_back),
            ("已告知", self.already_told),
            ("对方指示", self.instruction),
            ("", self.bypass),
        ):
            self.form.row(word, field)
        self.stage.activated.connect(self._on_stage)
        self.sent_at.changed.connect(self._judge)
        self.receiver.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stage(self) -> ReportStage:
        return ReportStage(self.stage.currentData())

    def _on_stage(self, _at: int) -> None:
        self.say("")
        self.limit.ask_anew()
        self._propose()

    def _propose(self) -> None:
        self._judge()
        self.desk.runner.submit(
            partial(
                self._service.writing,
                self._view.incident.id,
                self._stage(),
                ReportMedium.PHONE,
            ),
            done=self._show_proposal,
            failed=self._no_proposal,
        )

    def _show_proposal(self, writing: ReportWriting) -> None:
        if not self.report_to.text():
            self.report_to.setText(line_of(writing.draft.report_to))
        if self.text.toPlainText() in {"", self._proposed}:
            self._proposed = writing.draft.body
            self.text.setPlainText(self._proposed)
            self._words.rebase("stage", "text")
        self._words.begin()

    def _no_proposal(self, error: Exception) -> None:
        """Say why there is no text; what was said can be written down without one."""
        if not isinstance(error, Refusal | StoreError):
            raise error
        self.say(sentence(error))
        self._words.begin()

    def _judge(self) -> None:
        at: datetime | None = self.sent_at.value()
        self.limit.judge(self._stage(), at)
