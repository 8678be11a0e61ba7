"""The steps of a directive: passed on, signed for, chased, fed back, closed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.directive import Directive
from dutydesk.domain.directive_step import Chase, Closing, Feedback, PassOn, Receipt
from dutydesk.ui.desk import Desk
from dutydesk.ui.directive.directive_dialog import DirectiveServices
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.person_picker import PersonPicker
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording.directive import receiver, whole_matter

Job = Callable[[], Done[Any]]


class StepDialog(LongDialog):
    """Asks for one step; what it writes bears an id made once, as the entry in the log does."""

    help_page = "directive"
    verb = ""
    step = ""

    def __init__(
        self, desk: Desk, services: DirectiveServices, line: Directive, parent: QWidget
    ) -> None:
        super().__init__(desk, self.verb, "记下", parent)
        self.services, self.line = services, line
        self.step_id = services.directive.new_id()
        self.at = TimeField(desk.theme, desk.clock, "时间")
        self.at.set_now()
        matter = QLabel(whole_matter(line))
        matter.setWordWrap(True)
        matter.setTextFormat(Qt.TextFormat.PlainText)
        self.form.row("批示", matter)
        fields = self.build()
        self.keep(f"directive_{self.step}:{line.id}", fields).begin()
        next(iter(fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def build(self) -> dict[str, QWidget]:
        """Add the rows and return the fields by name, the first one first."""
        raise NotImplementedError

    @property
    def ids(self) -> tuple[str, str]:
        """The line and the step."""
        return self.line.id, self.step_id

    def happened_at(self) -> Any:
        """Return the time of the step; raises TypedTimeUnclear."""
        return self.at.wanted() or self.desk.clock.now()


class PassOnDialog(StepDialog):
    """To whom it is passed on, and until when they report back."""

    verb, step = "传达", "pass_on"

    def build(self) -> dict[str, QWidget]:
        theme = self.desk.theme
        self.unit = PersonPicker(theme, self.desk.runner, self.services.find_owners, "传达单位")
        self.unit.write_chinese()
        self.person = QLineEdit()
        self.due_at = TimeField(theme, self.desk.clock, "反馈时限", is_ahead=True)
        self.unit.edit.setPlaceholderText("单位，可从通讯录里选")
        self.person.setPlaceholderText("谁接的")
        self.due_at.edit.setPlaceholderText("可以不填")
        self.unit.set_text(self.line.passed_to_unit)
        self.person.setText(self.line.passed_to_person)
        if self.line.due_at is not None:
            self.due_at.set_value(self.line.due_at)
        self.unit.picked.connect(self._on_unit)
        self.unit.submitted.connect(self.submit)
        self.form.row("传达单位", self.unit)
        self.form.row("传达给谁", self.person)
        self.form.row("时间", self.at)
        self.form.row("反馈时限", self.due_at)
        if self.line.passed_at is not None:
            self.form.note(f"已传达{receiver(self.line)}。换一个单位就是转办，要重新签收。")
        return {
            "unit": self.unit,
            "person": self.person,
            "at": self.at,
            "due_at": self.due_at,
        }

    def job(self) -> Job:
        step = PassOn(
            unit=self.unit.text().strip(),
            person=self.person.text().strip(),
            at=self.happened_at(),
            due_at=self.due_at.wanted(self.line.due_at),
        )
        by = self.desk.session.seat.actor
        return partial(self.services.directive.pass_on, *self.ids, step, by=by)

    def _on_unit(self, unit: object, _name: str) -> None:
        self.unit.set_text(str(unit))


class ReceiptDialog(StepDialog):
    """Who signed for it."""

    verb, step = "签收", "sign_for"

    def build(self) -> dict[str, QWidget]:
        self.signer = QLineEdit(self.line.passed_to_person)
        self.form.row("签收人", self.signer)
        self.form.row("时间", self.at)
        return {"signer": self.signer, "at": self.at}

    def job(self) -> Job:
        step = Receipt(self.signer.text().strip(), self.happened_at())
        by = self.desk.session.seat.actor
        return partial(self.services.directive.sign_for, *self.ids, step, by=by)


class ChaseDialog(StepDialog):
    """What was said when the unit was chased, and what it answered."""

    verb, step = "催办", "chase"

    def build(self) -> dict[str, QWidget]:
        self.text, self.reply = QLineEdit(), QLineEdit()
        self.text.setPlaceholderText("例如：请于18时前反馈")
        self.reply.setPlaceholderText("对方怎么说；没有答复就空着")
        self.form.row("催办内容", self.text)
        self.form.row("答复", self.reply)
        self.form.row("时间", self.at)
        self.form.note(f"向{receiver(self.line)}催办。记下后不能改，写错了再记一条。")
        return {"text": self.text, "reply": self.reply, "at": self.at}

    def job(self) -> Job:
        step = Chase(self.text.text().strip(), self.happened_at(), self.reply.text().strip())
        by = self.desk.session.seat.actor
        return partial(self.services.directive.chase, *self.ids, step, by=by)


class FeedbackDialog(StepDialog):
    """What the unit reported back."""

    verb, step = "反馈", "feed_back"

    def build(self) -> dict[str, QWidget]:
        self.text = QLineEdit(self.line.feedback)
        self.text.setPlaceholderText("例如：已排查12户，整改2处")
        self.form.row("反馈情况", self.text)
        self.form.row("时间", self.at)
        return {"text": self.text, "at": self.at}

    def job(self) -> Job:
        step = Feedback(self.text.text().strip(), self.happened_at())
        by = self.desk.session.seat.actor
        return partial(self.services.directive.feed_back, *self.ids, step, by=by)


class CloseDirectiveDialog(StepDialog):
    """The result; without any feedback somebody says that none is needed."""

    verb, step = "办结", "close"

    def build(self) -> dict[str, QWidget]:
        self.outcome, self.without = QLineEdit(), QCheckBox("不需要反馈")
        self.outcome.setPlaceholderText("例如：已整改完毕，已报区长")
        self.form.row("办理结果", self.outcome)
        fields: dict[str, QWidget] = {"outcome": self.outcome}
        if self.line.is_awaited:
            self.form.addRow("", self.without)
            self.form.note("还没有反馈。先按 Ctrl+Y 记反馈；只是传阅、不用反馈的才勾。")
            fields["without"] = self.without
        return fields

    def job(self) -> Job:
        closing = Closing(self.outcome.text().strip(), self.without.isChecked())
        by = self.desk.session.seat.actor
        return partial(self.services.directive.close, *self.ids, closing, by=by)
