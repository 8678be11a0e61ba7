"""The dialogs of a report's steps: reviewed, signed, sent back, given up, sent, acknowledged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.officer import Officer
from dutydesk.domain.report import Report
from dutydesk.domain.report_draft import (
    Acknowledgement,
    FollowedReport,
    Sending,
    Signoff,
    StepKind,
)
from dutydesk.domain.signature_form import SignatureForm
from dutydesk.services.incident import IncidentView
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.draft_services import DraftServices
from dutydesk.ui.incident.report_limit import ReportLimit, why_late
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.officer_choice import OfficerChoice
from dutydesk.ui.widgets.pin_field import PinField
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording.report_draft import SIGNATURE_FORM, STEP, followed_words

Job = Callable[[], Done[Any]]


class DraftStepDialog(LongDialog):
    """Asks for one step of a report; what it writes bears an id made once."""

    help_page = "report_draft"

    def __init__(
        self,
        desk: Desk,
        services: DraftServices,
        one: FollowedReport,
        step: StepKind,
        over: QWidget,
    ) -> None:
        super().__init__(desk, STEP[step], STEP[step], over)
        self.services, self.one, self.step = services, one, step
        self.step_id = services.draft.new_id()
        self._times: list[TimeField] = []
        desk.hub.minute.connect(self._on_minute)
        matter = QLabel(followed_words(one, services.first_word()))
        matter.setWordWrap(True)
        matter.setTextFormat(Qt.TextFormat.PlainText)
        self.form.row("报告", matter)

    @property
    def ref(self) -> tuple[str, str]:
        """The report and the step."""
        return self.one.id, self.step_id

    def time_row(self, word: str) -> TimeField:
        """Add a field for when it happened; it shows now and goes on with the clock."""
        at = TimeField(self.desk.theme, self.desk.clock, word)
        at.set_now()
        self._times.append(at)
        self.form.row(word, at)
        return at

    def typed(self, at: TimeField) -> Any:
        """Return the time of a field, of one that shows now this second; TypedTimeUnclear."""
        if at.is_now:
            return self.desk.clock.now()
        return at.wanted() or self.desk.clock.now()

    def _on_minute(self, _now: datetime) -> None:
        for at in self._times:
            at.go_on()

    def begin(self, fields: dict[str, QWidget]) -> None:
        """Keep what is typed and put the cursor into the first field."""
        self.keep(f"report_{self.step}:{self.one.id}", fields).begin()


class ReasonDialog(DraftStepDialog):
    """退回 and 作废 say why."""

    def __init__(
        self,
        desk: Desk,
        services: DraftServices,
        one: FollowedReport,
        step: StepKind,
        over: QWidget,
    ) -> None:
        super().__init__(desk, services, one, step, over)
        self.reason = QLineEdit()
        back = "例如：伤亡数字与医院核对后再报"
        gone = "例如：情况有变，改发续报"
        self.reason.setPlaceholderText(back if step is StepKind.SENT_BACK else gone)
        self.reason.returnPressed.connect(self.submit)
        self.form.row("原因", self.reason)
        if step is StepKind.VOIDED and one.face.issue_no is not None:
            self.form.note(f"第{one.face.issue_no}期作废后期号不再使用，台账上留着。")
        self.begin({"reason": self.reason})
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job:
        service = self.services.draft
        act = service.send_back if self.step is StepKind.SENT_BACK else service.void
        by = self.desk.session.seat.actor
        return partial(act, self.ref, self.reason.text(), by=by)


class SendDialog(DraftStepDialog):
    """When it left and who took it; a late one is asked for its reason once."""

    def __init__(
        self,
        desk: Desk,
        services: DraftServices,
        one: FollowedReport,
        view: IncidentView,
        over: QWidget,
    ) -> None:
        super().__init__(desk, services, one, StepKind.SENT, over)
        self.limit = ReportLimit(desk, view, one.face.medium, services.first_word())
        self.late_reason = self.limit.late_reason
        self.at = self.time_row("报出时间")
        self.receiver = QLineEdit(one.face.receiver)
        self.receiver.setPlaceholderText("对方谁接的；还不知道就空着，以后记签收")
        self.form.row("接收人", self.receiver)
        self.limit.add_to(self.form)
        self._is_correction = one.face.corrects_report_id is not None
        self.at.changed.connect(self._judge)
        self._judge()
        self.form.note("报给" + "、".join(one.face.report_to) + "。先把纸发出去，再按报送。")
        self.begin({"receiver": self.receiver, "late_reason": self.late_reason})
        self.receiver.returnPressed.connect(self.submit)
        self.late_reason.returnPressed.connect(self.submit)
        self.receiver.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job | None:
        at = self.typed(self.at)
        if not self._is_correction and self.limit.wants_reason(self.one.face.stage, at):
            self.say(why_late(STEP[self.step]), self.late_reason)
            return None
        sending = Sending(
            at=at,
            receiver=self.receiver.text().strip(),
            late_reason=self.late_reason.text().strip(),
        )
        by = self.desk.session.seat.actor
        return partial(self.services.delivery.send, self.ref, sending, by=by)

    def _on_minute(self, now: datetime) -> None:
        super()._on_minute(now)
        self._judge()

    def _judge(self) -> None:
        self.limit.judge(self.one.face.stage, None if self._is_correction else self.at.value())


class ReceiptDialog(DraftStepDialog):
    """Who acknowledged it at the other end, and when."""

    def __init__(
        self, desk: Desk, services: DraftServices, one: FollowedReport, over: QWidget
    ) -> None:
        super().__init__(desk, services, one, StepKind.ACKNOWLEDGED, over)
        receiver = one.face.receiver if isinstance(one.face, Report) else ""
        self.person = QLineEdit(receiver)
        self.person.setPlaceholderText("对方谁签收的")
        self.person.returnPressed.connect(self.submit)
        self.form.row("签收人", self.person)
        self.at = self.time_row("签收时间")
        self.begin({"person": self.person})
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job:
        receipt = Acknowledgement(person=self.person.text().strip(), at=self.typed(self.at))
        by = self.desk.session.seat.actor
        return partial(self.services.delivery.acknowledge, self.ref, receipt, by=by)


class SignoffDialog(DraftStepDialog):
    """A review or a signature: at the desk with a PIN, or by telephone as the officer notes it."""

    def __init__(
        self,
        desk: Desk,
        services: DraftServices,
        one: FollowedReport,
        step: StepKind,
        over: QWidget,
    ) -> None:
        super().__init__(desk, services, one, step, over)
        who = f"{STEP[step]}人"
        self.how = ChoiceBox(desk.theme, f"{STEP[step]}方式")
        for form, word in SIGNATURE_FORM.items():
            self.how.addItem(word, form.value)
        self.officer = OfficerChoice(desk.theme, who, "请选择")
        self.pin, self.person = PinField(f"{who}口令", is_kept=True), QLineEdit()
        self.person.setPlaceholderText("电话里同意的人")
        self.form.row(f"{STEP[step]}方式", self.how)
        self.form.row(who, self.officer)
        self.form.row("口令", self.pin)
        self.form.row("授权人", self.person)
        self.at = self.time_row("授权时间")
        self._fitting: Sequence[Officer] = ()
        self._by_phone: tuple[QWidget, ...] = (self.person, self.at)
        if step is StepKind.SIGNED:
            self.form.note("签发后定稿、编期号，不能再改；以后要改，发更正。")
        self.how.currentIndexChanged.connect(self._turn)
        self.person.returnPressed.connect(self.submit)
        self.pin.returnPressed.connect(self.submit)
        self.begin(self.fields())
        self._turn()

    def fields(self) -> dict[str, QWidget]:
        """Return what is kept while it is typed; a signature adds its questions."""
        return {"how": self.how, "person": self.person}

    def show_officers(self, officers: Sequence[Officer]) -> None:
        """Offer who may do it; to sign, who sits there or the first one is proposed."""
        is_signing = self.step is StepKind.SIGNED
        fit = [one for one in officers if (one.may_lead if is_signing else one.may_write)]
        self._fitting = fit
        self.officer.show_officers(fit)
        seat = self.desk.session.seat.actor.officer_id
        known = {one.id for one in fit}
        first = fit[0].id if fit and (is_signing or len(fit) == 1) else None
        self.officer.choose(seat if seat in known and is_signing else first)
        if self.pin.isVisibleTo(self):
            is_known = self.officer.officer_id() is not None
            field: QWidget = self.pin if is_known else self.officer
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job | None:
        form = SignatureForm(self.how.currentData())
        if form is SignatureForm.PHONE:
            signoff = Signoff(form=form, person=self.person.text(), at=self.typed(self.at))
        elif self.officer.officer_id() is None:
            self.say(f"还没有选{STEP[self.step]}人。", self.officer)
            return None
        else:
            officer_id = self.officer.officer_id()
            signoff = Signoff(form=form, officer_id=officer_id, pin=self.pin.text())
        return self.bound(signoff)

    def bound(self, signoff: Signoff) -> Job | None:
        """Return the use case with what was given."""
        by = self.desk.session.seat.actor
        return partial(self.services.draft.review, self.ref, signoff, by=by)

    def _turn(self) -> None:
        is_phone = self.how.currentData() == SignatureForm.PHONE.value
        for field in self._by_phone:
            self.form.setRowVisible(field, is_phone)
        for field in (self.officer, self.pin):
            self.form.setRowVisible(field, not is_phone)
        if is_phone:
            self._propose_person()
        if self.isVisible():
            first: QWidget = self.person if is_phone else self.officer
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._fit()

    def _propose_person(self) -> None:
        """Propose the leader of the shift, unless he sits here: he would use his PIN."""
        seat = self.desk.session.seat.actor.officer_id
        away = [one for one in self._fitting if one.id != seat]
        if self.step is StepKind.SIGNED and away and not self.person.text():
            self.person.setText(away[0].name)
            if self.kept is not None:
                self.kept.rebase("person")
