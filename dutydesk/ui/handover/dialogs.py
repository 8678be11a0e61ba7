"""The decisions of the handover page: relief by one side, staying on, taking back, review."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from dutydesk.domain.handover import HandoverSide, HandoverSignature, ReliefPosts
from dutydesk.domain.handover_facts import HandoverView
from dutydesk.services.handover import Signing
from dutydesk.services.relief import ForcedRelief, ShiftReview
from dutydesk.ui.ask_dialog import AskDialog, Job
from dutydesk.ui.desk import Desk
from dutydesk.ui.handover.reading import HandoverServices, Reading
from dutydesk.ui.handover.section import plain
from dutydesk.ui.widgets.officer_choice import OfficerChoice
from dutydesk.ui.widgets.pin_field import PinField
from dutydesk.wording.handover import HANDOVER_SIDE
from dutydesk.wording.handover_record import shift_words


class ForcedReliefDialog(AskDialog):
    """单方交接: duty passes on the word of a lead; ``answered(HandoverView)``."""

    help_page = "handover"

    def __init__(
        self, desk: Desk, services: HandoverServices, reading: Reading, parent: QWidget
    ) -> None:
        super().__init__(desk, "单方交接", "单方交接", parent)
        self._services = services
        name = reading.primary.name if reading.primary else ""
        words = f"交班人{name}不能签字，或接班人不到。带班领导同意后，责任自此移交，记入日志。"
        self.form.addRow(plain(words))
        self.incoming = OfficerChoice(desk.theme, "接班人", "请选择")
        self.pin = PinField("接班人口令", is_kept=True)
        self.lead = OfficerChoice(desk.theme, "带班领导", "请选择")
        self.lead_pin = PinField("带班领导口令", is_kept=True)
        self.form.row("接班人", self.incoming)
        self.form.row("接班人口令", self.pin)
        self.form.row("带班领导", self.lead)
        self.form.row("带班领导口令", self.lead_pin)
        self.reason = self.text_row("原因", "例如：交班人突发疾病送医")
        self.secondary = OfficerChoice(desk.theme, "下一班副班", "无")
        self.standby = OfficerChoice(desk.theme, "下一班备勤", "无")
        self.form.row("下一班副班", self.secondary)
        self.form.row("下一班备勤", self.standby)
        self.form.note("没有人来时，带班领导可以自己接班：两处选同一人，各输一次口令。")
        for choice in (self.incoming, self.secondary, self.standby):
            choice.show_officers(reading.writers)
        self.lead.show_officers(reading.leads)
        self.keep(f"relief:{shift_id(reading)}", {"reason": self.reason}).begin()
        self.incoming.setFocus()

    def job(self) -> Job | None:
        """Pass duty."""
        incoming, lead = self.incoming.officer_id(), self.lead.officer_id()
        if incoming is None:
            self.say("还没有选接班人。", self.incoming)
            return None
        if lead is None:
            self.say("还没有选带班领导。", self.lead)
            return None
        relief = ForcedRelief(
            incoming_id=incoming,
            pin=self.pin.text(),
            lead_id=lead,
            lead_pin=self.lead_pin.text(),
            reason=self.reason.toPlainText().strip(),
            posts=ReliefPosts(None, self.secondary.officer_id(), self.standby.officer_id()),
        )
        return partial(self._services.relief.force, relief, by=self.desk.session.seat.actor)


class StayOnDialog(AskDialog):
    """继续值守: the relief has not come; ``answered(LogEntry)``."""

    help_page = "handover"

    def __init__(
        self, desk: Desk, services: HandoverServices, reading: Reading, parent: QWidget
    ) -> None:
        super().__init__(desk, "继续值守", "继续值守", parent)
        self._services = services
        self.form.addRow(plain("接班人未到，本班继续值守，责任不变。原因记入值班日志。"))
        self.reason = self.text_row("原因", "例如：接班人路上堵车，预计9时到")
        self.keep(f"stay_on:{shift_id(reading)}", {"reason": self.reason}).begin()
        self.reason.setFocus()

    def job(self) -> Job | None:
        """Record it."""
        reason = self.reason.toPlainText().strip()
        by = self.desk.session.seat.actor
        return partial(self._services.relief.stay_on, reason, by=by)


class TakeBackDialog(AskDialog):
    """撤回签字: its owner may, and any lead; ``answered(HandoverView)``."""

    help_page = "handover"

    def __init__(
        self,
        desk: Desk,
        services: HandoverServices,
        reading: Reading,
        signature: HandoverSignature,
        parent: QWidget,
    ) -> None:
        side = HANDOVER_SIDE[signature.side]
        super().__init__(desk, f"撤回{side}签字", "撤回签字", parent)
        self._services, self._side = services, signature.side
        words = f"{signature.officer_name}已签字。撤回后可以改动内容，再重新签字。"
        self.form.addRow(plain(words))
        self.who = OfficerChoice(desk.theme, "由谁撤回", "请选择")
        self.pin = PinField("口令", is_kept=True)
        self.form.row("由谁撤回", self.who)
        self.form.row("口令", self.pin)
        leads = {one.id for one in reading.leads}
        self.who.show_officers(
            one for one in reading.officers if one.id in leads | {signature.officer_id}
        )
        self.who.choose(signature.officer_id)
        self.pin.setFocus()

    def job(self) -> Job | None:
        """Take it back."""
        who = self.who.officer_id()
        if who is None:
            self.say("还没有选由谁撤回。", self.who)
            return None
        by = self.desk.session.seat.actor
        return partial(self._services.handover.take_back, self._side, who, self.pin.text(), by=by)


class LeadDialog(AskDialog):
    """会签 or 审阅 of a handover that is over, by a lead with a PIN."""

    help_page = "handover"

    def __init__(
        self,
        desk: Desk,
        services: HandoverServices,
        view: HandoverView,
        verb: str,
        parent: QWidget,
    ) -> None:
        super().__init__(desk, f"{verb} {view.facts.handover_no}", verb, parent)
        self._services, self._view = services, view
        self.form.addRow(plain(f"{shift_words(view.facts.outgoing_shift)}　交接班记录"))
        self.who = OfficerChoice(desk.theme, "带班领导", "请选择")
        self.form.row("带班领导", self.who)
        self.pin = PinField("口令", is_kept=True)
        self.note = QLineEdit()

    def show_leads(self, reading: Reading) -> None:
        """List who may; the only one is chosen."""
        self.who.show_officers(reading.leads)
        if len(reading.leads) == 1:
            self.who.choose(reading.leads[0].id)

    def _chosen(self) -> str | None:
        who = self.who.officer_id()
        if who is None:
            self.say("还没有选带班领导。", self.who)
        return who


class CountersignDialog(LeadDialog):
    """会签 of a handover in which duty has passed; ``answered(HandoverView)``."""

    def __init__(
        self, desk: Desk, services: HandoverServices, view: HandoverView, parent: QWidget
    ) -> None:
        super().__init__(desk, services, view, "会签", parent)
        self.form.row("口令", self.pin)
        self.form.row("说明", self.note)

    def job(self) -> Job | None:
        """Sign as the lead."""
        who = self._chosen()
        if who is None:
            return None
        signing = Signing(
            side=HandoverSide.LEAD,
            officer_id=who,
            pin=self.pin.text(),
            note=self.note.text().strip(),
            handover_id=self._view.handover.id,
        )
        return partial(self._services.handover.sign, signing, by=self.desk.session.seat.actor)


class ReviewDialog(LeadDialog):
    """审阅 of the shift that was handed over; ``answered(Shift)``."""

    def __init__(
        self, desk: Desk, services: HandoverServices, view: HandoverView, parent: QWidget
    ) -> None:
        super().__init__(desk, services, view, "审阅", parent)
        self.text = self.text_row("审阅意见", "写下后不再改动")
        self.form.row("口令", self.pin)
        self.keep(f"review:{view.handover.id}", {"text": self.text}).begin()

    def job(self) -> Job | None:
        """Write the review."""
        who, text = self._chosen(), self.text.toPlainText().strip()
        if who is None:
            return None
        if not text:
            self.say("审阅意见没有写。请写好后再按审阅。", self.text)
            return None
        review = ShiftReview(
            shift_id=self._view.handover.id, text=text, lead_id=who, lead_pin=self.pin.text()
        )
        return partial(self._services.relief.review, review, by=self.desk.session.seat.actor)


def shift_id(reading: Reading) -> str:
    """Return the shift a reason belongs to: a draft of another one must not come up again."""
    return reading.shift.id if reading.shift else ""
