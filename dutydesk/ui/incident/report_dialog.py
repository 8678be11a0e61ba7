"""One report: stage, medium, to whom, when, the text the program proposes, met or late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.deadline import ClockStatus, ReportClock, answered_clock
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.report import DraftReport, ReportMedium, ReportStage
from dutydesk.domain.report_refusals import ReportSignerMissing
from dutydesk.domain.typed_time import TypedTimeUnclear
from dutydesk.services.incident import IncidentView
from dutydesk.services.incident_report import IncidentReportService
from dutydesk.ui.ask_dialog import Job
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.report_text_pane import ReportTextPane
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording import when
from dutydesk.wording.incident import FIRST_WORD, MEDIUM, clock_title, stage_word
from dutydesk.wording.incident_view import proposed_medium, proposed_stage
from dutydesk.wording.sentences import sentence

_BETWEEN = "、"
_WHY_LATE = "这份报告迟了。请写迟报原因；来不及写，就再按一次报出。"


class ReportDialog(LongDialog):
    """Proposes the next report of an incident; a text written by hand is never overwritten.

    A late report is asked for its reason once; a second press reports without one, for nothing
    may hold up a report. The time is that of the moment it goes out, unless typed by hand.
    """

    def __init__(
        self,
        desk: Desk,
        service: IncidentReportService,
        view: IncidentView,
        parent: QWidget,
        first_word: str = FIRST_WORD,
    ) -> None:
        super().__init__(desk, f"报告：{view.incident.title}", "报出  Ctrl+Enter", parent)
        self._service, self._view, self._first_word = service, view, first_word
        # Made once: a report that was written but not acknowledged is not written twice.
        self._report_id = service.new_id()
        self._proposal: DraftReport | None = None
        self._was_asked = False
        self.stage, self.medium = ChoiceBox(desk.theme, "阶段"), ChoiceBox(desk.theme, "方式")
        self.report_to, self.copy_to = QLineEdit(), QLineEdit()
        self.receiver, self.signed_by = QLineEdit(), QLineEdit()
        self.sent_at = TimeField(desk.theme, desk.clock, "报出时间")
        self.judged, self.late_reason = QLabel(), QLineEdit()
        self.writing = ReportTextPane(desk.theme)
        self.text = self.writing.edit
        self._fill()
        # Not the time: a report that was left for a while goes out when it goes out.
        fields = {
            "stage": self.stage,
            "medium": self.medium,
            "report_to": self.report_to,
            "copy_to": self.copy_to,
            "receiver": self.receiver,
            "signed_by": self.signed_by,
            "text": self.text,
            "late_reason": self.late_reason,
        }
        self._words = self.keep(f"report:{view.incident.id}", fields)
        self._words.goes_along = ("stage", "medium")
        self._words.taken_up.connect(self._on_taken_up)
        self._words.given_up.connect(self._on_given_up)
        self.sent_at.set_now()
        desk.hub.minute.connect(self._on_minute)
        medium = proposed_medium(view.reports)
        self.medium.setCurrentIndex(self.medium.findData(medium.value))
        self._propose_stage()

    def job(self) -> Job | None:
        draft = self._draft()
        clock = self._clock(draft.sent_at)
        is_late = clock is not None and _is_late(clock, draft.sent_at)
        if is_late and not draft.late_reason.strip() and not self._was_asked:
            self._was_asked = True
            self.say(_WHY_LATE, self.late_reason)
            return None
        if draft.medium is ReportMedium.WRITTEN and not draft.signed_by:
            self.say(sentence(ReportSignerMissing()), self.signed_by)
            return None
        return partial(self._service.report, draft, by=self.desk.session.seat.actor)

    def _draft(self) -> DraftReport:
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
            medium=self._medium(),
            sent_at=at,
            report_to=(),
        )
        return replace(
            draft,
            id=self._report_id,
            stage=self._stage(),
            medium=self._medium(),
            sent_at=at,
            report_to=_units(self.report_to.text()),
            copy_to=_units(self.copy_to.text()),
            receiver=self.receiver.text().strip(),
            body=self.text.toPlainText(),
            signed_by=self.signed_by.text().strip(),
            late_reason=self.late_reason.text().strip(),
        )

    def _fill(self) -> None:
        for stage in ReportStage:
            self.stage.addItem(stage_word(stage, self._first_word), stage.value)
        for medium in ReportMedium:
            self.medium.addItem(MEDIUM[medium], medium.value)
        self.judged.setWordWrap(True)
        self.late_reason.setPlaceholderText("例如：等现场核实，线路不通")
        self.report_to.setPlaceholderText("几个单位用顿号隔开")
        self.receiver.setPlaceholderText("对方谁接的")
        for word, field in (
            ("方式", self.medium),
            ("阶段", self.stage),
            ("报出时间", self.sent_at),
            ("时限", self.judged),
        ):
            self.form.row(word, field)
        self._late_label = self.form.row("迟报原因", self.late_reason)
        for word, edit in (
            ("报给", self.report_to),
            ("抄送", self.copy_to),
            ("接收人", self.receiver),
            ("内容", self.writing),
            ("签发", self.signed_by),
        ):
            self.form.row(word, edit)
        self.medium.activated.connect(self._on_medium)
        self.stage.activated.connect(self._on_stage)
        self.sent_at.changed.connect(self._judge)
        self.report_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stage(self) -> ReportStage:
        return ReportStage(self.stage.currentData())

    def _medium(self) -> ReportMedium:
        return ReportMedium(self.medium.currentData())

    def _on_medium(self, _at: int) -> None:
        self._propose_stage()

    def _on_stage(self, _at: int) -> None:
        self._propose()

    def _propose_stage(self) -> None:
        stage = proposed_stage(self._view.reports, self._medium())
        self.stage.setCurrentIndex(self.stage.findData(stage.value))
        self._propose()

    def _propose(self) -> None:
        self._was_asked = False
        self._judge()
        self.desk.runner.submit(
            partial(self._service.proposal, self._view.incident.id, self._stage(), self._medium()),
            done=self._show_proposal,
            failed=self._no_proposal,
        )

    def _show_proposal(self, proposal: DraftReport) -> None:
        first = self._proposal is None
        kept = (
            proposal
            if self._proposal is None
            else replace(proposal, sent_at=self._proposal.sent_at)
        )
        self._proposal = kept
        if first:
            self.report_to.setText(_BETWEEN.join(proposal.report_to))
            self.copy_to.setText(_BETWEEN.join(proposal.copy_to))
            self.signed_by.setText(proposal.signed_by or "")
        if self.writing.propose(proposal.body):
            self._words.rebase("stage", "medium", "text")
        self.say("")
        self._words.begin()

    def _no_proposal(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
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

    def _clock(self, at: datetime) -> ReportClock | None:
        return answered_clock(self._view.clocks, self._stage(), self._medium(), at)

    def _judge(self) -> None:
        at = self.sent_at.value()
        clock = self._clock(at) if at is not None else None
        is_late = clock is not None and at is not None and _is_late(clock, at)
        self._late_label.setVisible(is_late)
        self.late_reason.setVisible(is_late)
        set_style(self.judged, tone="overdue" if is_late else "muted")
        if clock is None or at is None:
            self.judged.setText("没有规定时限。" if at is not None else "")
            return
        due = when.near(clock.due_at, self.desk.clock.now())
        title = clock_title(clock, self._first_word)
        if clock.status is ClockStatus.REPORT_NOW_AFTER_UPGRADE:
            said = "升级后应立即补报，不算迟报"
        elif is_late:
            said = f"迟报，{when.left(clock.due_at, at)}"
        else:
            said = f"按时，{when.left(clock.due_at, at)}"
        self.judged.setText(f"{title}应在{due}前，{said}。")


def _is_late(clock: ReportClock, at: datetime) -> bool:
    return clock.status is not ClockStatus.REPORT_NOW_AFTER_UPGRADE and at > clock.due_at


def _units(text: str) -> tuple[str, ...]:
    for sign in "，,；;\n":
        text = text.replace(sign, _BETWEEN)
    return tuple(unit.strip() for unit in text.split(_BETWEEN) if unit.strip())


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
