"""Small windows of a running round: a slip, somebody left out, one more, the end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.call_round import (
    CallAttempt,
    Callee,
    CallResult,
    CallRound,
    CallTarget,
    DraftAttempt,
)
from dutydesk.domain.contacts import ContactCard
from dutydesk.services.call_reading import callee_of
from dutydesk.services.call_round import CallRoundService
from dutydesk.ui.ask_dialog import Job
from dutydesk.ui.call_round.people import FindPeople
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.person_picker import PersonPicker
from dutydesk.wording import call_round as words


def _told(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


class CorrectDialog(LongDialog):
    """Puts the last try of somebody right by another that names it; nothing is deleted."""

    help_page = "call_round"

    def __init__(
        self, desk: Desk, service: CallRoundService, attempt: CallAttempt, parent: QWidget
    ) -> None:
        super().__init__(desk, "更正这一次", "更正", parent)
        self._service, self._attempt, self._id = service, attempt, service.new_id()
        self.outcome = ChoiceBox(desk.theme, "结果")
        for one in CallResult:
            if one is not attempt.result:
                self.outcome.addItem(
                    "没有打这个电话（作废）" if one is CallResult.VOID else words.CALL_RESULT[one],
                    one.value,
                )
        self.words = QLineEdit(attempt.words)
        self.form.row("原记", _told(words.attempt_words(attempt)))
        self.form.row("改为", self.outcome)
        self.form.row("答复", self.words)
        fields = {"result": self.outcome, "words": self.words}
        self.keep(f"call_correct:{attempt.id}", fields).begin()
        self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job:
        draft = DraftAttempt(
            id=self._id,
            target_id=self._attempt.target_id,
            result=CallResult(self.outcome.currentData()),
            at=self.desk.clock.now(),
            words=self.words.text(),
            channel=self._attempt.channel,
            corrects=self._attempt.id,
        )
        return partial(self._service.attempt, draft, by=self.desk.session.seat.actor)


class SkipDialog(LongDialog):
    """Puts on record why somebody need not be called."""

    help_page = "call_round"

    def __init__(
        self, desk: Desk, service: CallRoundService, target: CallTarget, parent: QWidget
    ) -> None:
        super().__init__(desk, "免叫", "免叫", parent)
        self._service, self._target = service, target
        self.why = QLineEdit()
        self.why.setPlaceholderText("例如：已在值班室")
        self.form.row("姓名", _told(words.who(target.unit, target.name, target.role)))
        self.form.row("原因", self.why)
        self.keep(f"call_skip:{target.id}", {"why": self.why}).begin()
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job:
        by = self.desk.session.seat.actor
        return partial(self._service.skip, self._target.id, self.why.text(), by=by)


class EndDialog(LongDialog):
    """Ends a round; whoever is still open is named, and what is done about them is asked."""

    help_page = "call_round"

    def __init__(
        self,
        desk: Desk,
        service: CallRoundService,
        call_round: CallRound,
        told: tuple[str, str],
        parent: QWidget,
    ) -> None:
        super().__init__(desk, "结束叫应", "结束叫应", parent)
        self._service, self._round = service, call_round
        counted, missing = told
        self.note = QLineEdit()
        self.note.setPlaceholderText("还有人没叫应时要写，例如：社区派人上门")
        self.form.row("情况", _told(counted))
        if missing:
            self.form.row("未应", _told(missing))
        self.form.row("说明", self.note)
        self.keep(f"call_end:{call_round.id}", {"note": self.note}).begin()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job:
        by = self.desk.session.seat.actor
        return partial(self._service.end, self._round.id, self.note.text(), by=by)


class AddDialog(LongDialog):
    """One more person in a running round: from the contacts, or by name and number."""

    help_page = "call_round"

    def __init__(
        self,
        desk: Desk,
        service: CallRoundService,
        find_people: FindPeople,
        round_id: str,
        parent: QWidget,
    ) -> None:
        super().__init__(desk, "加叫一个人", "加叫", parent)
        self._service, self._round_id, self._id = service, round_id, service.new_id()
        self._picked: Callee | None = None
        self.person = PersonPicker(desk.theme, desk.runner, find_people, "姓名")
        self.unit, self.phone = QLineEdit(), QLineEdit()
        self.form.row("姓名", self.person)
        self.form.row("单位", self.unit)
        self.form.row("电话", self.phone)
        self.person.picked.connect(self._on_picked)
        self.person.submitted.connect(self.person.go_on)
        fields: dict[str, QWidget] = {
            "person": self.person,
            "unit": self.unit,
            "phone": self.phone,
        }
        self.keep(f"call_add:{round_id}", fields).begin()
        self.person.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job:
        name = self.person.text().strip()
        known = self._picked
        is_same = known is not None and known.name == name
        callee = Callee(
            name=name,
            phone=self.phone.text().strip(),
            unit=self.unit.text().strip(),
            role=known.role if known and is_same else "",
            area=known.area if known and is_same else "",
            contact_id=known.contact_id if known and is_same else None,
        )
        by = self.desk.session.seat.actor
        return partial(self._service.add, self._round_id, callee, target_id=self._id, by=by)

    def _on_picked(self, value: object, _name: str) -> None:
        if isinstance(value, ContactCard):
            self._picked = callee_of(value)
            self.unit.setText(self._picked.unit)
            self.phone.setText(self._picked.phone)
        self.phone.setFocus(Qt.FocusReason.TabFocusReason)
